import { baseOf } from '../../src/core/text/language.ts';
import { loadIfThere, loadPeer } from './installed.ts';
import type { Peer } from './peer.ts';

interface Nlp {
  readonly settings: { autoSave: boolean };
  addLanguage(language: string): void;
  addDocument(language: string, text: string, intent: string): void;
  train(): Promise<void>;
  process(language: string, text: string): Promise<Understood>;
}

interface Understood {
  readonly intent: string;
  readonly classifications: readonly { readonly intent: string; readonly score: number }[];
}

interface Basic {
  readonly containerBootstrap: () => Promise<{ use(plugin: unknown): void; get(name: 'nlp'): Nlp }>;
  readonly Nlp: unknown;
  readonly LangEn: unknown;
}

/**
 * Entries are intents, with their titles and phrasings as utterances; answers have no place in it. Its intent None is
 * silence.
 */
export const peer: Peer = {
  isProbable: true,
  async build({ entries, language }) {
    const { containerBootstrap, Nlp, LangEn } = await loadPeer<Basic>('@nlpjs/basic');
    const base = baseOf(language);
    const own = await loadIfThere<Readonly<Record<string, unknown>>>(`@nlpjs/lang-${base}`);
    const container = await containerBootstrap();
    for (const plugin of [Nlp, own?.[`Lang${base[0]?.toUpperCase()}${base.slice(1)}`] ?? LangEn]) container.use(plugin);
    const nlp = container.get('nlp');
    nlp.settings.autoSave = false;
    nlp.addLanguage(base);
    for (const { id, title, phrasings } of entries)
      for (const text of [title, ...phrasings]) nlp.addDocument(base, text, id);
    await nlp.train();
    return async (text) => {
      const { intent, classifications } = await nlp.process(base, text);
      return {
        hits: classifications
          .filter((one) => one.intent !== 'None' && one.score > 0)
          .map((one) => ({ id: one.intent, score: one.score })),
        sure: intent !== 'None',
      };
    };
  },
};
