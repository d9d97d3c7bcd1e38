// The passages of the pages that are shown: fetched for these alone, from a small file beside the index.

import { fold, tokens } from "./words.js";

const LONGEST = 190;
const WORD = /[\p{L}\p{N}]+/gu;
const fetched = new Map();

/** Return the sections of a page, each as its anchor, title and text; none where they cannot be fetched. */
export function sectionsOf(root, language, address) {
  if (!fetched.has(address)) {
    const path = language === "da" ? address.replace(/^da\//, "") : address;
    const answer = fetch(`${root}search/${language}/${path}passages.json`).then((file) => (file.ok ? file.json() : []));
    fetched.set(address, answer.catch(() => []));
  }
  return fetched.get(address);
}

/** Return a function that tells whether a word is one of those that were looked for. */
export function matcher(marks) {
  const whole = new Set(marks);
  const long = marks.filter((mark) => mark.length > 3);
  return (word) => {
    const folded = fold(word.normalize("NFC").toLowerCase());
    return whole.has(folded) || long.some((mark) => folded.startsWith(mark) && folded.length <= mark.length + 6);
  };
}

/** Return the sections that fit best, best first: those that have most of the words, counting a heading twice. */
export function bestSections(sections, isFound, most) {
  const scored = sections.map(([anchor, title, text], place) => {
    const inTitle = new Set(tokens(title).filter(isFound).map(fold));
    const inText = new Set(tokens(text.slice(0, 4000)).filter(isFound).map(fold));
    return { anchor, title, text, place, score: (place ? 3 : 0) * inTitle.size + inText.size };
  });
  const fitting = scored.filter((section) => section.score > 0);
  return fitting.sort((one, other) => other.score - one.score || one.place - other.place).slice(0, most);
}

/** Return the part of a text with most of the words that were looked for. */
export function passage(text, isFound) {
  const places = [...text.matchAll(WORD)].filter((match) => isFound(match[0])).map((match) => match.index);
  let start = 0;
  let best = 0;
  for (const place of places) {
    const count = places.filter((other) => other >= place && other < place + LONGEST - 40).length;
    if (count > best) [best, start] = [count, place];
  }
  if (start < 60) start = 0;
  else start = Math.max(0, text.lastIndexOf(" ", start - 30) + 1);
  const end = start + LONGEST >= text.length ? text.length : text.lastIndexOf(" ", start + LONGEST);
  return `${start ? "… " : ""}${text.slice(start, Math.max(end, start + 1))}${end < text.length ? " …" : ""}`;
}

/** Put a text into an element with the words that were looked for marked. The text stays text: nothing in it becomes markup. */
export function mark(element, text, isFound) {
  element.replaceChildren();
  let last = 0;
  for (const match of text.matchAll(WORD)) {
    if (!isFound(match[0])) continue;
    const found = document.createElement("mark");
    found.textContent = match[0];
    element.append(text.slice(last, match.index), found);
    last = match.index + match[0].length;
  }
  element.append(text.slice(last));
}
