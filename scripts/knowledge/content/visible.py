"""A Markdown text without its code and comments, which are blanked out so that every line and column stays where it was."""

import re
from typing import NamedTuple

# Backticks after the fence make it code within a line. A fence may stand in a list or a quotation.
_FENCE = re.compile(r"^(?P<before>\s*(?:(?:>|[-*+]\s|\d+[.)]\s)\s*)*)(?P<fence>`{3,}(?=[^`]*$)|~{3,})")
_INLINE_CODE = re.compile(r"(?<![`\\])(`+)(?!`)((?:(?!\n\s*\n).)+?)(?<!`)\1(?!`)", re.DOTALL)
_CODE_OR_COMMENT = re.compile(rf"<!--|{_INLINE_CODE.pattern}", re.DOTALL)
_INDENTED = re.compile(r"^(?: {4}| {0,3}\t)")
# What an indented paragraph below continues, so that its indentation makes no code of it.
_CONTAINER = re.compile(r"^ {0,3}(?:[-*+]\s|\d+[.)]\s|\[\^[^\[\]\s]+\]:|:\s|<)")


class OpenFence(NamedTuple):
    """A fence that is never closed: its line within the text, counted from 0, and its signs."""

    line: int
    signs: str


def without_code(text: str) -> str:
    """Return a text of the same lines and columns in which code and comments are blank."""
    return blank_code_and_comments(blank_indented(blank_fences(text)[0]))


def _spaces(words: str) -> str:
    return re.sub(r"[^\n]", " ", words)


def blank_code_and_comments(text: str) -> str:
    """Blank code within lines and comments, whichever begins first; a comment that is never closed is text."""
    last_end = text.rfind("-->")
    parts: list[str] = []
    done = 0
    while match := _CODE_OR_COMMENT.search(text, done):
        start, end = match.span()
        comment = match[0] == "<!--"
        if comment and end > last_end:
            parts.append(text[done:end])
        else:
            end = text.index("-->", end) + 3 if comment else end
            parts += [text[done:start], _spaces(text[start:end])]
        done = end
    return "".join([*parts, text[done:]])


def blank_fences(text: str) -> tuple[str, OpenFence | None]:
    """Return the text with its fenced code blank, and the fence that is never closed."""
    lines: list[str] = []
    open_fence, signs, opened = "", "", 0
    for number, line in enumerate(text.split("\n")):
        match = _FENCE.match(line)
        if open_fence:
            lines.append("")
            if line.strip(signs) == open_fence:
                open_fence = ""
        elif match:
            lines.append("")
            open_fence, opened = match["fence"], number
            signs = " \t>" if ">" in match["before"] else " \t"
        else:
            lines.append(line)
    return "\n".join(lines), OpenFence(line=opened, signs=open_fence) if open_fence else None


def blank_indented(text: str) -> str:
    """Blank code that is marked by indentation; below a list, a note or HTML the same indentation continues it."""
    lines: list[str] = []
    code, contained, after_blank = False, False, True
    for line in text.split("\n"):
        if line.strip():
            indented = bool(_INDENTED.match(line))
            code = indented and (code or (after_blank and not contained))
            if not indented:
                contained = bool(_CONTAINER.match(line)) or (contained and not after_blank)
        lines.append("" if code else line)
        after_blank = not line.strip()
    return "\n".join(lines)
