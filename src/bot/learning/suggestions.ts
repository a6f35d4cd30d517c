import { writtenIn } from '../../core/entry/display.ts';
import type { Entry, EntryText } from '../../core/entry/entry.ts';
import { groupBy } from '../../core/text/group-by.ts';
import { baseOf } from '../../core/text/language.ts';
import { phraseKey } from '../../core/text/normalize.ts';
import type { Call } from '../command.ts';
import { phrasingsEdit } from '../moderation/phrasings-edit.ts';
import { type AskedLately, regressionsOf } from '../moderation/regressions.ts';
import type { Edit } from '../ports/changes.ts';
import type { Question } from '../ports/questions.ts';
import { UNANSWERED } from '../questions/closing.ts';
import type { WordedSignal } from './learning.ts';
import { type PhrasingProposal, proposals } from './rule.ts';
import { peopleNeeded } from './setting.ts';

/** A phrasing that people propose by pressing buttons, and that was found to work. */
export interface Suggestion extends Omit<PhrasingProposal, 'entry'> {
  /** Short, and always the same for the same proposal, so that it can be typed or put on a button. */
  readonly id: string;
  readonly entry: Entry;
  /** The text that would get the phrasing. */
  readonly text: EntryText;
  /** Ids of the questions for which people chose the entry. */
  readonly items: readonly number[];
}

/** Each is tried out, which takes time. */
const MOST_AT_ONCE = 30;

interface Wanted {
  /** Default: 30. */
  readonly most?: number;
  /** Which suggestions to try out. Default: all. */
  readonly isMeant?: (suggestion: Suggestion) => boolean;
}

/**
 * Phrasings that people propose, those with most people first. Each was tried out: with it, its question is surely
 * answered by the entry, and no other answer changes. Empty if nothing is learned.
 */
export async function suggestionsFor(
  call: Call,
  { most = MOST_AT_ONCE, isMeant = () => true }: Wanted = {},
): Promise<Suggestion[]> {
  const { community, services } = call;
  const people = await peopleNeeded(call);
  if (people === undefined) return [];
  const { said, questions } = await services.learning.list(community.id);
  const told = proposalsOf(said, questions, call);
  const proposed = told.filter(({ one }) => one.for >= people);
  const asked = askedLately(call, told, questions);
  const found: Suggestion[] = [];
  for (const { one, language, items } of proposed.sort((a, b) => b.one.for - a.one.for)) {
    if (found.length >= most) break;
    // Lets members' questions in between.
    await new Promise((resolve) => setImmediate(resolve));
    const suggestion = suggestionOf(call, one, language, items);
    if (suggestion && isMeant(suggestion) && (await isGood(call, suggestion, asked))) found.push(suggestion);
  }
  return found;
}

interface Told {
  readonly one: PhrasingProposal;
  readonly language: string;
  readonly items: readonly number[];
}

/** Everything that at least one person proposes and not too many others doubt. */
const proposalsOf = (
  signals: readonly WordedSignal[],
  questions: readonly Question[],
  { language: own, services: { questions: kept } }: Call,
): Told[] =>
  [...groupBy(signals, ({ language }) => baseOf(language)).values()].flatMap((some) => {
    const language = some[0]?.language ?? own;
    const isAlike = (one: string, other: string) => kept.areAlike({ text: one, language }, { text: other, language });
    const itemsOf = (texts: readonly string[]) => [
      ...new Set(some.filter(({ question }) => texts.includes(question)).map(({ item }) => item)),
    ];
    const choosers = (text: string) => {
      const items = itemsOf([text]);
      const askers = questions.filter(({ id }) => items.includes(id)).flatMap((one) => one.askers);
      return askers.map(({ person, offered }) => ({ person, offered: offered.split(' ') }));
    };
    return proposals(some, { people: 1, isAlike, choosers }).map((one) => ({
      one,
      language,
      items: itemsOf(one.questions),
    }));
  });

/**
 * Questions that people asked lately: those for which somebody said what they meant, and those still open (entry null).
 */
function askedLately({ services }: Call, told: readonly Told[], questions: readonly Question[]): AskedLately[] {
  const meant = told.flatMap(({ one: { questions, entry }, language }) =>
    questions.map((question) => ({ question, language, entry })),
  );
  const { areAlike } = services.questions;
  const open = questions
    .filter(({ state }) => UNANSWERED.some((one) => one === state))
    .filter((one) => !meant.some(({ question: text, language }) => areAlike(one, { text, language })));
  return [...meant, ...open.map(({ text, language }) => ({ question: text, language, entry: null }))];
}

/** @returns undefined if the entry has no text in that language, or answers the question already */
function suggestionOf(
  { community, services }: Call,
  { entry: id, ...proposal }: PhrasingProposal,
  language: string,
  items: readonly number[],
): Suggestion | undefined {
  const entry = community.knowledge().entries.get(id);
  const text = entry && writtenIn(entry, language, services.languages)?.text;
  if (!entry || !text || baseOf(text.language) !== baseOf(language)) return undefined;
  const { question } = proposal;
  const isKnown = [text.title, ...text.phrasings].some((words) => phraseKey(words) === phraseKey(question));
  if (isKnown || isSureOf(community.answer(question, text.language), id)) return undefined;
  return {
    ...proposal,
    items,
    id: services.hash(`suggestion ${text.language} ${id} ${question}`).slice(0, 8),
    entry,
    text,
  };
}

type Answered = ReturnType<Call['community']['answer']>;

const isSureOf = ({ kind, candidates }: Answered, entry: string): boolean =>
  kind === 'sure' && candidates[0]?.entry.id === entry;

/** Kept until knowledge or questions change, because it takes a while. */
function isGood(call: Call, suggestion: Suggestion, asked: readonly AskedLately[]): Promise<boolean> {
  const { community, services } = call;
  const shared = services.knowledge.current();
  const versions = [community.state.version, shared.version, services.hash(JSON.stringify(asked))];
  const name = [community.id, ...versions, suggestion.id].join(' ');
  return services.learning.once(name, async () => {
    const after = await services.communities.lookAhead(community.id, editsFor(call, [suggestion]));
    const broken = await regressionsOf(community, after, shared, {
      community: community.id,
      exempt: () => new Set(),
      asked,
    });
    const { question, text, entry } = suggestion;
    return broken.length === 0 && isSureOf(after.answer(question, text.language), entry.id);
  });
}

/** One edit for each text. */
export const editsFor = ({ community }: Call, suggestions: readonly Suggestion[]): Edit[] =>
  [...groupBy(suggestions, ({ text, entry }) => `${text.language}/${entry.id}`).values()].flatMap((some) =>
    some.slice(0, 1).map(({ text: { language }, entry }) => {
      const add = some.map(({ question }) => question);
      return phrasingsEdit(community, { entry: entry.id, language, add });
    }),
  );

/** Discards the signals behind suggestions (1), so that people have to give them again; or restores them (0). */
export async function drop({ services }: Call, suggestions: readonly Suggestion[], dropped: 0 | 1): Promise<void> {
  for (const { entry, items } of suggestions) await services.learning.drop(items, entry.id, dropped);
}

export async function droppedSuggestions(call: Call): Promise<Suggestion[]> {
  const { said, questions } = await call.services.learning.list(call.community.id);
  const turned = said.filter(({ dropped }) => dropped === 1).map((one) => ({ ...one, dropped: 0 as const }));
  return proposalsOf(turned, questions, call).flatMap(
    ({ one, language, items }) => suggestionOf(call, one, language, items) ?? [],
  );
}
