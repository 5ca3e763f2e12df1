/**
 * Search in the archive: a dialog that the header's button opens on every page, or a panel in the page
 * itself wherever there is a <div data-arkiv-search>. Needs partials/search.html in the page.
 */
import { SearchDialog } from "./search-dialog.js";
import { SearchIndex } from "./search-index.js";
import { SearchPanel } from "./search-panel.js";
import { followShortcuts } from "./search-shortcuts.js";
import { filterCount, isEmpty, readState } from "./search-state.js";

const button = document.querySelector("[data-arkiv-search-open]");
const catalogue = document.querySelector("[data-arkiv-search-words]");

if (button && catalogue) start(button, JSON.parse(catalogue.textContent));

function start(button, words) {
  // Resolved once: the address of the page may change later, the place of the site does not.
  const base = new URL(button.dataset.base, document.baseURI);
  const index = new SearchIndex(base, words.keys, JSON.parse(button.dataset.portal ?? "[]"));
  const dialog = new SearchDialog(words, index);
  let inline = null;

  const mount = () => {
    const place = document.querySelector("[data-arkiv-search]:empty");
    if (place) {
      inline = new SearchPanel(words, index, filterCount(readState()) > 0);
      place.append(inline.element);
    }
    if (inline && !inline.element.isConnected) inline = null;
    const state = readState();
    if (inline) inline.show(state);
    else if (!isEmpty(state)) dialog.open(state);
    else dialog.close();
  };
  const open = () => (inline ? inline.focus() : dialog.open(readState()));

  button.hidden = false;
  if (!document.querySelector("[data-arkiv-search]")) button.setAttribute("aria-haspopup", "dialog");
  button.addEventListener("click", open);
  followShortcuts(open);
  window.addEventListener("popstate", mount);
  // Material's instant loading, where a site uses it, replaces the page's content without a new load.
  if (globalThis.document$) globalThis.document$.subscribe(mount);
  else mount();
}
