/** Small makers of elements. Text is always set as text: nothing here reads HTML from a string into the page. */

let serial = 0;

/** An id that no other element of the page has. */
export function freshId(name) {
  serial += 1;
  return `arkiv-search-${name}-${serial}`;
}

/** An element with attributes (true is an empty attribute, null or false none) and children. */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== false) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}

/** A labelled select; `choose(value)` is called when another option is taken. */
export function labelledSelect(label, choose) {
  const id = freshId("select");
  const select = element("select", { id, class: "arkiv-search__select" });
  select.addEventListener("change", () => choose(select.value));
  const wrap = element("div", { class: "arkiv-search__option" }, element("label", { for: id }, label), select);
  return { wrap, select };
}

/** Gives a select its options: rows of [value, label]. */
export function fillSelect(select, rows, chosen) {
  const options = rows.map(([value, label]) => element("option", { value }, label));
  select.replaceChildren(...options);
  select.value = chosen;
}

/**
 * The nodes of an excerpt. Pagefind gives escaped text with <mark> around what was found; it is parsed in a
 * document of its own, where nothing loads or runs, and only texts and marks are taken from there.
 */
export function excerptNodes(excerpt) {
  const parsed = new DOMParser().parseFromString(excerpt, "text/html");
  return [...parsed.body.childNodes].map((node) =>
    node.nodeName === "MARK" ? element("mark", {}, node.textContent) : document.createTextNode(node.textContent),
  );
}

/** Puts values in the places of a text: fill("{count} träffar", {count: 3}). */
export function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (place, name) => String(values[name] ?? place));
}
