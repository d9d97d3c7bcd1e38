"""The map of programmes."""

import gzip
import json
import re
from pathlib import Path

import pytest
from knowledge.catalogue.map import map_countries
from knowledge.content.library import Library

from tests.small_programmes import add_programme, stated
from tests.small_site import REPOSITORY, SmallSite

OUTLINES = "docs/data/map/europe.json"


@pytest.fixture
def mapped(small_site: SmallSite) -> SmallSite:
    """A small site with the real outlines, and Danish programmes alone."""
    small_site.write(OUTLINES, (REPOSITORY / OUTLINES).read_bytes())
    add_programme(small_site)
    return small_site


def test_every_country_of_the_list_that_may_have_a_programme_has_an_outline(library: Library) -> None:
    assert library.boundaries is not None
    assert set(library.countries) <= {*library.boundaries.countries, "ch"}
    assert len(library.boundaries.countries) == 29


def test_the_numbers_are_those_of_the_records(library: Library) -> None:
    shown = map_countries(library, "en")
    assert sum(one.count for one in shown) == len(library.programmes)
    assert all(one.page == f"programmes/countries/{one.code}" for one in shown if one.count)


def test_numbers_do_not_stand_on_each_other(library: Library) -> None:
    points = [one.shape.label for one in map_countries(library, "en") if one.count]
    nearest = min((x - u) ** 2 + (y - v) ** 2 for i, (x, y) in enumerate(points) for u, v in points[:i])
    # Two circles of radius 20 that touch a little can still be told apart.
    assert nearest >= 34**2


def test_one_programme_is_told_in_the_singular(mapped: SmallSite) -> None:
    def words(language: str) -> str:
        shown = map_countries(mapped.library(), "da" if language == "da" else "en")
        return next(one.words for one in shown if one.code == "dk")

    assert (words("en"), words("da")) == ("Denmark: 1 programme", "Danmark: 1 indsats")
    add_programme(mapped, id="dk-other")
    assert (words("en"), words("da")) == ("Denmark: 2 programmes", "Danmark: 2 indsatser")


def test_a_country_without_a_page_is_no_link(mapped: SmallSite) -> None:
    denmark = next(one for one in map_countries(mapped.library(), "en") if one.code == "dk")
    assert (denmark.count, denmark.page) == (1, None)
    mapped.pages("programmes/countries/dk", "# Denmark {#dk}\n\n/// country-programmes | dk\n///\n")
    denmark = next(one for one in map_countries(mapped.library(), "en") if one.code == "dk")
    assert denmark.page == "programmes/countries/dk"


def test_a_country_without_a_programme_has_a_name_and_no_number(mapped: SmallSite) -> None:
    add_programme(mapped, id="gb-way-out", country=stated("gb"))
    sweden = next(one for one in map_countries(mapped.library(), "en") if one.code == "se")
    assert (sweden.words, sweden.count, sweden.page) == ("Sweden", 0, None)


@pytest.mark.parametrize("path", ["M0 0l10 10z<script>", 'M0 0" onload="x', "M0 0l1.5 2z"])
def test_an_outline_that_is_none_is_found_at_its_line(mapped: SmallSite, path: str) -> None:
    outlines = json.loads((REPOSITORY / OUTLINES).read_text(encoding="utf-8"))
    outlines["countries"]["dk"]["path"] = path
    mapped.write(OUTLINES, json.dumps(outlines, indent=1))
    told = [one for one in mapped.findings() if one.file == OUTLINES]
    assert [one.id for one in told] == ["field-wrong"]
    assert '"path"' in (mapped.root / OUTLINES).read_text().splitlines()[told[0].line - 1]
    assert map_countries(mapped.library(), "en") == ()


def test_a_site_without_outlines_has_no_map_and_no_error(small_site: SmallSite) -> None:
    add_programme(small_site)
    assert map_countries(small_site.library(), "en") == ()


@pytest.mark.xdist_group("site")
def test_the_drawn_map_is_small_and_holds_a_link_for_each_country(library: Library, built_site: Path) -> None:
    html = (built_site / "programmes" / "index.html").read_text(encoding="utf-8")
    picture = re.search(r'<svg [^>]*class="map__picture".*?</svg>', html, re.DOTALL)
    assert picture is not None
    assert len(gzip.compress(picture[0].encode())) < 30_000
    links = re.findall(r'<a [^>]*href="(countries/\w\w/)"', picture[0])
    assert len(links) == len({one.code for one in library.programmes.values()})
