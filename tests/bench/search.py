"""How fast the search answers and what it weighs: at the site's own size, and at a thousand pages a language made from it.

Run by `make bench` on a site that is built anew; give a built site's folder to measure that one.
"""

import gzip
import json
import random
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

from knowledge.content.languages import LANGUAGES, Language
from knowledge.content.library import Library, load_library
from knowledge.publish import build_site
from knowledge.search.browser import chromium, served
from knowledge.search.quality import read_questions
from knowledge.search.table import Row, table
from knowledge.search.write import index
from rich.console import Console
from rich.table import Table

REPOSITORY = Path(__file__).parent.parent.parent
MANY = 1000

# Loads the index and the engine as the worker does, types every question letter by letter, and tells the times in milliseconds.
_MEASURE = """async ([address, index, language, questions]) => {
  const {Engine} = await import(address + 'assets/scripts/search/engine.js');
  const {stemmerOf} = await import(address + 'assets/scripts/search/words.js');
  const stemmer = await stemmerOf(language);
  const text = await (await fetch(address + index)).text();
  const start = performance.now();
  const engine = new Engine(JSON.parse(text), stemmer);
  engine.search(questions[0]);
  const first = performance.now() - start;
  const strokes = [];
  for (const question of questions) {
    for (let end = 1; end <= question.length; end += 1) {
      const begun = performance.now();
      engine.search(question.slice(0, end));
      strokes.push(performance.now() - begun);
    }
  }
  strokes.sort((one, other) => one - other);
  const at = (share) => strokes[Math.floor(strokes.length * share)];
  return {first, median: at(0.5), late: at(0.95), memory: performance.memory?.usedJSHeapSize ?? 0};
}"""


def many(rows: tuple[Row, ...], seed: int = 1) -> tuple[Row, ...]:
    """Return the rows of a thousand pages: the site's own, and copies of them with half of the words changed."""
    chance = random.Random(seed)  # noqa: S311 (the same pages each time)
    words = sorted({word for row in rows for word in row.weights})
    pages = list(dict.fromkeys(row.page for row in rows))
    made = list(rows)
    for number in range(MANY - len(pages)):
        page = pages[number % len(pages)]
        made += [_copy(row, f"{page}-{number}", words, chance) for row in rows if row.page == page]
    return tuple(replace(row, id=number) for number, row in enumerate(made))


def _copy(row: Row, page: str, words: list[str], chance: random.Random) -> Row:
    changed = {word: chance.choice(words) if chance.random() < 0.5 else word for word in row.weights}
    return replace(
        row,
        page=page,
        address=f"{page}/",
        weights={changed[word]: weight for word, weight in row.weights.items()},
        counts={changed.get(word, word): count for word, count in row.counts.items()},
    )


def _measured(library: Library, site: Path, language: Language, rows: tuple[Row, ...], name: str) -> tuple[str, ...]:
    text = json.dumps(index(library, language, rows), ensure_ascii=False, separators=(",", ":"))
    (site / name).write_text(text, encoding="utf-8")
    asked = [one.query for one in read_questions(REPOSITORY / "tests" / "search" / "queries.yml") if one.language == language]
    with chromium() as browser, served(site) as address:
        page = browser.new_page()
        page.goto(address)
        told: dict[str, Any] = page.evaluate(_MEASURE, [address, name, language, asked])
    packed = len(gzip.compress(text.encode(), 9, mtime=0))
    times = (f"{told[part]:.1f}" for part in ("first", "median", "late"))
    return (f"{packed / 1024:.1f}", *times, f"{told['memory'] / 2**20:.0f}")


def main() -> None:
    """Print the table for both languages at both sizes."""
    library = load_library(REPOSITORY)
    with tempfile.TemporaryDirectory() as folder:
        site = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(folder) / "site"
        if len(sys.argv) < 2:
            build_site(library, site)
        shown = Table("", "pages", "KB gzip", "first, ms", "keystroke, ms", "95th, ms", "memory, MB", title="Search")
        for language in LANGUAGES:
            rows = table(library, language, site)
            for size in (rows, many(rows)):
                pages = len({row.page for row in size})
                shown.add_row(language, str(pages), *_measured(library, site, language, size, f"bench-{language}-{pages}.json"))
        Console().print(shown)


if __name__ == "__main__":
    main()
