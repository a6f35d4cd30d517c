import { daysBefore } from '../../src/bot/moment.ts';
import type { StoredSignal } from '../../src/bot/ports/memory.ts';
import { type Asker, type NewQuestion, NO_HELP, type StoredQuestion } from '../../src/bot/ports/questions.ts';
import type { Store, Unit } from '../../src/bot/ports/store.ts';
import type { Services } from '../../src/bot/services.ts';

const questionOf = (parts: Partial<StoredQuestion> = {}): NewQuestion => ({
  ...NO_HELP,
  community: 'c',
  language: 'en',
  state: 'open',
  at: '2026-11-25T12:00:00.000Z',
  ...parts,
});

export const askerOf = (item: number, parts: Partial<Asker> = {}): Asker => ({
  item,
  ...{ person: 'p1', text: 'where', place: 'x:1', channel: '', message: '', link: '', offered: '', meant: '' },
  ...{ at: '2026-11-25T12:00:00.000Z', until: '2026-12-25T12:00:00.000Z', address: '', told: '' },
  ...parts,
});

interface Kept extends Partial<NewQuestion> {
  readonly text: string;
  /** How many asked it, from 1. Default: 1. */
  readonly people?: number;
  readonly asker?: Partial<Asker>;
}

/** Puts a question into a transaction. @returns its id */
export async function putQuestion(
  { questions }: Pick<Unit, 'questions'>,
  { text, people = 1, asker, ...parts }: Kept,
): Promise<number> {
  const item = await questions.add(questionOf(parts));
  const at = parts.at === undefined ? {} : { at: parts.at, until: daysBefore(parts.at, -30) };
  for (let person = 1; person <= people; person++)
    await questions.join(askerOf(item, { person: `p${person}`, text, ...at, ...asker }));
  return item;
}

/** Puts a question into a store. @returns its id */
export const keepQuestion = (store: Pick<Store, 'transact'>, kept: Kept): Promise<number> =>
  store.transact((unit) => putQuestion(unit, kept));

/** Somebody says which entry a question of theirs, or of somebody else, meant. */
export function sayMeant(
  services: Pick<Services, 'questions'>,
  {
    person,
    asker = person,
    text,
    ...about
  }: Pick<StoredSignal, 'person' | 'entry' | 'kind'> & {
    readonly community: string;
    readonly asker?: string;
    readonly text: string;
  },
): void {
  const { community, entry, kind } = about;
  services.questions.note(
    {
      ...{ community, person: asker, text, place: 'x:1', channel: '', message: '', link: '', isAnybody: false },
      days: () => 30,
      languageOf: () => 'en',
    },
    { entry, kind, person, isLearned: true },
  );
}
