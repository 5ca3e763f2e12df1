/**
 * The parts of the search index, as one. Each is a Pagefind index of its own, for a stretch of time. Pagefind
 * can merge indexes itself, but then sorts by relevance whatever it was asked to sort by.
 */
const AT_ONCE = 4; // parts that load together: more make each slow, and Pagefind gives one up after five seconds

export class SearchShards {
  #shards;
  #yearKey;

  /** `shards` are { years, index }, the newest first; `yearKey` is the name of the filter on years. */
  constructor(shards, yearKey) {
    this.#shards = shards;
    this.#yearKey = yearKey;
  }

  /** Loads the parts that the list names from the search folder `bundle`, with the program at `program`. */
  static async load(bundle, list, options, yearKey, program) {
    const { createInstance } = await import(program);
    const open = async ({ name, years }) => {
      // Where Pagefind looks for itself fails under a subpath, so it is told.
      const index = createInstance({ ...options, basePath: `${bundle}${name}/` });
      await index.init();
      await index.filters();
      return { years, index };
    };
    // All parts share one WebAssembly, which the first one loads. Two that load it at once destroy each other.
    const shards = [await open(list[0])];
    for (let from = 1; from < list.length; from += AT_ONCE) {
      shards.push(...(await Promise.all(list.slice(from, from + AT_ONCE).map(open))));
    }
    return new SearchShards(shards, yearKey);
  }

  /** As Pagefind's own search: { results, filters }; sorted by `options.sort`, else by relevance. */
  async search(term, options) {
    const year = options.filters?.[this.#yearKey];
    const concerned = this.#shards.filter(({ years }) => !year || years.includes(year));
    const answers = await Promise.all(concerned.map(({ index }) => index.search(term, options)));
    const results = answers.flatMap((answer) => answer.results);
    // The parts follow each other in time, so what each has sorted by date stands sorted as it is.
    if (Object.keys(options.sort ?? {}).length === 0) results.sort((a, b) => b.score - a.score);
    return { results, filters: sum(answers.map((answer) => answer.filters)) };
  }

  /** As Pagefind's own filters: how many results every value of every filter has. */
  async filters() {
    return sum(await Promise.all(this.#shards.map(({ index }) => index.filters())));
  }
}

/** Counts by filter and value, added up. */
export function sum(counts) {
  const total = {};
  for (const [name, values] of counts.flatMap((one) => Object.entries(one))) {
    total[name] ??= {};
    for (const [value, count] of Object.entries(values)) total[name][value] = (total[name][value] ?? 0) + count;
  }
  return total;
}
