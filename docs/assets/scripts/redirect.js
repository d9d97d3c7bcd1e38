// On a page that has moved: go on at once, and keep the section that the reader asked for. Without JavaScript the page's own
// refresh leads on, and a link stands in its text.
const { to, sections } = document.currentScript.dataset;
const moved = JSON.parse(sections);
const asked = location.hash.slice(1);
const target = new URL(Object.hasOwn(moved, asked) ? moved[asked] : to, location.href);
if (!target.hash) target.hash = location.hash;
location.replace(target);
