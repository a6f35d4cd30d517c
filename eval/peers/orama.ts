import { baseOf } from '../../src/core/text/language.ts';
import { loadPeer } from './installed.ts';
import type { Peer } from './peer.ts';

interface Orama {
  readonly create: (options: object) => unknown;
  readonly insertMultiple: (index: unknown, documents: readonly object[]) => unknown;
  readonly search: (index: unknown, options: object) => Found | Promise<Found>;
}

interface Found {
  readonly hits: readonly { readonly id: string; readonly score: number }[];
}

/** Languages for which it has a stemmer, with its name for them. */
const STEMMED: Readonly<Record<string, string>> = {
  en: 'english',
  es: 'spanish',
  it: 'italian',
  ru: 'russian',
  ar: 'arabic',
  de: 'german',
  fr: 'french',
};

/**
 * The tokenizer with the language's stemmer. For other languages it is that for Chinese, which also splits them into
 * words.
 */
async function tokenizer(language: string): Promise<object> {
  const name = STEMMED[baseOf(language)];
  if (name === undefined)
    return (await loadPeer<{ createTokenizer(): object }>('@orama/tokenizers/mandarin')).createTokenizer();
  const { stemmer } = await loadPeer<{ stemmer: unknown }>(`@orama/stemmers/${name}`);
  return { language: name, stemming: true, stemmer };
}

export const peer: Peer = {
  async build({ entries, language }) {
    const { create, insertMultiple, search } = await loadPeer<Orama>('@orama/orama');
    const index = create({
      schema: { title: 'string', phrasings: 'string[]', answer: 'string' },
      components: { tokenizer: await tokenizer(language) },
    });
    await insertMultiple(index, entries);
    return async (term) => ({ hits: (await search(index, { term })).hits });
  },
};
