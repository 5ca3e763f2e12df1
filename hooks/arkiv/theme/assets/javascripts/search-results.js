/** The answer to a search: how many, the results in order, and what to do when there are none. */
import { element, excerptNodes, fill } from "./search-elements.js";
import { filterCount } from "./search-state.js";

/** Dates as the pages write them: in English the day comes first. */
const LANGUAGE = document.documentElement.lang || "sv";
const LOCALE = LANGUAGE === "en" ? "en-GB" : LANGUAGE;

export class SearchResults {
  /** How many results are shown at a time. */
  static STEP = 10;

  element;
  #words;
  #on;
  #days;
  #status = element("p", { class: "arkiv-search__status", role: "status" });
  #help = element("div", { class: "arkiv-search__help" });
  #list;
  #more;
  #found = null;

  /** `on` has retry, clear and up: what to do when the visitor asks for it. */
  constructor(words, on) {
    this.#words = words;
    this.#on = on;
    this.#days = new Intl.DateTimeFormat(LOCALE, { dateStyle: "long", timeZone: "UTC" });
    this.#list = element("ol", { class: "arkiv-search__hits", "aria-label": words.results });
    this.#more = element("button", { type: "button", class: "arkiv-search__button" }, words.more);
    this.#more.addEventListener("click", () => this.#showMore());
    this.#list.addEventListener("keydown", (event) => this.#move(event));
    this.element = element("div", { class: "arkiv-search__results" }, this.#status, this.#help, this.#list, this.#more);
    this.clear();
  }

  /** Tells how it went, also to those who do not see it. */
  say(text) {
    if (this.#status.textContent !== text) this.#status.textContent = text;
  }

  clear() {
    this.#found = null;
    this.#list.replaceChildren();
    this.#help.replaceChildren();
    this.#more.hidden = true;
    this.#list.hidden = true;
    this.say("");
  }

  show(found, hits, state) {
    this.clear();
    this.#found = found;
    this.#append(hits);
    const missing = found.missing.map((name) => element("p", {}, fill(this.#words.missing, { name })));
    this.#help.append(...missing);
    if (found.total > 0 || found.empty) return;
    this.#help.append(element("p", {}, this.#words.none_help));
    if (filterCount(state) === 0) return;
    this.#help.append(element("p", {}, this.#words.none_filtered), this.#button(this.#words.clear, this.#on.clear));
  }

  fail() {
    this.clear();
    this.say(this.#words.failed);
    this.#help.append(element("p", {}, this.#words.failed_help), this.#button(this.#words.retry, this.#on.retry));
  }

  /** Goes to the first result; false when there is none. */
  focusFirst() {
    const first = this.#links()[0];
    first?.focus();
    return Boolean(first);
  }

  async #showMore() {
    const found = this.#found;
    const shown = this.#list.children.length;
    const hits = await found.take(shown, shown + SearchResults.STEP);
    if (found !== this.#found || this.#list.children.length !== shown) return;
    this.#append(hits);
    this.say(fill(this.#words.shown, { shown: this.#list.children.length, count: found.total }));
    this.#links()[shown]?.focus();
  }

  #append(hits) {
    this.#list.append(...hits.map((hit) => this.#hit(hit)));
    const shown = this.#list.children.length;
    this.#list.hidden = shown === 0;
    this.#more.hidden = shown >= this.#found.total;
  }

  #hit(hit) {
    return element(
      "li",
      { class: "arkiv-search__hit" },
      element("h3", {}, element("a", { href: hit.url }, hit.title)),
      this.#facts(hit),
      element("p", { class: "arkiv-search__excerpt" }, ...excerptNodes(hit.excerpt)),
    );
  }

  #facts(hit) {
    const facts = element("p", { class: "arkiv-search__facts" });
    if (hit.date) facts.append(element("time", { datetime: hit.date }, this.#days.format(new Date(hit.date))));
    if (hit.archive) facts.append(element("span", {}, hit.archive));
    if (hit.network) facts.append(element("span", {}, hit.network));
    const badges = [...(hit.kinds?.split(", ") ?? []), ...(hit.internal ? [hit.internal] : [])];
    facts.append(...badges.map((badge) => element("span", { class: "arkiv-search__badge" }, badge)));
    return facts;
  }

  #button(text, act) {
    const button = element("button", { type: "button", class: "arkiv-search__button" }, text);
    button.addEventListener("click", act);
    return button;
  }

  #links() {
    return [...this.#list.querySelectorAll("h3 a")];
  }

  #move(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const links = this.#links();
    const to = links.indexOf(document.activeElement) + step;
    if (to < 0) this.#on.up();
    else (links[to] ?? (this.#more.hidden ? null : this.#more))?.focus();
  }
}
