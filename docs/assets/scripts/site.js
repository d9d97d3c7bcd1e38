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

/** Let the reader choose light or dark; without a choice the system's stands. */
function chooseScheme() {
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.scheme ? root.dataset.scheme === "dark" : system.matches);
  for (const button of document.querySelectorAll("[data-scheme-button]")) {
    const name = () => (button.firstElementChild.textContent = isDark() ? button.dataset.light : button.dataset.dark);
    button.addEventListener("click", () => {
      root.dataset.scheme = isDark() ? "light" : "dark";
      try {
        localStorage.setItem("scheme", root.dataset.scheme);
      } catch {
        // Storage may be switched off; the choice then lasts for this page.
      }
      name();
    });
    system.addEventListener("change", name);
    name();
    button.hidden = false;
  }
}

/** Close the menu with Escape or a press outside it. */
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
}

/** Make the label that opens the search work by keyboard, and give the focus back to it on leaving. */
function openSearch() {
  const label = document.querySelector(".tool--search");
  const toggle = document.getElementById("__search");
  if (!label || !toggle) return;
  label.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      label.click();
    }
  });
  toggle.addEventListener("change", () => {
    if (!toggle.checked) label.focus();
  });
}

keepSection();
chooseScheme();
closeMenu();
openSearch();
