import type { LanguageData } from '../../core/text/language.ts';
import { normalizer } from '../../core/text/normalize.ts';
import { smallTalkParter } from '../../core/text/small-talk.ts';
import { words } from '../../core/text/tokenize.ts';

/** `opening`: may come before a question, such as a greeting. `closing`: nothing more is asked, such as thanks. */
export type SmallTalk = 'opening' | 'closing';

/**
 * The kind of small talk if a text is nothing else, apart from "everyone" and the like; undefined for any other text.
 */
export function smallTalkIn(text: string, languages: Iterable<LanguageData>): SmallTalk | undefined {
  for (const language of languages) {
    const found = readerOf(language).whole(text);
    if (found) return found;
  }
  return undefined;
}

/** Whether a text begins with thanks or the like, whatever follows: "thanks that worked". */
export const beginsWithThanks = (text: string, languages: Iterable<LanguageData>): boolean =>
  [...languages].some((language) => readerOf(language).beginsWithClosing(text));

interface Reader {
  readonly whole: (text: string) => SmallTalk | undefined;
  readonly beginsWithClosing: (text: string) => boolean;
}

/** Built once for each language. */
const READERS = new WeakMap<LanguageData, Reader>();

function readerOf(language: LanguageData): Reader {
  const known = READERS.get(language);
  if (known) return known;
  const normalize = normalizer(language);
  const read = (said: string) => words(normalize(said));
  const { smallTalk, closings = [] } = language;
  const asides = new Set((language.asides ?? []).flatMap(read));
  const part = smallTalkParter(smallTalk.map(read));
  const partClosing = smallTalkParter(closings.map(read));
  const reader: Reader = {
    whole: (text) => {
      const said = read(text);
      const { isAll: isOnly, rest, smallTalk: parts } = part(said);
      if (!isOnly && (parts.length === 0 || !rest.every((word) => asides.has(word)))) return undefined;
      const { isAll, smallTalk: closing } = partClosing(said);
      return isAll || closing.length > 0 ? 'closing' : 'opening';
    },
    beginsWithClosing: (text) => {
      const said = read(text);
      const [first] = partClosing(said).smallTalk;
      return first !== undefined && `${said.join(' ')} `.startsWith(`${first} `);
    },
  };
  READERS.set(language, reader);
  return reader;
}
