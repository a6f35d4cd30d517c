import { phraseKey } from '../../core/text/normalize.ts';
import { editDistance } from '../../core/text/spelling.ts';
import { keyOfText, type PhrasedText } from './phrased-text.ts';

/** An entry that was named, with its texts in the languages that the name may mean. */
export interface NamedEntry {
  readonly texts: readonly PhrasedText[];
  /** False if the name is misspelt. */
  readonly isExact: boolean;
}

/** Finds entries by name: an id, with or without language and folder, or a heading. */
export interface EntryNames {
  /** Ignores only case, spaces instead of hyphens, `.md` and the like. */
  readonly exactly: (name: string) => NamedEntry | undefined;
  /** Also accepts a misspelt id, if it is nearer to one entry than to any other. */
  readonly nearest: (name: string) => NamedEntry | undefined;
}

/** Share of a name's characters that may be wrong. */
const MOST_WRONG = 0.3;
/** Characters. Longer names are not searched for with mistakes: a comparison costs the product of both lengths. */
const LONGEST = 160;

export function entryNames(texts: readonly PhrasedText[]): EntryNames {
  const byName = new Map<string, PhrasedText[]>();
  for (const one of texts) {
    const [file = one.id] = one.id.split('/').slice(-1);
    for (const name of new Set([keyOfText(one), one.id, file].map(plain))) add(byName, name, one);
  }
  const byTitle = new Map<string, PhrasedText[]>();
  for (const one of texts) add(byTitle, phraseKey(one.text.title), one);
  const ofOneEntry = (found: readonly PhrasedText[] | undefined): readonly PhrasedText[] | undefined =>
    found && new Set(found.map(({ id }) => id)).size === 1 ? found : undefined;
  const exactly = (name: string): NamedEntry | undefined => {
    const found = ofOneEntry(byName.get(plain(name))) ?? ofOneEntry(byTitle.get(phraseKey(name)));
    return found && { texts: found, isExact: true };
  };
  const known = [...byName].flatMap(([name, found]) => (ofOneEntry(found) ? [{ name, found }] : []));
  const nearest = (name: string): NamedEntry | undefined => {
    const word = plain(name);
    if (word === '' || word.length > LONGEST) return undefined;
    let best: { readonly found: readonly PhrasedText[]; readonly distance: number } | undefined;
    let isTie = false;
    const most = Math.floor(word.length * MOST_WRONG);
    for (const { name: other, found } of known) {
      const distance = editDistance(word, other, most);
      if (distance > most || (best && distance > best.distance)) continue;
      isTie = best?.distance === distance && best.found[0]?.id !== found[0]?.id;
      best = { found, distance };
    }
    return best && !isTie ? { texts: best.found, isExact: false } : undefined;
  };
  return { exactly, nearest: (name) => exactly(name) ?? nearest(name) };
}

function add<K>(map: Map<K, PhrasedText[]>, key: K, one: PhrasedText): void {
  const before = map.get(key);
  if (before) before.push(one);
  else map.set(key, [one]);
}

/** In the form of ids: `Why_banned.md` becomes `why-banned`. */
const plain = (name: string): string =>
  name
    .normalize('NFC')
    .toLowerCase()
    .trim()
    .replace(/\.md$/, '')
    .replace(/^\.?\//, '')
    .replace(/[\s_]+/g, '-');
