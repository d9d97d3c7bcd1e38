"""The command that keeps the ledger of published addresses."""

import pytest
from knowledge.cli import app
from knowledge.content.ledger import HEADER, LEDGER
from typer.testing import CliRunner

from tests.small_site import SmallSite


def run(site: SmallSite, *words: str) -> tuple[int, str]:
    answer = CliRunner().invoke(app, ["addresses", "--root", str(site.root), *words])
    return answer.exit_code, answer.output


def test_without_write_the_new_addresses_are_only_listed(small_site: SmallSite) -> None:
    code, said = run(small_site)
    assert code == 1
    assert "+ /da/#hello" in said and "0 addresses" in said and "4 to be added" in said
    assert not (small_site.root / LEDGER).exists()


def test_with_write_they_are_added(small_site: SmallSite) -> None:
    assert run(small_site, "--write")[0] == 0
    assert (small_site.root / LEDGER).read_text() == f"{HEADER}/\n/#hello\n/da/\n/da/#hello\n"
    assert run(small_site) == (0, f"4 addresses in {LEDGER}; 0 to be added; 0 gone without a redirect.\n")


def test_what_is_gone_is_told_and_stays_in_the_ledger(small_site: SmallSite) -> None:
    run(small_site, "--write")
    path = small_site.root / LEDGER
    path.write_text(path.read_text() + "/old/\n")
    code, said = run(small_site, "--write")
    assert code == 1 and "/old/" in said and "1 gone without a redirect" in said
    assert "/old/" in path.read_text()


def test_a_ledger_that_cannot_be_read_is_left_alone(small_site: SmallSite) -> None:
    small_site.write(LEDGER, b"\xff")
    code, said = run(small_site, "--write")
    assert code == 2 and "cannot be read" in said
    assert (small_site.root / LEDGER).read_bytes() == b"\xff"


@pytest.mark.parametrize("words", [(), ("--write",)])
def test_a_folder_without_a_site_is_wrong_use(tmp_path_factory: pytest.TempPathFactory, words: tuple[str, ...]) -> None:
    folder = tmp_path_factory.mktemp("empty")
    assert CliRunner().invoke(app, ["addresses", "--root", str(folder), *words]).exit_code == 2
