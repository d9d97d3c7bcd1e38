// The search in a dialog over the page: a field, and below it a list that the arrows walk through while the focus stays in the field.

import { Search } from "./client.js";
import { element, failure, notesOn, offer } from "./notes.js";
import { bestSections, mark, matcher, passage, sectionsOf } from "./passages.js";

const MOST = 8;
// A pause in typing after which passages are worth fetching.
const PAUSE = 150;

let opened;

/** Open the dialog; the focus goes back to where it was when the dialog closes. */
export function openDialog(dialog, opener) {
  opened ??= new Dialog(dialog);
  opened.open(opener);
}

class Dialog {
  constructor(dialog) {
    this.dialog = dialog;
    this.search = new Search();
    this.field = dialog.querySelector("#search-words");
    this.list = dialog.querySelector("#search-options");
    this.count = dialog.querySelector("[data-search-count]");
    this.notes = dialog.querySelector("[data-search-notes]");
    this.all = dialog.querySelector("[data-search-all]");
    this.useful = dialog.querySelector("[data-search-useful]");
    this.elsewhere = dialog.querySelector("[data-search-elsewhere]");
    this.active = -1;
    this.listen();
    this.switchKey();
  }

  listen() {
    const { dialog, field } = this;
    field.addEventListener("input", () => this.look());
    field.addEventListener("keydown", (event) => this.walk(event));
    field.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.go();
    });
    field.form.addEventListener("reset", () => queueMicrotask(() => {
      field.value = "";
      field.focus();
      this.look();
    }));
    this.list.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) this.leave(option.dataset.address);
    });
    this.all.querySelector("a").addEventListener("click", () => dialog.close());
    this.notes.addEventListener("click", (event) => event.target.closest("a") && dialog.close());
    dialog.querySelector("[data-search-close]").addEventListener("click", () => dialog.close());
    dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
    dialog.addEventListener("close", () => {
      this.select(-1);
      this.opener?.focus?.();
    });
  }

  /** Let the reader switch the single key off, and remember it. */
  switchKey() {
    const box = this.dialog.querySelector("[data-search-key]");
    try {
      box.checked = localStorage.getItem("search-key") !== "off";
    } catch {
      box.closest("p").hidden = true;
    }
    box.addEventListener("change", () => {
      try {
        if (box.checked) localStorage.removeItem("search-key");
        else localStorage.setItem("search-key", "off");
      } catch {
        box.closest("p").hidden = true;
      }
    });
  }

  open(opener) {
    if (this.dialog.open) return;
    this.opener = opener;
    this.dialog.showModal();
    this.field.focus();
    this.field.select();
    this.look();
  }

  /** Look for what stands in the field, and show what is found unless something newer has been typed. */
  async look() {
    const words = this.field.value;
    if (!words.trim()) {
      this.search.next = words;
      this.search.newest("").catch(() => this.fail());
      this.clear();
      this.useful.hidden = false;
      return;
    }
    try {
      if (!this.list.childElementCount) this.count.textContent = this.search.say("loading");
      const answer = await this.search.newest(words);
      if (answer && this.field.value === words) await this.show(words, answer);
    } catch {
      this.fail();
    }
  }

  clear() {
    this.list.replaceChildren();
    this.notes.replaceChildren();
    this.count.textContent = "";
    this.select(-1);
    this.list.hidden = true;
    this.all.hidden = true;
    this.elsewhere.hidden = true;
    this.field.setAttribute("aria-expanded", "false");
  }

  fail() {
    this.clear();
    this.useful.hidden = true;
    this.elsewhere.hidden = false;
    this.notes.replaceChildren(failure(this.search, () => this.look()));
  }

  async show(words, answer) {
    // Who has walked to an answer stays on it while the last letters are looked for; other words are another question.
    const goesOn = words.startsWith(this.list.dataset.query ?? "");
    const chosen = goesOn ? this.list.children[this.active]?.dataset.address : undefined;
    this.clear();
    const shown = answer.results.slice(0, MOST);
    this.useful.hidden = true;
    this.elsewhere.hidden = shown.length > 0;
    this.notes.replaceChildren(...notesOn(this.search, words, answer));
    this.list.replaceChildren(...shown.map((result, place) => this.option(result, place, answer)));
    this.list.hidden = !shown.length;
    this.select([...this.list.children].findIndex((option) => option.dataset.address === chosen));
    this.field.setAttribute("aria-expanded", String(shown.length > 0));
    this.all.hidden = answer.results.length <= MOST;
    this.all.querySelector("a").href = this.search.resultsPage(words);
    this.count.textContent = this.search.countedOf(answer.results);
    this.list.dataset.query = words;
    if (!shown.length) {
      const note = await offer(this.search, words);
      if (note && this.field.value === words) this.notes.append(note);
      return;
    }
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.fillPassages(words, answer, shown), PAUSE);
  }

  option(result, place, answer) {
    const option = element("li", "search__option");
    option.id = `search-option-${place}`;
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    option.dataset.address = this.search.addressOf(result);
    const title = element("span", "search__title");
    mark(title, result.title, matcher(answer.marks));
    const where = element("span", "search__where", whereOf(result, answer));
    option.append(title, where, element("span", "search__passage"));
    return option;
  }

  async fillPassages(words, answer, shown) {
    const isFound = matcher(answer.marks);
    await Promise.all(shown.map(async (result, place) => {
      const [best] = bestSections(await sectionsOf(this.search.root, this.search.language, result.address), isFound, 1);
      const option = this.list.children[place];
      if (!best || this.field.value !== words || option?.dataset.address !== this.search.addressOf(result)) return;
      mark(option.lastElementChild, passage(best.text, isFound), isFound);
    }));
  }

  /** Walk through the list with the arrows; Enter opens what is chosen. */
  walk(event) {
    const count = this.list.childElementCount;
    if (!count || !["ArrowDown", "ArrowUp"].includes(event.key)) return;
    event.preventDefault();
    const step = event.key === "ArrowDown" ? 1 : -1;
    const next = this.active + step;
    this.select(next >= count ? -1 : next < -1 ? count - 1 : next);
  }

  select(place) {
    this.list.children[this.active]?.setAttribute("aria-selected", "false");
    this.active = place;
    const option = this.list.children[place];
    if (!option) {
      this.field.removeAttribute("aria-activedescendant");
      return;
    }
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    this.field.setAttribute("aria-activedescendant", option.id);
  }

  go() {
    const option = this.list.children[this.active];
    if (option) this.leave(option.dataset.address);
    else if (this.field.value.trim()) this.leave(this.search.resultsPage(this.field.value));
  }

  leave(address) {
    this.opener = null;
    this.dialog.close();
    location.href = address;
  }
}

/** Return where a result stands on the site, and what it is where that must be said. */
export function whereOf(result, answer) {
  const kind = result.kind === "constructed" ? result.kindName : "";
  return [answer.parts[result.part], answer.countries[result.country], kind].filter(Boolean).join(" · ");
}
