/** The search in a dialog, over any page. */
import { element, freshId } from "./search-elements.js";
import { SearchPanel } from "./search-panel.js";
import { slashIsOn, turnSlash } from "./search-shortcuts.js";
import { NOTHING, writeState } from "./search-state.js";

const WIDE = "(min-width: 45em)"; // room for the filters beside the results

export class SearchDialog {
  #words;
  #index;
  #dialog = null;
  #panel = null;
  #opener = null;

  constructor(words, index) {
    this.#words = words;
    this.#index = index;
  }

  open(state) {
    this.#dialog ?? this.#build();
    if (!this.#dialog.open) {
      this.#opener = document.activeElement;
      this.#dialog.showModal();
    }
    this.#panel.show(state);
    this.#panel.focus();
  }

  close() {
    if (this.#dialog?.open) this.#dialog.close();
  }

  #build() {
    const title = freshId("title");
    const close = element("button", { type: "button", class: "arkiv-search__close" }, "×");
    close.setAttribute("aria-label", this.#words.close);
    close.addEventListener("click", () => this.close());
    this.#panel = new SearchPanel(this.#words, this.#index, matchMedia(WIDE).matches);
    this.#dialog = element(
      "dialog",
      { class: "arkiv-search-dialog", "aria-labelledby": title },
      element(
        "div",
        { class: "arkiv-search-dialog__head" },
        element("h2", { id: title }, this.#words.title),
        close,
      ),
      this.#panel.element,
      this.#shortcut(),
    );
    this.#dialog.addEventListener("click", (event) => {
      if (event.target === this.#dialog) this.close(); // the backdrop
    });
    this.#dialog.addEventListener("close", () => this.#closed());
    document.body.append(this.#dialog);
  }

  #closed() {
    writeState(NOTHING);
    this.#panel.stop();
    if (this.#opener?.isConnected) this.#opener.focus();
  }

  #shortcut() {
    const box = element("input", { type: "checkbox" });
    box.checked = slashIsOn();
    box.addEventListener("change", () => turnSlash(box.checked));
    return element("label", { class: "arkiv-search-dialog__shortcut" }, box, ` ${this.#words.shortcut}`);
  }
}
