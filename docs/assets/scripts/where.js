// Where a page stands: the search's dialog, which is on every page, holds it for all scripts.

/** Return the language of the page and the address of the site's root. */
export function siteOf(dialog = document.getElementById("search-dialog")) {
  const { searchLanguage, searchRoot } = dialog.dataset;
  return { language: searchLanguage, root: new URL(searchRoot.replace(/\/?$/, "/"), location).href };
}
