import { composeEntry, composeRetired, showChoice } from '../src/bot/answers/compose.ts';
import { findEntry, nearEntries } from '../src/bot/answers/find-entry.ts';
import { composeIn } from '../src/bot/answers/languages.ts';
import { type Reply, tell, text, whisper } from '../src/bot/answers/reply.ts';
import type { Call, Command } from '../src/bot/command.ts';
import { isPinsText, pinOfText } from '../src/bot/community/own-entries.ts';
import { statisticsFor, useOfEntry } from '../src/bot/community/statistics.ts';
import { languageNamed } from '../src/bot/conversation/choose-language.ts';
import { isQuestion, noteAnswer } from '../src/bot/conversation/follow-up.ts';
import { suggestLanguages } from '../src/bot/conversation/suggest-option.ts';
import { hear, questionFor } from '../src/bot/learning/hear.ts';
import { notFound } from '../src/bot/moderation/lookup.ts';
import { siteSwitch } from '../src/bot/moderation/site-switch.ts';
import { sayName, sayValue } from '../src/bot/settings/words.ts';
import type { Inline } from '../src/core/entry/blocks.ts';

/** Days for which an entry's use is counted. */
const DAYS = 30;

/**
 * Shows one entry by its id, the last part of its id, or its title, optionally in a named language. A moderator in
 * private also sees how often it was given and how it was rated.
 */
export const show: Command = {
  name: 'show',
  group: 'ask',
  isExplained: true,
  options: [
    { name: 'entry', kind: 'entry', required: true },
    { name: 'language', kind: 'text', suggest: suggestLanguages },
    { name: 'member', kind: 'person' },
    { name: 'private', kind: 'flag' },
  ],
  readOnly: true,
  gives: 'entry',
  run: async (call) => {
    const to = call.options.member;
    if (to === undefined) {
      const reply = call.options.private === undefined ? shown(call) : await alone(call);
      await learn(call, reply);
      return reply;
    }
    if (!(await mayHelp(call))) return whisper(call, 'helpers-only');
    const reply = shown(call);
    return reply.kind === 'answer' ? { ...reply, to } : reply;
  },
};

/**
 * Learns which entry a question meant from the entry that was chosen for it, also if a helper chose it for somebody
 * else.
 */
async function learn(call: Call, reply: Reply): Promise<void> {
  if (reply.kind !== 'answer') return;
  const { entry } = reply.about;
  const { quoted } = call;
  const chosenFor = questionFor(call, entry);
  if (quoted && isQuestion(call, quoted.text) && (await mayHelp(call)))
    hear(call, { question: quoted.text, asker: quoted.person, entry, kind: 'show' });
  else if (!quoted && chosenFor !== undefined) hear(call, { question: chosenFor, entry, kind: 'choice' });
}

const mayHelp = (call: Call): Promise<boolean> => (call.isHelper ?? call.isModerator)();

async function alone(call: Call): Promise<Reply> {
  const reply = { ...shown(call), isPrivate: true };
  if (reply.kind !== 'answer' || !(await call.isModerator())) return reply;
  const use = useOfEntry(await statisticsFor(call, DAYS), reply.about.entry);
  const used = text(call.say('entry-used', { days: DAYS, ...use }));
  return { ...reply, notes: [...reply.notes, [used], ...onSite(call, reply.about.entry)] };
}

/** Whether the entry is on the site, with the command that changes that. */
function onSite(call: Call, id: string): Inline[][] {
  const change = siteSwitch(call.community, call.services, id);
  if (!change) return [];
  const value = sayValue(call, 'site', change.words === 'action-unpublish' ? 'on' : 'off');
  const line = call.say('setting-line', { setting: sayName(call, 'site'), value });
  return [[text(`${line} · /${change.command} ${change.argument}`)]];
}

function shown(call: Call): Reply {
  const { all, entries, retired } = call.community.knowledge();
  const words = call.options.entry ?? '';
  const found = findEntry(entries, words) ?? findEntry(all, words);
  if (!found) return nearest(call, words);
  if (isPinsText(found.id)) return composeEntry(found, call, { pin: pinOfText(found.id) });
  if (!entries.has(found.id)) return retired.has(found.id) ? composeRetired(found, call) : nearest(call, words);
  const named = call.options.language;
  const language = named === undefined ? undefined : languageNamed(named, call.services.languages)?.tag;
  if (named !== undefined && language === undefined) return tell(call, 'no-language', { name: named });
  const reply = language === undefined ? composeEntry(found, call) : composeIn(found, language, call);
  if (reply.kind === 'answer') noteAnswer({ ...call, language: language ?? call.language }, found);
  return reply;
}

function nearest(call: Call, words: string): Reply {
  const choices = nearEntries(call.community.knowledge().entries, words).map((entry) => showChoice(entry, call));
  return notFound(call, words, choices);
}
