import { baseOf } from '../../src/core/text/language.ts';
import { loadIfThere, loadPeer } from './installed.ts';
import type { Peer } from './peer.ts';

interface Builder {
  readonly pipeline: { reset(): void };
  readonly searchPipeline: { reset(): void };
  readonly tokenizer: (text: string) => unknown[];
  ref(name: string): void;
  field(name: string): void;
  use(plugin: unknown): void;
  add(document: Readonly<Record<string, string>>): void;
}

interface Index {
  query(build: (query: { term(tokens: unknown[], options: object): void }) => void): { ref: string; score: number }[];
}

type Lunr = ((set: (this: Builder) => void) => Index) & Readonly<Record<string, unknown>>;

/**
 * lunr with lunr-languages. For a language that these lack, words are split at spaces: lunr's own pipeline keeps only
 * Latin letters.
 */
export const peer: Peer = {
  async build({ entries, language }) {
    const lunr = await loadPeer<Lunr>('lunr');
    const base = baseOf(language);
    (await loadPeer<(to: Lunr) => void>('lunr-languages/lunr.stemmer.support'))(lunr);
    (await loadIfThere<(to: Lunr) => void>(`lunr-languages/lunr.${base}`))?.(lunr);
    let cut: Builder['tokenizer'] = () => [];
    const index = lunr(function () {
      for (const name of ['title', 'phrasings', 'answer']) this.field(name);
      this.ref('id');
      if (lunr[base] !== undefined) this.use(lunr[base]);
      else if (base !== 'en') for (const pipeline of [this.pipeline, this.searchPipeline]) pipeline.reset();
      for (const { id, title, phrasings, answer } of entries)
        this.add({ id, title, phrasings: phrasings.join('\n'), answer });
      cut = this.tokenizer;
    });
    // `search` would take some characters of a question for its own syntax.
    return (text) => ({
      hits: index.query((query) => query.term(cut(text), {})).map(({ ref, score }) => ({ id: ref, score })),
    });
  },
};
