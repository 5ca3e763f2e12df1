/** What is searched for, and its place in the page's address: ?q=…&natverk=…&ar=…&typ=…&ordning=nyast */

export const NOTHING = Object.freeze({ query: "", network: "", year: "", kinds: [], newest: false });

const NAMES = ["q", "natverk", "ar", "typ", "ordning"];

export function readState() {
  const given = new URLSearchParams(location.search);
  return {
    query: given.get("q") ?? "",
    network: given.get("natverk") ?? "",
    year: given.get("ar") ?? "",
    kinds: given.getAll("typ"),
    newest: given.get("ordning") === "nyast",
  };
}

/** Puts the state in the address without a new entry in the history: one step back leaves the search. */
export function writeState(state) {
  const url = new URL(location.href);
  for (const name of NAMES) url.searchParams.delete(name);
  if (state.query.trim()) url.searchParams.set("q", state.query.trim());
  if (state.network) url.searchParams.set("natverk", state.network);
  if (state.year) url.searchParams.set("ar", state.year);
  for (const kind of state.kinds) url.searchParams.append("typ", kind);
  if (state.newest) url.searchParams.set("ordning", "nyast");
  if (url.href !== location.href) history.replaceState(history.state, "", url);
}

export function filterCount(state) {
  return Number(Boolean(state.network)) + Number(Boolean(state.year)) + state.kinds.length;
}

/** Whether nothing is asked for, so that there is nothing to answer. */
export function isEmpty(state) {
  return !state.query.trim() && filterCount(state) === 0;
}
