import type { Draft } from './draft.ts';
import type { ImportOptions } from './imported.ts';

/**
 * The language of each draft of a file: that of most of them. Short texts in Latin letters are easily mistaken, so that only one in
 * another script goes by its own words.
 */
export function languageChooser(drafts: readonly Draft[], { detect, language }: ImportOptions): (draft: Draft) => string {
  if (!detect) return () => language;
  const votes = new Map<string, number>();
  const own = new Map<Draft, string>();
  for (const draft of drafts) {
    const found = detect([draft.title, ...draft.phrasings, draft.answer].join('\n'));
    if (found === undefined) continue;
    own.set(draft, found);
    votes.set(found, (votes.get(found) ?? 0) + 1);
  }
  const [[most] = [language]] = [...votes].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return (draft) => {
    const found = own.get(draft);
    return found !== undefined && scriptOf(found) !== scriptOf(most) && baseOf(found) !== baseOf(most) ? found : most;
  };
}

const scriptOf = (tag: string): string | undefined => new Intl.Locale(tag).maximize().script;

const baseOf = (tag: string): string => new Intl.Locale(tag).language;
