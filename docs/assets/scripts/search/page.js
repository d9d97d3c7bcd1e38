// The page of results. What is looked for stands behind '#', which a browser never sends.

import { Search } from "./client.js";
import { whereOf } from "./dialog.js";
import { element, failure, notesOn, offer } from "./notes.js";
import { bestSections, mark, matcher, passage, sectionsOf } from "./passages.js";

const MOST = 50;
const SECTIONS = 3;
// Pages whose sections are fetched at once; those further down follow when they come into view.
const FIRST = 10;

export function openResults(root) {
  new ResultsPage(root).begin();
}

class ResultsPage {
  constructor(root) {
    this.search = new Search();
    this.form = root.querySelector("form");
    this.field = root.querySelector("#results-words");
    this.list = root.querySelector("#search-results");
    this.count = root.querySelector("[data-results-count]");
    this.notes = root.querySelector("[data-results-notes]");
    this.ways = root.querySelector("[data-results-ways]");
    this.filters = root.querySelector("[data-results-filters]");
    this.part = root.querySelector("#results-part");
    this.country = root.querySelector("#results-country");
    this.countryFilter = root.querySelector("[data-results-country]");
  }

  begin() {
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.ask();
    });
    this.field.addEventListener("input", () => this.look(this.field.value));
    for (const filter of [this.part, this.country]) filter.addEventListener("change", () => this.ask());
    addEventListener("hashchange", () => this.read());
    this.wanted = { part: "", country: "" };
    // Who was quicker than this script has typed already.
    if (this.field.value && !location.hash) this.look(this.field.value);
    else this.read();
  }

  /** Take what is asked from the address. */
  read() {
    const asked = new URLSearchParams(location.hash.slice(1));
    this.field.value = asked.get("q") ?? "";
    this.wanted = { part: asked.get("part") ?? "", country: asked.get("country") ?? "" };
    this.look(this.field.value);
  }

  /** Put what is asked into the address, so that it can be kept and sent to somebody. */
  ask() {
    const asked = new URLSearchParams({ q: this.field.value });
    if (this.part.value) asked.set("part", this.part.value);
    if (this.country.value) asked.set("country", this.country.value);
    this.wanted = { part: this.part.value, country: this.country.value };
    history.replaceState(null, "", `#${asked}`);
    this.look(this.field.value);
  }

  async look(words) {
    this.list.dataset.state = "looking";
    if (!words.trim()) {
      this.search.next = words;
      this.empty("empty", "");
      this.offerWays("[data-search-useful]");
      return;
    }
    try {
      if (!this.list.childElementCount) this.count.textContent = this.search.say("loading");
      const answer = await this.search.newest(words);
      if (answer && this.field.value === words) await this.show(words, answer);
    } catch {
      this.empty("failed", "");
      this.notes.replaceChildren(failure(this.search, () => this.look(this.field.value)));
      this.offerWays("[data-search-elsewhere]");
    }
  }

  empty(state, count) {
    this.list.replaceChildren();
    this.notes.replaceChildren();
    this.ways.hidden = true;
    this.count.textContent = count;
    this.list.dataset.state = state;
  }

  /** Show the ways on that the dialog has too. */
  offerWays(name) {
    const ways = document.querySelector(`#search-dialog ${name}`).cloneNode(true);
    ways.hidden = false;
    this.ways.replaceChildren(ways);
    this.ways.hidden = false;
  }

  async show(words, answer) {
    this.fillFilters(answer);
    const chosen = answer.results.filter((result) => this.isWanted(result));
    const shown = chosen.slice(0, MOST);
    this.empty("looking", this.search.countedOf(chosen));
    this.notes.replaceChildren(...notesOn(this.search, words, answer));
    const isFound = matcher(answer.marks);
    const items = shown.map((result) => this.item(result, answer, isFound));
    this.list.replaceChildren(...items);
    if (!chosen.length) {
      this.offerWays("[data-search-elsewhere]");
      const note = answer.results.length ? null : await offer(this.search, words);
      if (note && this.field.value === words) this.notes.append(note);
    }
    if (this.field.value !== words) return;
    this.list.dataset.query = words;
    this.list.dataset.state = "ready";
    await this.fillSections(shown.slice(0, FIRST), items, isFound);
    this.later(shown, items, isFound);
  }

  isWanted({ part, country }) {
    return (!this.wanted.part || part === this.wanted.part) && (!this.wanted.country || country === this.wanted.country);
  }

  /** Offer the parts and countries that the results have, each with how many of them. */
  fillFilters({ results, parts, countries }) {
    fill(this.part, parts, results.map((result) => result.part), this.wanted.part);
    fill(this.country, countries, results.map((result) => result.country).filter(Boolean), this.wanted.country);
    this.filters.hidden = !results.length;
    this.countryFilter.hidden = this.country.options.length < 2;
  }

  item(result, answer, isFound) {
    const item = element("li", "results__item");
    const title = element("a", "results__title");
    title.href = this.search.addressOf(result);
    mark(title, result.title, isFound);
    item.append(title, element("span", "results__where", whereOf(result, answer)), element("ul", "results__sections"));
    if (result.missing.length) {
      item.append(element("span", "results__missing", this.search.say("missing", { words: result.missing.join(", ") })));
    }
    return item;
  }

  async fillSections(results, items, isFound) {
    await Promise.all(results.map(async (result, place) => {
      const sections = await sectionsOf(this.search.root, this.search.language, result.address);
      const best = bestSections(sections, isFound, SECTIONS);
      const lines = best.map((section) => {
        const line = element("li");
        if (section.anchor) {
          const heading = element("a", "results__section");
          heading.href = this.search.addressOf(result, section.anchor);
          mark(heading, section.title, isFound);
          line.append(heading);
        }
        const text = element("p", "results__passage");
        mark(text, passage(section.text, isFound), isFound);
        line.append(text);
        return line;
      });
      items[place].querySelector("ul").replaceChildren(...lines);
    }));
  }

  /** Fill in the sections of what comes into view. */
  later(results, items, isFound) {
    this.watcher?.disconnect();
    this.watcher = new IntersectionObserver((entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        this.watcher.unobserve(target);
        this.fillSections([results[items.indexOf(target)]], [target], isFound);
      }
    });
    for (const item of items.slice(FIRST)) this.watcher.observe(item);
  }
}

function fill(select, names, found, wanted) {
  const counts = new Map();
  for (const name of found) counts.set(name, (counts.get(name) ?? 0) + 1);
  const options = Object.entries(names).filter(([name]) => counts.has(name) || name === wanted).map(([name, label]) => {
    const option = new Option(`${label} (${counts.get(name) ?? 0})`, name);
    option.selected = name === wanted;
    return option;
  });
  select.replaceChildren(select.options[0], ...options);
}
