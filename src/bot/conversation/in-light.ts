import {
  MOST_HEADINGS,
  MOST_NEIGHBOURS,
  MOST_OF_LITTLE,
  MOST_OFFERED,
  OWN_NAME,
  RUNNER_UP,
  SUBJECT_WIDTHS,
  SURE_OF_MORE,
  UNSURE,
} from '../../core/calibration/policy.ts';
import type { Entry, EntryText } from '../../core/entry/entry.ts';
import type { Candidate } from '../../core/search/pool.ts';
import type { LanguageFindings } from '../../core/search/search.ts';
import type { Analyzer } from '../../core/text/analyze.ts';
import { baseOf, languageOf } from '../../core/text/language.ts';
import type { CommunityCall } from '../command.ts';
import { type LanguageReader, readerOf } from './reader.ts';

/** A question after an answer, and the language to read it in. */
export interface FollowUpQuestion {
  readonly call: CommunityCall;
  readonly question: string;
  readonly language: string;
}

/** The result of a question with the previous answer's subject added to it. */
export interface Light {
  /** The entry that answers it; undefined if none does surely. */
  readonly candidate: Candidate | undefined;
  /** Entries about the subject that may answer it, best first; empty if the question may be about another subject. */
  readonly offers: readonly Candidate[];
}

/** The best candidate for the question with one name of the subject, and the others. */
interface Top extends Candidate {
  readonly isSure: boolean;
  readonly unknown: readonly string[];
  readonly candidates: readonly Candidate[];
}

/**
 * Asks a question with each name of the entry's subject added. Undefined if it does not ask for more about the entry.
 */
export function inLightOf(entry: Entry, asked: FollowUpQuestion): Light | undefined {
  const { call, question, language } = asked;
  const [text, reader] = [textOf(entry, language), readerIn(asked)];
  if (!text || !asksOn(question, text, reader)) return undefined;
  const subjects = subjectsIn(entry, text, asked);
  const tops = subjects.flatMap((subject): Top[] => {
    const { kind, candidates, findings } = call.community.answer(
      `${question.replace(ENDING, '')} ${subject}`,
      language,
    );
    const [first] = candidates;
    return first
      ? [
          {
            ...first,
            isSure: kind === 'sure' && first.confidence >= SURE_OF_MORE,
            unknown: unknownIn(findings, first),
            candidates,
          },
        ]
      : [];
  });
  const narrow = reader.analyzer.read(subjects[0] ?? '').words;
  const shared = new Set(reader.analyzer.read(subjectsIn(entry, text, asked, SHARED_WIDTHS).join(' ')).words);
  const isOfSubject = (one: Candidate): boolean => {
    const found = textOf(one.entry, language);
    return !one.hidden && one.entry.pack === entry.pack && found !== undefined && holds(found, narrow, reader);
  };
  const best = bestOf(tops, entry, isOneOf(text, question, reader));
  const found = best && isOfSubject(best) ? textOf(best.entry, language) : undefined;
  return {
    // "What?" may be mere surprise: a bare question word gets offers, but no answer.
    candidate: found && !isBare(question, reader) && !isAnotherCase(found, text, shared, reader) ? best : undefined,
    offers: mayBeOffered(question, tops, reader)
      ? offersIn(tops)
          .filter((one) => isOfSubject(one) && (one.entry.id !== entry.id || !isSaid(text, question, reader)))
          .slice(0, MOST_OFFERED)
      : [],
  };
}

/** Removed, or the words added after it would be read as a sentence of their own. */
const ENDING = /[\p{P}\p{S}\s]+$/u;

/**
 * The entry found with every name of the subject, surely with at least one; normally not the entry given before.
 * @param tops for each name, from the shortest to all that the title says.
 * @param isAskedAgain whether the question repeats a heading of the entry given before: only then may that be given
 * again
 */
function bestOf(tops: readonly Top[], { id }: Entry, isAskedAgain: boolean): Top | undefined {
  if (tops.some(({ unknown }) => unknown.length > 0)) return undefined;
  const full = tops.at(-1);
  if (isAskedAgain && full?.isSure && full.entry.id === id) return full;
  const others = tops.filter(({ entry }) => entry.id !== id);
  const [best] = (others.some(({ isSure }) => isSure) ? others : tops)
    .filter(({ isSure }) => isSure)
    .sort((a, b) => b.confidence - a.confidence);
  if (!best || others.some(({ entry }) => entry.id !== best.entry.id)) return undefined;
  return best.entry.id !== id || isAskedAgain ? best : undefined;
}

/**
 * Whether there may be offers. A question that refers to nothing said before could be about anything, so all its words
 * must be known, and one entry sure.
 */
function mayBeOffered(question: string, tops: readonly Top[], reader: LanguageReader): boolean {
  const { analyzer } = reader;
  const { words } = analyzer.read(question);
  if (words.some(analyzer.isPointing) || isBare(question, reader)) return true;
  return (
    words.some((word) => analyzer.weightOf(word) > 0) &&
    tops.some(({ isSure }) => isSure) &&
    tops.every(({ unknown }) => unknown.length === 0)
  );
}

/** Each entry once, with its highest confidence; the surest first. */
function offersIn(tops: readonly Top[]): Candidate[] {
  const all = tops
    .filter(({ confidence }) => confidence >= UNSURE)
    .flatMap(({ candidates }) => candidates.filter(({ confidence }) => confidence >= RUNNER_UP))
    .sort((a, b) => b.confidence - a.confidence);
  return all.filter(({ entry }, at) => all.findIndex((one) => one.entry.id === entry.id) === at);
}

/**
 * Whether a question with a sure answer of its own may still be about the entry before it: it has a pronoun or few
 * words, names nothing of its own answer's subject, and that answer does not mention the subject before.
 */
export function leansOn(before: Entry, own: Entry, asked: FollowUpQuestion): boolean {
  const { question, language } = asked;
  const [text, found, reader] = [textOf(before, language), textOf(own, language), readerIn(asked)];
  if (!text || !found || before.id === own.id || !asksOn(question, text, reader)) return false;
  const { weightOf, isPointing, conceptsOf, read } = reader.analyzer;
  const { words } = read(question);
  const [points, told] = [words.some(isPointing), words.filter((word) => weightOf(word) === 1)];
  if (!points && told.length > 1 && words.length > MOST_OF_LITTLE) return false;
  const itsSubjects = subjectsIn(own, found, asked);
  // A word from the title's end says which entry is meant, but not what a pronoun beside it refers to.
  const itsSubject = new Set(conceptsOf(read((points ? itsSubjects[0] : itsSubjects.at(-1)) ?? '').words));
  if (itsSubject.size === 0 || conceptsOf(words).some((concept) => itsSubject.has(concept))) return false;
  return !holds(found, read(subjectsIn(before, text, asked)[0] ?? '').words, reader);
}

/** Names of an entry's subject, from the shortest to all that the title says. */
function subjectsIn(
  entry: Entry,
  text: EntryText,
  { call, language }: FollowUpQuestion,
  widths?: readonly number[],
): string[] {
  const neighbours = [...call.community.knowledge().entries.values()]
    .filter(({ pack }) => pack === entry.pack)
    .flatMap((one) => textOf(one, language) ?? []);
  return subjectsOf(text, neighbours, readerIn({ call, language }).analyzer, widths);
}

/** Whether a text is only a question word, such as "why". */
function isBare(question: string, { formOf, analyzer }: LanguageReader): boolean {
  const { words } = analyzer.read(question);
  return formOf(question) === 'open' && words.every((word) => analyzer.weightOf(word) === 0);
}

/** Whether the bare question word is in none of the previous entry's headings: its answer has already said that. */
const isSaid = (before: EntryText, question: string, reader: LanguageReader): boolean =>
  isBare(question, reader) && !holdsAll(before, reader.analyzer.read(question).words, reader);

/** Whether a single heading has all the words. */
const holdsAll = ({ title, phrasings }: EntryText, words: readonly string[], { analyzer }: LanguageReader): boolean =>
  [title, ...phrasings].some((heading) => {
    const held = new Set(analyzer.read(heading).words);
    return words.every((word) => held.has(word));
  });

/** Whether a text asks something incomplete, and names nothing that the previous entry's headings lack. */
function asksOn(question: string, before: EntryText, reader: LanguageReader): boolean {
  const form = reader.formOf(question);
  const { analyzer } = reader;
  const { words, names } = analyzer.analyze(question);
  if (form === undefined || (words.length < 2 && !isBare(question, reader))) return false;
  if (form === 'yes-no' && !words.some((word) => analyzer.weightOf(word) === 1)) return false;
  return holds(
    before,
    [...names].filter((name) => analyzer.weightOf(name) > 0),
    reader,
  );
}

/** Whether the headings together have all the words. */
function holds(text: EntryText, words: readonly string[], { analyzer }: LanguageReader): boolean {
  const held = new Set([text.title, ...text.phrasings].flatMap((heading) => analyzer.read(heading).words));
  return words.every((word) => held.has(word));
}

/** Without the longest name: words that only the title has are not shared. */
const SHARED_WIDTHS = SUBJECT_WIDTHS.slice(0, -1);

/**
 * Whether a text may be about another country, year or the like than the previous one. A text that names none may be
 * about the case of the whole pack, but not about one that only the previous title names.
 * @param shared words of the subject that other entries use, too
 */
function isAnotherCase(
  found: EntryText,
  before: EntryText,
  shared: ReadonlySet<string>,
  reader: LanguageReader,
): boolean {
  const casesOf = ({ title }: EntryText) => [...reader.analyzer.analyze(title).cases];
  const cases = casesOf(before);
  return !holds(found, casesOf(found).length > 0 ? cases : cases.filter((one) => !shared.has(one)), reader);
}

/** Whether all words of the question that matter are in one of the text's headings. */
function isOneOf(text: EntryText, question: string, reader: LanguageReader): boolean {
  const { analyzer, leads } = reader;
  const { isAsking, isPointing, weightOf } = analyzer;
  const words = analyzer
    .read(question)
    .words.filter((word) => !isPointing(word) && !leads.has(word) && (weightOf(word) > 0 || isAsking(word)));
  if (!words.some((word) => weightOf(word) > 0)) return false;
  return holdsAll(text, words, reader);
}

const readerIn = ({ call, language }: Pick<FollowUpQuestion, 'call' | 'language'>): LanguageReader =>
  readerOf(languageOf(baseOf(language), call.services.languages));

const textOf = ({ texts }: Entry, language: string): EntryText | undefined =>
  [...texts.values()].find((text) => baseOf(text.language) === baseOf(language));

/** Words that the index of the best answer does not know: the question is about something else. */
const unknownIn = (findings: readonly LanguageFindings[], best: Candidate): readonly string[] =>
  findings.find(({ ranked: [first] }) => first?.id === best.entry.id)?.unknown ?? [];

/** For each word, the share of a text's headings that have it. */
type Shares = ReadonlyMap<string, number>;

/**
 * The subject of an entry: the words of its title that its other phrasings and its neighbours' headings keep using.
 * Given as several names, from few words to many, as people may mean either.
 * @param neighbours texts of the same pack and language.
 * @param widths how heavy a word must be for each name, as a share of the heaviest. Default: from the shortest name to
 * all that the title says
 */
export function subjectsOf(
  text: EntryText,
  neighbours: readonly EntryText[],
  analyzer: Analyzer,
  widths: readonly number[] = SUBJECT_WIDTHS,
): string[] {
  const own = sharesOf(text, analyzer);
  const step = Math.max(1, neighbours.length / MOST_NEIGHBOURS);
  const others = neighbours
    .filter((one, at) => one !== text && Math.floor(at / step) !== Math.floor((at - 1) / step))
    .map((one) => sharesOf(one, analyzer));
  const spread = (word: string): number =>
    others.reduce((sum, shares) => sum + (shares.get(word) ?? 0), 0) / Math.max(1, others.length);
  const { surface, words } = analyzer.read(text.title);
  const weighed = words.map((word, at) => ({
    word,
    written: surface[at] ?? word,
    weight: (own.get(word) ?? 0) * (OWN_NAME + spread(word)),
  }));
  const most = Math.max(0, ...weighed.map(({ weight }) => weight));
  const subjects = widths.map((width) => {
    const told = weighed.filter(
      ({ word, weight }, at) => weight > 0 && weight >= width * most && words.indexOf(word) === at,
    );
    return told.map(({ written }) => written).join(' ');
  });
  return [...new Set(subjects)].filter((subject) => subject !== '');
}

/** Kept until a text changes: every follow-up needs those of all neighbours. */
const SHARES = new WeakMap<EntryText, Shares>();

function sharesOf(text: EntryText, analyzer: Analyzer): Shares {
  const known = SHARES.get(text) ?? readShares(text, analyzer);
  SHARES.set(text, known);
  return known;
}

function readShares({ title, phrasings }: EntryText, { read, weightOf }: Analyzer): Shares {
  const headings = [title, ...phrasings]
    .slice(0, MOST_HEADINGS)
    .map((heading) => new Set(read(heading).words.filter((word) => weightOf(word) === 1)));
  const counts = new Map<string, number>();
  for (const word of headings.flatMap((words) => [...words])) counts.set(word, (counts.get(word) ?? 0) + 1);
  return new Map([...counts].map(([word, count]) => [word, count / headings.length]));
}
