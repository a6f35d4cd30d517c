import { notice, paragraph, type Reply, tell, text } from '../src/bot/answers/reply.ts';
import type { Call, Command } from '../src/bot/command.ts';
import { areAppointing } from '../src/bot/community/offices.ts';
import { actBlocks } from '../src/bot/moderation/act-words.ts';
import { changeNumber, suggestApproval } from '../src/bot/moderation/named-change.ts';
import { perform } from '../src/bot/moderation/perform.ts';
import { propose } from '../src/bot/moderation/proposed-change.ts';
import type { Act } from '../src/bot/ports/changes.ts';

const MOST_SHOWN = 8;

/**
 * Lets a change through that was held because one person made many; or lists those that wait. It takes another person,
 * or the operator.
 */
export const approve: Command = {
  name: 'approve',
  group: 'review',
  isExplained: true,
  options: [
    { name: 'change', kind: 'text', suggest: suggestApproval },
    { name: 'force', kind: 'flag' },
  ],
  forModerators: true,
  run: async (call) => {
    const waiting = await call.services.attempt.read(({ log }) => log.waiting(call.community.id));
    if (call.options.change === undefined) return allWaiting(call, waiting);
    const number = changeNumber(call.options.change);
    const act = waiting.find(({ id }) => String(id) === number);
    if (!act) return tell(call, 'no-held', { act: number });
    if (areAppointing(act.changes) && call.mayAppoint && !(await call.mayAppoint()))
      return tell(call, 'appoint-refused');
    if (act.person === call.person && !call.isOperator) return tell(call, 'approve-own', { act: String(act.id) });
    const edits = act.changes.map(({ community, kind, key, after }) => ({ community, kind, key, after }));
    // It was looked at as it was then: if a record is another now, it is not what was held.
    const found = act.changes.map(({ before }) => before);
    return perform(
      call,
      propose(call, {
        command: 'approve',
        subject: String(act.id),
        edits,
        found,
        why: act.why,
        approves: act.id,
        weighed: weighedIn(act),
      }),
    );
  },
};

/**
 * A link carries records to another community, and only there something can break; a copy for a place that leaves
 * breaks nothing.
 */
function weighedIn({ command, changes, community }: Act): string | null {
  if (command === 'unlink') return null;
  return command === 'link'
    ? (changes.find(({ kind, after }) => kind === 'place' && after !== null)?.community ?? community)
    : community;
}

async function allWaiting(call: Call, waiting: readonly Act[]): Promise<Reply> {
  if (waiting.length === 0) return tell(call, 'none-held');
  const shown = waiting.slice(0, MOST_SHOWN);
  const more =
    waiting.length > shown.length
      ? [paragraph(text(call.say('more-held', { count: waiting.length - shown.length })))]
      : [];
  const choices = shown.flatMap(({ id }) => [
    { label: call.say('approve-it', { act: String(id) }), command: 'approve', argument: String(id) },
    { label: call.say('drop-it', { act: String(id) }), command: 'undo', argument: String(id) },
  ]);
  return notice(call.language, {
    title: call.say('held-title'),
    blocks: [...(await Promise.all(shown.map((act) => actBlocks(call, act)))).flat(), ...more],
    question: call.say('held-question'),
    choices,
    isPrivate: true,
  });
}
