import { type AskedLately, regressionsOf } from '../../src/bot/moderation/regressions.ts';
import type { Entry, EntryText } from '../../src/core/entry/entry.ts';
import { answerFrom, type EngineAnswer } from '../../src/core/search/engine.ts';
import type { Library, LibraryOptions } from '../../src/core/search/library.ts';
import { buildOverlay, NO_OVERLAY, type Overlay } from '../../src/core/search/overlay.ts';
import type { OwnIndex } from '../../src/core/search/own-index.ts';
import { baseOf } from '../../src/core/text/language.ts';

/** Changed entries, and an overlay with them. */
interface Version {
  readonly changed: ReadonlyMap<string, Entry>;
  readonly overlay: Overlay;
}

/** The result of proposing a phrasing. */
type Fate = 'taken' | 'known' | 'not sure' | 'changes another';

/** A pack, and the phrasings that a community has accepted for its entries, in an overlay like the bot's. */
export class TaughtPack {
  readonly #library: Library;
  readonly #options: LibraryOptions;
  readonly #own = new Map<string, OwnIndex>();
  /** Cached until the next phrasing is taken, as most questions are asked again. */
  readonly #answers = new Map<string, EngineAnswer>();
  /** Refused proposals, cached as long, as they are made again. */
  readonly #refused = new Map<string, Fate>();
  #version: Version = { changed: new Map(), overlay: NO_OVERLAY };

  constructor(library: Library, options: LibraryOptions) {
    this.#library = library;
    this.#options = options;
  }

  answer(question: string, language: string): EngineAnswer {
    const key = `${language} ${question}`;
    const answer = this.#answers.get(key) ?? answerFrom(this.#library, question, language, this.#version.overlay);
    this.#answers.set(key, answer);
    return answer;
  }

  /**
   * Takes a phrasing if the bot would propose it: it is new, makes its question sure of the entry, and breaks no answer
   * to a heading or to a question that was asked.
   * @returns the result; `known` if no phrasing is needed
   */
  async take(id: string, question: string, language: string, asked: readonly AskedLately[]): Promise<Fate> {
    const key = `${language} ${id} ${question}`;
    const fate = this.#refused.get(key) ?? (await this.#look(id, question, language, asked));
    this.#refused.set(key, fate);
    if (fate === 'taken') for (const known of [this.#answers, this.#refused]) known.clear();
    return fate;
  }

  async #look(id: string, question: string, language: string, asked: readonly AskedLately[]): Promise<Fate> {
    const { changed } = this.#version;
    const entry = changed.get(id) ?? this.#library.entries.get(id);
    const text = [...(entry?.texts.values() ?? [])].find((one) => baseOf(one.language) === baseOf(language));
    if (!entry || !text || sureOf(this.answer(question, language)) === id) return 'known';
    const next = this.#versionOf(new Map(changed).set(id, withPhrasing(entry, text, question)));
    const after = this.#knowing(next);
    if (sureOf(after.answer(question, language)) !== id) return 'not sure';
    const shared = { library: this.#library, checks: [] };
    const scope = { community: 'loop', exempt: () => new Set<string>(), asked };
    const before = { ...this.#knowing(this.#version), answer: this.answer.bind(this) };
    const broken = await regressionsOf(before, after, shared, scope);
    if (broken.length > 0) return 'changes another';
    this.#version = next;
    return 'taken';
  }

  #versionOf(changed: ReadonlyMap<string, Entry>): Version {
    const differences = { entries: [...changed.values()], hidden: new Set<string>(), pins: [] };
    return { changed, overlay: buildOverlay(this.#library, differences, { ...this.#options, own: this.#own }) };
  }

  /** The knowledge, as looking ahead takes it. */
  #knowing({ changed, overlay }: Version) {
    const entries = new Map([...this.#library.entries, ...changed]);
    return {
      steps: overlay.steps,
      knowledge: () => ({ entries, overlay }),
      answer: (question: string, language: string) => answerFrom(this.#library, question, language, overlay),
    };
  }
}

const sureOf = ({ kind, candidates }: EngineAnswer): string | undefined =>
  kind === 'sure' ? candidates[0]?.entry.id : undefined;

function withPhrasing(entry: Entry, text: EntryText, phrasing: string): Entry {
  const more = { ...text, phrasings: [...text.phrasings, phrasing] };
  return { ...entry, texts: new Map(entry.texts).set(text.language, more) };
}
