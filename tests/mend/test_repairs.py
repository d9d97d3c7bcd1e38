"""All repairs together, on many texts put together by chance: no word, code or address changes, and once is enough."""

import random
from collections.abc import Iterator

import markdown
import pytest
from knowledge.content.languages import LANGUAGES, Language
from knowledge.content.library import Library
from knowledge.mend.repairs import NAMES, PageFile, mended_data, mended_page, unmendable
from knowledge.mend.words import same_words
from selectolax.lexbor import LexborHTMLParser

_PIECES = (
    *(
        'He said "yes" and “no” and ”maybe”. ',
        'An "open mark. ',
        "5 % of 8 mio. kr. and 64.5% ",
        "kl. 8, § 15 ",
        "100 euro\u00a0x ",
    ),
    *(
        '`a "b" 5 %` ',
        '<b title="x">"y"</b> ',
        '[link "x"](a.md "t") ',
        "[@sheet]",
        "[^1] ",
        "word",
        " ",
        "  ",
        "\t",
        "\n",
        "\n\n",
    ),
    *("  \n", "\n- ", "\n1. ", "\n## Head ", "\n\n    ", '\n\n```\n"c" 5 %  \n```\n\n', '\n/// note | "T"\n', "\n///\n", "**"),
    *(
        '\n| "a" | 5 % |\n|---|---|\n| b | "c" |\n',
        "<div>\n",
        "</div>\n",
        "<!-- ",
        " -->",
        '\\"',
        "{#id}",
        "{",
        "}",
        "(",
        ")",
        "[",
    ),
    *(
        "]",
        "`",
        "```\n",
        "«",
        "»",
        'https://example.org/"x" ',
        "æøå",
        '12" ',
        "'",
        "’",
        "…",
        "–",
        "> ",
        "\n> ",
        "$x$ ",
        "&quot;",
    ),
    *("\u202f", "===\n", "---\n", '[r]: x.md "t"\n', ": ", "|", "://", "%", "\\", "<br>", "<", ">", "\r\n", "\ufeff", "\x0b"),
    *("\u2028", "\x85", "*", "_"),
)


def _texts(count: int) -> Iterator[tuple[str, Language]]:
    chance = random.Random(20261122)  # noqa: S311 (the same texts every time)
    for number in range(count):
        yield "".join(chance.choices(_PIECES, k=chance.randint(1, 40))), LANGUAGES[number % 2]


def _page(body: str) -> str:
    return f'---\nkind: guidance\ntitle: The "plan"\nsummary: 5 % of it \n---\n{body}'


def test_repairs_made_twice_are_repairs_made_once() -> None:
    for body, language in _texts(800):
        once = mended_page(PageFile(_page(body), language), NAMES)
        assert mended_page(PageFile(once, language), NAMES) == once, (body, language)


def test_no_repair_changes_a_word() -> None:
    for body, language in _texts(800):
        written = _page(body)
        mended = mended_page(PageFile(written, language), NAMES)
        front, was = mended.split("---\n", 2)[1], written.split("---\n", 2)[1]
        assert same_words(body.replace("\ufeff", ""), mended.split("---\n", 2)[2].replace("\ufeff", "")), (body, mended)
        assert sorted(same(front)) == sorted(same(was))


def same(front: str) -> list[str]:
    """The entries of front matter, whatever their order, marks and spaces."""
    plain = front.translate(str.maketrans("“”", '""')).replace("\u00a0", " ").replace(" %", "%")
    return [line.strip() for line in plain.splitlines()]


def test_no_repair_reaches_into_code_or_the_attributes_of_an_element() -> None:
    for body, language in _texts(400):
        # Carriage returns and signs of other line ends are a matter of their own.
        words = "".join(sign for sign in body if sign not in "\r\ufeff\x0b\u2028\x85\u202f")
        plain = f"First.\n\n{words}\n\nLast.\n"
        mended = mended_page(PageFile(plain, language), NAMES)
        assert kept(mended) == kept(plain), (plain, mended)


_EXTENSIONS = ["attr_list", "def_list", "footnotes", "tables", "toc", "pymdownx.superfences"]


def kept(text: str) -> list[object]:
    """What a reader's program is told besides prose: the elements with their attributes, and what stands in code."""
    tree = LexborHTMLParser(markdown.markdown(text, extensions=_EXTENSIONS))
    found: list[object] = []
    for node in tree.body.traverse() if tree.body is not None else ():
        attributes = {name: value for name, value in node.attributes.items() if name in {"id", "href", "src", "title", "class"}}
        # A title of a heading makes its id here, which every heading of the site names itself.
        code = [line.strip() for line in node.text().split("\n")] if node.tag == "code" else []
        found.append((node.tag, {} if (node.tag or "").startswith("h") else attributes, code))
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_real_pages_keep_every_word_and_need_each_repair_once(library: Library, language: Language) -> None:
    for page in library.in_language(language):
        twin = library.twin(page)
        assert twin is not None
        written = (library.root / page.file).read_text(encoding="utf-8")
        mended = mended_page(PageFile(written, language, (library.root / twin.file).read_text(encoding="utf-8")), NAMES)
        assert same_words(written, mended), page.file
        assert mended_page(PageFile(mended, language), NAMES) == mended


def test_the_real_data_files_keep_every_word(library: Library) -> None:
    files = [file for file in library.files if file.startswith("docs/data/") and file.endswith(".yml")]
    assert files
    for file in files:
        written = (library.root / file).read_text(encoding="utf-8")
        mended = mended_data(written, NAMES)
        assert same_words(written, mended), file
        assert mended_data(mended, NAMES) == mended, file


def test_only_the_repairs_that_are_named_are_made() -> None:
    written = PageFile('---\ntitle: x\n---\n# "A" \n\n5 % of it\n', "en")
    assert mended_page(written, {"quotation-marks"}) == "---\ntitle: x\n---\n# “A” \n\n5 % of it\n"
    assert mended_page(written, {"spaces"}) == '---\ntitle: x\n---\n# "A" \n\n5% of it\n'
    assert mended_page(written, {"blanks"}) == '---\ntitle: x\n---\n# "A"\n\n5 % of it\n'
    assert mended_page(written, set()) == written.text


def test_windows_line_ends_wait_for_their_own_repair() -> None:
    written = PageFile('---\r\ntitle: x\r\n---\r\n"a"\r\n', "en")
    assert mended_page(written, {"quotation-marks"}) == written.text
    assert mended_page(written, NAMES) == "---\ntitle: x\n---\n“a”\n"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("---\ntitle: x\n---\nText\n<<<<<<< ours\na\n=======\nb\n>>>>>>> theirs\n", "an unfinished merge stands in line 5"),
        ('---\ntitle: "x"\n\nThe rest was lost when the file was sav', "the front matter has no second line of dashes"),
    ],
)
def test_a_file_that_was_left_half_done_is_not_mended(text: str, reason: str) -> None:
    assert reason in (unmendable(text) or "")
    assert unmendable("---\ntitle: x\n---\nText\n") is None
    assert unmendable("Text\n") is None


def test_a_large_pasted_text_takes_no_time_that_grows_with_its_square() -> None:
    """Each of these would take minutes if a repair looked from every sign to the end of the text."""
    for piece in (
        '<a "',
        '"',
        '](x "',
        "<a>",
        "\u00a0",
        " ",
        "{",
        "[@",
        "5 %",
        "`",
        '- "',
        "&",
        "\\",
        "[^",
        "https://",
        "a\u00a0",
        "| ",
    ):
        text = piece * (60_000 // len(piece))
        assert same_words(text, mended_page(PageFile(text, "da"), NAMES))
