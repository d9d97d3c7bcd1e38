"""What is found in a Markdown text, on which line, and what is passed over because it is code."""

from dataclasses import replace

import pytest
from knowledge.content.markdown import Block, Document, Heading, Link, Mark, Trouble, read_markdown
from knowledge.content.visible import without_code


def kinds(document: Document) -> list[tuple[str, int]]:
    return [(trouble.kind, trouble.line) for trouble in document.troubles]


def targets(text: str) -> list[str]:
    return [link.target for link in read_markdown(text).links]


# Headings


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("# Title {#title}", Heading(1, "Title", "title", 1)),
        ("###### Deep {#deep}", Heading(6, "Deep", "deep", 1)),
        ("## No id", Heading(2, "No id", None, 1)),
        ("## Closed ##", Heading(2, "Closed", None, 1)),
        ("## Closed {#id} ##", Heading(2, "Closed", "id", 1)),
        ("## Closed ## {#id}", Heading(2, "Closed", "id", 1)),
        ("##\tTab {#tab}", Heading(2, "Tab", "tab", 1)),
        ("##   Wide   {#wide}   ", Heading(2, "Wide", "wide", 1)),
        ("## Old form {: #old .plain }", Heading(2, "Old form", "old", 1)),
        ("## Class only {.plain}", Heading(2, "Class only", None, 1)),
        ("## Æ, ø og å {#æøå}", Heading(2, "Æ, ø og å", "æøå", 1)),
        ("## Dots {#a.b:c}", Heading(2, "Dots", "a.b:c", 1)),
        ("## Two {#first #second}", Heading(2, "Two", "second", 1)),
        ('## Hint {title="no #id here"}', Heading(2, "Hint", None, 1)),
        ("## Set {a} of b", Heading(2, "Set {a} of b", None, 1)),
        ("##", Heading(2, "", None, 1)),
        ("## {#only}", Heading(2, "", "only", 1)),
    ],
)
def test_a_heading_has_level_words_and_id(line: str, heading: Heading) -> None:
    assert read_markdown(line).headings == (heading,)


@pytest.mark.parametrize("line", ["####### Seven", "Text # no", "\\# Escaped", "    # Code", "> # Quoted", "- # In a list"])
def test_what_only_looks_like_a_heading_is_none(line: str) -> None:
    assert read_markdown(line).headings == ()


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("Title {#title}\n=====\n", Heading(1, "Title", "title", 1)),
        ("Part\n---\n", Heading(2, "Part", None, 1)),
        ("Text.\n\n*Part*\n-\n", Heading(2, "*Part*", None, 3)),
        ("# One {#one}\nTwo {#two}\n---\n", Heading(2, "Two", "two", 2)),
        ("/// note\nPart {#part}\n---\n///\n", Heading(2, "Part", "part", 2)),
    ],
)
def test_an_underlined_line_is_a_heading_at_its_own_line(text: str, heading: Heading) -> None:
    assert read_markdown(text).headings[-1] == replace(heading, underlined=True)


@pytest.mark.parametrize(
    "text",
    [
        "Text.\n\n---\n",
        "One line\nand another\n---\n",
        "| a |\n---\n",
        "    code\n---\n",
        "<br>\n---\n",
        "\n===\n",
    ],
)
def test_a_line_of_strokes_below_other_things_underlines_nothing(text: str) -> None:
    assert read_markdown(text).headings == ()


def test_headings_are_found_in_order_with_their_lines_in_the_file() -> None:
    document = read_markdown("# A {#a}\n\nText.\n\n## B {#b}\n\nC {#c}\n---\n", first_line=12)
    assert [(heading.id, heading.line) for heading in document.headings] == [("a", 12), ("b", 16), ("c", 18)]


@pytest.mark.parametrize("line", ["#Tight", "##Tight {#id}", "#112 is the number"])
def test_a_heading_without_a_space_is_told(line: str) -> None:
    document = read_markdown(f"Text.\n\n{line}\n")
    assert document.headings == ()
    assert document.troubles == (Trouble("heading-tight", 3, line),)


# Code and comments


@pytest.mark.parametrize(
    "text",
    [
        "```\n{marks}\n```",
        "~~~ markdown\n{marks}\n~~~",
        "````\n```\n{marks}\n````",
        "   ```\n   {marks}\n   ```",
        "> ```\n> {marks}\n>\n> {marks}\n> ```",
        "- ```\n  {marks}\n\n  {marks}\n  ```",
        "1. ```\n   {marks}\n   ```",
        "`{marks}`",
        "`` ` {marks} ``",
        "Words `over\n{marks} two lines` on.",
        "<!-- {marks} -->",
        "<!--\n\n{marks}\n\n-->",
        "<!-- a ` b --> <!-- {marks} ` -->",
        "    {marks}",
        "\t{marks}",
        "Text.\n\n    {marks}\n\n    {marks}",
        "- Item\n\nText.\n\n    {marks}",
    ],
)
def test_marks_within_code_and_comments_are_no_marks(text: str) -> None:
    marks = "[a](b.md) ![](c.svg) [@d] [e](term:f) [g][h] [^i] <a href='j.md' id='k'> {#l} <div> /// note"
    document = read_markdown(text.replace("{marks}", marks))
    found = (
        document.links,
        document.citations,
        document.terms,
        document.ids,
        document.used_references,
        document.used_footnotes,
    )
    assert found == ((), (), (), (), (), ())
    assert document.blocks == ()
    assert document.troubles == ()


@pytest.mark.parametrize(
    "line", ["# Heading", "/// note", "///", "!!! note", '=== "Tab"', '--8<-- "a.md"', "#tight", "</div>", "<<<<<<< a"]
)
def test_lines_within_code_blocks_are_no_lines_of_the_page(line: str) -> None:
    document = read_markdown(f"```\n{line}\n```\n")
    assert (document.headings, document.blocks, document.troubles) == ((), (), ())


@pytest.mark.parametrize(
    "text",
    [
        "\\`[a](b.md)\\`",
        "```code``` [a](b.md)",
        "`<!--` [a](b.md) `-->`",
        "` [a](b.md)\n\n`",
        "<!-- never closed [a](b.md)",
        "--> [a](b.md) <!--",
        "`` [a](b.md) `",
        "- Item\n\n    [a](b.md)",
        "1. Item\n\n    More.\n\n    [a](b.md)",
        "[^1]: Note\n\n    [a](b.md)",
        "Word\n:   Meaning\n\n    [a](b.md)",
        "Text\n    [a](b.md)",
        "- ```\n  code\n  ```\n- [a](b.md)",
    ],
)
def test_marks_beside_code_are_found(text: str) -> None:
    assert "b.md" in targets(text)
    assert "fence-open" not in [kind for kind, _ in kinds(read_markdown(text))]


def test_a_code_block_that_is_never_closed_is_told_where_it_begins() -> None:
    document = read_markdown("Text.\n\n~~~ python\ncode\n```\n\n# No heading\n", first_line=10)
    assert document.troubles == (Trouble("fence-open", 12, "~~~"),)
    assert document.headings == ()


@pytest.mark.parametrize("closing", ["````", "``", "``` python", "~~~"])
def test_only_the_same_fence_closes_a_code_block(closing: str) -> None:
    assert kinds(read_markdown(f"```\ncode\n{closing}\n")) == [("fence-open", 1)]


def test_a_fence_within_a_list_in_a_code_block_is_code() -> None:
    document = read_markdown("```\n- ```\n# code\n```\n\n# Heading\n")
    assert [heading.line for heading in document.headings] == [6]
    assert document.troubles == ()


def test_code_is_blanked_without_moving_a_line() -> None:
    text = "a\n```\nb\n```\nc `d` e <!-- f\ng --> h\n"
    blank = without_code(text)
    assert blank.count("\n") == text.count("\n")
    assert blank.split("\n")[4] == "c     e " + " " * len("<!-- f")
    assert [line.strip() for line in blank.split("\n")] == ["a", "", "", "", "c     e", "h", ""]


# Links


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("[a](b.md)", "b.md"),
        ("[a](b.md#c)", "b.md#c"),
        ("[a](<b c.md>)", "b c.md"),
        ("[a](b c.md)", "b c.md"),
        ("[a](b%20c.md?d=e#f)", "b%20c.md?d=e#f"),
        ("[a]( b.md )", "b.md"),
        ("[a](b_(c).md)", "b_(c).md"),
        ("[a](b(c(d)).md)", "b(c(d)).md"),
        ('[a](b.md "Title")', "b.md"),
        ("[a](b.md 'Title')", "b.md"),
        ("[a](b.md 'it's')", "b.md"),
        ('[a](b.md "a \\" b")', "b.md"),
        ('[a](b.md "smile :)")', "b.md"),
        ("[a](b.md\n'Title')", "b.md"),
        ('[a](<b.md> "Title")', "b.md"),
        ("[a\nb](c.md)", "c.md"),
        ("[a [b] c](d.md)", "d.md"),
        ("[a](b.md){#c}", "b.md"),
        ("[a](HTTPS://example.org)", "HTTPS://example.org"),
        ("[a](mailto:a@b.dk)", "mailto:a@b.dk"),
        ("[a]()", ""),
        ("[](b.md)", "b.md"),
        ("[a]: b.md", "b.md"),
        ("[a]: <b.md> 'Title'", "b.md"),
        ("[a]:\n  b.md", "b.md"),
        ("![a](b.svg)", "b.svg"),
    ],
)
def test_the_address_of_a_link_is_found(text: str, target: str) -> None:
    assert targets(text) == [target]


@pytest.mark.parametrize(
    "text",
    ["\\[a](b.md)", "[a] (b.md)", "[a](b.md", "[a]\n(b.md)", "[a](b\n\nc)", "- [ ] to do (later)", "<https://example.org>"],
)
def test_what_the_site_prints_as_text_is_no_link(text: str) -> None:
    assert targets(text) == []


def test_a_link_has_words_a_line_and_a_form() -> None:
    document = read_markdown("Text.\n[words](a.md) and <a href='b.md'>c</a>\n", first_line=5)
    assert document.links == (Link("a.md", "words", 6), Link("b.md", "", 6, form="html"))


def test_a_picture_within_a_link_stands_on_its_own_line() -> None:
    document = read_markdown("[\n![A picture](a.svg)\n](b.md)\n")
    assert document.links == (Link("b.md", "\n![A picture](a.svg)\n", 1), Link("a.svg", "A picture", 2, image=True))


def test_an_escaped_exclamation_mark_makes_no_picture() -> None:
    assert read_markdown("\\![a](b.md)").links == (Link("b.md", "a", 1),)


@pytest.mark.parametrize(
    ("html", "link"),
    [
        ('<a href="b.md">', Link("b.md", "", 1, form="html")),
        ("<A HREF='b c.md'>", Link("b c.md", "", 1, form="html")),
        ("<a href=b.md>", Link("b.md", "", 1, form="html")),
        ("<a\n  class='x'\n  href='b.md'>", Link("b.md", "", 1, form="html")),
        ('<a title="a > b" href="b.md">', Link("b.md", "", 1, form="html")),
        ('<img src="b.svg" alt="A picture">', Link("b.svg", "A picture", 1, image=True, form="html")),
        ("<img alt='A picture' src='b.svg' />", Link("b.svg", "A picture", 1, image=True, form="html")),
        ("<IMG SRC=b.svg ALT=Picture>", Link("b.svg", "Picture", 1, image=True, form="html")),
        ('<img src="b.svg">', Link("b.svg", "", 1, image=True, form="html")),
        ('<img src="b.svg" alt="">', Link("b.svg", "", 1, image=True, form="html")),
        ('<iframe src="b.html"></iframe>', Link("b.html", "", 1, form="html")),
    ],
)
def test_links_and_pictures_in_raw_html_are_found(html: str, link: Link) -> None:
    assert read_markdown(html).links == (link,)


@pytest.mark.parametrize("html", ["<a data-href='b.md'>", "a < b href='c.md'", "<a>", "<a href>", "</a href='b.md'>"])
def test_html_without_an_address_is_no_link(html: str) -> None:
    assert targets(html) == []


def test_a_picture_shown_by_reference_is_a_picture() -> None:
    document = read_markdown("![A mentor][photo] and ![][photo]\n\n[Photo]: a.svg\n")
    pictures = [link for link in document.links if link.image]
    assert pictures == [Link("a.svg", "A mentor", 1, image=True), Link("a.svg", "", 1, image=True)]


# Citations, terms, references, footnotes


def test_each_source_of_a_citation_is_a_mark() -> None:
    document = read_markdown("Text [@one].\nMore [@two; @three;@four-4].\n", first_line=3)
    assert document.citations == (Mark("one", 3), Mark("two", 4), Mark("three", 4), Mark("four-4", 4))


@pytest.mark.parametrize("text", ["\\[@one]", "[@]", "@one", "[one@two]", "[@one two]"])
def test_what_only_looks_like_a_citation_is_none(text: str) -> None:
    assert read_markdown(text).citations == ()


def test_a_link_to_a_term_is_a_term_and_no_link() -> None:
    document = read_markdown("A [mentor](term:mentor)\nand an [exit talk][talk].\n\n[talk]: term:exit-talk\n")
    assert document.terms == (Mark("mentor", 1), Mark("exit-talk", 4))
    assert document.links == ()


def test_references_are_used_and_defined() -> None:
    document = read_markdown("[words][one], [two][] and [three\nlines][ One ].\n\n[one]: a.md\n[Two]: b.md\n")
    assert document.used_references == (Mark("one", 1), Mark("two", 1), Mark("One", 1))
    assert document.defined_references == (Mark("one", 4), Mark("Two", 5))
    assert [(link.target, link.line) for link in document.links] == [("a.md", 4), ("b.md", 5)]


@pytest.mark.parametrize(
    "text", ["[sic][^1]", "[words][@source]", "\\[a][b]", "[a] [b]", "[a](b.md)[@c]", "[@a][@b]", "[^1][^2]", "[ ] [x]"]
)
def test_brackets_side_by_side_are_no_reference(text: str) -> None:
    assert read_markdown(text).used_references == ()


def test_footnotes_are_used_and_defined() -> None:
    document = read_markdown("Text[^1] and[^note]: more.\n\n[^1]: First, see [^note].\n[^note]: Second.\n")
    assert document.used_footnotes == (Mark("1", 1), Mark("note", 1), Mark("note", 3))
    assert document.defined_footnotes == (Mark("1", 3), Mark("note", 4))
    assert document.defined_references == ()


def test_an_escaped_footnote_is_text() -> None:
    assert read_markdown("\\[^1]").used_footnotes == ()


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("## A {#a}\n", ["a"]),
        ("[a](b.md){#c .d}", ["c"]),
        ("Text.\n{: #e }\n", ["e"]),
        ("<a id=\"f\"></a> <A NAME=g></A> <div id='h'></div>", ["f", "g", "h"]),
        ('<a id="i" name="i">', ["i"]),
        ('<input name="j"> <meta name="k">', []),
        ('<p data-id="l">', []),
        ("{#} {# m} { n } {o#p}", []),
    ],
)
def test_ids_are_found_wherever_they_are_given(text: str, ids: list[str]) -> None:
    assert [mark.name for mark in read_markdown(text).ids] == ids


# Blocks


def test_a_block_has_a_name_an_argument_and_two_lines() -> None:
    document = read_markdown("/// note | A title \nText.\n///\n\n///timeline\n///\n", first_line=10)
    assert document.blocks == (Block("note", "A title", 10, 12, text_line=11), Block("timeline", "", 14, 15, text_line=15))
    assert document.troubles == ()


def test_blocks_within_blocks_may_use_as_many_strokes() -> None:
    document = read_markdown("/// doors\n/// note | A\n///\n/// gap | B\n///\n///\n")
    spans = [(block.name, block.line, block.closing_line) for block in document.blocks]
    assert spans == [("doors", 1, 6), ("note", 2, 3), ("gap", 4, 5)]
    assert document.troubles == ()


def test_an_outer_block_may_use_more_strokes() -> None:
    document = read_markdown("//// doors\n/// note\n///\n////\n")
    assert [(block.name, block.closing_line) for block in document.blocks] == [("doors", 4), ("note", 3)]


def test_the_name_of_a_block_is_read_in_small_letters_as_the_site_reads_it() -> None:
    assert read_markdown("/// Note | A\n///\n").blocks == (Block("note", "A", 1, 2, text_line=2),)


def test_a_block_in_a_list_is_a_block() -> None:
    assert read_markdown("- Item\n\n    /// note\n    Text.\n    ///\n").blocks == (Block("note", "", 3, 5, text_line=4),)


def test_a_block_that_is_never_closed_is_told_where_it_begins() -> None:
    document = read_markdown("Text.\n\n/// note | A\nText.\n")
    assert document.blocks == (Block("note", "A", 3, None, text_line=4),)
    assert document.troubles == (Trouble("block-open", 3, "note"),)


def test_an_inner_block_that_was_forgotten_does_not_open_the_outer_one() -> None:
    document = read_markdown("//// doors\n/// gap\nText.\n////\n")
    assert [(block.name, block.closing_line) for block in document.blocks] == [("doors", 4), ("gap", None)]
    assert document.troubles == (Trouble("block-open", 2, "gap"),)


@pytest.mark.parametrize("text", ["Text.\n\n///\n", "/// note\n///\n///\n", "/// note Title\nText.\n///\n"])
def test_a_closing_line_without_a_block_is_told(text: str) -> None:
    assert read_markdown(text).troubles == (Trouble("block-stray", 3, "///"),)


def test_a_closing_line_with_other_strokes_closes_nothing() -> None:
    assert kinds(read_markdown("/// note\nText.\n////\n")) == [("block-open", 1), ("block-stray", 3)]


@pytest.mark.parametrize("text", ["a /// b", "// note", "https:///x"])
def test_strokes_in_a_text_are_no_block(text: str) -> None:
    document = read_markdown(text)
    assert (document.blocks, document.troubles) == ((), ())


# Forms that are not used here, and what is left open


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("!!! note", "admonition-form"),
        ('!!! note "Title"', "admonition-form"),
        ("??? question", "admonition-form"),
        ("???+ tip", "admonition-form"),
        ('=== "Tab"', "tab-form"),
        ('===! "Tab"', "tab-form"),
        ('===+ "Tab"', "tab-form"),
        ("=== “Tab”", "tab-form"),
        ('--8<-- "file.md"', "snippet-form"),
        ("--8<--", "snippet-form"),
        (";--8<-- 'file.md'", "snippet-form"),
    ],
)
def test_a_form_that_is_not_used_here_is_told_at_its_line(line: str, kind: str) -> None:
    assert read_markdown(f"Text.\n\n{line}\n", first_line=7).troubles == (Trouble(kind, 9, line),)


def test_long_words_are_cut_in_what_is_told() -> None:
    (trouble,) = read_markdown("!!! " + "x" * 500).troubles
    assert len(trouble.words) == 60


@pytest.mark.parametrize("line", ["Really!!!", "What???", "a === b", "a --8<-- b", "<<< a", ">> a"])
def test_the_same_signs_in_a_sentence_are_text(line: str) -> None:
    assert read_markdown(line).troubles == ()


@pytest.mark.parametrize(
    ("text", "troubles"),
    [
        ("<div>\n</div>", []),
        ("<DIV class='a'>\n</div>", []),
        ("<div>\n<section>\n</section>\n</div>", []),
        ("<div/>", []),
        ("<divider>", []),
        ("Text.\n<div>\n", [("html-open", 2)]),
        ("Text.\n</table>\n", [("html-stray", 2)]),
        ("<div>\n<div>\n</div>\n", [("html-open", 1)]),
        ("<div>\n\n    text\n    </div>\n", []),
    ],
)
def test_what_html_leaves_open_is_told(text: str, troubles: list[tuple[str, int]]) -> None:
    assert kinds(read_markdown(text)) == troubles


def test_troubles_are_told_from_the_top_down() -> None:
    document = read_markdown("</div>\n\n#tight\n\n/// note\n\n<div>\n\n```\n")
    assert kinds(document) == [("html-stray", 1), ("heading-tight", 3), ("block-open", 5), ("html-open", 7), ("fence-open", 9)]


# The text as a whole


@pytest.mark.parametrize("text", ["", "\n", "   \n\t\n"])
def test_a_text_of_nothing_holds_nothing(text: str) -> None:
    assert read_markdown(text) == Document(visible=read_markdown(text).visible)


def test_words_are_counted_without_code_and_citations() -> None:
    assert read_markdown("One two-fold three's [@four-five]. `six`\n\n```\nseven\n```\n").words == 3


def test_every_mark_has_its_line_in_the_file() -> None:
    text = "[a](b.md)\n[@c]\n[d](term:e)\n[f][g]\n[g]: h.md\nI[^j]\n\n[^j]: K\n<a id='l'>\n"
    document = read_markdown(text, first_line=100)
    marks = (document.citations, document.terms, document.used_references, document.defined_references)
    assert [mark.line for group in marks for mark in group] == [101, 102, 103, 104]
    assert [link.line for link in document.links] == [100, 104]
    footnotes = (*document.used_footnotes, *document.defined_footnotes)
    assert [mark.line for mark in footnotes] == [105, 107]
    assert document.ids == (Mark("l", 108),)


@pytest.mark.parametrize(
    "piece",
    ["<!-- ", "`a ", "[a](", "![", "<a href=", "{#", "# a" + " " * 1000, "/// a | b" + " " * 1000, "[^a", "[a](" + " " * 500],
)
def test_a_large_text_of_broken_marks_is_read_to_its_end(piece: str) -> None:
    text = piece * (300_000 // len(piece))
    document = read_markdown(f"{text}\n\n# Last {{#last}}\n")
    assert document.headings[-1].id == "last"
    assert document.headings[-1].line == text.count("\n") + 3


def test_a_large_page_of_plain_text_is_read_whole() -> None:
    section = "## Part {#part}\n\nA [link](a.md) and a source [@b].\n\n"
    document = read_markdown(section * 5000)
    assert (len(document.headings), len(document.links), len(document.citations)) == (5000, 5000, 5000)
    assert document.citations[-1].line == 4 * 4999 + 3


@pytest.mark.parametrize("text", ["- /// note | A", "1. /// note", "> /// now | B", "  - - /// gap"])
def test_a_block_on_the_line_of_a_list_mark_is_told_as_endless(text: str) -> None:
    (trouble,) = [trouble for trouble in read_markdown(text).troubles if trouble.kind == "block-in-line"]
    assert (trouble.line, trouble.endless) == (1, True)


@pytest.mark.parametrize("text", ["- A\n\n    /// note | B\n    C\n    ///", "`- /// note`", "- http:///path"])
def test_a_block_within_a_list_item_is_left_in_peace(text: str) -> None:
    assert [trouble for trouble in read_markdown(text).troubles if trouble.kind == "block-in-line"] == []
