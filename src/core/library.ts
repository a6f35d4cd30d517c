import { analyzer as analyzerFor } from './analyze.ts';
import { type Background, NO_BACKGROUND } from './background.ts';
import type { Detection } from './detect.ts';
import type { Entry, EntryText } from './entry.ts';
import type { FeatureSpace } from './feature-space.ts';
import { baseOf, type LanguageData, languageOf } from './language.ts';
import { type Learned, learn, readTexts } from './learn.ts';
import { openModel } from './model.ts';
import { rank } from './ranking/rank.ts';
import { writtenLike } from './scripts.ts';
import type { Searchable } from './search.ts';
import { openShelf } from './shelf.ts';
import { type Translate, type TranslationOptions, translations } from './translations.ts';
import { untrainedIndex } from './untrained.ts';

/** What is searched by itself: the texts that one pack has in one language, so that packs change nothing about each other. */
export interface ShelfName {
  /** Unique, e.g. `en my-club`. */
  readonly key: string;
  /** Primary subtag, e.g. `zh`. */
  readonly base: string;
  readonly pack: string;
}

export interface LanguageShelf extends Searchable, ShelfName {
  /** Missing where it serves untrained. */
  readonly learned: Learned | undefined;
  /** What tells ordinary words of the language; missing where nothing was learned of entries. */
  readonly space: FeatureSpace | undefined;
}

/** Everything that can be answered, by pack and language. A shelf is built when it is first asked, unless `warm` was called. */
export interface Library {
  readonly shelves: readonly LanguageShelf[];
  readonly entries: ReadonlyMap<string, Entry>;
  /** Which languages a question may be written in, by their primary subtags; none where nobody can tell. */
  readonly spoken: (question: string) => ReadonlySet<string> | undefined;
  /** Languages of texts that nobody has described: only their letters tell that a question may be in one of them. */
  readonly undescribed: ReadonlySet<string>;
  readonly translate: Translate;
  /** Builds every shelf that is not built yet and rehearses it. @param onProgress is told how many are. */
  readonly warm: (onProgress?: (done: number, total: number) => void) => void;
}

export interface LibraryOptions extends TranslationOptions {
  readonly background: ReadonlyMap<string, Background>;
  /** What was learned earlier from the same texts, by the shelf's key. Default: nothing. */
  readonly learned?: ((key: string) => Learned | undefined) | undefined;
  /** What becomes of a language that was not learned when it is first asked: it is learned then, which takes seconds, or it serves untrained. Default: learn. */
  readonly unlearned?: 'learn' | 'serve' | undefined;
  /** Which languages a question may be written in. Default: any. */
  readonly detect?: ((text: string) => Detection) | undefined;
}

const REHEARSED = 40;

export function buildLibrary(entries: readonly Entry[], options: LibraryOptions): Library {
  const shelves = shelvesOf(entries).map((name) => lazyShelf(name, entries, options));
  const warm: Library['warm'] = (onProgress) => {
    for (const [done, shelf] of shelves.entries()) {
      onProgress?.(done, shelves.length);
      rehearse(shelf, entries);
    }
    onProgress?.(shelves.length, shelves.length);
  };
  const undescribed = undescribedIn(entries, options);
  const mayBe = (question: string) => [...undescribed].flatMap(([base, isWrittenSo]) => (isWrittenSo(question) ? [base] : []));
  const spoken: Library['spoken'] = (question) => options.detect && new Set([...options.detect(question).languages.map(baseOf), ...mayBe(question)]);
  return { shelves, entries: new Map(entries.map((entry) => [entry.id, entry])), spoken, undescribed: new Set(undescribed.keys()), translate: translations(entries, options), warm };
}

/** Languages that have texts and no description, and what tells their letters. */
function undescribedIn(entries: readonly Entry[], { languages }: LibraryOptions): Map<string, (text: string) => boolean> {
  const described = new Set([...languages.keys()].map(baseOf));
  return new Map(
    basesOf(entries)
      .filter((base) => !described.has(base))
      .map((base) => [base, writtenLike(base)]),
  );
}

/** One for each language of each pack. */
export function shelvesOf(entries: readonly Entry[]): ShelfName[] {
  const names = entries.flatMap(({ texts, pack }) => [...texts.keys()].map((tag): ShelfName => ({ key: `${baseOf(tag)} ${pack}`, base: baseOf(tag), pack })));
  return [...new Map(names.map((name) => [name.key, name])).values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** Texts of a shelf's entries; entries that have none are left out. */
export const textsOn = ({ base, pack }: Pick<ShelfName, 'base' | 'pack'>, entries: readonly Entry[]): { readonly id: string; readonly texts: readonly EntryText[] }[] =>
  entries.flatMap((entry) => {
    const texts = entry.pack === pack ? [...entry.texts.values()].filter(({ language }) => baseOf(language) === base) : [];
    return texts.length > 0 ? [{ id: entry.id, texts }] : [];
  });

const basesOf = (entries: readonly Entry[]): string[] => [...new Set(entries.flatMap((entry) => [...entry.texts.keys()].map(baseOf)))].sort();

/** Asks a shelf some of its own questions: what has run a few times runs fast, and nobody waits for the first. */
function rehearse(name: LanguageShelf, entries: readonly Entry[]): void {
  const titles = textsOn(name, entries).flatMap(({ texts }) => texts.map(({ title }) => title));
  for (const title of titles.slice(0, REHEARSED)) rank(name.shelf.match(title), name.shelf);
}

function lazyShelf(name: ShelfName, entries: readonly Entry[], options: LibraryOptions): LanguageShelf {
  const language = languageOf(name.base, options.languages);
  const present = textsOn(name, entries);
  let built: Built | undefined;
  const build = () => {
    built ??= shelve(
      present.map(({ texts }) => texts),
      language,
      options.learned?.(name.key),
      options,
    );
    return built;
  };
  return {
    ...name,
    language: language.tag,
    ids: present.map(({ id }) => id),
    get shelf() {
      return build().shelf;
    },
    get weights() {
      return build().weights;
    },
    get learned() {
      return build().learned;
    },
    get space() {
      return build().space;
    },
  };
}

type Built = Pick<LanguageShelf, 'shelf' | 'weights' | 'learned' | 'space'>;

function shelve(texts: readonly (readonly EntryText[])[], language: LanguageData, known: Learned | undefined, options: LibraryOptions): Built {
  const analyzer = analyzerFor(language);
  const background = options.background.get(language.tag) ?? NO_BACKGROUND;
  if (!known && options.unlearned === 'serve') {
    const read = texts.map((own) => readTexts(own, analyzer, language.tag));
    return { ...untrainedIndex(read, analyzer, background), learned: undefined, space: undefined };
  }
  const learned = known ?? learn(texts, analyzer, language.tag, background);
  const { ask, space } = openModel(learned.trained);
  return { shelf: openShelf(learned.index, analyzer, ask), weights: learned.weights, learned, space };
}
