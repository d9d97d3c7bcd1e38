"""The same question about many things, asked in several processes at once."""

import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

Question = TypeVar("Question")
Answer = TypeVar("Answer")

# Fewer questions are answered sooner than other processes are started.
_WORTH_IT = 64
# A process is handed several questions at a time, but few enough that none is left with the last long ones.
_AT_A_TIME = 8

# What each process asks; a process takes it over as it starts, so that the library need not be packed and sent.
_asked: list[Callable[[Any], Any]] = []


def answers(ask: Callable[[Question], Answer], questions: Sequence[Question], processes: int) -> Iterator[Answer]:
    """Yield the answers in the order of the questions.

    Args:
        ask: Answers one question from what this process knows; the answer can be packed (pickle).
        questions: What to ask, each of which can be packed.
        processes: How many processes to use at most; where a process cannot take over what this one knows, it is this one.
    """
    if processes < 2 or len(questions) < _WORTH_IT or "fork" not in multiprocessing.get_all_start_methods():
        yield from map(ask, questions)
        return
    _asked.append(ask)
    try:
        with multiprocessing.get_context("fork").Pool(processes) as pool:
            yield from pool.imap(_answer, questions, _AT_A_TIME)
    finally:
        _asked.pop()


def _answer(question: Any) -> Any:
    return _asked[-1](question)
