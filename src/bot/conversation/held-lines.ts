import { LRUCache } from 'lru-cache';
import { phraseKey } from '../../core/text/normalize.ts';
import type { PersonHash } from '../kinds.ts';
import { says } from '../platform/says.ts';
import type { Services } from '../services.ts';
import { homeLanguage } from './choose-language.ts';
import { isQuestion } from './follow-up.ts';
import type { Place } from './place.ts';
import { beginsWithThanks, smallTalkIn } from './small-talk.ts';

/** Runs something after so many milliseconds, on the clock of `now`. @returns cancels it */
export type After = (ms: number, work: () => void) => () => void;

/** Records that a person wrote a message, without its words. */
export interface Written {
  /** Id of the channel, thread or topic. */
  readonly spot: string;
  /** The platform's id of the message. */
  readonly id: string;
  readonly person: PersonHash;
  /** Milliseconds. */
  readonly at: number;
  /** Id of the message that it replies to. Default: none. */
  readonly to?: string;
  /** People whom it mentions: keyed hashes, or names as others call them (`callName`). */
  readonly names: readonly string[];
  /** Whether the spot is a thread, in which everything is a reply to the message it started from. Default: no. */
  readonly isThread?: boolean;
}

export interface JustWritten extends Written {
  /** Searched for quotations only, and not kept. Default: none. */
  readonly text?: string;
}

/** A message that does not address the bot. */
export interface OverheardLine extends Pick<Written, 'spot' | 'id' | 'person' | 'at'> {
  readonly place: string;
  readonly text: string;
  /** Id that a thread opened on it would have. Default: the platform has no such threads. */
  readonly thread?: string;
  /** How others mention its author, in lower case: `@name`. Default: by a mention that is no name. */
  readonly callName?: string;
  /**
   * Whether it says thanks. If somebody else wrote since its author asked, the question counts as answered. Default:
   * no.
   */
  readonly isThanks?: boolean;
  /** Called after the wait, to look at the message again. */
  readonly again: () => void;
}

/** The parts of a line that tell whether a message answers it. */
type AskedLine = Pick<OverheardLine, 'spot' | 'id' | 'person' | 'thread' | 'callName'>;

/**
 * Messages that wait a moment before the bot answers, because people may answer them and their author may go on. In
 * memory only: after a restart nobody could tell whether people have answered, so they get no answer then.
 */
export interface HeldLines {
  /** Notes any message; call it before the message itself is handled. */
  readonly wrote: (written: JustWritten) => void;
  /** Whether two or more people wrote there in the last ten minutes. */
  readonly isShared: (spot: string) => boolean;
  /**
   * Makes a line wait, together with its author's other waiting lines there. A line that waits already gets its new
   * text.
   */
  readonly hold: (line: OverheardLine, ms: number) => void;
  /**
   * The texts of the author's messages up to this one, after the wait. Undefined if a person answered, if the message
   * was deleted, or if another process held it. Remembered for a while, in case the message is edited.
   */
  readonly read: (place: string, id: string) => readonly string[] | undefined;
  /**
   * The texts of lines that were read together, with the last one edited.
   * @returns undefined if it was a single line
   */
  readonly reworded: (place: string, id: string, text: string) => readonly string[] | undefined;
  /** Whether a person answered the line within the last ten minutes. */
  readonly isAnswered: (line: AskedLine) => boolean;
  readonly isWaiting: (place: string, id: string) => boolean;
  /** The texts of somebody's waiting lines, oldest first. */
  readonly waiting: (spot: string, person: string) => readonly string[];
  /** Call when the message was deleted. */
  readonly remove: (place: string, id: string) => void;
  /** Call when their author asked the bot directly: the waiting lines need no answer any more. */
  readonly drop: (spot: string, person: string) => void;
  /** Everything that is held of a person. */
  readonly ofPerson: (person: string) => readonly object[];
  /** Drops the person's lines, waiting or remembered: none of them is answered. */
  readonly forget: (person: string) => void;
  readonly erase: (person: string) => void;
}

/** After a message its author counts as present for so long. */
const THERE_MS = 10 * 60_000;
/** Lines read together are remembered as long as edits are answered. */
const KNOWN_MS = 15 * 60_000;
/** Spots, messages in each, lines of one person read together, groups that wait, and groups remembered. */
const MOST = { spots: 2000, written: 40, lines: 8, groups: 5000, known: 500 };

interface Group {
  lines: readonly OverheardLine[];
  isAnswered: boolean;
  callOff: () => void;
}

/** @param now milliseconds */
export function createHeldLines(now: () => number, after: After): HeldLines {
  const perf = { now };
  const log = new LRUCache<string, readonly Written[]>({
    max: MOST.spots,
    ttl: THERE_MS,
    ttlResolution: 0,
    perf,
  });
  /** Groups that wait, by spot and author. */
  const waiting = new Map<string, Group>();
  /** Groups that have waited, by their last line. */
  const known = new LRUCache<string, Group>({ max: MOST.known, ttl: KNOWN_MS, ttlResolution: 0, perf });
  const lately = (spot: string): readonly Written[] => (log.get(spot) ?? []).filter(({ at }) => now() - at < THERE_MS);
  const isAnswered = (lines: readonly AskedLine[]): boolean =>
    [...new Set(lines.flatMap(({ spot, thread }) => (thread === undefined ? [spot] : [spot, thread])))].some((spot) =>
      lately(spot).some((one, at, all) => answers(lines, one, all.slice(0, at))),
    );
  /** Whether somebody else wrote between the first of the lines and the last, which says thanks. */
  const isThanked = (lines: readonly OverheardLine[]): boolean => {
    const [first, last] = [lines[0], lines.at(-1)];
    const all = lately(last?.spot ?? '');
    const placeOf = (line: OverheardLine | undefined): number => all.findIndex(({ id }) => id === line?.id);
    const begin = placeOf(first);
    return begin >= 0 && all.slice(begin, placeOf(last)).some(({ person }) => person !== first?.person);
  };
  const ripen = (key: string, group: Group): void => {
    waiting.delete(key);
    const last = group.lines.at(-1);
    if (!last || group.isAnswered) return;
    known.set(nameOf(last), group);
    last.again();
  };
  const hold: HeldLines['hold'] = (line, ms) => {
    const key = keyOf(line.spot, line.person);
    const open = waiting.get(key);
    if (open?.lines.some(({ id }) => id === line.id)) {
      open.lines = open.lines.map((one) => (one.id === line.id ? { ...one, text: line.text } : one));
      return;
    }
    // Lines that were read together are answered below the last one only.
    if (isPart(line) || (!open && waiting.size >= MOST.groups)) return;
    const before = open?.lines ?? known.get(nameOf(line))?.lines.slice(0, -1) ?? [];
    const group: Group = open ?? { lines: [], isAnswered: false, callOff: () => undefined };
    group.lines = [...before, line].slice(-MOST.lines);
    group.isAnswered ||= isAnswered(group.lines) || (line.isThanks === true && isThanked(group.lines));
    group.callOff();
    waiting.set(key, group);
    group.callOff = after(Math.max(0, line.at + ms - now()), () => ripen(key, group));
  };
  const isPart = ({ place, id }: OverheardLine): boolean =>
    [...known.values()].some(({ lines }) => lines.slice(0, -1).some((one) => one.place === place && one.id === id));
  const groups = (): readonly Group[] => [...waiting.values(), ...known.values()];
  const without = (key: string): void => {
    waiting.get(key)?.callOff();
    waiting.delete(key);
  };
  const forget = (person: string): void => {
    for (const [key, { lines }] of waiting) if (lines.some((one) => one.person === person)) without(key);
    for (const [key, { lines }] of known) if (lines.some((one) => one.person === person)) known.delete(key);
  };
  return {
    wrote: ({ text = '', ...written }) => {
      const { spot } = written;
      const quoted = quotedIn(text);
      const all = lately(spot);
      if (all.some(({ id }) => id === written.id)) return;
      log.set(spot, [...all, written].slice(-MOST.written));
      for (const group of groups())
        group.isAnswered ||=
          group.lines.some((one) => one.spot === spot || one.thread === spot) &&
          (isAnswered(group.lines) || isQuoted(group.lines, written.person, quoted));
    },
    isShared: (spot) => new Set(lately(spot).map(({ person }) => person)).size > 1,
    hold,
    read: (place, id) => {
      const group = known.get(nameOf({ place, id }));
      return group && !group.isAnswered && group.lines.length > 0 ? group.lines.map(({ text }) => text) : undefined;
    },
    reworded: (place, id, text) => {
      const lines = known.get(nameOf({ place, id }))?.lines ?? [];
      return lines.length > 1 ? lines.map((one) => (one.id === id ? text : one.text)) : undefined;
    },
    isAnswered: (line) => isAnswered([line]),
    isWaiting: (place, id) =>
      [...waiting.values()].some(({ lines }) => lines.some((one) => one.place === place && one.id === id)),
    waiting: (spot, person) => (waiting.get(keyOf(spot, person))?.lines ?? []).map(({ text }) => text),
    remove: (place, id) => {
      const isIt = (one: OverheardLine): boolean => one.place === place && one.id === id;
      known.delete(nameOf({ place, id }));
      for (const [key, group] of waiting) {
        if (!group.lines.some(isIt)) continue;
        group.lines = group.lines.filter((one) => !isIt(one));
        if (group.lines.length === 0) without(key);
      }
    },
    drop: (spot, person) => without(keyOf(spot, person)),
    ofPerson: (person) =>
      groups()
        .flatMap(({ lines }) => lines)
        .filter((one) => one.person === person)
        .map(({ place, spot, id, text, at }) => ({ place, spot, id, text, at: new Date(at).toISOString() })),
    forget,
    erase: (person) => {
      forget(person);
      // A copy, because setting an entry moves it to the end and the loop would never stop.
      for (const [spot, all] of [...log])
        log.set(
          spot,
          all.filter((one) => one.person !== person),
        );
    },
  };
}

const keyOf = (spot: string, person: string): string => `${spot} ${person}`;
const nameOf = ({ place, id }: Pick<OverheardLine, 'place' | 'id'>): string => `${place} ${id}`;

/** Keys of the lines that a message quotes with `>` in front. */
const quotedIn = (text: string): readonly string[] =>
  [...text.matchAll(/^>(?:>>)?\s+(\S.*)$/gm)].map(([, words = '']) => phraseKey(words));

/** Whether somebody else quotes one of the lines, or most of it. */
const isQuoted = (lines: readonly OverheardLine[], person: string, quoted: readonly string[]): boolean =>
  quoted.length > 0 &&
  lines.some((line) => {
    const key = phraseKey(line.text);
    return line.person !== person && quoted.some((words) => key.includes(words) && 2 * words.length > key.length);
  });

/**
 * Whether a message shows that the lines need no answer from the bot: it replies to one of them, names their author, or
 * is in their thread; or the author is already talking with somebody.
 * @param before earlier messages in its spot, oldest first
 */
function answers(lines: readonly AskedLine[], one: Written, before: readonly Written[]): boolean {
  const [first] = lines;
  if (!first) return false;
  const isAfter = one.spot !== first.spot || before.some(({ id }) => id === first.id);
  const isOthers = one.person !== first.person;
  if (isOthers && one.to !== undefined && lines.some(({ id }) => id === one.to)) return true;
  if (!isAfter) return false;
  if (isOthers)
    return one.isThread === true || one.names.some((name) => name === first.person || name === first.callName);
  const answered = before.findIndex(({ id }) => id === one.to);
  return answered > before.findIndex(({ id }) => id === first.id) && before[answered]?.person !== first.person;
}

/**
 * Questions that a person's messages may make together, the likeliest first: all of them, and the last question with
 * everything after it. Empty if a message withdraws the question or says that it is solved.
 */
export async function readTogether(
  services: Services,
  place: Place,
  lines: readonly string[],
): Promise<readonly string[]> {
  if (lines.length < 2) return lines;
  const isDone = (line: string) => says(services, 'says-withdrawn', line) || says(services, 'says-solved', line);
  if (lines.some(isDone)) return [];
  const languages = [...services.languages.values()];
  const said = lines.filter((line) => smallTalkIn(line, languages) === undefined);
  const language = homeLanguage(await services.communities.of(place), services);
  const last = said.findLastIndex((line) => isQuestion({ services, language }, line));
  return [...new Set([said, said.slice(Math.max(0, last))].map((some) => some.join('\n')))].filter(
    (text) => text !== '',
  );
}

/** Whether a text only says thanks or the like. @param language in which questions are recognised */
export function isThanks(services: Services, language: string, text: string): boolean {
  const languages = [...services.languages.values()];
  if (smallTalkIn(text, languages) === 'closing') return true;
  return beginsWithThanks(text, languages) && !isQuestion({ services, language }, text);
}
