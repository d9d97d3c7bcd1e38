// From what a reader types to pages in their order. Knows nothing of the browser: the worker asks it, and so do tests.

import { IN_TEXT, PackedIndex } from "./packed.js";
import { beginningWith, compoundsWith, nearest, split } from "./near.js";
import { fold, keying, tokens } from "./words.js";

// More than this nobody reads back; the rest of a long text is left aside.
const LONGEST = 300;
const MOST_WORDS = 12;
const MOST_NEAR = 40;

// What a word is worth by where it stands: text, text often, keyword, heading, heading and text, title, title and text.
const WORTH = [0, 1.2, 2.2, 3.2, 2.8, 3.6, 6.2, 7.5];
// How much of a word's rarity in a heading is that of its standing in headings.
const ABOVE = 0.5;

// How sure it is that another word means the one that was typed.
const SURE = {
  exact: 1, joined: 0.9, ending: 0.85, part: 0.7, begun: 0.45, compound: 0.55, one: 0.8, two: 0.65, own: 0.75, other: 0.5, stop: 0.45,
};

// How much it counts that a word is rare, that a page has all of the words, and how likely anybody looks for the page. These and
// the numbers above were found by trying: they answer the judged questions that are not set aside best.
const RARE = 0.73;
const WHOLE = 0.64;
const LIKELY = 1.25;
const WHOLE_TITLE = 2;

/** A question to the index, word by word. */
export class Engine {
  constructor(data, stemmer) {
    this.index = new PackedIndex(data);
    this.key = keying(data.language, stemmer);
    this.index.folded = this.index.shown.map(fold);
    this.titles = this.index.pages.map((page) => new Set(tokens(page.title).map(this.key)));
    this.wholeTitles = this.index.pages.map((page) => tokens(page.title).map(fold).join(" "));
    const total = this.index.pages.reduce((sum, page) => sum + page.length, 0);
    this.usual = total / (this.index.pages.length || 1) || 1;
  }

  /** Return the words that carry a subject; all of them where none does. */
  telling(words) {
    const kept = words.filter((word) => !this.index.stopWords.has(fold(word)));
    return kept.length ? kept : words;
  }

  /** Return how much a word tells pages apart: the fewer say it, the more. */
  rarity(number) {
    return this.fewness(this.index.postings(number).spread);
  }

  /** Return how much a word tells in a heading: many pages may say it of which few are about it. */
  rarityAbove(number) {
    const { spread, above } = this.index.postings(number);
    return this.fewness(spread) * (1 - ABOVE) + this.fewness(above) * ABOVE;
  }

  fewness(pages) {
    return Math.log(1 + (this.index.pages.length - pages + 0.5) / (pages + 0.5)) ** RARE;
  }

  /** Return the pages that answer, best first, and what was made of the words. */
  search(query) {
    const text = query.slice(0, LONGEST);
    const all = [...new Set(tokens(text))].slice(0, MOST_WORDS);
    const isTyping = /[\p{L}\p{N}]$/u.test(text);
    const words = this.telling(all).flatMap((word) => this.apart(word, isTyping && word === all.at(-1)));
    const asked = words.map((word) => this.meanings(word, isTyping && word === all.at(-1)));
    this.addJoined(words, asked);
    this.addSynonyms(asked);
    const term = this.termAsked(asked);
    const rest = all.filter((word) => this.index.stopWords.has(fold(word))).map((word) => this.passing(word));
    const { results, complete } = this.rank(asked, rest, all);
    if (term) this.putGlossary(results);
    return { results, complete, marks: this.marks(asked), term, corrected: asked.filter((word) => word.instead).map((word) => [word.typed, word.instead]) };
  }

  /** Return the parts of a compound that the site does not have as it is; any other word alone. */
  apart(typed, isLast) {
    const key = this.key(typed);
    const { index } = this;
    if (key.length < 7 || index.numbers.has(key)) return [typed];
    if (isLast && beginningWith(index, fold(typed), 1).length) return [typed];
    // English makes few words of two, so that one is more likely a slip.
    if (index.language !== "da" && nearest(index, key, fold(typed)).length) return [typed];
    return split(index, key)?.map((number) => index.shown[number]) ?? [typed];
  }

  /** Return what a typed word may mean: numbers of words, each with how sure it is. */
  meanings(typed, isLast) {
    const { index } = this;
    const key = this.key(typed);
    const plain = fold(typed);
    const word = { typed, key, single: new Map(), together: [] };
    const exact = index.numbers.get(key);
    if (exact !== undefined) add(word, exact, SURE.exact);
    word.isCommon = exact !== undefined && index.isCommon(exact);
    if (isLast && plain.length > 1) {
      for (const number of beginningWith(index, plain, MOST_NEAR)) add(word, number, SURE.begun);
    }
    if (exact === undefined) {
      // The stem of a long form may be a word with a stem of its own: "probationers", "probation", "probat".
      const again = index.numbers.get(this.key(key));
      if (again !== undefined) add(word, again, SURE.ending);
    }
    if (index.language === "da" && key.length > 4) {
      // The stemmer keeps the ending of an adjective: "ekstremt" is "ekstrem".
      const other = index.numbers.get(key.endsWith("t") ? key.slice(0, -1) : `${key}t`);
      if (other !== undefined) add(word, other, SURE.ending);
    }
    if (index.language === "da" && key.length > 3) {
      for (const number of compoundsWith(index, key, MOST_NEAR)) add(word, number, SURE.compound);
      const parts = key.length > 6 ? split(index, key) : null;
      if (parts) word.together.push({ numbers: parts, sure: exact === undefined ? SURE.part : SURE.compound });
    }
    if (!word.single.size && !word.together.length) this.addNearest(word, key, plain);
    return word;
  }

  addNearest(word, key, plain) {
    const near = nearest(this.index, key, plain);
    for (const { number, edits } of near) add(word, number, edits > 1 ? SURE.two : SURE.one);
    if (near.length) {
      word.instead = this.index.shown[near[0].number];
      word.key = this.index.keys[near[0].number];
    }
  }

  /** Let two words that follow each other also mean the one that they make up: "exit samtale". */
  addJoined(words, asked) {
    for (let place = 0; place + 1 < words.length; place += 1) {
      for (const link of ["", "s", "e"]) {
        const number = this.index.numbers.get(this.key(words[place] + link + words[place + 1]));
        if (number === undefined) continue;
        add(asked[place], number, SURE.joined);
        add(asked[place + 1], number, SURE.joined);
      }
    }
  }

  /** Let words also mean what the glossary and the list of readers' words know them to mean. */
  addSynonyms(asked) {
    this.eachForm(asked, ({ form, forms }, place) => {
      for (const other of forms) {
        if (other === form) continue;
        const numbers = other.keys.map((key) => this.index.numbers.get(key));
        if (numbers.includes(undefined)) continue;
        const sure = other.isOwn ? SURE.own : SURE.other;
        for (let word = place; word < place + form.keys.length; word += 1) {
          asked[word].together.push({ numbers, sure: sure / Math.sqrt(form.keys.length) });
        }
      }
    });
  }

  /** Return the glossary's term that a question is for, if it is for nothing else. */
  termAsked(asked) {
    let found = "";
    this.eachForm(asked, ({ form, term }, place) => {
      if (term && place === 0 && form.keys.length === asked.length && (!found || form.isOwn)) found ||= term;
    });
    return found;
  }

  /** Put the glossary second where it explains just what was asked for: its words stand above the results already. */
  putGlossary(results) {
    const page = this.index.glossary;
    if (page === null) return;
    const others = results.filter((result) => result.page !== page);
    others.splice(1, 0, { page, missing: [], score: others[0]?.score ?? 1 });
    results.splice(0, results.length, ...others);
  }

  eachForm(asked, each) {
    asked.forEach((word, place) => {
      for (const group of this.index.groups.get(word.key) ?? []) {
        if (group.form.keys.every((key, step) => asked[place + step]?.key === key)) each(group, place);
      }
    });
  }

  /** Return the beginnings of words that are marked in passages: what was typed, and what it was taken for. */
  marks(asked) {
    const marks = new Set();
    for (const word of asked) {
      marks.add(word.key);
      if (!word.instead) marks.add(fold(word.typed));
      for (const number of [...word.single.keys()].slice(0, 12)) marks.add(this.index.keys[number]);
      for (const { numbers } of word.together) if (numbers.length === 1) marks.add(this.index.keys[numbers[0]]);
    }
    return [...marks].filter((mark) => mark.length > 1);
  }

  /** Return what a word without a subject is worth: it counts where a title or a heading has it. */
  passing(typed) {
    const word = { typed, single: new Map(), together: [] };
    const number = this.index.numbers.get(this.key(typed));
    if (number !== undefined) add(word, number, SURE.stop);
    return word;
  }

  /** Return for each page what a word is worth on it. */
  worth(word) {
    const found = new Map();
    const exact = this.index.numbers.get(word.key);
    const most = exact === undefined ? [Infinity, Infinity] : [this.rarity(exact), this.rarityAbove(exact)];
    const raise = (page, value) => {
      if ((found.get(page) ?? 0) < value) found.set(page, value);
    };
    for (const [number, sure] of word.single) {
      const rarity = [Math.min(most[0], this.rarity(number)) * sure, Math.min(most[1], this.rarityAbove(number)) * sure];
      const { pages, weights } = this.index.postings(number);
      pages.forEach((page, place) => raise(page, this.weighed(page, weights[place], rarity)));
    }
    for (const { numbers, sure } of word.together) this.raiseTogether(numbers, sure, most, raise);
    return found;
  }

  raiseTogether(numbers, sure, most, raise) {
    const lists = numbers.map((number) => this.index.postings(number));
    const rarity = [
      Math.min(most[0], Math.max(...numbers.map((number) => this.rarity(number)))) * sure,
      Math.min(most[1], Math.max(...numbers.map((number) => this.rarityAbove(number)))) * sure,
    ];
    const maps = lists.slice(1).map(({ pages, weights }) => new Map(pages.map((page, place) => [page, weights[place]])));
    lists[0].pages.forEach((page, place) => {
      const weights = [lists[0].weights[place], ...maps.map((map) => map.get(page))];
      if (weights.includes(undefined)) return;
      raise(page, this.weighed(page, Math.min(...weights), rarity));
    });
  }

  /** Return what a word's place on a page is worth; the same words tell less of a long text. */
  weighed(page, weight, [rarity, rarityAbove]) {
    const worth = WORTH[weight];
    return weight > IN_TEXT ? worth * rarityAbove : worth * rarity / (0.5 + 0.5 * Math.min(4, this.index.pages[page].length / this.usual));
  }

  rank(asked, rest, all) {
    const typed = all.map(this.key);
    const written = all.map(fold).join(" ");
    const worths = asked.map((word) => this.worth(word));
    const importance = asked.map((word) => this.importance(word));
    const whole = importance.reduce((sum, value) => sum + value, 0) || 1;
    const others = rest.map((word) => this.worth(word));
    const results = [];
    for (const page of new Set(worths.flatMap((worth) => [...worth.keys()]))) {
      let score = 0;
      let covered = 0;
      const missing = [];
      worths.forEach((worth, place) => {
        const found = worth.get(page);
        if (!found) {
          if (asked[place].isCommon) covered += importance[place];
          else missing.push(asked[place].typed);
          return;
        }
        score += found;
        covered += importance[place];
      });
      for (const worth of others) score += worth.get(page) ?? 0;
      const title = this.sameTitle(page, typed, written);
      const known = this.index.pages[page];
      results.push({ page, missing, score: score * (covered / whole) ** WHOLE * (1 + title) * (known.prior / 10) ** LIKELY });
    }
    results.sort((one, other) => other.score - one.score || one.page - other.page);
    return { results, complete: results.some((result) => !result.missing.length) };
  }

  /** Return how much of a title was typed, and how much of what was typed is the title: 1 is all of both. */
  sameTitle(page, typed, written) {
    // A whole title is typed by nobody who looks for something else, whatever its words may mean elsewhere.
    if (this.wholeTitles[page] === written) return WHOLE_TITLE;
    const title = this.titles[page];
    const shared = typed.filter((key) => title.has(key)).length;
    return (shared / typed.length) * (shared / (title.size || 1));
  }

  importance(word) {
    const numbers = [...word.single.keys(), ...word.together.flatMap((together) => together.numbers)];
    return numbers.length ? Math.max(0.3, Math.min(...numbers.map((number) => this.rarity(number)))) : 2;
  }
}

function add(word, number, sure) {
  if ((word.single.get(number) ?? 0) < sure) word.single.set(number, sure);
}
