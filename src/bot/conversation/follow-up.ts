import { LRUCache } from 'lru-cache';
import { FOLLOW_UP_MS } from '../../core/calibration/policy.ts';
import type { Entry } from '../../core/entry/entry.ts';
import { isExactMatch } from '../../core/ranking/rank.ts';
import type { EngineAnswer } from '../../core/search/engine.ts';
import { baseOf, type LanguageData, languageOf } from '../../core/text/language.ts';
import type { Call } from '../command.ts';
import { type FollowUpQuestion, inLightOf, type Light, leansOn } from './in-light.ts';
import { keyOfPlace, privatePlace } from './place.ts';
import { readerOf } from './reader.ts';

/** A question, read in the light of the answer before it. */
export interface FollowUp extends Light {
  /** The language that it was read in: that of the conversation. */
  readonly language: string;
  /** Id of the entry that it follows up on. */
  readonly after: string;
}

/**
 * Reads a question as a follow-up to the answer replied to, else to the last one in the conversation; undefined if it
 * is no follow-up, or clear by itself.
 * @param own the question's result by itself
 */
export function followUp(call: Call, question: string, own: EngineAnswer): FollowUp | undefined {
  // Several that are each sure need nothing from before.
  if (own.findings.some(({ isOfSeveral }) => isOfSeveral)) return undefined;
  const focus = focusOf(call);
  const entry = focus && call.community.knowledge().entries.get(focus.entry);
  if (!focus || !entry) return undefined;
  const asked = { call, question, language: readIn(call, focus, question) };
  if (own.kind === 'sure' && !isUnclear(entry, own, asked)) return undefined;
  const before = focus.after === undefined ? undefined : call.community.knowledge().entries.get(focus.after);
  // A question asked once more, as after an edit, was a follow-up to the answer before its own.
  const again = before && inLightOf(before, asked);
  const isAgain = again?.candidate?.entry.id === entry.id;
  const light = isAgain ? again : inLightOf(entry, asked);
  return light && { ...light, language: asked.language, after: isAgain && before ? before.id : entry.id };
}

/** Whether a question that is sure by itself may be about the entry before; one in an entry's very words is not. */
const isUnclear = (before: Entry, { candidates: [best], findings }: EngineAnswer, asked: FollowUpQuestion): boolean =>
  best !== undefined &&
  !best.hidden &&
  !findings.some(({ ranked }) => isExactMatch(ranked)) &&
  leansOn(before, best.entry, asked);

/** Records that an entry was given, as the next question may be about it. */
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

/**
 * The entry that is talked about: that of the answer replied to, else the last one in the conversation; and the
 * language in which something said about it is read.
 */
export function entryBefore(
  call: Call,
  said: string,
): { readonly entry: Entry; readonly language: string } | undefined {
  const focus = focusOf(call);
  const entry = focus && call.community.knowledge().entries.get(focus.entry);
  return entry && { entry, language: readIn(call, focus, said) };
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
  const { sure, languages, isRomanized } = services.detect(said);
  const [tag = language] = sure ? languages : [];
  const read = languageOf(baseOf(tag), services.languages);
  return readerOf(read).formOf(isRomanized ? inOwnLetters(said, read) : said) !== undefined;
}

/** Everyday words of a language that is written in Latin letters for once, put into its own. */
const inOwnLetters = (said: string, { inLatin }: LanguageData): string =>
  said.toLowerCase().replace(/[a-z0-9]+/g, (word) => inLatin?.words[word] ?? word);

/** Private chats have room of their own for conversations, whatever community they ask. */
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

/** The result of a question: by itself, and in the conversation that it is asked in. */
export interface Look extends Pick<EngineAnswer, 'kind' | 'candidates'> {
  /** By itself. */
  readonly answer: EngineAnswer;
  /** Result as a follow-up to the previous answer. Default: the question is no follow-up, or clear by itself. */
  readonly after?: FollowUp;
}

/**
 * The single search for a question, on which both the answer and its explanation are based. Repeated right after its
 * answer, a follow-up is still read in the context of the previous answer.
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

/** One person, talking to the bot in one place. */
export interface Conversation {
  /** Id of the community. */
  readonly community: string;
  /** Part of a community: a place, with its channel and thread. */
  readonly spot: string;
  /** Keyed hash. */
  readonly person: string;
}

/** Subject of a conversation: the entry that was given last. Neither the question's nor the answer's text is stored. */
export interface Focus {
  /** Id of the entry. */
  readonly entry: string;
  readonly pack: string;
  /** In which it was asked for: a BCP 47 tag. */
  readonly language: string;
  /** Id of the entry that it followed up on, if it did. */
  readonly after?: string;
}

/** Remembers the subjects of conversations for a short time, in this process only. */
export interface Conversations {
  readonly note: (conversation: Conversation, focus: Focus) => void;
  /** Nothing if the last answer is more than five minutes old. */
  readonly of: (conversation: Conversation) => Focus | undefined;
  readonly forget: (conversation: Conversation) => void;
  /** Everything that is remembered of a person. */
  readonly ofPerson: (person: string) => readonly (Omit<Conversation, 'person'> & Focus & { readonly at: string })[];
  readonly erase: (person: string) => void;
}

export interface ConversationsOptions {
  /** The current moment: ISO 8601 in UTC. */
  readonly now: () => string;
  /** Conversations that are remembered; beyond, the one that was silent longest is forgotten. Default: 10,000. */
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
