// Leaves a page that nobody else should see. Without this the links still lead away, and "back" leads here again.

/** Let each way off the page take the page's place in the history, and show nothing of it while the other page loads. */
export function openExit() {
  for (const link of document.querySelectorAll("[data-exit-page]")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      document.title = link.hostname;
      document.body.replaceChildren();
      location.replace(link.href);
    });
  }
}
