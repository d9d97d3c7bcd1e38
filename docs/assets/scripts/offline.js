// Keeps a copy of the site in the reader's browser, for a place without a network, and removes it again. Nothing is kept unasked.

import { fill } from "./choices.js";
import { siteOf } from "./where.js";

const AT_ONCE = 6;
const TRIES = 3;
// Beside the files of a copy: when it was made, and from which version.
const NOTE = "offline/kept.json";

/** Fetch a file; on a poor line one of many hundred may need to be asked for again. */
async function fetched(address, tries = TRIES) {
  try {
    const answer = await fetch(address, { cache: "no-cache" });
    if (!answer.ok) throw new Error(`${answer.status} ${address}`);
    return answer;
  } catch (error) {
    if (tries > 1) return fetched(address, tries - 1);
    throw error;
  }
}

/** Make the buttons of the page work. */
export function openOffline(root) {
  new OfflineCopy(root).begin();
}

class OfflineCopy {
  constructor(root) {
    ({ language: this.language, root: this.site } = siteOf());
    this.texts = root.dataset;
    this.state = root.querySelector("[data-offline-state]");
    this.progress = root.querySelector("progress");
    this.keepButton = root.querySelector("[data-offline-keep]");
    this.removeButton = root.querySelector("[data-offline-remove]");
  }

  begin() {
    if (!("serviceWorker" in navigator) || !("caches" in window)) {
      this.keepButton.hidden = true;
      this.tell("impossible");
      return;
    }
    this.keepButton.addEventListener("click", () => this.during(() => this.keep()));
    this.removeButton.addEventListener("click", () => this.during(() => this.remove()));
    this.during(() => this.show());
  }

  /** Do something that takes a while: no button works meanwhile, and what fails is told. */
  async during(work) {
    this.keepButton.disabled = this.removeButton.disabled = true;
    try {
      await work();
    } catch {
      this.tell("failed");
    }
    this.progress.hidden = true;
    this.keepButton.disabled = this.removeButton.disabled = false;
  }

  /** Say whether there is a copy, from which day, and whether the site has changed since. */
  async show() {
    const kept = await this.kept();
    // What is left of a copy that was broken off can be removed as well.
    this.removeButton.hidden = !(await this.own()).length;
    this.keepButton.hidden = false;
    this.keepButton.textContent = kept ? this.texts.renew : this.texts.keep;
    const list = await this.list().catch(() => null);
    if (!kept) {
      this.tell("nothing", { size: list ? this.size(list.bytes) : "?" });
      return;
    }
    const isNewest = !list || list.version === kept.version;
    this.keepButton.hidden = isNewest;
    const day = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long" }).format(new Date(kept.day));
    this.tell(isNewest ? "kept" : "old", { day });
  }

  async keep() {
    const list = await this.list();
    const name = `copy-${this.language}-${list.version}`;
    await caches.delete(name);
    try {
      await this.fill(await caches.open(name), list);
    } catch (error) {
      // Half a copy is none: the one from before stays as it is.
      await caches.delete(name);
      throw error;
    }
    for (const other of await this.own()) if (other !== name) await caches.delete(other);
    await navigator.serviceWorker.register(`${this.site}offline-worker.js`);
    await navigator.serviceWorker.ready;
    await this.show();
  }

  async fill(cache, { files, version }) {
    this.progress.hidden = false;
    this.progress.max = files.length;
    this.progress.value = 0;
    const waiting = [...files];
    const fetchNext = async () => {
      while (waiting.length) {
        const address = this.site + waiting.shift();
        await cache.put(address, await fetched(address));
        this.progress.value += 1;
        if (this.progress.value % 50 === 1) this.tell("keeping", { done: this.progress.value, all: files.length });
      }
    };
    // What one cannot fetch stops all of them, and nothing goes on behind the message.
    const stopping = () => fetchNext().catch((error) => {
      waiting.length = 0;
      return error;
    });
    const failure = (await Promise.all(Array.from({ length: AT_ONCE }, stopping))).find(Boolean);
    if (failure) throw failure;
    await cache.put(this.site + NOTE, new Response(JSON.stringify({ version, day: new Date().toISOString() })));
  }

  async remove() {
    for (const name of await this.own()) await caches.delete(name);
    if (!(await caches.keys()).some((name) => name.startsWith("copy-"))) {
      const worker = await navigator.serviceWorker.getRegistration(this.site);
      await worker?.unregister();
    }
    await this.show();
    this.keepButton.focus();
  }

  async list() {
    return (await fetched(`${this.site}offline/${this.language}.json`)).json();
  }

  /** Return the names of this language's copies; more than one while a newer is being made. */
  async own() {
    return (await caches.keys()).filter((name) => name.startsWith(`copy-${this.language}-`));
  }

  /** Return the note of a whole copy, or nothing. */
  async kept() {
    for (const name of await this.own()) {
      const note = await (await caches.open(name)).match(this.site + NOTE);
      if (note) return note.json();
    }
    return null;
  }

  size(bytes) {
    return new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 0 }).format(Math.ceil(bytes / 1e6));
  }

  tell(name, blanks = {}) {
    this.state.textContent = fill(this.texts[name], blanks);
  }
}
