// What a reader has chosen, kept behind '#' in the address: it can be shared and stepped back through, and never reaches a server.

/** Return the choices in an address's fragment as a map from a name to a set of terms; nothing where it is a plain anchor. */
export function readChoices(fragment) {
  const choices = new Map();
  for (const [name, terms] of new URLSearchParams(fragment.replace(/^#/, ""))) {
    const chosen = terms.split(",").filter(Boolean);
    if (chosen.length) choices.set(name, new Set(chosen));
  }
  return choices;
}

/** Return the fragment of choices, without '#'; names and terms in the order given, so that one choice has one address. */
export function writeChoices(choices) {
  const parts = [];
  for (const [name, terms] of choices) {
    if (terms.size) parts.push(`${encodeURIComponent(name)}=${[...terms].map(encodeURIComponent).join(",")}`);
  }
  return parts.join("&");
}

/** Put choices into the address: as a step that the back button takes, or in the place of the step that stands. */
export function keepChoices(choices, { step = true } = {}) {
  const fragment = writeChoices(choices);
  const address = fragment ? `#${fragment}` : location.pathname + location.search;
  if (fragment === location.hash.slice(1)) return;
  history[step ? "pushState" : "replaceState"](null, "", address);
}

/** Return words without capitals and accents, as a reader may type them: 'Fællesskab' and 'faellesskab' are the same. */
export function plain(words) {
  return words
    .toLowerCase()
    .replace(/æ/g, "ae")
    .replace(/ø/g, "oe")
    .replace(/å/g, "aa")
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "");
}

/** Return a text with its blanks filled: fill('{count} of {total}', {count: 2, total: 5}). */
export function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (blank, name) => (name in values ? values[name] : blank));
}

/** Fetch a programme's page of this language and return its document. */
export async function fetchProgramme(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}
