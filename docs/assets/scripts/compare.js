// Two or three programmes side by side, put together from the tables of their own pages: nothing is told twice.

import { fetchProgramme, fill, keepChoices, readChoices } from "./choices.js";

/** Make the choice of programmes work. */
export function openCompare(root) {
  const form = root.querySelector(".compare__form");
  const selects = [...form.querySelectorAll("select")];
  const status = root.querySelector("[data-status]");
  const result = root.querySelector("[data-result]");
  let latest = 0;

  const chosen = () => [...new Set(selects.map((select) => select.value).filter(Boolean))];

  const show = async () => {
    const asked = ++latest;
    const ids = chosen();
    result.replaceChildren();
    status.textContent = ids.length < 2 ? root.dataset.tooFew : root.dataset.loading;
    if (ids.length < 2) return;
    try {
      const sides = await Promise.all(ids.map((id) => side(form.querySelector(`option[value="${id}"]`))));
      if (asked !== latest) return;
      const { table, differences } = sideBySide(sides, root.dataset);
      result.replaceChildren(table);
      status.textContent = fill(root.dataset.ready, { count: ids.length, differences });
    } catch {
      if (asked === latest) status.textContent = root.dataset.failed;
    }
  };

  const apply = () => {
    const ids = [...(readChoices(location.hash).get("p") ?? [])];
    selects.forEach((select, index) => {
      const known = [...select.options].some((option) => option.value === ids[index]);
      select.value = known ? ids[index] : "";
    });
    show();
  };

  form.addEventListener("change", () => {
    keepChoices(new Map([["p", new Set(chosen())]]));
    show();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("popstate", apply);
  addEventListener("hashchange", apply);
  form.hidden = false;
  apply();
}

/** Return a programme's name, address and fields, from its own page. */
async function side(option) {
  const address = new URL(option.dataset.address, location.href).href;
  const page = await fetchProgramme(address);
  const rows = [...page.querySelectorAll("table.programme__facts tr[data-field]")];
  if (!rows.length) throw new Error(address);
  return {
    name: option.textContent.trim(),
    address,
    fields: new Map(rows.map((row) => [row.dataset.field, { label: row.querySelector("th").textContent.trim(), cell: cell(row) }])),
  };
}

/** Return what stands in a row, without the numbers of sources, which count on their own page. */
function cell(row) {
  const copy = row.querySelector("td").cloneNode(true);
  for (const mark of copy.querySelectorAll(".citation")) mark.remove();
  return copy;
}

function sideBySide(sides, texts) {
  const table = element("table", { className: "side-by-side" });
  table.append(element("caption", { textContent: texts.caption }));
  const head = element("tr");
  head.append(element("th", { scope: "col", textContent: texts.field }));
  for (const { name, address } of sides) {
    const title = element("th", { scope: "col" });
    title.append(element("a", { href: address, textContent: name }));
    head.append(title);
  }
  table.createTHead().append(head);
  const body = table.createTBody();
  let differences = 0;
  for (const field of fieldsOf(sides)) {
    const differs = new Set(sides.map(({ fields }) => spoken(fields.get(field)))).size > 1;
    differences += differs;
    body.append(line(field, sides, differs, texts));
  }
  return { table, differences };
}

/** Return all fields in the order of the pages, also one that only one programme has. */
function fieldsOf(sides) {
  const fields = [];
  for (const { fields: own } of sides) {
    let place = 0;
    for (const field of own.keys()) {
      const known = fields.indexOf(field);
      if (known >= 0) place = known + 1;
      else fields.splice(place++, 0, field);
    }
  }
  return fields;
}

function spoken(entry) {
  return entry ? entry.cell.textContent.replace(/\s+/g, " ").trim() : "";
}

function line(field, sides, differs, texts) {
  const row = element("tr", { className: differs ? "differs" : "" });
  row.dataset.field = field;
  const label = sides.map(({ fields }) => fields.get(field)?.label).find(Boolean);
  const head = element("th", { scope: "row", textContent: label });
  if (differs) head.append(" ", element("span", { className: "differs__word", textContent: texts.differs }));
  row.append(head);
  for (const { fields } of sides) row.append(fields.get(field)?.cell ?? element("td", { textContent: "–" }));
  return row;
}

function element(tag, values = {}) {
  return Object.assign(document.createElement(tag), values);
}
