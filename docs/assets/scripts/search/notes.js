// What is said beside results: words that were corrected, what the glossary says, pages in the other language, a fetch that failed.

import { mark, matcher, sectionsOf } from "./passages.js";

export function element(tag, className, text = "") {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.textContent = text;
  return made;
}

function link(address, text) {
  const made = element("a", "", text);
  made.href = address;
  return made;
}

/** Return what is said above the results of an answer. */
export function notesOn(search, words, answer) {
  const notes = [];
  for (const [typed, instead] of answer.corrected) {
    const note = element("p", "search__note", search.say("corrected", { typed, instead }));
    const corrected = answer.corrected.reduce((text, [from, to]) => text.replace(new RegExp(`(?<!\\p{L})${escaped(from)}(?!\\p{L})`, "iu"), to), words);
    note.append(" ", link(search.resultsPage(corrected), search.say("suggest", { words: corrected })));
    notes.push(note);
  }
  if (answer.results.length && !answer.complete) notes.push(element("p", "search__note", search.say("some")));
  if (answer.term) notes.push(definition(search, answer));
  return notes;
}

function escaped(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** Return a box with what the glossary says of a term, filled in when its page's passages are there. */
function definition(search, answer) {
  const box = element("div", "search__term");
  const start = search.language === "da" ? "da/" : "";
  const address = `${start}about/glossary/`;
  const name = link(`${search.root}${address}#${answer.term}`, "");
  const text = element("p");
  const heading = element("p", "search__heading", search.say("term"));
  box.append(heading, name, text);
  box.hidden = true;
  sectionsOf(search.root, search.language, address).then((sections) => {
    const section = sections.find(([anchor]) => anchor === answer.term);
    if (!section) return;
    name.textContent = section[1];
    mark(text, section[2], matcher([]));
    box.hidden = false;
  });
  return box;
}

/** Offer what the other language has, marked as such; nothing where it has nothing either. */
export async function offer(search, words) {
  try {
    const answer = await search.elsewhere(words);
    if (!answer.results.length || answer.corrected.length) return null;
    const note = element("p", "search__note");
    const other = link(`${search.otherPage}#q=${encodeURIComponent(words)}`, search.counted(answer.results.length, "other"));
    note.append(other);
    return note;
  } catch {
    return null;
  }
}

/** Say that the index could not be fetched, with the way on and a button to try again. */
export function failure(search, again) {
  const box = element("div", "search__note", search.say("failed"));
  const button = element("button", "button", search.say("retry"));
  button.type = "button";
  button.addEventListener("click", again);
  box.append(" ", button);
  return box;
}
