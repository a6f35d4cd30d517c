import { titleIn } from '../src/bot/answers/compose.ts';
import { notice } from '../src/bot/answers/reply.ts';
import type { Command } from '../src/bot/command.ts';
import { editOf } from '../src/bot/community/records.ts';
import { entryMeant } from '../src/bot/moderation/lookup.ts';
import { WHY_AND_FORCE } from '../src/bot/moderation/named-change.ts';
import { askFirst, perform } from '../src/bot/moderation/perform.ts';
import { propose } from '../src/bot/moderation/proposed-change.ts';

/** Retires an entry without deleting it. Asks for confirmation if the entry was not named but is that of an answer. */
export const retire: Command = {
  name: 'retire',
  group: 'teach',
  isExplained: true,
  options: [{ name: 'entry', kind: 'entry' }, ...WHY_AND_FORCE],
  forModerators: true,
  forEditors: true,
  run: (call) => {
    const { entry, refusal } = entryMeant(call, 'retire');
    if (!entry) return refusal;
    const edit = editOf(call.community.id, 'retired', entry.id, { why: call.options.why ?? '' });
    const subject = titleIn(entry, call);
    const proposed = propose(call, { command: 'retire', subject, edits: [edit] });
    if (call.options.entry !== undefined) return perform(call, proposed);
    // The person did not type the entry's name, so the preview shows it.
    const preview = notice(call.language, { question: call.say('retire-question', { title: subject }) });
    const options = { ...call.options, entry: entry.id };
    return askFirst(call, proposed, preview, { options, does: 'action-retire', isDangerous: true });
  },
};
