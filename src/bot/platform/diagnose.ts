import type { LanguageData } from '../../core/text/language.ts';
import { isolated, type Say } from '../answers/messages.ts';
import { type Diagnosis, good, type Sentence, trouble, type Value } from '../ports/diagnosis.ts';

const MARKS = { good: '✓', warning: '⚠', bad: '✗' } as const;
/** With a clock that is wrong by more seconds, signed requests are refused. */
const MOST_SECONDS = 30;
const PATIENCE_MS = 5000;

/**
 * A line with the finding and, if there is a cure, a line with that.
 * @param direction of the language
 */
export function sayDiagnosis(
  { state, found, cure }: Diagnosis,
  say: Say,
  direction: LanguageData['direction'] = 'ltr',
): readonly string[] {
  const isTurned = direction === 'rtl';
  const line = `${MARKS[state]} ${saySentence(found, say, isTurned)}`;
  return cure ? [line, `${isTurned ? '←' : '→'} ${saySentence(cure, say, isTurned)}`] : [line];
}

const saySentence = ({ key, values = {} }: Sentence, say: Say, isTurned: boolean): string =>
  say(key, Object.fromEntries(Object.entries(values).map(([name, value]) => [name, sayValue(value, say, isTurned)])));

/** Isolates each item, so that a list in a right-to-left language keeps its order. */
function sayValue(value: Value, say: Say, isTurned: boolean): string | number {
  if (typeof value !== 'object') return value;
  const items = value.map((item) => (typeof item === 'string' ? item : saySentence(item, say, isTurned)));
  return items.map(isTurned ? isolated : (item) => item).join(say('list-comma'));
}

/**
 * Compares this machine's clock with a server's.
 * @param address of any page there
 * @param name of the server, for people
 */
export async function diagnoseClock(address: string, name: string): Promise<Diagnosis[]> {
  const response = await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(PATIENCE_MS) }).catch(
    () => undefined,
  );
  const theirs = Date.parse(response?.headers.get('date') ?? '');
  if (Number.isNaN(theirs)) return [];
  const seconds = Math.round(Math.abs(Date.now() - theirs) / 1000);
  if (seconds <= MOST_SECONDS) return [good('diagnosis-clock', { name })];
  return [trouble('bad', { key: 'diagnosis-clock-off', values: { name, seconds } }, { key: 'cure-clock' })];
}
