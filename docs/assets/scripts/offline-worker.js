// Answers for the site where a reader keeps a copy: from the network as long as it answers, and else from the copy.
// The build puts this file at the site's root; nothing registers it before the reader asks for a copy.

// A network that does not answer in this time is as good as none, where there is a copy. In milliseconds.
const PATIENCE = 4000;
const COPY = /^copy-(\w+)-/;

addEventListener("install", () => self.skipWaiting());
addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method === "GET" && request.url.startsWith(registration.scope)) event.respondWith(answer(request));
});

async function answer(request) {
  const fetched = fetch(request);
  try {
    return await Promise.race([fetched, tooLate(request)]);
  } catch {
    const kept = await keptAnswer(request);
    if (kept) return kept;
    return request.mode === "navigate" ? insteadOf(request, fetched) : fetched;
  }
}

function tooLate(request) {
  return new Promise((_, reject) => setTimeout(async () => (await keptAnswer(request)) && reject(new Error("late")), PATIENCE));
}

/** Return what the copy has at an address, whatever stands behind '?'. */
async function keptAnswer(request) {
  for (const name of await caches.keys()) {
    if (!COPY.test(name)) continue;
    const kept = await (await caches.open(name)).match(request.url.split("#")[0], { ignoreSearch: true, ignoreVary: true });
    if (kept) return kept;
  }
  return undefined;
}

/** Lead from a page that is not in the copy to the one that says what is, in a language that is kept. */
async function insteadOf(request, fetched) {
  const languages = (await caches.keys()).map((name) => COPY.exec(name)?.[1]).filter(Boolean);
  if (!languages.length) return fetched;
  const asked = request.url.startsWith(`${registration.scope}da/`) ? "da" : "en";
  const language = languages.includes(asked) ? asked : languages[0];
  return Response.redirect(`${registration.scope}${language === "en" ? "" : `${language}/`}about/offline/`);
}
