import { LRUCache } from 'lru-cache';
import { FOLLOW_UP_MS } from '../../core/calibration/policy.ts';
import type { Entry } from '../../core/entry/entry.ts';
import { isExactMatch } from '../../core/ranking/rank.ts';
import type { EngineAnswer } from '../../core/search/engine.ts';
import { baseOf, type LanguageData, type LanguageTag, languageOf } from '../../core/text/language.ts';
import type { Call } from '../command.ts';
import type { Moment, PersonHash } from '../kinds.ts';
import { type FollowUpQuestion, inLightOf, type Light, leansOn } from './in-light.ts';
import { keyOfPlace, privatePlace } from './place.ts';
import { readerOf } from './reader.ts';

/** A question read in the context of the answer before it. */
export interface FollowUp extends Light {
  /** The language that it was read in: that of the conversation. */
  readonly language: string;
  /** Id of the entry that it follows up on. */
  readonly after: string;
}

/**
 * Reads a question as a follow-up to the answer it replies to, else to the last one in the conversation. Undefined if
 * it is no follow-up, or is clear by itself.
 * @param own the question's result by itself
 */
export function followUp(call: Call, question: string, own: EngineAnswer): FollowUp | undefined {
  // Several questions in one message that are each answered surely need no context.
  if (own.findings.some(({ isOfSeveral }) => isOfSeveral)) return undefined;
  const focus = focusOf(call);
  const entry = focus && call.community.knowledge().entries.get(focus.entry);
  if (!focus || !entry) return undefined;
  const asked = { call, question, language: readIn(call, focus, question) };
  if (own.kind === 'sure' && !isUnclear(entry, own, asked)) return undefined;
  const before = focus.after === undefined ? undefined : call.community.knowledge().entries.get(focus.after);
  // If a follow-up is asked again, as after an edit, it is about the answer before its own.
  const again = before && inLightOf(before, asked);
  const isAgain = again?.candidate?.entry.id === entry.id;
  const light = isAgain ? again : inLightOf(entry, asked);
  return light && { ...light, language: asked.language, after: isAgain && before ? before.id : entry.id };
}

/**
 * Whether a question with a sure answer may yet be about the entry before it. Not if it is an exact match of a heading.
 */
const isUnclear = (before: Entry, { candidates: [best], findings }: EngineAnswer, asked: FollowUpQuestion): boolean =>
  best !== undefined &&
  !best.hidden &&
  !findings.some(({ ranked }) => isExactMatch(ranked)) &&
  leansOn(before, best.entry, asked);

/** Remembers that an entry was given, because the next question may be about it. */
export function noteAnswer(call: Call, { id, pack }: Entry, after?: string): void {
  void call.services.attempt.afterCommit(() =>
    call.services.conversations.note(conversationOf(call), { entry: id, pack, language: call.language, after }),
  );
}

/** Ends the conversation's subject, unless what was said is only thanks or the like. */
export function noteOther(call: Call, said: string): void {
  const { analyzer } = readerOf(languageOf(baseOf(call.language), call.services.languages));
  if (!analyzer.analyze(said).isSmallTalk)
    void call.services.attempt.afterCommit(() => call.services.conversations.forget(conversationOf(call)));
}

/**
 * The entry under discussion, from the answer replied to, else the last in the conversation; and the language in which
 * to read what is said about it.
 */
export function entryBefore(
  call: Call,
  said: string,
): { readonly entry: Entry; readonly language: string } | undefined {
  const focus = focusOf(call);
  const entry = focus && call.community.knowledge().entries.get(focus.entry);
  return entry && { entry, language: readIn(call, focus, said) };
}

/** Whether the bot answered the person here in the last few minutes. */
export const isAnswered = (call: Call): boolean => call.services.conversations.of(conversationOf(call)) !== undefined;

/** Whether a text is only small talk, or has no words: after an answer that means thanks. */
export function asksNothing(call: Call, said: string): boolean {
  const { surface, isSmallTalk } = readerOf(
    languageOf(baseOf(call.language), call.services.languages),
  ).analyzer.analyze(said);
  return isSmallTalk || surface.length === 0;
}

/** Whether a text has the form of a question, in its own language or, if that is uncertain, in that of the answer. */
export function isQuestion({ services, language }: Pick<Call, 'services' | 'language'>, said: string): boolean {
  const { sure, languages, isRomanized } = services.detect(said);
  const [tag = language] = sure ? languages : [];
  const read = languageOf(baseOf(tag), services.languages);
  return readerOf(read).formOf(isRomanized ? inOwnLetters(said, read) : said) !== undefined;
}

/** Everyday words typed in Latin letters, in the language's own letters. */
const inOwnLetters = (said: string, { inLatin }: LanguageData): string =>
  said.toLowerCase().replace(/[a-z0-9]+/g, (word) => inLatin?.words[word] ?? word);

/** A private chat has its own conversations, whichever community answers in it. */
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

/** A short question may be in several languages; if the conversation's is one of them, that is taken. */
function readIn({ services, language }: Call, focus: Focus, question: string): string {
  const { sure, languages } = services.detect(question);
  return !sure && languages.includes(focus.language) ? focus.language : language;
}

/** The result of a question by itself and in its conversation. */
export interface Look extends Pick<EngineAnswer, 'kind' | 'candidates'> {
  /** By itself. */
  readonly answer: EngineAnswer;
  /** As a follow-up. Default: it is none, or is clear by itself. */
  readonly after?: FollowUp;
}

/**
 * Searches for a question; both the answer and its explanation use the result. If a follow-up is asked again right
 * after its answer, it is still read in the context of the answer before.
 */
export function lookAt(call: Call, question: string): Look {
  const answer = call.community.answer(question, call.language);
  const after = followUp(call, question, answer);
  if (!after) return { kind: answer.kind, candidates: answer.candidates, answer };
  const [first, rest] = [after.candidate ? [after.candidate] : [], [...after.offers, ...answer.candidates]];
  const all = [...first, ...rest];
  const candidates = all.filter(({ entry }, at) => all.findIndex((one) => one.entry.id === entry.id) === at);
  const isOffered = after.offers.length > 0 || answer.kind !== 'unknown';
  return { kind: after.candidate ? 'sure' : isOffered ? 'unsure' : 'unknown', candidates, answer, after };
}

/** One person talking to the bot in one place. */
export interface Conversation {
  readonly community: string;
  /** The place with its channel and thread. */
  readonly spot: string;
  readonly person: PersonHash;
}

/** The subject of a conversation: the entry given last. No text of question or answer is stored. */
export interface Focus {
  readonly entry: string;
  readonly pack: string;
  /** The language of the call. */
  readonly language: LanguageTag;
  /** Id of the entry that this one followed up on. Default: none. */
  readonly after?: string;
}

/** Remembers the subjects of conversations for a short time, in this process only. */
export interface Conversations {
  readonly note: (conversation: Conversation, focus: Focus) => void;
  /** Undefined if the last answer is more than five minutes old. */
  readonly of: (conversation: Conversation) => Focus | undefined;
  readonly forget: (conversation: Conversation) => void;
  /** Everything that is remembered of a person. */
  readonly ofPerson: (person: string) => readonly (Omit<Conversation, 'person'> & Focus & { readonly at: string })[];
  readonly erase: (person: string) => void;
}

export interface ConversationsOptions {
  readonly now: () => Moment;
  /** Beyond so many conversations, the one silent longest is forgotten. Default: 10,000. */
  readonly most?: number;
}

interface Kept {
  readonly conversation: Conversation;
  readonly focus: Focus;
  readonly at: string;
}

export function createConversations({ now, most: max = 10_000 }: ConversationsOptions): Conversations {
  const perf = { now: () => Date.parse(now()) };
  const known = new LRUCache<string, Kept>({ max, ttl: FOLLOW_UP_MS, ttlResolution: 0, perf });
  const ofPerson = (person: string): Kept[] =>
    [...known.rvalues()]
      .filter((kept) => kept !== undefined)
      .filter(({ conversation }) => conversation.person === person);
  const forget = (conversation: Conversation): void => void known.delete(keyOf(conversation));
  return {
    note: (conversation, focus) => void known.set(keyOf(conversation), { conversation, focus, at: now() }),
    of: (conversation) => known.get(keyOf(conversation))?.focus,
    forget,
    ofPerson: (person) =>
      ofPerson(person).map(({ conversation: { community, spot }, focus, at }) => ({ community, spot, ...focus, at })),
    erase: (person) => {
      for (const { conversation } of ofPerson(person)) forget(conversation);
    },
  };
}

const keyOf = ({ community, spot, person }: Conversation): string => JSON.stringify([community, spot, person]);
