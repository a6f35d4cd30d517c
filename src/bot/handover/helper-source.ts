import type { Source } from '../../core/entry/entry.ts';
import type { Say } from '../answers/messages.ts';
import { decode, editOf } from '../community/records.ts';
import type { Edit } from '../ports/changes.ts';
import type { Question } from '../ports/questions.ts';
import type { Unit } from '../ports/store.ts';
import type { Phrasebook } from '../services.ts';

type TitledSource = Pick<Source, 'title'>;
/** The tables from which it is known who helped. */
type CreditTables = Pick<Unit, 'questions' | 'credits'>;

/**
 * Title of the source of an entry that was a helper's answer.
 * @param name empty if they do not want to be named
 */
export const helperSource = (say: Say, name: string): string =>
  name === '' ? say('human-source') : say('human-source-by', { name });

/** Whether a source is a helper's answer: recognised by its title, in any language. */
export const isHelperSource = (source: TitledSource, services: Phrasebook): boolean =>
  languageOf(source, services) !== undefined;

function languageOf(source: TitledSource, { languages, speak }: Phrasebook): string | undefined {
  const title = plain(source.title);
  return [...languages.keys()].find((tag) => {
    const say = speak(tag);
    const [before = '', after = ''] = plain(helperSource(say, NAME)).split(NAME);
    return title === plain(helperSource(say, '')) || (title.startsWith(before) && title.endsWith(after));
  });
}

/**
 * A source as people outside the community see it. Without the helper's name, because they agreed to be named in their
 * chats only, and without the address of their message, which names them, too.
 * @param language of the text. Default: that of the source
 */
export function withoutHelper(source: Source, language: string | undefined, services: Phrasebook): Source {
  const own = languageOf(source, services);
  if (own === undefined) return source;
  const said = language ?? own;
  return { title: helperSource(services.speak(said), ''), language: said };
}

/** Adds the helper to new sources that are helpers' answers, so that an erasure finds them. */
export async function withHelpers(
  { questions, credits }: CreditTables,
  services: Phrasebook,
  edits: readonly Edit[],
): Promise<readonly Edit[]> {
  const found: Edit[] = [];
  for (const edit of edits) {
    const source = edit.kind === 'source' && edit.after !== null ? decode('source', edit.after) : undefined;
    const isOpen = source?.helper === undefined && source !== undefined && isHelperSource(source, services);
    const person = isOpen ? await helperOf({ questions, credits }, edit.community, source) : undefined;
    const { title } = source ? withoutHelper(source, undefined, services) : { title: '' };
    found.push(
      person === undefined || !source
        ? edit
        : editOf(edit.community, 'source', edit.key, { ...source, helper: { person, title } }),
    );
  }
  return found;
}

/** The helper whose answer a source is, if it is still stored. */
async function helperOf(
  { questions, credits }: CreditTables,
  community: string,
  { title, url }: Source,
): Promise<string | undefined> {
  for (const { helper, link } of await answered(questions, community)) {
    if (link !== '' && link === url) return helper;
    const name = url === undefined ? ((await credits.of(helper)) ?? '') : '';
    if (name !== '' && plain(title).includes(plain(name))) return helper;
  }
  return undefined;
}

/** Questions that a helper answered, newest first. */
const answered = async (questions: Unit['questions'], community: string): Promise<Question[]> =>
  (await questions.list(community, ['answered', 'solved'])).filter(({ helper }) => helper !== '').reverse();

/** Placeholder for a name. */
const NAME = '\u0000';

/** Without the invisible marks around words that run the other way: forms may drop them. */
const plain = (words: string): string => words.replace(/[\u2066-\u2069]/g, '').trim();
