// The list of programmes: filters with live counts, OR within a facet and AND across, and a tray for comparing.

import { fill, keepChoices, plain, readChoices } from "./choices.js";

// As many programmes as fit side by side.
const MOST = 3;

/**
 * Return, for programmes and choices, which are shown and how many each term would leave.
 *
 * @param {{terms: Record<string, string[]>, words: string}[]} programmes
 * @param {Map<string, Set<string>>} choices terms by facet; 'q' holds words, all of which must be found
 * @param {string[]} facets
 * @returns {{shown: boolean[], counts: Map<string, Map<string, number>>}}
 */
export function sift(programmes, choices, facets) {
  const wanted = [...(choices.get("q") ?? [])].flatMap((words) => plain(words).split(/\s+/)).filter(Boolean);
  const counts = new Map(facets.map((facet) => [facet, new Map()]));
  const shown = programmes.map(({ terms, words }) => {
    const failed = facets.filter((facet) => choices.has(facet) && !terms[facet].some((term) => choices.get(facet).has(term)));
    if (!wanted.every((word) => words.includes(word))) return false;
    // A facet's own choices do not narrow its own counts: within it a reader adds.
    for (const facet of facets) {
      if (failed.some((other) => other !== facet)) continue;
      const own = counts.get(facet);
      for (const term of terms[facet]) own.set(term, (own.get(term) ?? 0) + 1);
    }
    return failed.length === 0;
  });
  return { shown, counts };
}

/** Make the filters of a list work; without this the whole list stands there. */
export function openCatalogue(root) {
  const form = root.querySelector(".filters");
  const list = root.querySelector(".programme-list");
  const rows = [...list.querySelectorAll(".programme-row")];
  const facets = [...form.querySelectorAll("[data-facet]")].map((part) => part.dataset.facet);
  const programmes = rows.map((row) => ({
    terms: Object.fromEntries(facets.map((facet) => [facet, (row.dataset[camel(facet)] ?? "").split(" ")])),
    words: plain(`${row.querySelector(".programme-row__name").textContent} ${row.querySelector(".programme-row__summary").textContent} ${row.querySelector(".programme-row__said").textContent} ${row.dataset.words}`),
  }));
  const words = form.querySelector("[name=q]");
  const status = root.querySelector("[data-status]");
  const sheet = form.querySelector(".filters__sheet");

  const read = () => {
    const choices = new Map();
    if (words.value.trim()) choices.set("q", new Set([words.value.trim().replace(/,/g, " ")]));
    for (const facet of facets) {
      const chosen = [...form.querySelectorAll(`input[name="${facet}"]:checked`)].map((box) => box.value);
      if (chosen.length) choices.set(facet, new Set(chosen));
    }
    return choices;
  };

  const terms = [...form.querySelectorAll("[data-facet] input")].map((box) => {
    const label = box.closest("label");
    return { box, label, count: label.querySelector("[data-count]"), facet: box.closest("[data-facet]").dataset.facet };
  });
  const titles = facets.map((facet) => form.querySelector(`[data-facet="${facet}"] [data-chosen]`));

  // What stands as it should is left alone: each change costs a new layout of a long list.
  const show = (choices) => {
    const { shown, counts } = sift(programmes, choices, facets);
    const fitting = rows.filter((_, index) => shown[index]);
    if (fitting.length !== list.childElementCount || fitting.some((row, place) => row !== list.children[place])) {
      // Rows that are taken out cost less than rows that are hidden: 10 instead of 200 milliseconds for 500 of them.
      list.replaceChildren(...fitting);
    }
    for (const { box, label, count, facet } of terms) {
      const left = counts.get(facet).get(box.value) ?? 0;
      write(count, String(left));
      label.classList.toggle("choice--empty", left === 0 && !box.checked);
    }
    facets.forEach((facet, place) => write(titles[place], choices.has(facet) ? `(${choices.get(facet).size})` : ""));
    const count = fitting.length;
    status.textContent = fill(found(root.dataset, count, rows.length), { count, total: rows.length });
  };

  const apply = (choices) => {
    words.value = [...(choices.get("q") ?? [])].join(" ");
    for (const box of form.querySelectorAll("fieldset input")) box.checked = choices.get(box.name)?.has(box.value) ?? false;
    // What is chosen can be seen.
    for (const part of form.querySelectorAll("[data-facet]")) if (choices.has(part.dataset.facet)) part.open = true;
    show(read());
  };

  form.addEventListener("change", (event) => {
    if (event.target === words) return;
    keepChoices(read());
    show(read());
  });
  words.addEventListener("input", () => {
    // Each letter is no step of its own.
    keepChoices(read(), { step: false });
    show(read());
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.querySelector("[data-clear]").addEventListener("click", () => {
    for (const box of form.querySelectorAll("fieldset input")) box.checked = false;
    words.value = "";
    keepChoices(new Map());
    show(new Map());
    words.focus();
  });
  addEventListener("popstate", () => apply(readChoices(location.hash)));
  addEventListener("hashchange", () => apply(readChoices(location.hash)));

  form.hidden = false;
  // Beside the list where there is room; on a telephone it is opened when it is wanted.
  sheet.open = matchMedia("(min-width: 60rem)").matches;
  openTray(root);
  apply(readChoices(location.hash));
}

function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

function found(texts, count, total) {
  if (count === total) return texts.all;
  if (count === 0) return texts.foundNone;
  return count === 1 ? texts.foundOne : texts.found;
}

/** Return a facet's name as the browser gives it in a row's data: target_groups stands in data-target-groups. */
function camel(name) {
  return name.replace(/_(\w)/g, (_, letter) => letter.toUpperCase());
}

/** Let the reader gather programmes to compare. */
function openTray(root) {
  const tray = root.querySelector("[data-tray]");
  const link = tray.querySelector("[data-tray-link]");
  const words = tray.querySelector("[data-tray-words]");
  const boxes = [...root.querySelectorAll("[data-compare]")];
  const page = link.getAttribute("href");
  const update = () => {
    const chosen = boxes.filter((box) => box.checked).map((box) => box.dataset.compare);
    tray.hidden = chosen.length === 0;
    link.href = `${page}#p=${chosen.join(",")}`;
    const text = chosen.length === 1 ? words.dataset.one : chosen.length < MOST ? words.dataset.many : words.dataset.full;
    words.textContent = fill(text, { count: chosen.length });
    for (const box of boxes) box.disabled = !box.checked && chosen.length >= MOST;
  };
  for (const box of boxes) {
    box.closest("label").hidden = false;
    box.addEventListener("change", update);
  }
  // A browser may keep ticks over a step back.
  update();
}
