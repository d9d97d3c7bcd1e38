"""Content that can harm: what each check finds, on which line, and what it leaves alone."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from knowledge.checks import listed
from knowledge.checks.catalogue import severity, words
from knowledge.checks.lexicon import Finder, Host, hosts
from knowledge.checks.rules import personal_data, safety
from knowledge.content.findings import Finding
from knowledge.content.languages import LANGUAGES
from knowledge.content.library import Library

from tests.small_site import SmallSite

SNIPPETS = Path(__file__).with_name("safety_snippets.yml")
FORMS = ("islamist", "right-wing", "left-wing", "single-issue")
IDS = frozenset({
    *("cue-tick-box", "cue-score", "cue-no-caveat", "cue-not-behaviour", "case-no-label", "case-story", "kind-missing"),
    *("quote-no-source", "speaker-no-source", "stigma", "link-listed"),
})  # fmt: skip

Place = tuple[str, str, int]


def found(site: SmallSite) -> list[Place]:
    """Return the id, file and line of each finding of content safety, in order."""
    return [(one.id, one.file, one.line) for one in harms(site.library())]


def harms(library: Library) -> list[Finding]:
    """Return what the checks of content safety find, in order."""
    own = [one for rule in safety.RULES for one in rule(library)]
    return sorted({*own, *(one for one in library.findings if one.id in IDS)})


def place(site: SmallSite, check: str, words: str, language: str = "en", key: str = "index") -> Place:
    """Return where a check should find these words."""
    file = f"docs/{language}/{key}.md"
    lines = (site.root / file).read_text(encoding="utf-8").split("\n")
    return check, file, next(number for number, line in enumerate(lines, 1) if words in line)


# ---------- Snippets ----------


@dataclass(frozen=True)
class Tried:
    """A snippet and the checks that found something in it."""

    snippet: dict[str, Any]
    ids: frozenset[str]


@pytest.fixture(scope="module")
def tried(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Tried]]:
    site = SmallSite.create(tmp_path_factory.mktemp("snippets") / "site")
    snippets: dict[str, list[dict[str, Any]]] = yaml.safe_load(SNIPPETS.read_text(encoding="utf-8"))
    keys = dict(_keys(snippets))
    for key, snippet in keys.items():
        body = f"# A page {{#page}}\n\n{snippet['text']}"
        site.page(snippet["language"], key, body, kind=snippet.get("kind", "guidance"))
    ids: dict[str, set[str]] = {}
    for one in harms(site.library()):
        ids.setdefault(Path(one.file).stem, set()).add(one.id)
    return {
        sort: [Tried(snippet, frozenset(ids.get(key, ()))) for key, snippet in keys.items() if key.startswith(sort)]
        for sort in snippets
    }


def _keys(snippets: dict[str, list[dict[str, Any]]]) -> Iterator[tuple[str, dict[str, Any]]]:
    for sort, entries in snippets.items():
        for number, snippet in enumerate(entries):
            yield f"{sort}-{number:03}", snippet


def test_there_are_enough_snippets_and_all_forms_of_extremism_weigh_the_same(tried: dict[str, list[Tried]]) -> None:
    for entries in tried.values():
        assert len(entries) >= 80
        counts = Counter((one.snippet["language"], one.snippet["form"]) for one in entries)
        assert set(counts) == {(language, form) for language in LANGUAGES for form in FORMS}
        assert len(set(counts.values())) == 1
    assert {check for one in tried["bad"] for check in one.snippet["expect"]} == IDS


def test_every_bad_snippet_is_found_for_what_it_is_and_for_nothing_else(tried: dict[str, list[Tried]]) -> None:
    wrong = [one for one in tried["bad"] if (one.ids == frozenset(one.snippet["expect"])) is bool(one.snippet.get("missed"))]
    assert not wrong


def test_no_good_snippet_is_blamed_but_those_that_are_known(tried: dict[str, list[Tried]]) -> None:
    assert not [one for one in tried["good"] if bool(one.ids) is not bool(one.snippet.get("alarm"))]


def test_a_check_that_blames_a_good_snippet_is_only_advice(tried: dict[str, list[Tried]]) -> None:
    blamed = {check for one in tried["good"] for check in one.ids}
    assert all(severity(Finding("docs/en/index.md", 1, check)) == "advice" for check in blamed)


def test_the_real_content_harms_nobody_and_names_nobody(library: Library) -> None:
    findings = [one for rule in (*safety.RULES, *personal_data.RULES) for one in rule(library)]
    assert not findings


# ---------- Cues ----------

CAREFUL = "None of this proves anything.\n\n"


@pytest.mark.parametrize("box", ["- [ ] ", "* [x] ", "1. [ ] ", "☐ ", "- ☑ ", '- <input type="checkbox"> '])
def test_a_cue_that_can_be_ticked_off_is_reported_once_for_its_list(small_site: SmallSite, box: str) -> None:
    small_site.page("en", "index", f"# P {{#p}}\n\n## Cues {{#c}}\n\n{CAREFUL}{box}Threatens others\n{box}Hits others\n")
    assert found(small_site) == [place(small_site, "cue-tick-box", "Threatens")]


def test_a_danish_table_of_cues_with_yes_and_no_is_reported_at_its_first_row(small_site: SmallSite) -> None:
    table = "| Tegn | Ja | Nej |\n|---|---|---|\n| Truer andre | | |\n"
    small_site.page("da", "index", f"# P {{#p}}\n\n## Bekymringstegn {{#c}}\n\nTegnene beviser ingenting.\n\n{table}")
    assert found(small_site) == [place(small_site, "cue-tick-box", "Truer", "da")]


def test_boxes_for_what_staff_do_and_boxes_in_an_example_are_left_alone(small_site: SmallSite) -> None:
    steps = "## Cues {#c}\n\nNone of this proves anything.\n\n- [ ] Talk with your leader\n- [ ] Write down what you saw\n\n"
    example = "```markdown\n- [ ] Threatens others\n```\n"
    small_site.page("en", "index", f"# P {{#p}}\n\n{steps}{example}")
    assert found(small_site) == []


def test_counting_cues_is_reported_at_the_sentence(small_site: SmallSite) -> None:
    small_site.pages(
        "index",
        "# P {#p}\n\nCues say little.\nThree or more cues mean that somebody must act.\n",
        "# P {#p}\n\nTegn siger lidt.\nTre eller flere bekymringstegn betyder, at nogen må handle.\n",
    )
    assert found(small_site) == [
        place(small_site, "cue-score", "Tre eller", "da"),
        place(small_site, "cue-score", "Three or"),
    ]


def test_refusing_to_count_cues_is_no_counting(small_site: SmallSite) -> None:
    small_site.pages("index", "# P {#p}\n\nNever add up cues.\n", "# P {#p}\n\nLæg aldrig bekymringstegn sammen.\n")
    assert found(small_site) == []


def test_a_list_of_cues_without_the_caveat_is_reported_at_its_heading_or_introduction(small_site: SmallSite) -> None:
    small_site.pages(
        "index",
        "# P {#p}\n\n## Signs of concern {#c}\n\n- Threatens others\n",
        "# P {#p}\n\nTegn på radikalisering:\n\n- truer andre\n",
    )
    assert found(small_site) == [
        place(small_site, "cue-no-caveat", "Tegn på", "da"),
        place(small_site, "cue-no-caveat", "## Signs"),
    ]


@pytest.mark.parametrize(
    "caveat",
    [
        "None of this proves anything.",
        "First ask what else could explain it.",
        "This is a help and not a checklist.",
        "Each of them can have a harmless cause.",
        "Alone it says nothing.",
    ],
)
def test_the_caveat_may_be_said_in_many_ways(small_site: SmallSite, caveat: str) -> None:
    small_site.page("en", "index", f"# P {{#p}}\n\n## Signs of concern {{#c}}\n\n{caveat}\n\n- Threatens others\n")
    assert found(small_site) == []


def test_the_block_for_cues_brings_the_caveat(small_site: SmallSite) -> None:
    small_site.page("en", "index", "# P {#p}\n\n/// cue | Threats\n- Threatens others\n///\n")
    assert found(small_site) == []


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "A new beard is a warning sign."),
        ("en", "Conversion to Islam may be a sign of radicalisation."),
        ("en", "A foreign background is a red flag."),
        ("en", "Strong opinions are an early sign."),
        ("da", "Et tørklæde er et advarselstegn."),
        ("da", "En omvendelse kan være tegn på radikalisering."),
        ("da", "Udenlandsk baggrund er et rødt flag."),
        ("da", "Stærke holdninger er et tidligt tegn."),
    ],
)
def test_dress_faith_origin_and_opinion_given_as_a_cue_are_reported(small_site: SmallSite, language: str, words: str) -> None:
    small_site.page(language, "index", f"# P {{#p}}\n\nFirst.\n\nSecond.\n{words}\n")
    assert found(small_site) == [place(small_site, "cue-not-behaviour", words, language)]


def test_the_title_of_a_cue_is_read_as_well(small_site: SmallSite) -> None:
    small_site.page("en", "index", "# P {#p}\n\n/// cue | She has begun to wear a headscarf\nAsk her how she is.\n///\n")
    assert found(small_site) == [place(small_site, "cue-not-behaviour", "headscarf")]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "A beard is never a warning sign."),
        ("en", "Critics say that “a beard is a warning sign” has become a rule of thumb."),
        ("en", "Some courses wrongly call a beard a warning sign."),
        ("da", "Et skæg er aldrig et advarselstegn."),
        ("da", "Nogle siger ”skæg er et advarselstegn”, og det er forkert."),
        ("da", "Hverken skæg eller tørklæde er et advarselstegn."),
    ],
)
def test_saying_that_something_is_no_cue_and_quoting_those_who_say_it_are_left_alone(
    small_site: SmallSite, language: str, words: str
) -> None:
    small_site.page(language, "index", f"# P {{#p}}\n\n{words}\n")
    assert found(small_site) == []


def test_an_act_against_somebody_because_of_faith_is_behaviour(small_site: SmallSite) -> None:
    small_site.page("en", "index", "# P {#p}\n\n/// cue | Hits a boy because of his faith\nMore than once.\n///\n")
    assert found(small_site) == []


# ---------- What is made up ----------


def test_a_constructed_page_without_its_label_is_reported_at_its_heading(small_site: SmallSite) -> None:
    small_site.pages(
        "index", "# A case {#c}\n\nShe is late.\n", "# Et eksempel {#c}\n\nHun kommer for sent.\n", kind="constructed"
    )
    assert found(small_site) == [
        place(small_site, "case-no-label", "# Et", "da"),
        place(small_site, "case-no-label", "# A case"),
    ]


@pytest.mark.parametrize(
    "label",
    [
        "**Constructed training case – not a real person**",
        "constructed training case - not a real person.",
        "/// case\nText.\n///",
    ],
)
def test_the_label_may_stand_in_any_of_its_forms_and_the_block_brings_it(small_site: SmallSite, label: str) -> None:
    small_site.page("en", "index", f"# A case {{#c}}\n\n{label}\n\nShe is late.\n", kind="constructed")
    assert found(small_site) == []


def test_the_label_far_down_the_page_comes_too_late(small_site: SmallSite) -> None:
    text = "Text.\n\n" * 8
    body = f"# A case {{#c}}\n\n{text}Constructed training case – not a real person\n"
    small_site.page("en", "index", body, kind="constructed")
    assert found(small_site) == [place(small_site, "case-no-label", "# A case")]


def test_a_story_about_one_person_is_advised_on_unless_it_is_a_labelled_case(small_site: SmallSite) -> None:
    small_site.page("en", "index", "# P {#p}\n\nSofie, 19, has left.\n\n/// case | The squat\nMikkel, 17, has left.\n///\n")
    small_site.page("da", "index", "# P {#p}\n\nSofie på 19 er flyttet.\n\nI Danmark, 12 steder, er det sådan.\n")
    assert found(small_site) == [
        place(small_site, "case-story", "Sofie", "da"),
        place(small_site, "case-story", "Sofie"),
    ]
    assert severity(harms(small_site.library())[0]) == "advice"


@pytest.mark.parametrize("kind", [None, ""])
def test_a_page_that_does_not_say_its_kind_is_reported_once(small_site: SmallSite, kind: str | None) -> None:
    small_site.page("en", "index", "# P {#p}\n\nText.\n", kind=kind)
    findings = [
        one for one in small_site.findings() if one.file == "docs/en/index.md" and "kind" in f"{one.id} {dict(one.details)}"
    ]
    assert [one.id for one in findings] == ["kind-missing"]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "“We have all left the group,” said the project manager."),
        ("en", "Anna Holm told us: “They simply stopped coming.”"),
        ("da", "”Vi har alle forladt gruppen,” sagde projektlederen."),
        ("da", "Ifølge Anna Holm ”holdt de bare op med at komme”."),
    ],
)
def test_words_given_to_somebody_real_need_a_source_on_every_kind_of_page(
    small_site: SmallSite, language: str, words: str
) -> None:
    small_site.page(language, "index", f"# P {{#p}}\n\nText.\n{words}\n")
    assert found(small_site) == [place(small_site, "quote-no-source", words, language)]
    small_site.page(language, "index", f"# P {{#p}}\n\nText.\n{words[:-1]} [@sheet].\n")
    assert found(small_site) == []
    small_site.page(language, "index", f"# P {{#p}}\n\n/// case\nText.\n{words}\n///\n")
    assert found(small_site) == []


def test_sample_wording_for_a_talk_needs_no_source_in_a_guide_and_needs_one_on_a_page_of_facts(small_site: SmallSite) -> None:
    sample = "# P {#p}\n\nThe young man says: “Nobody listens to me.” You can say: “I am listening to you now.”\n"
    small_site.page("en", "index", sample)
    assert found(small_site) == []
    small_site.page("en", "index", sample, kind="sourced")
    assert found(small_site) == [place(small_site, "quote-no-source", "Nobody")]


def test_a_signed_quotation_needs_a_source(small_site: SmallSite) -> None:
    small_site.page("da", "index", "# P {#p}\n\n> Det ændrede mit liv.\n>\n> – Tidligere deltager\n")
    assert found(small_site) == [place(small_site, "quote-no-source", "Det ændrede", "da")]
    small_site.page("da", "index", "# P {#p}\n\n> Det ændrede mit liv [@sheet].\n>\n> – Tidligere deltager\n")
    assert found(small_site) == []


@pytest.mark.parametrize(
    ("language", "words", "right"),
    [
        ("en", "The keynote speaker was the head of the project.", "The speakers are not stated."),
        ("en", "Karen Dahl gave the opening speech.", "Invite a keynote speaker who can answer questions."),
        ("da", "Hovedtaleren var projektets leder.", "Talerne er ikke oplyst."),
        ("da", "Karen Dahl holdt åbningstalen.", "Inviter en oplægsholder, der kan svare på spørgsmål."),
    ],
)
def test_a_speaker_who_is_told_of_needs_a_source_and_one_who_is_planned_does_not(
    small_site: SmallSite, language: str, words: str, right: str
) -> None:
    small_site.page(language, "index", f"# P {{#p}}\n\n{right}\n\n{words}\n", kind="sourced")
    assert found(small_site) == [place(small_site, "speaker-no-source", words, language)]
    small_site.page(language, "index", f"# P {{#p}}\n\n{words[:-1]} [@sheet].\n", kind="sourced")
    assert found(small_site) == []


# ---------- Words about groups ----------


def test_wording_that_marks_a_group_is_reported_with_what_to_write_instead(small_site: SmallSite) -> None:
    small_site.pages("index", "# P {#p}\n\nText\nabout Muslim\nextremism.\n", "# P {#p}\n\nOm muslimsk ekstremisme.\n")
    assert found(small_site) == [place(small_site, "stigma", "Om muslimsk", "da"), place(small_site, "stigma", "about Muslim")]
    danish, english = harms(small_site.library())
    assert "Islamist extremism" in words(english, "en").fix
    assert "islamistisk ekstremisme" in words(danish, "da").fix


def test_titles_summaries_and_data_are_read_as_well(small_site: SmallSite) -> None:
    summary = "How the brainwashed young people of the region are met by mentors."
    small_site.page("en", "index", "# P {#p}\n\nText.\n", title="Ticking bombs", summary=summary)
    definition = {"en": "A talk with brainwashed people.", "da": "En samtale."}
    term = {"id": "exit-talk", "term": {"en": "exit talk", "da": "exitsamtale"}, "definition": definition, "sources": ["sheet"]}
    small_site.data("glossary.yml", [{**term, "avoid": {"en": ["ticking bomb"]}}])
    lines = (small_site.root / "docs/data/glossary.yml").read_text().split("\n")
    line = next(number for number, words in enumerate(lines, 1) if "brainwashed" in words)
    assert found(small_site) == [
        ("stigma", "docs/data/glossary.yml", line),
        place(small_site, "stigma", "title: Ticking"),
        place(small_site, "stigma", "summary:"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Do not say “Muslim extremism”.",
        "The word *brainwashed* hurts.",
        "“Brainwashed” takes the choice away.",
        "| Write | Not |\n|---|---|\n| persuaded | brainwashed |",
        "We avoid these words:\n\n- brainwashed",
        "The idea that Muslims are more violent is wrong.",
        "`brainwashed`",
    ],
)
def test_speaking_about_a_word_is_not_using_it(small_site: SmallSite, text: str) -> None:
    small_site.page("en", "index", f"# P {{#p}}\n\n{text}\n")
    assert found(small_site) == []


def test_what_is_said_of_a_whole_group_is_reported_in_both_languages(small_site: SmallSite) -> None:
    small_site.pages("index", "# P {#p}\n\nActivists are dangerous.\n", "# P {#p}\n\nAktivister er farlige.\n")
    assert found(small_site) == [
        place(small_site, "stigma", "Aktivister", "da"),
        place(small_site, "stigma", "Activists"),
    ]


# ---------- Links ----------


@pytest.mark.parametrize(
    "text",
    [
        "[a](https://propaganda.example/x)",
        "<https://Media.Propaganda.EXAMPLE>",
        "[a][r]\n\n[r]: http://propaganda.example",
        '<a href="//propaganda.example/x">a</a>',
        "Look up propaganda.example.",
        "[a](https://name@propaganda.example:8080/x)",
        "```text\npropaganda.example\n```",
        "[a](http://abcdefgh.onion/x)",
        "Short: bit.ly/abc",
        "[a](https://t.me/channel)",
    ],
)
def test_the_address_of_a_listed_host_is_reported_however_it_is_written(small_site: SmallSite, text: str) -> None:
    small_site.page("en", "index", f"# P {{#p}}\n\n{text}\n")
    assert [check for check, _, _ in found(small_site)] == ["link-listed"]


@pytest.mark.parametrize(
    "text",
    [
        "[a](https://example.org/propaganda.example)",
        "[a](https://notpropaganda.example/x)",
        "[a](https://propaganda.example.org/x)",
        "Write no short address such as bit.ly.",
        "Opinion.legal text",
    ],
)
def test_other_hosts_and_a_bare_name_of_a_common_service_are_left_alone(small_site: SmallSite, text: str) -> None:
    small_site.page("en", "index", f"# P {{#p}}\n\n{text}\n")
    assert found(small_site) == []


def test_a_listed_host_in_the_register_of_sources_is_reported_and_its_name_is_not_spread(small_site: SmallSite) -> None:
    path = small_site.root / "docs/data/sources.yml"
    text = path.read_text().replace("https://example.org/sheet", "https://propaganda.example/sheet")
    path.write_text(text)
    line = next(number for number, words in enumerate(text.split("\n"), 1) if "propaganda" in words)
    assert found(small_site) == [("link-listed", "docs/data/sources.yml", line)]
    message = words(harms(small_site.library())[0], "en")
    assert "propaganda.example" not in f"{message.what} {message.why} {message.fix}"


def test_a_host_may_be_listed_by_its_fingerprint(monkeypatch: pytest.MonkeyPatch) -> None:
    kinds = hosts().kinds
    entry = Host(fingerprint=listed._fingerprint("secret.example"), kind="propaganda")
    monkeypatch.setattr(listed, "_listed", lambda: {entry.fingerprint: kinds[0]})
    listed._kind_of.cache_clear()
    assert [one.line for one in listed.listed_hosts("a\nhttps://sub.secret.example/x")] == [2]
    listed._kind_of.cache_clear()


# ---------- The words themselves ----------


def test_every_message_offers_what_to_write_instead_in_both_languages(
    tried: dict[str, list[Tried]], small_site: SmallSite
) -> None:
    shown: dict[str, Finding] = {}
    for number, one in enumerate(tried["bad"]):
        if set(one.snippet["expect"]) - set(shown):
            kind = one.snippet.get("kind", "guidance")
            small_site.page(one.snippet["language"], f"p{number}", f"# P {{#p}}\n\n{one.snippet['text']}", kind=kind)
            shown |= {found.id: found for found in harms(small_site.library())}
    assert set(shown) == IDS
    for found_here in shown.values():
        for language in LANGUAGES:
            fix = words(found_here, language).fix
            assert len(fix) > 30
            assert "{" not in fix


@pytest.mark.parametrize(
    ("entry", "text", "match"),
    [
        ("brainwash*", "They were Brainwashed.", "Brainwashed"),
        ("red flag(s|)", "two red\nflags", "red\nflags"),
        ("give … points", "give every cue two points", "give every cue two points"),
        ("# points", "12 points", "12 points"),
        ("*terrorist*", "økoterroristerne", "økoterroristerne"),
        ("cue", "rescue", None),
        ("don't", "Don’t go", "Don’t"),
    ],
)
def test_the_lists_of_words_are_read_as_their_readme_says(entry: str, text: str, match: str | None) -> None:
    found_here = Finder([entry]).search(text)
    assert (found_here[0] if found_here else None) == match


def test_every_listed_host_has_a_kind_with_its_reason_in_both_languages() -> None:
    kinds: Sequence[str] = [kind.id for kind in hosts().kinds]
    assert all(entry.kind in kinds for entry in hosts().hosts)
    assert all(bool(entry.host) is not bool(entry.fingerprint) for entry in hosts().hosts)
