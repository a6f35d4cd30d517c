import type { Say } from '../bot/answers/messages.ts';
import type { DraftTable } from '../bot/phrasings/draft-phrasings.ts';
import type { JudgedDraft } from '../bot/phrasings/judge.ts';
import { expectedAnswers, missingFrom, type PhrasedText } from '../bot/phrasings/phrased-text.ts';
import { groupBy } from '../core/text/group-by.ts';
import { quotedPath } from './quoted-path.ts';
import { typedAs } from './typed-as.ts';

/** How many phrasings entries have in each language, and a conclusion. */
export function stateLines(texts: readonly PhrasedText[], wanted: number): string[] {
  return [...groupBy(texts, ({ text }) => text.language)].flatMap(([language, own]) => {
    const few = own.filter((one) => missingFrom(one, wanted) > 0);
    const none = few.filter(({ text }) => text.phrasings.length === 0);
    const full = own.map((one) => ({
      ...one,
      text: {
        ...one.text,
        phrasings: [...one.text.phrasings, ...new Array<string>(missingFrom(one, wanted)).fill('')],
      },
    }));
    const state = `${language}: ${few.length} of ${own.length} entries have fewer than ${wanted} phrasings`;
    const now = `some ${expectedAnswers(own)} get the right answer at once`;
    return [
      `${state}${few.length > 0 ? `, ${none.length} of them none` : ''}`,
      `  of 100 questions in members' words, ${now}${
        few.length > 0 ? `; with ${wanted} phrasings each, some ${expectedAnswers(full)} would` : ''
      }`,
    ];
  });
}

/** The next steps. @param prompts files with prompts, if they were written */
export function nextLines(
  { pack, wanted, texts }: { readonly pack: string; readonly wanted: number; readonly texts: readonly PhrasedText[] },
  prompts: readonly string[] = [],
): string[] {
  if (!texts.some((one) => missingFrom(one, wanted) > 0)) return [];
  const call = `${typedAs('knowledge -- phrasings')} ${quotedPath(pack)}`;
  if (prompts.length > 0)
    return [
      `next: paste ${prompts.length === 1 ? 'it' : 'each'} into a chat with a language model, or hand it to a person;`,
      '  save what comes back as answer.txt, and read it in:',
      `  ${call} --take answer.txt`,
    ];
  return [
    'next, one of these (docs/tutorial.md shows both):',
    `  ${call} --prompt prompt.txt`,
    `  ${call} --model NAME --api URL`,
  ];
}

const MARKS = { taken: '+', doubtful: '?', refused: '-' } as const;

/** The judged lines as a table, each with its mark, and with the reason if it is refused. */
export function draftLines({ drafts, corrected, unknown }: DraftTable, say: Say): string[] {
  const groups = [...groupBy(drafts, ({ text }) => text)];
  const counts = (['taken', 'doubtful', 'refused'] as const).map(
    (rating) => `${drafts.filter((draft) => draft.rating === rating).length} ${rating}`,
  );
  return [
    ...groups.flatMap(([{ id, text }, own]) => [
      `${id} (${text.language}): ${text.title}`,
      ...own.map((one) => lineOf(one, say)),
    ]),
    ...corrected.map(({ written, id }) => `note: "${written}" was taken for ${id}`),
    ...unknown.map((written) => `note: no entry is called "${written}"; the lines below it were passed over`),
    counts.join(', '),
  ];
}

const lineOf = ({ words, rating, reason }: JudgedDraft, say: Say): string =>
  `  ${MARKS[rating]} ${words}${reason ? `   [${say(reason.key, reason.values)}]` : ''}`;

/** Questions with which the new phrasings can be tried: one for each of the first entries. */
export function tryLines(pack: string, chosen: readonly JudgedDraft[]): string[] {
  const firsts = [...groupBy(chosen, ({ text }) => text).values()].flatMap(([first]) => (first ? [first.words] : []));
  return [
    'try it, in words of your own or with these:',
    ...firsts
      .slice(0, MOST_TRIED)
      .map((words) => `  ${typedAs('ask -- --knowledge')} ${quotedPath(pack)} ${JSON.stringify(words)}`),
  ];
}

const MOST_TRIED = 3;
