import type { Say } from '../bot/answers/messages.ts';
import type { JudgedDraft } from '../bot/phrasings/judge.ts';
import { groupBy } from '../core/text/group-by.ts';

/** Lines of the list that are seen at once. */
const MOST_LINES = 16;

/** Streams of the terminal; others are for tests. */
export interface Terminal {
  readonly input: NodeJS.ReadStream;
  readonly output: NodeJS.WriteStream;
}

/** Lets a person tick drafts: those that pass are ticked at first. @returns undefined if they gave up */
export async function tickDrafts(
  drafts: readonly JudgedDraft[],
  say: Say,
  terminal: Terminal = { input: process.stdin, output: process.stderr as NodeJS.WriteStream },
): Promise<readonly JudgedDraft[] | undefined> {
  const offered = drafts.filter(({ rating }) => rating !== 'refused');
  if (offered.length === 0) return [];
  const { groupMultiselect, isCancel } = await import('@clack/prompts');
  const groups = [...groupBy(offered, ({ text }) => `${text.text.title} (${text.id}, ${text.text.language})`)];
  const ticked = await groupMultiselect({
    message: 'Which are to be added? Space ticks, Enter adds those that are ticked, Ctrl-C adds nothing',
    options: Object.fromEntries(
      groups.map(([title, own]) => [
        title,
        own.map((draft) => ({
          value: offered.indexOf(draft),
          label: draft.reason ? `${draft.words} [${say(draft.reason.key, draft.reason.values)}]` : draft.words,
        })),
      ]),
    ),
    initialValues: [...offered.keys()].filter((at) => offered[at]?.rating === 'taken'),
    required: false,
    maxItems: MOST_LINES,
    ...terminal,
  });
  return isCancel(ticked) ? undefined : offered.filter((_, at) => ticked.includes(at));
}
