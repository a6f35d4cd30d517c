import type { Entry, EntryText } from '../../core/entry/entry.ts';
import { phraseKey } from '../../core/text/phrase-key.ts';
import type { Regression } from './regressions.ts';

type Entries = ReadonlyMap<string, Entry>;

/**
 * Phrasings that a change adds to entries although another one is asked by the very same words.
 * @param ids of the entries whose texts the change writes
 */
export function takenQuestions(before: Entries, after: Entries, ids: ReadonlySet<string>): Regression[] {
  const added = [...ids]
    .flatMap((id) => after.get(id) ?? [])
    .flatMap((entry) =>
      [...entry.texts.values()].flatMap((text) => {
        const had = new Set(headingsOf(before.get(entry.id)?.texts.get(text.language)).map(phraseKey));
        return text.phrasings
          .filter((phrasing) => !had.has(phraseKey(phrasing)))
          .map((phrasing) => ({ entry, phrasing, language: text.language, key: phraseKey(phrasing) }));
      }),
    );
  if (added.length === 0) return [];
  const lengths = new Set(added.map(({ phrasing }) => Math.floor(phrasing.length / SLACK)));
  const mayBe = ({ length }: string): boolean =>
    [-1, 0, 1].some((step) => lengths.has(Math.floor(length / SLACK) + step));
  const regressions: Regression[] = [];
  for (const other of after.values())
    for (const { language, ...text } of other.texts.values()) {
      const keys = new Set(headingsOf(text).filter(mayBe).map(phraseKey));
      for (const one of added)
        if (one.entry.id !== other.id && one.language === language && keys.has(one.key))
          regressions.push({ question: one.phrasing, language, entry: other.id, instead: one.entry, isTaken: true });
    }
  return regressions;
}

/** Characters by which headings of the same words may differ in length, in marks: others are not even compared. */
const SLACK = 16;

const headingsOf = (text: Pick<EntryText, 'title' | 'phrasings'> | undefined): string[] =>
  text ? [text.title, ...text.phrasings] : [];
