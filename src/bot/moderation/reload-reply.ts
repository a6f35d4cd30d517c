import type { Say } from '../answers/messages.ts';
import { list, notice, paragraph, type Reply, text, whisper } from '../answers/reply.ts';
import type { ReloadResult } from '../ports/knowledge.ts';

/** Problems that are listed; the rest is counted. */
const MOST_PROBLEMS = 10;

/** For operators: all problems, or that there are none any more. */
export const refusalLines = (problems: readonly string[], say: Say): readonly string[] =>
  problems.length === 0 ? [say('reload-right')] : [say('reload-refused', { count: problems.length }), ...problems];

/** Result of reading the knowledge again: for the person who asked, or for moderators if nobody did. */
export function reloadReply(result: ReloadResult, language: string, say: Say): Reply {
  if (result.kind === 'unchanged') return whisper({ language, say }, 'reload-unchanged');
  if (result.kind === 'live') {
    const counts = { added: result.added.length, changed: result.changed.length, removed: result.removed.length };
    return whisper({ language, say }, 'reload-live', counts);
  }
  if (result.kind === 'unreached') return whisper({ language, say }, 'reload-unreached', { why: result.why });
  const { problems } = result;
  const more =
    problems.length > MOST_PROBLEMS
      ? [paragraph(text(say('reload-more', { count: problems.length - MOST_PROBLEMS })))]
      : [];
  const shown = problems.slice(0, MOST_PROBLEMS).map((problem) => [text(problem)]);
  const blocks = [paragraph(text(say('reload-refused', { count: problems.length }))), list(shown), ...more];
  return notice(language, { blocks, isPrivate: true });
}
