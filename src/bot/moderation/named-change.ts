import { sayMoment } from '../answers/messages.ts';
import type { Call, Option, Suggested } from '../command.ts';
import { isOfOnePlace, recentLineage, undoneIn } from '../community/lineage.ts';
import { sayRecord } from './act-words.ts';

/** Changes that can be undone, the newest first. */
export async function suggestUndo(call: Call): Promise<Suggested[]> {
  const acts = await call.services.attempt.read(({ log }) => recentLineage(log, call.community.id));
  const undone = undoneIn(acts);
  const open = acts.filter((act) => !undone.has(act.id) && act.changes.length > 0 && isOfOnePlace(act));
  return open.reverse().map((act) => {
    const [change] = act.changes;
    const what = change ? ` · ${sayRecord(call, change.kind, change.key, change.after ?? change.before)}` : '';
    return {
      value: String(act.id),
      label: `#${act.id} /${act.command}${what} · ${sayMoment(act.at, call.say.locale)}`,
    };
  });
}

/** Reasons that many changes have. */
const COMMON = ['reason-outdated', 'reason-wrong', 'reason-unclear', 'reason-asked'] as const;

/** Reasons for a change: those given in this community before, the newest first, then common ones. */
export async function suggestReasons({ services, community, say }: Call): Promise<Suggested[]> {
  const acts = await services.attempt.read(({ log }) => recentLineage(log, community.id));
  const given = acts.map(({ why }) => why.trim()).filter((why) => why !== '');
  return [...new Set([...given.reverse(), ...COMMON.map((key) => say(key))])].map((why) => ({
    value: why,
    label: why,
  }));
}

/** The last options of every command that changes answers. */
export const WHY_AND_FORCE: readonly Option[] = [
  { name: 'why', kind: 'text', suggest: suggestReasons },
  { name: 'force', kind: 'flag' },
];

/** Signs that people put before a number. */
const SIGN = /^\s*[#＃№]\s*/u;
const DIGIT = /\p{Nd}/gu;

/**
 * Reads the number of a change: `27`, `#27`, in the digits of any script.
 * @returns `27`; text that is no number as it was typed
 */
export const changeNumber = (words: string): string => words.replace(SIGN, '').replace(DIGIT, latinDigit).trim();

/** Each script has its ten digits in a row, from zero on; such rows may follow each other. */
function latinDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let first = code;
  while (/^\p{Nd}$/u.test(String.fromCodePoint(first - 1))) first -= 1;
  return String((code - first) % 10);
}
