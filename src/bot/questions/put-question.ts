import type { LanguageTag } from '../../core/text/language.ts';
import { placeOfKey } from '../conversation/place.ts';
import type { PersonHash } from '../kinds.ts';
import { dayOf, daysBefore } from '../moment.ts';
import type { StoredSignal } from '../ports/memory.ts';
import { type Asker, NO_HELP, type Question } from '../ports/questions.ts';
import type { Unit } from '../ports/store.ts';

/** A question as a member asked it. */
export interface MemberQuestion extends Pick<Asker, 'person' | 'text' | 'place' | 'channel' | 'message' | 'link'> {
  readonly community: string;
  /**
   * Whether the person could be made up at no cost, as on the web: all of them in a place count as one person who asks
   * much.
   */
  readonly isAnybody: boolean;
  readonly languageOf: () => LanguageTag;
  /** Ids of the entries that were offered. Default: none. */
  readonly offered?: readonly string[];
  /** A ReturnAddress as JSON text, if they wait for the answer. Default: they do not. */
  readonly address?: string;
  /** Days for which it is kept; 0 for not at all. Called when it is written, because the setting may have changed. */
  readonly days: () => number;
}

/** Somebody's statement which entry a question meant. */
export interface Meant {
  readonly entry: string;
  readonly kind: StoredSignal['kind'];
  /** Who says so. */
  readonly person: PersonHash;
  /** Whether the bot learns from it; otherwise it only answers the question. */
  readonly isLearned: boolean;
}

export type Wording = Pick<Question, 'text' | 'language'>;

/** A question to store and, if somebody said so, which entry it meant. */
export interface QuestionToPut {
  readonly asked: MemberQuestion;
  readonly meant: Meant | undefined;
  readonly at: string;
  /** Text and language to be stored; undefined if they have not been worked out yet. */
  readonly wording: Wording | undefined;
}

/** A stored question, and its state before this person asked it; undefined if it is new. */
export interface PutQuestion {
  readonly question: Question;
  readonly before: Question | undefined;
}

/** Most questions that a community keeps of one person, and of all who could be made up; beyond, their oldest go. */
const MOST_OF_ONE = 50;
const MOST_OF_ANYBODY = 200;
/** Most questions that a community keeps; beyond, those that fewest people asked go. */
const MOST_OF_COMMUNITY = 1000;

/**
 * Adds a question to those of its community, or an asker to one that is alike; and which entry it meant, if somebody
 * said so.
 * @param rows all questions of the community; updated together with the store
 * @param isAlike whether a stored question asks the same
 * @returns undefined if nothing may be stored
 */
export async function putQuestion(
  unit: Unit,
  rows: Question[],
  { asked, meant, at, wording }: QuestionToPut,
  isAlike: (question: Question, wording: Wording) => boolean,
): Promise<PutQuestion | undefined> {
  const { questions, signals } = unit;
  const { community, person, place, channel, message, link, offered = [], address = '' } = asked;
  const days = asked.days();
  if (!wording || wording.text === '' || days === 0) return undefined;
  const isOfMessage = (asker: Asker): boolean => message !== '' && asker.place === place && asker.message === message;
  // A question that a helper answered waits to become an entry; somebody who asks it again opens another one.
  const isAskable = ({ state, askers }: Question): boolean =>
    (state !== 'answered' && state !== 'solved') || askers.some(isOfMessage);
  const index = rows.findIndex((row) => isAskable(row) && isAlike(row, wording));
  const same = rows[index];
  if (meant && !meant.isLearned) {
    if (same) await answerTo(unit, rows, index, person);
    return undefined;
  }
  const { language } = wording;
  const isOpen = meant === undefined;
  const fresh = { ...NO_HELP, community, language, state: isOpen ? 'open' : 'meant', at } as const;
  const item = same?.id ?? (await questions.add(fresh));
  const own = same?.askers.find((asker) => asker.person === person);
  // Somebody who edits their message still waits for the answer.
  const edited = rows.flatMap(({ askers }) => askers).find(isOfMessage);
  const waits = address === '' && edited?.person === person ? edited.address : address;
  if (message !== '') await questions.unask(place, [message], item);
  const isMeant = meant !== undefined && meant.kind !== 'down';
  if (own && meant) await questions.join({ ...own, meant: isMeant ? meant.entry : own.meant });
  else {
    const until = daysBefore(at, -days);
    const words = { text: wording.text, place, channel, message, link, offered: offered.join(' '), at, until };
    await questions.join({ item, person, ...words, meant: isMeant ? meant.entry : '', address: waits, told: '' });
  }
  if (meant) {
    const { entry, kind, person: speaker } = meant;
    const asker = speaker === person ? '' : person;
    await signals.add({ item, person: speaker, asker, entry, kind, at, dropped: 0 });
  }
  if (isOpen && same?.state === 'meant') await questions.change(item, { state: 'open' });
  if (isMeant && same?.state === 'open' && (await questions.find(item))?.askers.every((one) => one.meant !== ''))
    await questions.change(item, { state: 'meant' });
  const question = await questions.find(item);
  if (!question) return undefined;
  rows.splice(same ? index : rows.length, 1, question);
  await makeRoom(unit, rows, asked, at);
  return { question, before: same };
}

/** Takes a person off a question's askers: they have an answer, and nothing is learned from it. */
async function answerTo({ questions }: Unit, rows: Question[], index: number, person: string): Promise<void> {
  const row = rows[index];
  if (row?.state !== 'open') return;
  await questions.leave(row.id, person);
  const left = await questions.find(row.id);
  rows.splice(index, 1, ...(left ? [left] : []));
}

/** Drops questions beyond the limits. They are counted, so that moderators see it. */
async function makeRoom(
  { questions, tallies }: Unit,
  rows: Question[],
  asked: MemberQuestion,
  at: string,
): Promise<void> {
  const { community, place, person, isAnybody } = asked;
  const isOwn = (asker: Asker): boolean => (isAnybody ? asker.place === place : asker.person === person);
  const drop = async (row: Question, isGone: (asker: Asker) => boolean): Promise<void> => {
    for (const asker of row.askers) if (isGone(asker)) await questions.leave(row.id, asker.person);
    const left = await questions.find(row.id);
    rows.splice(rows.indexOf(row), 1, ...(left ? [left] : []));
    const { platform } = placeOfKey(place);
    const what = { what: 'dropped', language: row.language, platform, entry: '' };
    await tallies.add([{ community, day: dayOf(at), ...what, count: 1 }]);
  };
  const own = rows.filter((row) => isUnhelped(row) && row.askers.some(isOwn));
  if (own.length > (isAnybody ? MOST_OF_ANYBODY : MOST_OF_ONE) && own[0]) await drop(own[0], isOwn);
  const free = rows.filter(isFree);
  const [least] = free.length > MOST_OF_COMMUNITY ? [...free].sort((a, b) => a.askers.length - b.askers.length) : [];
  if (least) await drop(least, () => true);
}

/** Whether it was not handed over. */
const isUnhelped = ({ state }: Question): boolean => state === 'open' || state === 'meant';

/** Whether, besides, nobody waits for the answer. */
const isFree = (row: Question): boolean => isUnhelped(row) && row.askers.every(({ address }) => address === '');
