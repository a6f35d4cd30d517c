import type { Source } from '../../core/entry/entry.ts';
import type { Say } from '../answers/messages.ts';
import type { Services } from '../services.ts';

/** The source of an entry that was a helper's answer. @param name empty: they do not want to be named */
export const helperSource = (say: Say, name: string): string =>
  name === '' ? say('human-source') : say('human-source-by', { name });

/**
 * A source as people outside the community read it: a helper wanted to be named in chats, and the address of their
 * message names them, too. @param language of the text
 */
export function withoutHelper(
  source: Source,
  language: string,
  { languages, speak }: Pick<Services, 'languages' | 'speak'>,
): Source {
  const title = plain(source.title);
  const isHelpers = [...languages.keys()].some((tag) => {
    const say = speak(tag);
    const [before = '', after = ''] = plain(helperSource(say, NAME)).split(NAME);
    return title === plain(helperSource(say, '')) || (title.startsWith(before) && title.endsWith(after));
  });
  return isHelpers ? { title: helperSource(speak(language), ''), language } : source;
}

/** Holds the place of a name. */
const NAME = '\u0000';

/** Without the marks around words that run the other way: forms may lose them. */
const plain = (words: string): string => words.replace(/[\u2066-\u2069]/g, '').trim();
