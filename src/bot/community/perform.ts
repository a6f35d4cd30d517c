import type { Inline } from '../../core/blocks.ts';
import { textIn } from '../../core/display.ts';
import type { Call } from '../command.ts';
import { type Choice, list, paragraph, plainReply, type Reply, text } from '../reply.ts';
import { commit, type Deed, type Outcome, victims } from './deed.ts';
import { saveDraft } from './draft.ts';
import type { Victim } from './guard.ts';

/** Victims that are named; the rest is counted. */
const MOST_NAMED = 5;
/** Two communities are concerned: what takes them back is the other command. */
const UNDONE_BY_COMMAND = ['link', 'unlink'];

/** Shows what would be, and asks. */
export async function askFirst(call: Call, deed: Deed, preview: Reply): Promise<Reply> {
  const id = await saveDraft(call, deed);
  const force = call.options.force === undefined ? '' : ' --force';
  const choices = [...preview.choices, choice(call, 'confirm-it', 'confirm', id + force), choice(call, 'cancel-it', 'cancel', id)];
  return { ...preview, question: call.say('confirm-question'), choices, isPrivate: true };
}

/** Does it, unless it would break something and nobody insists. */
export async function perform(call: Call, deed: Deed): Promise<Reply> {
  // What is taken back or was looked at by two is not weighed again.
  const isWeighed = deed.undoes === undefined && deed.approves === undefined;
  const broken = isWeighed ? await victims(call, deed) : [];
  if (broken.length > 0 && call.options.force === undefined) return refusal(call, deed, broken);
  const forced = broken.length > 0 ? { forced: broken.map((victim) => victim.question).join('; ') } : {};
  return outcomeReply(call, deed, await commit(call, { ...deed, ...forced }));
}

async function refusal(call: Call, deed: Deed, broken: readonly Victim[]): Promise<Reply> {
  const { say, language } = call;
  const id = await saveDraft(call, deed);
  const named = broken.slice(0, MOST_NAMED).map((victim): Inline[] => [text(victimWords(call, victim))]);
  const more = broken.length > MOST_NAMED ? [paragraph(text(say('refused-more', { count: broken.length - MOST_NAMED })))] : [];
  const choices = [choice(call, 'force-it', 'confirm', `${id} --force`), choice(call, 'cancel-it', 'cancel', id)];
  return { language, blocks: [paragraph(text(say('refused'))), list(named), ...more], notes: [], question: say('refused-question'), choices, isPrivate: true };
}

function victimWords(call: Call, { question, entry, instead, check }: Victim): string {
  const place = check ? call.say('victim-check', { file: check.file, line: String(check.line) }) : '';
  const key = entry === null ? 'victim-silence' : instead === null ? 'victim-nothing' : 'victim-other';
  return call.say(key, { question, entry: titleOf(call, entry), instead: titleOf(call, instead), place });
}

/** An entry's title as the caller reads it; its id where it has none. */
export function titleOf(call: Call, id: string | null): string {
  const entry = id === null ? undefined : call.community.knowledge().all.get(id);
  return (entry && textIn(entry, call.language, call.services.languages)?.text.title) ?? id ?? '';
}

function outcomeReply(call: Call, deed: Deed, outcome: Outcome): Reply {
  const { say, language } = call;
  if (outcome.kind === 'overtaken') return plainReply(language, say('overtaken', { subject: deed.subject }));
  if (outcome.kind === 'nothing') return plainReply(language, say('nothing-changed', { subject: deed.subject }));
  const act = String(outcome.act.id);
  if (outcome.kind === 'held') return plainReply(language, say('held', { act }));
  const undo = UNDONE_BY_COMMAND.includes(deed.command) ? [] : [choice(call, 'undo-it', 'undo', act)];
  return { ...plainReply(language, say(`done-${deed.command}`, { subject: deed.subject, act })), choices: undo };
}

const choice = (call: Call, label: string, command: string, argument: string): Choice => ({ label: call.say(label), command, argument });
