/** The filters and the order of a search, each value with how many results it would give. */
import { element, fill, fillSelect, freshId, labelledSelect } from "./search-elements.js";
import { filterCount } from "./search-state.js";

export class SearchOptions {
  element;
  #words;
  #toggle = element("button", { type: "button", class: "arkiv-search__toggle" });
  #folded;
  #network;
  #year;
  #order;
  #boxes = new Map();

  /** `change` is called with the part of the state that the visitor has changed; `open` unfolds the filters. */
  constructor(words, change, open) {
    this.#words = words;
    this.#network = labelledSelect(words.network, (network) => change({ network }));
    this.#year = labelledSelect(words.year, (year) => change({ year }));
    this.#order = labelledSelect(words.order, (order) => change({ newest: order === "newest" }));
    this.#folded = element(
      "div",
      { id: freshId("options"), class: "arkiv-search__options" },
      element("div", { class: "arkiv-search__row" }, this.#network.wrap, this.#year.wrap, this.#order.wrap),
      this.#kinds(change),
    );
    this.element = element("div", {}, this.#toggle, this.#folded);
    this.#toggle.setAttribute("aria-controls", this.#folded.id);
    this.#toggle.addEventListener("click", () => this.#unfold(this.#folded.hidden));
    this.#unfold(open);
  }

  /** Shows what is chosen, and the counts of { network, year, kind } as far as they are known. */
  show(state, counts) {
    const chosen = filterCount(state);
    this.#toggle.textContent = chosen ? fill(this.#words.options_active, { count: chosen }) : this.#words.options;
    const networks = Object.entries(counts.network ?? {}).sort(([a], [b]) => a.localeCompare(b, document.documentElement.lang));
    const years = Object.entries(counts.year ?? {}).sort(([a], [b]) => b.localeCompare(a));
    fillSelect(this.#network.select, rows(this.#words.any_network, networks, state.network), state.network);
    fillSelect(this.#year.select, rows(this.#words.any_year, years, state.year), state.year);
    const orders = [["relevant", this.#words.relevant], ["newest", this.#words.newest]];
    fillSelect(this.#order.select, orders, state.newest ? "newest" : "relevant");
    for (const [kind, { box, count }] of this.#boxes) {
      box.checked = state.kinds.includes(kind);
      count.textContent = counts.kind ? ` (${counts.kind[kind] ?? 0})` : "";
    }
  }

  // Not <details>: in a page's text, Material dresses that as an admonition.
  #unfold(open) {
    this.#folded.hidden = !open;
    this.#toggle.setAttribute("aria-expanded", String(open));
  }

  #kinds(change) {
    const chosen = () => [...this.#boxes].filter(([, { box }]) => box.checked).map(([kind]) => kind);
    const choices = this.#words.kinds.map((kind) => {
      const id = freshId("kind");
      const box = element("input", { type: "checkbox", id, value: kind });
      const count = element("span", { class: "arkiv-search__count" });
      box.addEventListener("change", () => change({ kinds: chosen() }));
      this.#boxes.set(kind, { box, count });
      return element("span", { class: "arkiv-search__kind" }, box, element("label", { for: id }, kind, count));
    });
    return element(
      "fieldset",
      { class: "arkiv-search__kinds" },
      element("legend", {}, this.#words.kind),
      ...choices,
    );
  }
}

/** The options of a filter: all, then each value with its count; a chosen one stays even with no results. */
function rows(all, counted, chosen) {
  const known = counted.filter(([value, count]) => count > 0 || value === chosen);
  if (chosen && !known.some(([value]) => value === chosen)) known.push([chosen, 0]);
  return [["", all], ...known.map(([value, count]) => [value, `${value} (${count})`])];
}
