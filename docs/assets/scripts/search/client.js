// What the dialog and the results page ask of the worker, and what they know of the site.

import { siteOf } from "../where.js";

let worker;
let number = 0;
const waiting = new Map();

function workerOf() {
  if (!worker) {
    worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
    worker.addEventListener("message", ({ data }) => {
      const settle = waiting.get(data.number);
      waiting.delete(data.number);
      if (data.failure) settle?.reject(new Error(data.failure));
      else settle?.resolve(data.answer);
    });
    worker.addEventListener("error", () => {
      for (const settle of waiting.values()) settle.reject(new Error("worker"));
      waiting.clear();
      worker = undefined;
    });
  }
  return worker;
}

/** Ask for pages; the promise is broken where the index cannot be fetched. */
function ask(root, language, words) {
  number += 1;
  const own = number;
  return new Promise((resolve, reject) => {
    waiting.set(own, { resolve, reject });
    workerOf().postMessage({ number: own, root, language, words });
  });
}

/** The search of a page: its language, its addresses, its texts. Of many questions in a row only the newest is asked. */
export class Search {
  constructor() {
    const dialog = document.getElementById("search-dialog");
    ({ language: this.language, root: this.root } = siteOf(dialog));
    this.page = new URL(dialog.dataset.searchPage, location).href;
    this.otherPage = new URL(dialog.dataset.searchOther, location).href;
    this.texts = JSON.parse(document.getElementById("search-texts").textContent);
    this.running = null;
    this.next = null;
  }

  /** Return the answer to the newest question, or nothing where a newer one has been put since. */
  async newest(words) {
    this.next = words;
    if (this.running) await this.running.catch(() => {});
    if (this.next !== words) return null;
    this.running = ask(this.root, this.language, words);
    const answer = await this.running;
    return this.next === words ? answer : null;
  }

  /** Return what the other language has. */
  elsewhere(words) {
    return ask(this.root, this.language === "da" ? "en" : "da", words);
  }

  /** Return a text with its blanks filled. */
  say(name, blanks = {}) {
    return Object.entries(blanks).reduce((text, [blank, words]) => text.replaceAll(`{${blank}}`, words), this.texts[name]);
  }

  /** Return how many pages an answer shows, in words, and how many of them have all that was asked for. */
  countedOf(results) {
    const whole = results.filter(({ missing }) => !missing.length).length;
    if (!whole || whole === results.length) return this.counted(results.length);
    return this.say("count.whole", { count: results.length, whole });
  }

  /** Return how many pages were found, in words. */
  counted(count, name = "count") {
    if (!count && name === "count") return this.say("count.none");
    return count === 1 ? this.say(`${name}.one`) : this.say(`${name}.many`, { count });
  }

  addressOf(result, anchor = "") {
    return this.root + result.address + (anchor ? `#${anchor}` : "");
  }

  resultsPage(words) {
    return `${this.page}#q=${encodeURIComponent(words)}`;
  }
}
