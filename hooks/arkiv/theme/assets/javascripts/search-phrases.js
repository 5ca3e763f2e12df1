/**
 * Phrases in quotation marks. Pagefind 1.5.2 misses a phrase on a page whose title has another form of one of
 * its words ("mötet fastställde" under the title Möte), so the phrase is looked for in the texts themselves.
 */

/** The words of a query, and the phrases among them: `"resor med tåg" budget` has one phrase of four words. */
export function readQuery(query) {
  const text = query.normalize("NFC").replace(/[“”„»«]/g, '"').trim();
  const phrases = [...text.matchAll(/"([^"]+)"/g)].map(([, phrase]) => plain(phrase)).filter(Boolean);
  return { words: text.replaceAll('"', " ").trim(), phrases };
}

/** Whether a text holds the words of every phrase in their order, whatever the case and the marks between. */
export function holdsAll(text, phrases) {
  const words = ` ${plain(text)} `;
  return phrases.every((phrase) => words.includes(` ${phrase} `));
}

function plain(text) {
  return text.normalize("NFC").toLocaleLowerCase("sv").split(/[^\p{L}\p{N}]+/u).filter(Boolean).join(" ");
}

/** The texts that pass every filter: { name: value or { any: values } }. */
export function passing(texts, filters) {
  return texts.filter((text) =>
    Object.entries(filters).every(([name, wanted]) =>
      (wanted.any ?? [wanted]).some((value) => text.filters[name]?.includes(value)),
    ),
  );
}

/** For each filter, how many of the texts each value would leave beside the other filters. */
export function countValues(texts, filters, names) {
  const counts = {};
  for (const name of names) {
    const { [name]: _own, ...others } = filters;
    counts[name] = {};
    for (const value of passing(texts, others).flatMap((text) => text.filters[name] ?? [])) {
      counts[name][value] = (counts[name][value] ?? 0) + 1;
    }
  }
  return counts;
}
