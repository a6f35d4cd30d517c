import { LEAST_CHOSEN, LEAST_FOR, MOST_DROPPED } from '../../core/calibration/learning-policy.ts';
import type { StoredSignal as Kept } from '../ports/memory.ts';

/** A proposal, whether or not it is made silently. */
type WeighedProposal = Omit<PhrasingProposal, 'silent'>;

/** A person's word on which entry a question meant. */
export interface Signal extends Pick<Kept, 'person' | 'asker' | 'entry' | 'kind' | 'dropped'> {
  /** The question in the asker's words. */
  readonly question: string;
}

/** An asker, and the ids of the entries offered to them. */
export interface Chooser {
  readonly person: string;
  readonly offered?: readonly string[];
}

/** A question that enough people say an entry answers. */
export interface PhrasingProposal {
  readonly entry: string;
  /** The wording that most people used; of those the shortest. */
  readonly question: string;
  /** All wordings that people say mean the entry, `question` first. */
  readonly questions: readonly string[];
  /** People who say that the entry answers it. */
  readonly for: number;
  /** People who voted it down or meant another entry. */
  readonly against: number;
  /** People who were offered the entry and chose nothing. */
  readonly silent: number;
}

interface RuleOptions {
  /** How many people are needed: 1 or more. */
  readonly people: number;
  /** Whether two wordings ask the same. Default: if they are equal. */
  readonly isAlike?: (one: string, other: string) => boolean;
  /** Everybody who asked a question alike, each once. Default: nobody is known. */
  readonly choosers?: (question: string) => readonly Chooser[];
}

/**
 * Phrasings that people propose, those with most people first. Counts people, not presses: of a person's signals about
 * alike questions only the last counts. Somebody who means one entry speaks against the others. Somebody who was
 * offered an entry and chose nothing makes it doubtful, because if the right entry is not on offer, only those who are
 * wrong press a button. People whose signals moderators often dropped are ignored, so that a few cannot keep moderators
 * busy.
 * @param signals the oldest first
 */
export function proposals(
  signals: readonly Signal[],
  { people, isAlike = () => false, choosers = () => [] }: RuleOptions,
): PhrasingProposal[] {
  const ignored = oftenDropped(signals);
  const heard = signals.filter(({ person }) => !ignored.has(person));
  return grouped(heard, isAlike)
    .flatMap((group) => {
      const said = [...lastOfEach(group).values()];
      const meant = weigh(said).filter((one) => one.for >= people && one.for >= LEAST_FOR * (one.for + one.against));
      return meant.length === 0 ? [] : withSilent(meant, said, choosers(group[0]?.question ?? ''));
    })
    .filter((one) => one.for >= LEAST_CHOSEN * (one.for + one.against + one.silent))
    .sort((a, b) => b.for - a.for || a.against - b.against);
}

/** People whose signals moderators dropped often. */
function oftenDropped(signals: readonly Signal[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { person, dropped } of signals) counts.set(person, (counts.get(person) ?? 0) + dropped);
  return new Set([...counts].flatMap(([person, count]) => (count >= MOST_DROPPED ? [person] : [])));
}

/** @param said one signal of each person */
function withSilent(
  proposed: readonly WeighedProposal[],
  said: readonly Signal[],
  choosers: readonly Chooser[],
): PhrasingProposal[] {
  const heard = new Set(said.flatMap(({ person, asker }) => [person, asker]));
  const silent = choosers.filter(({ person }) => !heard.has(person));
  return proposed.map((one) => ({
    ...one,
    silent: silent.filter(({ offered }) => offered?.includes(one.entry)).length,
  }));
}

/** Signals about questions that are alike. Each is compared with the first of a group only. */
function grouped(signals: readonly Signal[], isAlike: (one: string, other: string) => boolean): Signal[][] {
  const groups: { readonly about: string; readonly signals: Signal[] }[] = [];
  const known = new Map<string, Signal[]>();
  for (const signal of signals) {
    const { question } = signal;
    const group = known.get(question) ?? groups.find(({ about }) => isAlike(about, question))?.signals ?? [];
    if (group.length === 0) groups.push({ about: question, signals: group });
    group.push(signal);
    known.set(question, group);
  }
  return groups.map((group) => group.signals);
}

const lastOfEach = (signals: readonly Signal[]): Map<string, Signal> =>
  new Map(signals.map((signal) => [signal.person, signal]));

/** For each entry that somebody means, how many people are for it and against it. @param signals one of each person */
function weigh(signals: readonly Signal[]): WeighedProposal[] {
  const counted = signals.filter(({ dropped }) => dropped === 0);
  const meant = counted.filter(({ kind }) => kind !== 'down');
  return [...new Set(meant.map(({ entry }) => entry))].map((entry) => {
    const own = meant.filter((signal) => signal.entry === entry);
    const downs = counted.filter((signal) => signal.kind === 'down' && signal.entry === entry);
    const questions = byUse(own.map(({ question }) => question));
    return {
      entry,
      question: questions[0] ?? '',
      questions,
      for: own.length,
      against: meant.length - own.length + downs.length,
    };
  });
}

/** Without duplicates; those that most people used first, then the shortest. */
function byUse(questions: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const question of questions) counts.set(question, (counts.get(question) ?? 0) + 1);
  return [...counts].sort(([a, of], [b, than]) => than - of || a.length - b.length).map(([question]) => question);
}
