// The worksheet for adapting a programme, filled in from the table of the programme's own page.

import { fetchProgramme, fill, keepChoices, readChoices } from "./choices.js";

/** Make the choice of a programme and the print button work; without this the empty sheet can be printed. */
export function openAdapt(root) {
  const form = root.querySelector(".adapt__form");
  const select = form.querySelector("select");
  const status = root.querySelector("[data-status]");
  const caption = root.querySelector("[data-caption]");
  const empty = caption.textContent;
  let latest = 0;

  const clear = () => {
    for (const cell of root.querySelectorAll("[data-theirs]")) cell.replaceChildren();
    caption.textContent = empty;
    status.textContent = "";
  };

  const show = async () => {
    const asked = ++latest;
    clear();
    if (!select.value) return;
    const option = select.selectedOptions[0];
    const name = option.textContent.trim();
    try {
      const page = await fetchProgramme(option.dataset.address);
      if (asked !== latest) return;
      for (const row of root.querySelectorAll("tr[data-field]")) {
        const answers = [...page.querySelectorAll(`.programme__facts tr[data-field="${row.dataset.field}"] .answer`)];
        const words = answers.map((answer) => answer.textContent.trim()).join("; ");
        row.querySelector("[data-theirs]").textContent = words || root.dataset.notStated;
      }
      caption.textContent = fill(caption.dataset.with, { name });
      status.textContent = fill(root.dataset.filled, { name });
    } catch {
      if (asked === latest) status.textContent = root.dataset.failed;
    }
  };

  const apply = () => {
    const [from] = readChoices(location.hash).get("from") ?? [];
    select.value = [...select.options].some((option) => option.value === from) ? from : "";
    show();
  };

  select.addEventListener("change", () => {
    keepChoices(new Map([["from", new Set(select.value ? [select.value] : [])]]));
    show();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.querySelector("[data-print]").addEventListener("click", () => print());
  addEventListener("popstate", apply);
  addEventListener("hashchange", apply);
  form.hidden = false;
  apply();
}
