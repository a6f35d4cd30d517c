import { MOST_HEADINGS, MOST_NEIGHBOURS, OWN_NAME, SUBJECT_WIDTHS } from '../../core/calibration/policy.ts';
import type { Entry, EntryText } from '../../core/entry/entry.ts';
import type { Candidate } from '../../core/search/pool.ts';
import type { Finding } from '../../core/search/search.ts';
import { type Analyzer, analyzer } from '../../core/text/analyze.ts';
import { baseOf, type LanguageData, languageOf } from '../../core/text/language.ts';
import { type QuestionForm, questionForm } from '../../core/text/question-form.ts';
import type { Call } from '../command.ts';
import type { Conversation, Focus } from './conversations.ts';
import { keyOfPlace, privatePlace } from './place.ts';

/** A question, read in the light of the answer before it. */
export interface FollowUp {
  readonly candidate: Candidate;
  /** The language that it was read in: that of the conversation. */
  readonly language: string;
  /** Id of the entry that it follows up on. */
  readonly after: string;
}

/**
 * Reads a question that is not sure by itself as a follow-up to the answer replied to, else to the last one in the
 * conversation.
 */
export function followUp(call: Call, question: string): FollowUp | undefined {
  const focus = focusOf(call);
  const entry = focus && call.community.knowledge().entries.get(focus.entry);
  if (!focus || !entry) return undefined;
  const language = readIn(call, focus, question);
  const before = focus.after === undefined ? undefined : call.community.knowledge().entries.get(focus.after);
  // A question asked once more, as after an edit, was a follow-up to the answer before its own.
  const again = before && inLightOf(before, call, question, language);
  const candidate = again?.entry.id === entry.id ? again : inLightOf(entry, call, question, language);
  return candidate && { candidate, language, after: candidate === again && before ? before.id : entry.id };
}

/** Notes that an entry was given: what is asked next may be about it. */
export function noteAnswer(call: Call, { id, pack }: Entry, after?: string): void {
  void call.services.attempt.afterCommit(() =>
    call.services.conversations.note(conversationOf(call), { entry: id, pack, language: call.language, after }),
  );
}

/** Words in between that are more than thanks lead away from the answer before. */
export function noteOther(call: Call, said: string): void {
  const { analyzer } = readerOf(languageOf(baseOf(call.language), call.services.languages));
  if (!analyzer.analyze(said).isSmallTalk)
    void call.services.attempt.afterCommit(() => call.services.conversations.forget(conversationOf(call)));
}

/** Whether the person has been answered a moment ago, here. */
export const isAnswered = (call: Call): boolean => call.services.conversations.of(conversationOf(call)) !== undefined;

/** Whether a text is nothing but small talk, or has no words at all: after an answer it is thanks. */
export function asksNothing(call: Call, said: string): boolean {
  const { surface, isSmallTalk } = readerOf(
    languageOf(baseOf(call.language), call.services.languages),
  ).analyzer.analyze(said);
  return isSmallTalk || surface.length === 0;
}

/** Whether a text is a question by its form, in the language of the answer or one that it may be written in. */
export function isQuestion({ services, language }: Pick<Call, 'services' | 'language'>, said: string): boolean {
  const { sure, languages } = services.detect(said);
  const read = sure ? languages.slice(0, 1) : [language];
  return read.some((tag) => readerOf(languageOf(baseOf(tag), services.languages)).formOf(said) !== undefined);
}

/** A private chat shares the room for conversations with nobody, whatever community it asks. */
function conversationOf({ community, place, thread, person }: Call): Conversation {
  const home = place.isPrivate ? keyOfPlace(privatePlace(place.platform, person)) : community.id;
  return { community: home, spot: JSON.stringify([keyOfPlace(place), place.channel, thread]), person };
}

function focusOf(call: Call): Focus | undefined {
  const { about, community, language } = call;
  if (!about) return call.services.conversations.of(conversationOf(call));
  const entry = community.knowledge().entries.get(about.entry);
  return entry && { entry: entry.id, pack: entry.pack, language };
}

/** Few words seldom tell their language: that of the conversation, if they may be in it. */
function readIn({ services, language }: Call, focus: Focus, question: string): string {
  const { sure, languages } = services.detect(question);
  return !sure && languages.includes(focus.language) ? focus.language : language;
}

/** Findings for the question once it names the entry's subject: sure ones, and with any words for the subject. */
function inLightOf(entry: Entry, call: Call, question: string, language: string): Candidate | undefined {
  const { community, services } = call;
  const base = baseOf(language);
  const text = textOf(entry, base);
  const reader = readerOf(languageOf(base, services.languages));
  if (!text || !asksOn(question, text, reader)) return undefined;
  const neighbours = [...community.knowledge().entries.values()]
    .filter(({ pack }) => pack === entry.pack)
    .flatMap((one) => textOf(one, base) ?? []);
  const subjects = subjectsOf(text, neighbours, reader.analyzer);
  const answers = subjects.map((subject) => community.answer(`${question.replace(ENDING, '')} ${subject}`, language));
  const tops = answers.flatMap(({ kind, candidates: [first], findings }) =>
    first ? [{ ...first, isSure: kind === 'sure', unknown: unknownIn(findings, first) }] : [],
  );
  const others = tops.filter((top) => top.entry.id !== entry.id);
  const [best] = (others.some(({ isSure }) => isSure) ? others : tops)
    .filter(({ isSure }) => isSure)
    .sort((a, b) => b.confidence - a.confidence);
  if (!best || best.hidden || best.entry.pack !== entry.pack) return undefined;
  if (tops.some(({ unknown }) => unknown.length > 0) || others.some((top) => top.entry.id !== best.entry.id))
    return undefined;
  const found = textOf(best.entry, base);
  if (!found || !holds(found, reader.analyzer.read(subjects[0] ?? '').words, reader)) return undefined;
  return best.entry.id !== entry.id || isOneOf(found, question, reader) ? best : undefined;
}

/** Marks at the end: what follows them would be read as a sentence by itself. */
const ENDING = /[\p{P}\p{S}\s]+$/u;

/** Whether a text asks something that it does not say in full, and names nothing but what the entry before names. */
function asksOn(question: string, before: EntryText, reader: Reader): boolean {
  const form = reader.formOf(question);
  const { analyzer } = reader;
  const { words, names } = analyzer.analyze(question);
  if (form === undefined || words.length < 2) return false;
  if (form === 'yes-no' && !words.some((word) => analyzer.weightOf(word) === 1)) return false;
  return holds(
    before,
    [...names].filter((name) => analyzer.weightOf(name) > 0),
    reader,
  );
}

/** Whether a text's headings hold all of the words, one here, one there. */
function holds(text: EntryText, words: readonly string[], { analyzer }: Reader): boolean {
  const held = new Set([text.title, ...text.phrasings].flatMap((heading) => analyzer.read(heading).words));
  return words.every((word) => held.has(word));
}

/**
 * Whether a question says what one of the text's headings says: the same entry is given again only to who asked for
 * that.
 */
function isOneOf({ title, phrasings }: EntryText, question: string, { analyzer, leads }: Reader): boolean {
  const words = analyzer.read(question).words.filter((word) => !analyzer.isPointing(word) && !leads.has(word));
  if (!words.some((word) => analyzer.weightOf(word) > 0)) return false;
  return [title, ...phrasings]
    .map((heading) => new Set(analyzer.read(heading).words))
    .some((heading) => words.every((word) => heading.has(word)));
}

const textOf = ({ texts }: Entry, base: string): EntryText | undefined =>
  [...texts.values()].find(({ language }) => baseOf(language) === base);

/** Words of the question that the index of its best answer does not know: it is about something else. */
const unknownIn = (findings: readonly Finding[], best: Candidate): readonly string[] =>
  findings.find(({ ranked: [first] }) => first?.id === best.entry.id)?.unknown ?? [];

interface Reader {
  readonly analyzer: Analyzer;
  readonly formOf: (text: string) => QuestionForm | undefined;
  /** Stems of words that may come before a question, such as "and". */
  readonly leads: ReadonlySet<string>;
}

/** Built once for each language. */
const READERS = new WeakMap<LanguageData, Reader>();

function readerOf(language: LanguageData): Reader {
  const known = READERS.get(language);
  if (known) return known;
  const reading = analyzer(language);
  const leads = new Set((language.questionWords?.lead ?? []).flatMap((phrase) => reading.read(phrase).words));
  const reader = { analyzer: reading, formOf: questionForm(reading, language.questionWords), leads };
  READERS.set(language, reader);
  return reader;
}

/** A text's share of headings that have a word. */
type Shares = ReadonlyMap<string, number>;

/**
 * The subject of an entry: those words of its title that its other phrasings, and its neighbours' headings, keep using.
 * As people may have meant it: in few words and in more, each once.
 * @param neighbours texts of the same pack and language.
 */
export function subjectsOf(text: EntryText, neighbours: readonly EntryText[], analyzer: Analyzer): string[] {
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
  const subjects = SUBJECT_WIDTHS.map((width) => {
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
