import { UNSURE } from '../../core/calibration/policy.ts';
import { titleIn, writtenIn } from '../../core/entry/display.ts';
import type { Entry } from '../../core/entry/entry.ts';
import { simplify } from '../../core/text/chinese.ts';
import type { Community } from '../community/community.ts';
import { newestPins } from '../community/own-entries.ts';
import type { Services } from '../services.ts';

/** One line of an autocompletion. */
export interface EntryCompletion {
  readonly entry: string;
  readonly title: string;
  readonly isPinned: boolean;
}

/**
 * Entries for what was typed so far: the best matches in the person's language (a sure pin first), then those whose
 * title contains the words. If nothing is typed, pinned ones first.
 * @param most platforms show 25 or 50
 * @param isStrict leaves out mere possibilities, so that there may be no match. Default: no
 */
export function suggest(
  community: Community,
  languages: Services['languages'],
  words: string,
  language: string,
  most: number,
  isStrict = false,
): EntryCompletion[] {
  const { entries, all } = community.knowledge();
  const newest = newestPins(community.state);
  const pinned = [...new Set(newest.map(([key, pin]) => pin.entry ?? `pins/${key}`))];
  const isPinned = new Set(pinned);
  const typed = words.trim();
  const ids = typed === '' ? [...pinned, ...entries.keys()] : matching(community, typed, language, languages, isStrict);
  const shown = [...new Set(ids)]
    .map((id) => entries.get(id) ?? (id.startsWith('pins/') ? all.get(id) : undefined))
    .filter((entry) => entry !== undefined);
  return shown.slice(0, most).map((entry) => ({
    entry: entry.id,
    title: titleIn(entry, language, languages) ?? entry.id,
    isPinned: isPinned.has(entry.id),
  }));
}

/** Likely entries, then those with the words in the title, then all possible ones. */
function matching(
  community: Community,
  typed: string,
  language: string,
  languages: Services['languages'],
  isStrict: boolean,
): string[] {
  const { candidates } = community.answer(typed, language);
  const likely = candidates.filter(({ confidence }) => confidence >= UNSURE);
  const ids = (found: typeof candidates) => found.map(({ entry }) => entry.id);
  return [
    ...ids(likely),
    ...containing(community.knowledge().entries.values(), typed.toLowerCase(), language, languages),
    ...(isStrict ? [] : ids(candidates)),
  ];
}

/** Compares titles as written: converting thousands of them to another script at each keystroke would take too long. */
function containing(
  entries: Iterable<Entry>,
  typed: string,
  language: string,
  languages: Services['languages'],
): string[] {
  const forms = [...new Set([typed, simplify(typed)])];
  const isMeant = (entry: Entry) => {
    const title = writtenIn(entry, language, languages)?.text.title.toLowerCase();
    return title !== undefined && forms.some((form) => title.includes(form));
  };
  return [...entries].filter(isMeant).map(({ id }) => id);
}
