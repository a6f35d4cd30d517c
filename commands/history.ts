import { titleOf } from '../src/bot/answers/compose.ts';
import { findEntry } from '../src/bot/answers/find-entry.ts';
import { type Choice, notice, tell, whisper } from '../src/bot/answers/reply.ts';
import type { Call, Command } from '../src/bot/command.ts';
import { isOfOnePlace, recentLineage, undoneIn } from '../src/bot/community/lineage.ts';
import { actsAround, isAbout } from '../src/bot/moderation/about-entry.ts';
import { actBlocks } from '../src/bot/moderation/act-words.ts';
import type { Act } from '../src/bot/ports/changes.ts';

const NEWEST = 8;

/** Shows who changed what, when and why: for one entry, or the newest changes. */
export const history: Command = {
  name: 'history',
  group: 'review',
  options: [{ name: 'entry', kind: 'entry' }],
  readOnly: true,
  forModerators: true,
  forEditors: true,
  run: async (call) => {
    const { services, community, language, say } = call;
    const words = call.options.entry ?? call.about?.entry;
    const id = words === undefined ? undefined : (findEntry(community.knowledge().all, words)?.id ?? words);
    const chosen = (acts: readonly Act[]) =>
      (id === undefined ? acts : acts.filter(({ changes }) => changes.some(isAbout(id)))).slice(-NEWEST);
    const acts = await services.attempt.read(({ log }) =>
      id === undefined ? recentLineage(log, community.id) : actsAround(call, log, id, NEWEST),
    );
    const shown = [...chosen(acts)].reverse();
    if (shown.length === 0)
      return id === undefined
        ? whisper(call, 'no-history')
        : whisper(call, 'no-history-of', { entry: titleOf(call, id) });
    const unreadable = [...community.knowledge().unreadable.keys()].map((one) => titleOf(call, one));
    const warning =
      unreadable.length === 0
        ? []
        : tell(call, 'unreadable', { entries: unreadable.join(say('list-semicolon')) }).blocks;
    const acted = await Promise.all(shown.map((act) => actBlocks(call, act)));
    const blocks = [...warning, ...acted.flat()];
    return notice(language, {
      title: say('history-title'),
      blocks,
      question: say('history-question'),
      choices: choicesFor(call, shown, undoneIn(acts)),
      isPrivate: true,
    });
  },
};

/** Choices for each act; none for an act that was undone. */
function choicesFor({ say }: Call, shown: readonly Act[], undone: ReadonlySet<number>): Choice[] {
  return shown.flatMap((act): Choice[] => {
    const argument = String(act.id);
    if (undone.has(act.id) || act.changes.length === 0 || !isOfOnePlace(act)) return [];
    return [{ label: say('undo-act', { act: argument }), command: 'undo', argument }];
  });
}
