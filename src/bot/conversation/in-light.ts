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
import type { Call } from '../command.ts';
import { type LanguageReader, readerOf } from './reader.ts';

/** A question that comes after an answer, and the language that it is read in. */
export interface FollowUpQuestion {
  readonly call: Pick<Call, 'community' | 'services'>;
  readonly question: string;
  readonly language: string;
}

/** Findings for a question once it names the subject of the answer before it. */
export interface Light {
  /** The entry that answers it; missing if none is sure. */
  readonly candidate: Candidate | undefined;
  /** Entries about the subject that may answer it, best first; empty if the question may be about another subject. */
  readonly offers: readonly Candidate[];
}

/** The best candidate for a question with one name of the subject, and those beside it. */
interface Top extends Candidate {
  readonly isSure: boolean;
  readonly unknown: readonly string[];
  readonly candidates: readonly Candidate[];
}

/** Reads a question with each name of an entry's subject; undefined if it does not ask for more about that. */
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
    // "What?" may be mere surprise: a single word gets offers, but no direct answer.
    candidate: found && !isBare(question, reader) && !isAnotherCase(found, text, shared, reader) ? best : undefined,
    offers: mayBeOffered(question, tops, reader)
      ? offersIn(tops)
          .filter((one) => isOfSubject(one) && (one.entry.id !== entry.id || !isSaid(text, question, reader)))
          .slice(0, MOST_OFFERED)
      : [],
  };
}

/** Punctuation at the end, as text added after it would be read as a sentence by itself. */
const ENDING = /[\p{P}\p{S}\s]+$/u;

/**
 * The entry that all names of the subject find, whether sure or not, beside the one that was given before.
 * @param tops for each name, from the barest to all that the title tells. @param isAskedAgain whether the question says
 * what a heading of that one says: given again it is only to who asks for that.
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
 * A question without a reference to something said before may be about anything, unless all its words are known and an
 * entry is certain.
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

/** Each entry once, as sure as it is with any name of the subject; the surest first. */
function offersIn(tops: readonly Top[]): Candidate[] {
  const all = tops
    .filter(({ confidence }) => confidence >= UNSURE)
    .flatMap(({ candidates }) => candidates.filter(({ confidence }) => confidence >= RUNNER_UP))
    .sort((a, b) => b.confidence - a.confidence);
  return all.filter(({ entry }, at) => all.findIndex((one) => one.entry.id === entry.id) === at);
}

/**
 * Whether a question that an entry answers by itself may yet be about the one before: it points to something or says
 * little, names nothing of that entry's subject, and that entry does not speak of the subject before.
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
  // A word that only its title tells says which entry is meant, but not what a pronoun beside it means.
  const itsSubject = new Set(conceptsOf(read((points ? itsSubjects[0] : itsSubjects.at(-1)) ?? '').words));
  if (itsSubject.size === 0 || conceptsOf(words).some((concept) => itsSubject.has(concept))) return false;
  return !holds(found, read(subjectsIn(before, text, asked)[0] ?? '').words, reader);
}

/** Names of an entry's subject, from the barest to all that its title tells. */
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

/** Whether a text is nothing but a word that asks, such as "why". */
function isBare(question: string, { formOf, analyzer }: LanguageReader): boolean {
  const { words } = analyzer.read(question);
  return formOf(question) === 'open' && words.every((word) => analyzer.weightOf(word) === 0);
}

/** Whether a bare word asks for what the entry before was asked for by none of its headings: then it was said. */
const isSaid = (before: EntryText, question: string, reader: LanguageReader): boolean =>
  isBare(question, reader) && !holdsAll(before, reader.analyzer.read(question).words, reader);

/** Whether one heading of a text holds all of the words. */
const holdsAll = ({ title, phrasings }: EntryText, words: readonly string[], { analyzer }: LanguageReader): boolean =>
  [title, ...phrasings].some((heading) => {
    const held = new Set(analyzer.read(heading).words);
    return words.every((word) => held.has(word));
  });

/** Whether a text asks something that it does not say in full, and names nothing but what the entry before names. */
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

/** Whether a text's headings hold all of the words, one here, one there. */
function holds(text: EntryText, words: readonly string[], { analyzer }: LanguageReader): boolean {
  const held = new Set([text.title, ...text.phrasings].flatMap((heading) => analyzer.read(heading).words));
  return words.every((word) => held.has(word));
}

/** For names that a pack's entries share: all headings without the words that only the title has. */
const SHARED_WIDTHS = SUBJECT_WIDTHS.slice(0, -1);

/**
 * Whether a text may be about another country, year or the like than the text before. One that names none may be about
 * that of the whole pack, but not about one that the title before alone tells.
 * @param shared words of the subject that other entries use, too.
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

/** Whether a question contains one of the text's headings. */
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

/** Words of the question that the index of its best answer does not know: it is about something else. */
const unknownIn = (findings: readonly LanguageFindings[], best: Candidate): readonly string[] =>
  findings.find(({ ranked: [first] }) => first?.id === best.entry.id)?.unknown ?? [];

/** A text's share of headings that have a word. */
type Shares = ReadonlyMap<string, number>;

/**
 * The subject of an entry: those words of its title that its other phrasings, and its neighbours' headings, keep using.
 * As people may have meant it: in few words and in more, each once.
 * @param neighbours texts of the same pack and language. @param widths shares of the heaviest word's weight, for each
 * name. Default: from the barest name to all that the title tells
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

/** Asked for every neighbour whenever an entry is followed up on, and the same until texts change. */
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
