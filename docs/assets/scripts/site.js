// What a page can do beyond reading. Every page is complete without it.

/** Append the section in view to a link to the twin page, whose sections have the same ids. */
function keepSection() {
  const link = document.querySelector("[data-keep-section]");
  if (!link) return;
  const plain = link.getAttribute("href").split("#")[0];
  const update = () => link.setAttribute("href", plain + location.hash);
  update();
  addEventListener("hashchange", update);
}

/** Let the reader choose light or dark; without a choice the system's stands. The button's word follows by style sheet. */
function chooseScheme() {
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  for (const button of document.querySelectorAll("[data-scheme-button]")) {
    button.addEventListener("click", () => {
      const isDark = root.dataset.scheme ? root.dataset.scheme === "dark" : system.matches;
      root.dataset.scheme = isDark ? "light" : "dark";
      try {
        localStorage.setItem("scheme", root.dataset.scheme);
      } catch {
        // Storage may be switched off; the choice then lasts for this page.
      }
    });
  }
}

/** Close the menu with Escape, a press outside it, or when the focus has left it, so that it never covers what has the focus. */
function closeMenu() {
  const menu = document.querySelector(".menu");
  if (!menu) return;
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && menu.open) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });
  addEventListener("click", (event) => {
    if (menu.open && !menu.contains(event.target)) menu.open = false;
  });
  menu.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false;
  });
}

/** Fetch the search when the reader opens it for the first time, by its button or its keys, and not before. */
function openSearch() {
  const dialog = document.getElementById("search-dialog");
  if (!dialog?.showModal) return;
  const open = async (opener) => (await import("./search/dialog.js")).openDialog(dialog, opener);
  for (const button of document.querySelectorAll("[data-search-button]")) {
    button.setAttribute("role", "button");
    button.setAttribute("aria-haspopup", "dialog");
    button.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      open(button);
    });
    button.addEventListener("keydown", (event) => {
      if (event.key !== " ") return;
      event.preventDefault();
      open(button);
    });
  }
  addEventListener("keydown", (event) => {
    if (dialog.open || event.defaultPrevented || event.altKey || event.shiftKey && event.key !== "/") return;
    const isTyping = event.target.closest?.("input, textarea, select, [contenteditable]");
    const withControl = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k";
    const alone = event.key === "/" && !event.ctrlKey && !event.metaKey && !isTyping && mayUseSlash();
    if (!withControl && !alone) return;
    event.preventDefault();
    open(document.activeElement);
  });
}

/** A key that does something on its own can be switched off in the search (WCAG 2.1.4). */
function mayUseSlash() {
  try {
    return localStorage.getItem("search-key") !== "off";
  } catch {
    return true;
  }
}

/**
 * Let a table of words stand row by row on a narrow screen, with each column's name before the value. The style sheet makes
 * blocks of the cells, which would take away their meaning as a table: the roles keep it.
 */
function stackTables() {
  for (const table of document.querySelectorAll("#content table:not([class])")) {
    const names = [...table.querySelectorAll("thead th")].map((cell) => namesOf(cell));
    const isPlain = names.length > 1 && !table.querySelector("caption, [colspan], [rowspan], [align=right]");
    if (!isPlain) continue;
    const scroller = document.createElement("div");
    scroller.className = "scroller";
    table.replaceWith(scroller);
    scroller.append(table);
    table.classList.add("stacked");
    table.setAttribute("role", "table");
    for (const part of table.querySelectorAll("thead, tbody")) part.setAttribute("role", "rowgroup");
    for (const row of table.rows) {
      row.setAttribute("role", "row");
      [...row.cells].forEach((cell, column) => {
        cell.setAttribute("role", cell.tagName === "TD" ? "cell" : cell.closest("thead") ? "columnheader" : "rowheader");
        if (!cell.closest("thead")) cell.dataset.label = names[column];
      });
    }
  }
}

/** Return the words of a heading cell without the numbers of its sources. */
function namesOf(cell) {
  const copy = cell.cloneNode(true);
  for (const mark of copy.querySelectorAll(".citation")) mark.remove();
  return copy.textContent.trim();
}

/** Let the keyboard reach what scrolls sideways, as long as it does. */
function reachScrollers() {
  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      if (target.scrollWidth > target.clientWidth + 1) target.setAttribute("tabindex", "0");
      else target.removeAttribute("tabindex");
    }
  });
  for (const part of document.querySelectorAll("#content .scroller, #content pre > code")) observer.observe(part);
}

/** Where the browser knows no popovers, the definitions stand at the end of the page: lead there. */
function findDefinitions() {
  if ("popover" in HTMLElement.prototype) return;
  for (const button of document.querySelectorAll("[popovertarget]")) {
    button.addEventListener("click", () => (location.hash = button.getAttribute("popovertarget")));
  }
}

/** Open what is folded where a link leads to its heading; without this the reader lands on the heading and opens it. */
function openTarget() {
  const open = () => {
    const folded = document.getElementById(decodeURIComponent(location.hash.slice(1)))?.closest("#content details");
    if (folded) folded.open = true;
  };
  open();
  addEventListener("hashchange", open);
}

/** Say that the page's review is overdue, from the day after it was due; the date itself is on the page without this. */
function tellOverdue() {
  const due = document.querySelector("time[data-review-by]");
  const notice = document.querySelector("[data-overdue]");
  if (due && notice) notice.hidden = !(Date.now() > new Date(`${due.dateTime}T23:59:59.999`).getTime());
}

/** Put what a link asks a page for behind '#': it is no place on that page, so it does not stand in the HTML. */
function askByLink() {
  for (const link of document.querySelectorAll("a[data-choices]")) link.hash = link.dataset.choices;
}

/** Fetch what only some pages need, where the page has the part that it works on. */
function openParts() {
  const parts = [
    ["[data-catalogue]", () => import("./catalogue.js"), "openCatalogue"],
    ["[data-compare-page]", () => import("./compare.js"), "openCompare"],
    ["[data-adapt-page]", () => import("./adapt.js"), "openAdapt"],
    ["[data-exit-page]", () => import("./exit.js"), "openExit"],
    ["[data-offline-copy]", () => import("./offline.js"), "openOffline"],
    ["[data-search-results]", () => import("./search/page.js"), "openResults"],
  ];
  for (const [place, fetchPart, open] of parts) {
    const root = document.querySelector(place);
    if (root) fetchPart().then((part) => part[open](root));
  }
}

keepSection();
chooseScheme();
closeMenu();
openSearch();
findDefinitions();
openTarget();
tellOverdue();
stackTables();
reachScrollers();
askByLink();
openParts();
