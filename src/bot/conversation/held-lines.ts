import { LRUCache } from 'lru-cache';
import { phraseKey } from '../../core/text/normalize.ts';
import { says } from '../platform/says.ts';
import type { Services } from '../services.ts';
import { homeLanguage } from './choose-language.ts';
import { isQuestion } from './follow-up.ts';
import type { Place } from './place.ts';
import { beginsWithThanks, smallTalkIn } from './small-talk.ts';

/** Runs something after so many milliseconds, by the clock that `now` shows. @returns calls it off */
export type After = (ms: number, work: () => void) => () => void;

/** That a person wrote something to others in a part of a place. None of its words. */
export interface Written {
  /** Id of the part: a channel, a thread, a topic. */
  readonly spot: string;
  /** The platform's id of the message. */
  readonly id: string;
  /** Keyed hash. */
  readonly person: string;
  /** When: milliseconds. */
  readonly at: number;
  /** The message that it replies to. Default: none. */
  readonly to?: string;
  /** People whom it names: keyed hashes, or as others call them (`callName`). */
  readonly names: readonly string[];
  /** Whether the part is a thread, in which everything is about what it began with. Default: no. */
  readonly isThread?: boolean;
}

/** A message as it comes. */
export interface JustWritten extends Written {
  /** Its words, of which only what they quote counts, and which are not kept. Default: none. */
  readonly text?: string;
}

/** A line that nobody addressed to the bot. */
export interface OverheardLine extends Pick<Written, 'spot' | 'id' | 'person' | 'at'> {
  /** Key of its place. */
  readonly place: string;
  readonly text: string;
  /** Id of the thread that may be opened on it. Default: the platform has no such threads. */
  readonly thread?: string;
  /** As others call its author in their messages, in lower case: `@name`. Default: only by what is no name. */
  readonly callName?: string;
  /** Whether it thanks: for an answer, if somebody else wrote since its author asked. Default: no. */
  readonly isThanks?: boolean;
  /** Has it looked at once more, when it has waited. */
  readonly again: () => void;
}

/** A line, as far as others' messages can answer it. */
type AskedLine = Pick<OverheardLine, 'spot' | 'id' | 'person' | 'thread' | 'callName'>;

/**
 * Messages that are held back for a moment, as people may answer them and their author may continue. In memory only: if
 * the process ends, they get no answer, as nobody could tell whether people answered meanwhile.
 */
export interface HeldLines {
  /** Notes that somebody wrote, before that is dealt with itself. */
  readonly wrote: (written: JustWritten) => void;
  /** Whether two people or more wrote there in the last ten minutes. */
  readonly isShared: (spot: string) => boolean;
  /** Holds a line back, together with those of its author that wait there; or puts it in other words, if it waits. */
  readonly hold: (line: OverheardLine, ms: number) => void;
  /**
   * The texts of the author's messages up to this one, after the wait; undefined if a person answered, if the message
   * was deleted, or if another process held it. They are remembered for a while, as the message may be edited.
   */
  readonly read: (place: string, id: string) => readonly string[] | undefined;
  /** The texts of lines that were read together, the last in other words. @returns undefined if it was one line */
  readonly reworded: (place: string, id: string, text: string) => readonly string[] | undefined;
  /** Whether a person has answered a line by what they wrote in the last ten minutes. */
  readonly isAnswered: (line: AskedLine) => boolean;
  /** Whether a line waits. */
  readonly isWaiting: (place: string, id: string) => boolean;
  /** The texts of the lines of somebody that wait, oldest first. */
  readonly waiting: (spot: string, person: string) => readonly string[];
  /** The message is gone. */
  readonly remove: (place: string, id: string) => void;
  /** Their author asked the bot itself, which needs them no more. */
  readonly drop: (spot: string, person: string) => void;
  /** Everything that is held of a person. */
  readonly ofPerson: (person: string) => readonly object[];
  /** Nothing of theirs is answered now. */
  readonly forget: (person: string) => void;
  readonly erase: (person: string) => void;
}

/** Milliseconds after a message for which its author counts as present. */
const THERE_MS = 10 * 60_000;
/** Milliseconds for which messages that were read together are remembered: as long as an edit of them counts. */
const KNOWN_MS = 15 * 60_000;
/** Parts of places, messages in each, lines that one person's message may have, and messages that are remembered. */
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
  /** Those that wait, by their part and author. */
  const waiting = new Map<string, Group>();
  /** Those that have waited, by their last line. */
  const known = new LRUCache<string, Group>({ max: MOST.known, ttl: KNOWN_MS, ttlResolution: 0, perf });
  const lately = (spot: string): readonly Written[] => (log.get(spot) ?? []).filter(({ at }) => now() - at < THERE_MS);
  const isAnswered = (lines: readonly AskedLine[]): boolean =>
    [...new Set(lines.flatMap(({ spot, thread }) => (thread === undefined ? [spot] : [spot, thread])))].some((spot) =>
      lately(spot).some((one, at, all) => answers(lines, one, all.slice(0, at))),
    );
  /** Whether somebody else wrote between the first of some lines and the last, which thanks. */
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
    // Lines that were read together are answered below the last.
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
      // A list of its own: to set an entry moves it, and so there would be no end.
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

/** Lines that a message quotes, as people type it: with > before each. Their keys. */
const quotedIn = (text: string): readonly string[] =>
  [...text.matchAll(/^>(?:>>)?\s+(\S.*)$/gm)].map(([, words = '']) => phraseKey(words));

/** Whether somebody else quotes one of some lines, or most of it. */
const isQuoted = (lines: readonly OverheardLine[], person: string, quoted: readonly string[]): boolean =>
  quoted.length > 0 &&
  lines.some((line) => {
    const key = phraseKey(line.text);
    return line.person !== person && quoted.some((words) => key.includes(words) && 2 * words.length > key.length);
  });

/**
 * Whether something that was written answers lines: in reply to one of them, to their author by name, or in their
 * thread; or their author talks with somebody already.
 * @param before what was written in that part before it, oldest first
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
 * Questions that several messages of one person may make together, the most likely first: all of them, else the last
 * question and what follows. Empty if a message takes the question back, or says that it is solved.
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

/** Whether a text is only thanks or the like. @param language tag of the rules for recognising questions */
export function isThanks(services: Services, language: string, text: string): boolean {
  const languages = [...services.languages.values()];
  if (smallTalkIn(text, languages) === 'closing') return true;
  return beginsWithThanks(text, languages) && !isQuestion({ services, language }, text);
}
