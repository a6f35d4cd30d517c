import { placeOfKey } from '../conversation/place.ts';
import { dayOf, daysBefore } from '../moment.ts';
import type { StoredSignal } from '../ports/memory.ts';
import { type Asker, NO_HELP, type Question } from '../ports/questions.ts';
import type { Unit } from '../ports/store.ts';

/** A question as somebody asked it. */
export interface MemberQuestion extends Pick<Asker, 'person' | 'text' | 'place' | 'channel' | 'message' | 'link'> {
  readonly community: string;
  /** Whether its person can be made up at no cost: all who ask in that place count as one that asks much. */
  readonly isAnybody: boolean;
  /** BCP 47 tag. */
  readonly languageOf: () => string;
  /** Ids of the entries among which they could choose. Default: there were none. */
  readonly offered?: readonly string[];
  /** The way to tell them the answer, as JSON text, if they wait for it. Default: they do not. */
  readonly address?: string;
  /** Days for which it is kept; 0: not at all. Looked up when it is written: it may have changed meanwhile. */
  readonly days: () => number;
}

/** Somebody's word on which entry the question meant. */
export interface Meant {
  readonly entry: string;
  readonly kind: StoredSignal['kind'];
  /** Keyed hash of who says so. */
  readonly person: string;
  /** Whether something is learned from it; else it only answers the question. */
  readonly isLearned: boolean;
}

/** A question in its language. */
export type Wording = Pick<Question, 'text' | 'language'>;

/** A question that is to be taken down, and what it meant, if somebody said so. */
export interface QuestionToPut {
  readonly asked: MemberQuestion;
  readonly meant: Meant | undefined;
  readonly at: string;
  /** Its words as they may be kept, and its language; undefined if they were not read. */
  readonly wording: Wording | undefined;
}

/** A question, and as it was before somebody asked it again; undefined if nobody had. */
export interface PutQuestion {
  readonly question: Question;
  readonly before: Question | undefined;
}

/** Questions of one person that a community keeps, and of all who can be made up; beyond, the oldest of theirs go. */
const MOST_OF_ONE = 50;
const MOST_OF_ANYBODY = 200;
/** Questions that a community keeps; beyond, the least asked go. */
const MOST_OF_COMMUNITY = 1000;

/**
 * Takes a question down among those of its community, and maybe what it meant.
 * @param rows all of the community; they are changed as the store is.
 * @param isAlike whether one on the list asks the same.
 * @returns undefined if nothing of it may be kept.
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
  // One that a helper has answered waits to be learned; asked again, it is another question.
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
  // Who has put it in other words in the same message waits for the answer as before.
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

/** Somebody has what they asked for, and nothing is learned from it: they ask it no more. */
async function answerTo({ questions }: Unit, rows: Question[], index: number, person: string): Promise<void> {
  const row = rows[index];
  if (row?.state !== 'open') return;
  await questions.leave(row.id, person);
  const left = await questions.find(row.id);
  rows.splice(index, 1, ...(left ? [left] : []));
}

/** Those that go are counted: moderators read that they were there. */
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

/** Whether no helper has it. */
const isUnhelped = ({ state }: Question): boolean => state === 'open' || state === 'meant';

/** Whether nobody waits for it, either. */
const isFree = (row: Question): boolean => isUnhelped(row) && row.askers.every(({ address }) => address === '');
