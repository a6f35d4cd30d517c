import type { Say } from '../answers/messages.ts';
import { type Choice, type Reply, whisper } from '../answers/reply.ts';
import type { Call, CommunityCall } from '../command.ts';
import { isPrivateKey } from '../conversation/place.ts';
import { isWaiting } from '../handover/note.ts';
import type { Moment } from '../kinds.ts';
import { dayOf, daysBefore } from '../moment.ts';
import type { Question } from '../ports/questions.ts';
import { isUnansweredIn } from './closing.ts';
import { GAP } from './kept-text.ts';

/** A question as moderators see it; it never says who asked. */
export interface QuestionSummary {
  readonly id: number;
  readonly text: string;
  readonly language: string;
  /** How many people asked (at least 1), and how many of them wait for the answer. */
  readonly count: number;
  readonly waiting: number;
  /** When it was asked first and last. */
  readonly first: Moment;
  readonly last: Moment;
  /** `choices`: entries were offered to everybody who asked, and nobody chose one. `helpers`: it was handed over. */
  readonly state: 'open' | 'choices' | 'helpers';
  /** Where others could see it last, and the address of that message; empty if nowhere. */
  readonly place: string;
  readonly channel: string;
  readonly link: string;
}

export function listedAs({ id, text, language, state, askers }: Question): QuestionSummary {
  const seen = [...askers].reverse().find(({ place }) => !isPrivateKey(place));
  const isOffered = askers.every(({ offered, meant }) => offered !== '' || meant !== '');
  return {
    id,
    text,
    language,
    count: askers.length,
    waiting: askers.filter(isWaiting).length,
    first: askers[0]?.at ?? '',
    last: askers.at(-1)?.at ?? '',
    state: state === 'open' ? (isOffered ? 'choices' : 'open') : 'helpers',
    place: seen?.place ?? '',
    channel: seen?.channel ?? '',
    link: seen?.link ?? '',
  };
}

const STATES: readonly QuestionSummary['state'][] = ['open', 'choices', 'helpers'];

/** A person's questions beyond so many come after everybody else's. */
const A_TURN = 5;

/**
 * Questions for which nothing was offered first; among them those that most people asked, then the newest. If one
 * person asks very much, all but their newest five come after everybody else's, if as many people asked those.
 */
export function inOrder(questions: readonly Question[]): QuestionSummary[] {
  const turns = new Map<string, number>();
  return questions
    .map((question) => ({ listed: listedAs(question), person: question.askers[0]?.person ?? '' }))
    .sort((a, b) => b.listed.last.localeCompare(a.listed.last) || b.listed.id - a.listed.id)
    .map(({ listed, person }) => {
      const before = turns.get(person) ?? 0;
      turns.set(person, before + 1);
      return { listed, turn: Math.floor(before / A_TURN) };
    })
    .sort(
      (a, b) =>
        STATES.indexOf(a.listed.state) - STATES.indexOf(b.listed.state) ||
        b.listed.count - a.listed.count ||
        a.turn - b.turn,
    )
    .map(({ listed }) => listed);
}

/** Moderators' choices for a question without an answer. */
export function openChoices(say: Say, { id }: Pick<Question, 'id'>): Choice[] {
  const group = String(id);
  return [
    { label: say('assign-it', { group }), command: 'assign', argument: group },
    { label: say('answer-it', { group }), command: 'answer', argument: group },
    { label: say('ignore-it', { group }), command: 'ignore', argument: group },
  ];
}

/** The question with the number that the moderator typed. */
export const groupMeant = async (call: Call): Promise<Question | undefined> => (await groupsMeant(call))[0];

/** Questions with the numbers that the moderator typed, in that order, without those that are gone. */
export async function groupsMeant({ services, community, options }: Call): Promise<Question[]> {
  const questions = await services.questions.list(community.id);
  const open = new Map(questions.filter(isUnansweredIn).map((one) => [`${one.id}`, one]));
  return numbersIn(options.group).flatMap((number) => open.get(number) ?? []);
}

/** Reads numbers as people type them: `12`, `#12 #15`, `12, 15`; each once. */
export const numbersIn = (words = ''): string[] => [
  ...new Set(words.split(/[\s,，、،]+/).map((word) => word.replace(/^[#＃]/, ''))),
];

export const noGroup = (call: Call): Reply => whisper(call, 'no-group', { group: call.options.group ?? '' });

/** Whether personal data was left out of a question: moderators are told. */
export const hasGap = ({ text }: Pick<Question, 'text'>): boolean => text.includes(GAP);

/** Days for which dropped questions are counted. */
const DROPPED_DAYS = 30;

/** How many questions were dropped lately, because somebody asked too many. */
export async function droppedOf({ services, community }: CommunityCall): Promise<number> {
  const since = dayOf(daysBefore(services.now(), DROPPED_DAYS));
  const tallies = await services.attempt.read((unit) => unit.tallies.list(community.id, since));
  return tallies.filter(({ what }) => what === 'dropped').reduce((sum, { count }) => sum + count, 0);
}
