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

/**
 * Show the search in a dialog, which keeps the focus within it and gives it back. The bundle knows only its switch, a checkbox:
 * the two follow each other. The bundle and its index are most of what a page would weigh, so they are fetched when the reader
 * first opens the search, and not before.
 */
function openSearch() {
  const dialog = document.getElementById("search-dialog");
  const toggle = document.getElementById("__search");
  const button = document.querySelector("[data-search-button]");
  if (!dialog?.showModal || !toggle || !button) {
    button?.remove();
    return;
  }
  const words = dialog.querySelector("input");
  const turn = (on) => toggle.checked !== on && toggle.click();

  button.addEventListener("click", async () => {
    dialog.showModal();
    words.focus();
    await loadBundle(dialog.dataset.bundle);
    if (dialog.open) turn(true);
  });
  dialog.querySelector("[data-search-close]").addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  const follow = () => {
    if (!toggle.checked) {
      dialog.close();
    } else if (!dialog.open) {
      dialog.showModal();
      words.focus();
      words.select();
    }
  };
  toggle.addEventListener("change", follow);
  dialog.addEventListener("close", () => {
    // The bundle scrolls back to where it held the page; that would undo a jump to a result on the same page.
    document.body.style.top = "";
    turn(false);
  });

  // The bundle listens to keys only: words can also be pasted, spoken or chosen from a list.
  words.addEventListener("input", () => words.dispatchEvent(new KeyboardEvent("keyup")));
  words.form.addEventListener("submit", (event) => event.preventDefault());

  // The bundle also takes its results out of the tab order.
  const list = dialog.querySelector("ol");
  new MutationObserver(() => {
    for (const result of list.querySelectorAll("[tabindex]")) result.removeAttribute("tabindex");
  }).observe(list, { childList: true, subtree: true });
}

let bundle;

/** Fetch the search bundle once and tell it that the page has loaded, which it waits for. */
function loadBundle(address) {
  bundle ??= new Promise((loaded) => {
    const script = document.createElement("script");
    script.src = address;
    script.addEventListener("load", () => {
      document.dispatchEvent(new Event("DOMContentLoaded"));
      loaded();
    });
    document.body.append(script);
  });
  return bundle;
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

/** The bundle names each block of code after what stands around it; that is the same for all of them unless each has a name. */
function nameCode() {
  document.querySelectorAll("#content pre:not([id])").forEach((block, index) => (block.id = `code-${index + 1}`));
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
nameCode();
openTarget();
tellOverdue();
// Before the bundle is there, which wraps the tables that have no class.
stackTables();
reachScrollers();
askByLink();
openParts();
