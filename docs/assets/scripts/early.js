// Runs before the page is painted: the reader's choice of colours, and what the search bundle expects to find.
document.documentElement.classList.replace("no-js", "js");

try {
  const scheme = localStorage.getItem("scheme");
  if (scheme === "light" || scheme === "dark") document.documentElement.dataset.scheme = scheme;
} catch {
  // Storage may be switched off; then the system's choice stands.
}

// The search bundle keeps its settings by these names; nothing is stored, so nothing needs a scope.
window.__md_scope = new URL("/", location);
window.__md_hash = (text) => [...text].reduce((sum, letter) => (sum << 5) - sum + letter.charCodeAt(0), 0);
window.__md_get = () => null;
window.__md_set = () => {};

// It would also fetch a site map beside each address of the page in another language, to find the twin that we link ourselves.
// A space keeps it from recognising these links; to all other readers it means nothing.
document.addEventListener(
  "DOMContentLoaded",
  () => {
    for (const link of document.querySelectorAll("link[rel=alternate]")) link.rel += " ";
  },
  { once: true },
);

// The bundle acts on single letters anywhere on the page and offers no way to switch that off (WCAG 2.1.4): keep them from it.
// In the search it would also close on Tab and move the focus on Shift: leave it only the keys that walk through the results.
addEventListener(
  "keydown",
  (event) => {
    if (document.getElementById("search-dialog")?.open) {
      if (!["ArrowUp", "ArrowDown", "Enter", "Escape"].includes(event.key)) event.stopImmediatePropagation();
      return;
    }
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (!typing && event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.stopImmediatePropagation();
    }
  },
  true,
);
