"""How fast the search answers and what it weighs: at the site's own size, and at a thousand pages a language made from it.

Run by `make bench` on a site that is built anew; give a built site's folder to measure that one.
"""

import gzip
import json
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate, count
from pathlib import Path
from typing import TYPE_CHECKING, Any

from knowledge.content.languages import LANGUAGES, Language
from knowledge.content.library import Library, load_library
from knowledge.publish import build_site
from knowledge.search.browser import chromium, served
from knowledge.search.quality import outcomes, read_questions, score
from knowledge.search.table import TEXT_OFTEN, Row, table
from knowledge.search.words import key, tokens
from knowledge.search.write import index
from rich.console import Console
from rich.table import Table

if TYPE_CHECKING:
    from playwright.sync_api import Page

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
  const addressOf = (result) => engine.index.pages[result.page].address;
  const places = questions.map((question) => engine.search(question).results.slice(0, 10).map(addressOf));
  strokes.sort((one, other) => one - other);
  const at = (share) => strokes[Math.floor(strokes.length * share)];
  return {first, median: at(0.5), late: at(0.95), places};
}"""
# Asks the worker itself, as a page does; `root` is where the index stands.
_ASK = """([address, root, language, words]) => new Promise((done) => {
  const worker = new Worker(address + 'assets/scripts/search/worker.js', {type: 'module'});
  worker.addEventListener('message', () => done(true));
  worker.postMessage({number: 1, root, language, words});
  window.kept = worker;
})"""


def many(rows: tuple[Row, ...], seed: int = 1) -> tuple[Row, ...]:
    """Return the rows of a thousand pages: the site's own, and others of the same build on other subjects.

    What they say in their text is drawn from the site's words by how many sections say each, so that common words stay common;
    what stands in their headings is drawn from the words that stand in no heading of the site. A page with the headings of
    another would answer its questions as well, and nothing could be judged.
    """
    chance = random.Random(seed)  # noqa: S311 (the same pages each time)
    spread = Counter(word for row in rows for word in row.weights)
    words, often = list(spread), list(accumulate(spread.values()))
    known = {word for row in rows for word, weight in row.weights.items() if weight > TEXT_OFTEN}
    others = [word for word in words if word not in known]
    pages = list(dict.fromkeys(row.page for row in rows))
    made = list(rows)
    for number in range(MANY - len(pages)):
        page = pages[number % len(pages)]
        said = (chance.choices(words, cum_weights=often)[0] for _ in count())
        about = (chance.choice(others) for _ in count())
        made += [_other(row, f"{page}-{number}", said, about) for row in rows if row.page == page]
    return tuple(replace(row, id=number) for number, row in enumerate(made))


def _other(row: Row, page: str, said: Iterator[str], about: Iterator[str]) -> Row:
    instead = {word: next(said if weight <= TEXT_OFTEN else about) for word, weight in row.weights.items()}
    return replace(
        row,
        page=page,
        address=f"{'da/' if row_language(row) == 'da' else ''}others/{page}/",
        page_title=" ".join(instead.get(key(word, row_language(row)), next(about)) for word in tokens(row.page_title)),
        weights={instead[word]: weight for word, weight in row.weights.items()},
        counts={instead.get(word, word): count for word, count in row.counts.items()},
    )


def row_language(row: Row) -> Language:
    """Return the language of a row, which its address tells."""
    return "da" if row.address.startswith("da/") else "en"


def _measured(library: Library, site: Path, language: Language, rows: tuple[Row, ...], name: str) -> tuple[str, ...]:
    text = json.dumps(index(library, language, rows), ensure_ascii=False, separators=(",", ":"))
    file = site / name / "search" / f"{language}.json"
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")
    questions = read_questions(REPOSITORY / "tests" / "search" / "queries.yml")
    asked = [one for one in questions if one.language == language]
    with chromium() as browser, served(site) as address:
        page = browser.new_page()
        page.goto(address)
        queries = [one.query for one in asked]
        told: dict[str, Any] = page.evaluate(_MEASURE, [address, f"{name}/search/{language}.json", language, queries])
        memory = _memory_of_worker(page, address, f"{address}{name}/", language, queries[0])
    places = dict(zip(queries, told["places"], strict=True))
    figures = score(outcomes([one for one in asked if one.aside], lambda _, words: places[words]))
    packed = len(gzip.compress(text.encode(), 9, mtime=0))
    times = (f"{told[part]:.1f}" for part in ("first", "median", "late"))
    return (f"{packed / 1024:.1f}", *times, f"{memory / 2**20:.1f}", f"{100 * figures.among_five:.1f}", f"{figures.rank:.3f}")


def _memory_of_worker(page: "Page", address: str, root: str, language: Language, words: str) -> int:
    """Return the bytes that the worker's own heap holds once it has answered and has been tidied up."""
    session = page.context.new_cdp_session(page)
    attached: list[dict[str, Any]] = []
    answers: list[dict[str, Any]] = []
    session.on("Target.attachedToTarget", lambda event: attached.append(event))  # noqa: PLW0108 (Playwright marks what it calls)
    session.on("Target.receivedMessageFromTarget", lambda event: answers.append(json.loads(event["message"])))
    session.send("Target.setAutoAttach", {"autoAttach": True, "waitForDebuggerOnStart": False, "flatten": False})
    page.evaluate(_ASK, [address, root, language, words])
    worker = next(one["sessionId"] for one in attached if one["targetInfo"]["type"] == "worker")
    for number, method in enumerate(("HeapProfiler.collectGarbage", "Runtime.getHeapUsage")):
        told = json.dumps({"id": number, "method": method})
        session.send("Target.sendMessageToTarget", {"sessionId": worker, "message": told})
        while not (found := [one for one in answers if one.get("id") == number]):
            page.wait_for_timeout(20)
    result: dict[str, int] = found[0]["result"]
    return result["usedSize"] + result.get("backingStorageSize", 0)


def main() -> None:
    """Print the table for both languages at both sizes."""
    library = load_library(REPOSITORY)
    with tempfile.TemporaryDirectory() as folder:
        site = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(folder) / "site"
        if len(sys.argv) < 2:
            build_site(library, site)
        heads = ("KB gzip", "first, ms", "keystroke, ms", "95th, ms", "worker, MB", "in five, set aside, %", "MRR, set aside")
        shown = Table("", "pages", *heads, title="Search")
        for language in LANGUAGES:
            rows = table(library, language, site)
            for size in (rows, many(rows)):
                pages = len({row.page for row in size})
                shown.add_row(language, str(pages), *_measured(library, site, language, size, f"bench-{language}-{pages}"))
        Console().print(shown)


if __name__ == "__main__":
    main()
