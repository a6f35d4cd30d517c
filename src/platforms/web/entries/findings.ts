import { stillOpen } from '../../../bot/questions/closing.ts';
import { titleIn } from '../../../core/entry/display.ts';
import type { Entry } from '../../../core/entry/entry.ts';
import type { View } from '../dashboard/scope.ts';

/** A question that ought to find the entry, and the present search result. */
export interface Found {
  readonly question: string;
  /** Where the question comes from. */
  readonly from: 'heading' | 'phrasing' | 'check';
  readonly outcome: 'answers' | 'offers' | 'other' | 'nothing';
  /** 0 to 1, for the entry. */
  readonly confidence: number;
  /** Title of the entry found instead. */
  readonly instead?: string;
}

/** An unanswered question that is similar to the entry. */
export interface NearbyQuestion {
  /** Id of the unanswered question. */
  readonly group: number;
  readonly text: string;
  readonly people: number;
}

/** Most questions that are searched for, as each takes time. */
const MOST_QUESTIONS = 40;
const WORST_FIRST: readonly Found['outcome'][] = ['other', 'nothing', 'offers', 'answers'];
/** An entry counts as near to a question if it is among this many first results. */
const NEAR = 3;
const MOST_PROPOSALS = 10;

/** Search results for the entry's headings and phrasings, and the pack's checks, in one language. */
export function findingsOf(
  { context: { services }, reader, scope: { community } }: View,
  entry: Entry,
  language: string,
): Found[] {
  const text = entry.texts.get(language);
  const checks = services.knowledge
    .current()
    .checks.filter((check) => check.entry === entry.id && check.language === language);
  const questions = [
    ...(text ? [{ question: text.title, from: 'heading' as const }] : []),
    ...(text?.phrasings ?? []).map((question) => ({ question, from: 'phrasing' as const })),
    ...checks.map((check) => ({ question: check.text, from: 'check' as const })),
  ];
  const found = questions.slice(0, MOST_QUESTIONS).map(({ question, from }): Found => {
    const { kind, candidates } = community.answer(question, language);
    const at = candidates.findIndex((one) => one.entry.id === entry.id && !one.hidden);
    const [first] = candidates;
    const confidence = candidates[at]?.confidence ?? 0;
    if (kind === 'sure' && first)
      return at === 0
        ? { question, from, outcome: 'answers', confidence }
        : {
            question,
            from,
            outcome: 'other',
            confidence,
            instead: titleIn(first.entry, reader.language, services.languages),
          };
    return { question, from, outcome: kind === 'unsure' && at >= 0 && at < NEAR ? 'offers' : 'nothing', confidence };
  });
  return found.sort((a, b) => WORST_FIRST.indexOf(a.outcome) - WORST_FIRST.indexOf(b.outcome));
}

/** Unanswered questions for which this entry is likely. */
export async function proposalsOf(
  { context: { services }, scope: { community } }: View,
  { id }: Entry,
): Promise<NearbyQuestion[]> {
  const groups = await stillOpen(services, community);
  const near = groups.filter(({ text, language }) =>
    community
      .answer(text, language)
      .candidates.slice(0, NEAR)
      .some((one) => one.entry.id === id),
  );
  return near.slice(0, MOST_PROPOSALS).map(({ id: group, text, askers }) => ({ group, text, people: askers.length }));
}
