import { baseOf } from '../../src/core/text/language.ts';
import { loadIfThere, loadPeer } from './installed.ts';
import type { Peer } from './peer.ts';

interface Index {
  add(id: string, text: string): void;
  search(text: string, options: object): string[];
}

interface FlexSearch {
  readonly Index: new (options: object) => Index;
  readonly Encoder: new (...options: unknown[]) => unknown;
  readonly Charset: Readonly<Record<'CJK' | 'Normalize', unknown>>;
}

/** Languages for its encoder CJK. For all others, the default encoder finds more than those made for Latin letters. */
const CJK: readonly string[] = ['zh', 'ja', 'ko'];

/**
 * It only orders results, without scores. `suggest` also finds documents with some of the words, as questions need it.
 */
export const peer: Peer = {
  async build({ entries, language }) {
    const { Index, Encoder, Charset } = await loadPeer<FlexSearch>('flexsearch');
    const base = baseOf(language);
    const words = await loadIfThere<object>(`flexsearch/lang/${base}`);
    const index = new Index({
      encoder: new Encoder(CJK.includes(base) ? Charset.CJK : Charset.Normalize, ...(words ? [words] : [])),
    });
    for (const { id, title, phrasings, answer } of entries) index.add(id, [title, ...phrasings, answer].join('\n'));
    return (text) => ({ hits: index.search(text, { suggest: true, limit: 10 }).map((id) => ({ id })) });
  },
};
