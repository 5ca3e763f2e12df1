/** The archive's search index: a thin layer over Pagefind's JavaScript API. */
import { SearchPortal } from "./search-portal.js";
import { countValues, holdsAll, passing, readQuery } from "./search-phrases.js";

/** In how many of the best results with all the words a phrase is looked for. */
const READ_FOR_PHRASES = 500;

/** Exact å, ä and ö first; a title counts more than text, the labels of a result less. */
const RANKING = {
  diacriticSimilarity: 2,
  metaWeights: { title: 5, meeting: 0.5, network: 0.5, kinds: 0.5, internal: 0, date: 1 },
};

export class SearchIndex {
  #places;
  #keys;
  #loading = null;

  /**
   * `base` is the site's address; `keys` are the names of the filters and of the sort key; `others` are the
   * archives that a portal searches too, each { name, address }.
   */
  constructor(base, keys, others = []) {
    this.#places = [{ name: "", base }, ...others.map(({ name, address }) => ({ name, base: new URL(address) }))];
    this.#keys = keys;
  }

  /** Gets the index ready. Rejects when it cannot be had; the next call then tries again. */
  load() {
    this.#loading ??= this.#load().catch((error) => {
      this.#loading = null;
      throw error;
    });
    return this.#loading;
  }

  /**
   * What answers `state`: { total, counts, take }. `counts` has, for each filter, how many results each
   * value would give beside the other filters; `take(from, to)` resolves to the results themselves;
   * `missing` are the names of archives that do not answer.
   */
  async search(state) {
    const pagefind = await this.load();
    if (!pagefind) return { total: 0, counts: {}, take: async () => [], empty: true, missing: [] };
    return { ...(await this.#answer(pagefind, state)), missing: pagefind.missing };
  }

  async #answer(pagefind, state) {
    const { words, phrases } = readQuery(state.query);
    const filters = this.#filters(state);
    // Without words Pagefind lists everything that the filters let through, in no order of relevance.
    const sort = state.newest || !words ? { [this.#keys.sort]: "desc" } : {};
    if (phrases.length) return this.#phrases(pagefind, words, phrases, filters, sort);
    const found = await pagefind.search(words || null, { filters, sort });
    return {
      total: found.results.length,
      counts: await this.#counts(pagefind, words || null, filters, found.filters),
      take: async (from, to) => (await load(found.results.slice(from, to))).map((data) => this.#hit(data)),
    };
  }

  /** How many results every value of every filter has in the whole index. */
  async counts() {
    const pagefind = await this.load();
    return pagefind ? this.#named(await pagefind.filters()) : {};
  }

  /** Pagefind, or null when the index is there and has nothing in it. */
  async #load() {
    const options = { baseUrl: "/", excerptLength: 28, ranking: RANKING };
    return SearchPortal.load(this.#places, options, this.#keys.year);
  }

  async #phrases(pagefind, words, phrases, filters, sort) {
    const found = await pagefind.search(words, { sort });
    const texts = await load(found.results.slice(0, READ_FOR_PHRASES));
    const holding = texts.filter((text) => holdsAll(text.content, phrases));
    const hits = passing(holding, filters);
    const { network, year, kind } = this.#keys;
    return {
      total: hits.length,
      counts: this.#named(countValues(holding, filters, [network, year, kind])),
      take: async (from, to) => hits.slice(from, to).map((data) => this.#hit(data)),
    };
  }

  #filters(state) {
    const filters = {};
    if (state.network) filters[this.#keys.network] = state.network;
    if (state.year) filters[this.#keys.year] = state.year;
    if (state.kinds.length) filters[this.#keys.kind] = { any: state.kinds };
    return filters;
  }

  async #counts(pagefind, term, filters, found) {
    const counts = { ...found };
    for (const key of Object.keys(filters)) {
      const { [key]: _own, ...others } = filters;
      counts[key] = (await pagefind.search(term, { filters: others })).filters[key];
    }
    return this.#named(counts);
  }

  #named(counts) {
    const { network, year, kind } = this.#keys;
    return { network: counts[network] ?? {}, year: counts[year] ?? {}, kind: counts[kind] ?? {} };
  }

  #hit(data) {
    return { url: data.raw_url, excerpt: data.excerpt, ...data.meta };
  }
}

function load(results) {
  return Promise.all(results.map((result) => result.data()));
}
