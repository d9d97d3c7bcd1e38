// The search itself, beside the page so that typing is never held up. It is told where the site stands and what is looked for.

import { Engine } from "./engine.js";
import { stemmerOf } from "./words.js";

const engines = new Map();

/** Fetch the index of a language once; a fetch that fails may be tried again. */
function engineOf(root, language) {
  if (!engines.has(language)) {
    const fetched = Promise.all([fetchIndex(root, language), stemmerOf(language)]).then(([data, stemmer]) => new Engine(data, stemmer));
    fetched.catch(() => engines.delete(language));
    engines.set(language, fetched);
  }
  return engines.get(language);
}

async function fetchIndex(root, language) {
  const answer = await fetch(`${root}search/${language}.json`);
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer.json();
}

/** Return what a page shows of an answer: no more than can be sent quickly. */
function told(engine, answer) {
  const { pages, parts, kinds, countries } = engine.index;
  return {
    ...answer,
    parts,
    countries,
    results: answer.results.map(({ page, missing }) => {
      const { address, title, part, kind, country } = pages[page];
      return { address, title, part, kind, kindName: kinds[kind], country, missing };
    }),
  };
}

addEventListener("message", async ({ data: { number, root, language, words } }) => {
  try {
    const engine = await engineOf(root, language);
    const start = performance.now();
    const answer = told(engine, engine.search(words));
    postMessage({ number, answer: { ...answer, spent: performance.now() - start } });
  } catch (error) {
    postMessage({ number, failure: String(error) });
  }
});
