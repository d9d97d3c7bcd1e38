// The index as scripts/knowledge/search/packed.py writes it, read back. Where a word stands is read when it is first asked for.

import { fold } from "./words.js";

const BASE = 26;
// The weights of words that stand in a page's text alone; the others stand in a heading or the title as well.
export const IN_TEXT = 2;
const CODE = { a: 97, A: 65, zero: 48 };

/** Return the words of the index: for each its key and the word that is shown for it. */
function readTerms(text) {
  const keys = [];
  const shown = [];
  let before = "";
  for (const line of text.split("\n")) {
    const mark = line.search(/[|>]/);
    const stem = before.slice(0, parseInt(line[0], 16)) + line.slice(1, mark < 0 ? undefined : mark);
    const ending = line.slice(mark + 1);
    keys.push(fold(stem));
    shown.push(mark < 0 ? stem : line[mark] === "|" ? stem + ending : ending);
    before = stem;
  }
  return { keys, shown };
}

/** Return on which pages a word stands, and with which weight on each. */
function readPostings(text) {
  const pages = [];
  const weights = [];
  let page = -1;
  let weight = 1;
  let number = 0;
  for (let place = 0; place < text.length; place += 1) {
    const code = text.charCodeAt(place);
    if (code >= CODE.a) {
      page += number * BASE + (code - CODE.a) + 1;
      pages.push(page);
      weights.push(weight);
      weight = 1;
      number = 0;
    } else if (code >= CODE.A) {
      number = number * BASE + (code - CODE.A) + 1;
    } else {
      weight = code - CODE.zero;
    }
  }
  return { pages, weights };
}

/** Return the groups of forms that mean the same, by the first word of each form. */
function readGroups(text) {
  const byFirst = new Map();
  for (const line of text ? text.split("\n") : []) {
    const [, term, own, other] = line.match(/^([^=]*)=([^/]*)\/?(.*)$/);
    const forms = [
      ...(own ? own.split("|").map((form) => ({ keys: form.split(" "), isOwn: true })) : []),
      ...(other ? other.split("|").map((form) => ({ keys: form.split(" "), isOwn: false })) : []),
    ];
    for (const form of forms) {
      const known = byFirst.get(form.keys[0]) ?? [];
      known.push({ form, forms, term });
      byFirst.set(form.keys[0], known);
    }
  }
  return byFirst;
}

/** The words and pages of one language. */
export class PackedIndex {
  constructor(data) {
    const { keys, shown } = readTerms(data.terms);
    this.language = data.language;
    this.keys = keys;
    this.shown = shown;
    this.numbers = new Map(keys.map((key, number) => [key, number]));
    this.stopWords = new Set(data.stop.split(" "));
    this.groups = readGroups(data.groups);
    this.glossary = data.glossary;
    this.parts = data.parts;
    this.kinds = data.kinds;
    this.countries = data.countries;
    this.pages = data.pages.map(([address, title, part, kind, prior, length, country]) => ({
      address, title, part, kind, prior, length: length * 10, country,
    }));
    this.written = data.postings.split(" ");
    // Of a word that very many pages say, only those that say it often or in a heading are told.
    this.isCommon = (number) => this.written[number].includes("!");
    this.read = new Map();
  }

  /** Return on which pages a word stands, by its number; how many say it at all, and how many in a heading. */
  postings(number) {
    let known = this.read.get(number);
    if (!known) {
      const [told, spread] = this.written[number].split("!").reverse();
      known = readPostings(told);
      known.spread = spread ? readPostings(spread).pages[0] : known.pages.length;
      known.above = known.weights.filter((weight) => weight > IN_TEXT).length;
      this.read.set(number, known);
    }
    return known;
  }
}
