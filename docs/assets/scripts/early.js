// Runs before the page is painted: the reader's choice of colours.
document.documentElement.classList.replace("no-js", "js");

try {
  const scheme = localStorage.getItem("scheme");
  if (scheme === "light" || scheme === "dark") document.documentElement.dataset.scheme = scheme;
} catch {
  // Storage may be switched off; then the system's choice stands.
}
