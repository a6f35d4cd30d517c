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

/** Languages for which it brings a stemmer, by its names. */
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
 * With its stemmers; other languages are cut into words by the tokenizer that it brings for Chinese, which knows them
 * too.
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
