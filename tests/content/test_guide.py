"""The real guide, walked from the start to every next step."""

import pytest
from knowledge.content.guide import MOST_CHOICES, START, Guide
from knowledge.content.languages import LANGUAGES, Language, Text
from knowledge.content.library import Library
from knowledge.content.markdown import read_markdown
from knowledge.content.page import Page
from knowledge.content.readability import flesch, lix, sentences_of


@pytest.fixture
def guide(library: Library) -> Guide:
    assert library.guide is not None
    return library.guide


def test_every_path_ends_in_a_next_step_with_somebody_to_ring(library: Library, guide: Guide) -> None:
    paths = list(guide.paths())
    # Each role and situation asks a question with three answers.
    assert len(paths) == 3 * len(guide.roles) * len(guide.situations)
    for path in paths:
        step = guide.step(path[-1])
        assert step is not None, path
        assert [name for name in step.contacts if name in library.contacts] == list(step.contacts), path
        assert len({*path}) == len(path) <= MOST_CHOICES + 1, path


def test_every_question_and_step_is_on_a_path(guide: Guide) -> None:
    assert {name for path in guide.paths() for name in path} == set(guide.locations())


def test_every_role_is_asked_every_situation(guide: Guide) -> None:
    situations = [situation.id for situation in guide.situations]
    assert {tuple(role.situations) for role in guide.roles} == {tuple(situations)}
    assert [len(guide.ways(role.id)) for role in guide.roles] == [len(situations)] * len(guide.roles)


def test_whatever_the_role_and_situation_the_first_answer_is_for_danger(guide: Guide) -> None:
    """A reader under pressure takes the uppermost answer: it must be the safe one."""
    for role in guide.roles:
        for way in guide.ways(role.id):
            first = guide.step(guide.ways(way.to)[0].to)
            assert first is not None
            assert (first.level, "emergency" in first.contacts) == ("now", True)


def test_a_question_offers_now_soon_and_doubt_in_this_order(guide: Guide) -> None:
    for question in guide.questions:
        levels = [step.level for choice in question.choices if (step := guide.step(choice.to))]
        assert levels == ["now", "soon", "talk"], question.id


def test_the_start_offers_the_roles(guide: Guide) -> None:
    assert [way.to for way in guide.ways(START)] == [role.id for role in guide.roles]
    assert guide.ways("nothing") == ()


def _texts(guide: Guide) -> list[Text]:
    """Return what is written in whole sentences."""
    return [node.text for node, _ in guide.nodes() if node.text is not None]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_guide_is_as_easy_to_read_as_the_handbook(guide: Guide, language: Language) -> None:
    body = "\n\n".join(text.in_language(language) for text in _texts(guide))
    sentences = sentences_of(Page(language, "guide", "guide", None, {}, body, 1, read_markdown(body, 1), ""))
    assert len(sentences) > 50
    assert lix(sentences) <= 45 if language == "da" else flesch(sentences) >= 50
    assert max(len(sentence.words) for sentence in sentences) <= 28
