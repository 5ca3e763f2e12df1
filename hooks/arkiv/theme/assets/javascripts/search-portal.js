/**
 * Several archives, asked as one: this site's own, and those that a portal names. Each is asked in its own
 * parts; relevance is compared across archives as Pagefind gives it, and what is sorted by date is merged by
 * date. An archive that does not answer is told of, and the others are asked without it.
 */
import { SearchShards, sum } from "./search-shards.js";

export class SearchPortal {
  /** Names of the archives that could not be had. */
  missing;
  #archives;

  constructor(archives, missing) {
    this.#archives = archives;
    this.missing = missing;
  }

  /**
   * Loads the archives, each { name, base }. The first is this site's own, whose program reads them all: when
   * it cannot be had there is no search, and when there is nothing in it, null.
   */
  static async load(places, options, yearKey) {
    const [own, ...others] = places;
    const first = await open(own, options, yearKey);
    if (!first) return null;
    const found = await Promise.allSettled(others.map((place) => open(place, options, yearKey, first.program)));
    const missing = others.filter((_, number) => found[number].status === "rejected").map(({ name }) => name);
    return new SearchPortal([first, ...found.map(({ value }) => value)].filter(Boolean), missing);
  }

  /** As Pagefind's own search: { results, filters }. */
  async search(term, options) {
    const answers = await Promise.all(this.#archives.map((archive) => ask(archive, term, options)));
    const lists = answers.map(({ results }) => results);
    const sorted = Object.keys(options.sort ?? {}).length > 0;
    const results = sorted ? byDate(lists) : lists.flat().sort((a, b) => b.score - a.score);
    return { results, filters: sum(answers.map(({ filters }) => filters)) };
  }

  /** As Pagefind's own filters. */
  async filters() {
    return sum(await Promise.all(this.#archives.map(({ shards }) => shards.filters())));
  }
}

async function open(place, options, yearKey, engine) {
  const bundle = new URL("pagefind/", place.base).href;
  const list = await fetch(`${bundle}shards.json`, { cache: "no-cache" });
  if (!list.ok) throw new Error(`the search index answers ${list.status}`);
  const shards = await list.json();
  if (shards.length === 0) return null;
  const program = engine ?? `${bundle}${shards[0].name}/pagefind.js`;
  return { place, program, shards: await SearchShards.load(bundle, shards, options, yearKey, program) };
}

async function ask({ place, shards }, term, options) {
  const { results, filters } = await shards.search(term, options);
  return { results: results.map((result) => ({ score: result.score, data: () => told(result, place) })), filters };
}

/** A result with the address it has in its own archive, whatever another site's index says. */
async function told(result, { name, base }) {
  const data = await result.data();
  const url = new URL(data.raw_url, base);
  const raw_url = url.href.startsWith(base.href) ? url.href : base.href;
  return { ...data, raw_url, meta: { ...data.meta, ...(name ? { archive: name } : {}) } };
}

/** Lists that are each sorted by date as one: only as much of each is read as is asked for. */
function byDate(lists) {
  if (lists.length === 1) return lists[0];
  const heads = lists.map((list) => ({ list, at: 0, data: null }));
  const merged = [];
  let reading = Promise.resolve();
  const more = async () => {
    const open = heads.filter(({ list, at }) => at < list.length);
    for (const head of open) head.data ??= await head.list[head.at].data();
    const next = open.reduce((best, head) => ((head.data.meta.date ?? "") > (best.data.meta.date ?? "") ? head : best));
    merged.push(next.data);
    next.at += 1;
    next.data = null;
  };
  const read = async (number) => {
    while (merged.length <= number) await more();
    return merged[number];
  };
  const total = lists.reduce((count, list) => count + list.length, 0);
  const data = (number) => () => (reading = reading.catch(() => {}).then(() => read(number)));
  return Array.from({ length: total }, (_, number) => ({ data: data(number) }));
}
