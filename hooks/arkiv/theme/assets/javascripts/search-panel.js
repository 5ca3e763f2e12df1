/** The search itself: field, filters and results, in a dialog or in a page. */
import { element, fill, freshId } from "./search-elements.js";
import { SearchOptions } from "./search-options.js";
import { SearchResults } from "./search-results.js";
import { NOTHING, isEmpty, writeState } from "./search-state.js";

const PAUSE = 150; // milliseconds without a key before a search is made

export class SearchPanel {
  element;
  #words;
  #index;
  #state = { ...NOTHING };
  #latest = 0;
  #timer = 0;
  #field;
  #options;
  #results;

  constructor(words, index, unfolded) {
    this.#words = words;
    this.#index = index;
    this.#options = new SearchOptions(words, (change) => this.#change(change), unfolded);
    this.#results = new SearchResults(words, {
      retry: () => this.#search(),
      clear: () => this.#clear(),
      up: () => this.#field.focus(),
    });
    this.element = this.#build();
  }

  focus() {
    this.#field.focus();
    this.#field.select();
  }

  /** Shows a state from outside: the page's address, or what was there before. */
  show(state) {
    this.#state = { ...state };
    this.#field.value = state.query;
    this.#search();
  }

  /** Forgets what is under way. */
  stop() {
    clearTimeout(this.#timer);
    this.#latest += 1;
  }

  #build() {
    const field = freshId("field");
    const hint = freshId("hint");
    this.#field = element("input", {
      id: field,
      class: "arkiv-search__field",
      type: "search",
      name: "q",
      autocomplete: "off",
      autocapitalize: "off",
      spellcheck: "false",
      enterkeyhint: "search",
      "aria-describedby": hint,
    });
    const form = element(
      "form",
      { class: "arkiv-search__form", role: "search" },
      element("label", { for: field, class: "arkiv-search__label" }, this.#words.field),
      this.#field,
      element("p", { id: hint, class: "arkiv-search__hint" }, this.#words.hint),
      this.#options.element,
    );
    this.#listen(form);
    return element("div", { class: "arkiv-search" }, form, this.#results.element);
  }

  #listen(form) {
    this.#field.addEventListener("focus", () => this.#index.load().catch(() => {}), { once: true });
    this.#field.addEventListener("input", () => this.#typed());
    this.#field.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown" && this.#results.focusFirst()) event.preventDefault();
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#change({ query: this.#field.value });
    });
  }

  #typed() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#change({ query: this.#field.value }), PAUSE);
  }

  #clear() {
    this.#change({ network: "", year: "", kinds: [] });
    this.#field.focus();
  }

  #change(change) {
    clearTimeout(this.#timer);
    this.#state = { ...this.#state, ...change };
    writeState(this.#state);
    this.#search();
  }

  /** Answers the present state; an answer that a later question has overtaken is dropped. */
  async #search() {
    this.#latest += 1;
    const mine = this.#latest;
    const state = this.#state;
    const current = () => mine === this.#latest;
    const waiting = setTimeout(() => current() && this.#results.say(this.#words.searching), 300);
    try {
      if (isEmpty(state)) await this.#rest(state, current);
      else await this.#answer(state, current);
    } catch (error) {
      console.warn("arkiv: the search failed.", error);
      if (current()) this.#results.fail();
    } finally {
      clearTimeout(waiting);
    }
  }

  /** Nothing is asked: no results, and the filters with what the whole archive has. */
  async #rest(state, current) {
    this.#results.clear();
    this.#options.show(state, {});
    if (!this.element.closest("dialog[open]") && document.activeElement !== this.#field) return;
    const counts = await this.#index.counts();
    if (current()) this.#options.show(state, counts);
  }

  async #answer(state, current) {
    const found = await this.#index.search(state);
    const first = await found.take(0, SearchResults.STEP);
    if (!current()) return;
    this.#options.show(state, found.counts);
    this.#results.show(found, first, state);
    this.#results.say(this.#summary(found));
  }

  #summary({ total, empty }) {
    if (empty) return this.#words.empty;
    if (total === 0) return this.#words.none;
    return total === 1 ? this.#words.one : fill(this.#words.many, { count: total });
  }
}
