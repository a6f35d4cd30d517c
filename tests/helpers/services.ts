import { createHash } from 'node:crypto';
import { commands } from '../../commands/index.ts';
import { speakers } from '../../src/bot/answers/messages.ts';
import { directly } from '../../src/bot/attempt.ts';
import type { Call } from '../../src/bot/command.ts';
import { openCommunities } from '../../src/bot/community/communities.ts';
import { createCounter } from '../../src/bot/community/counting.ts';
import { createErased } from '../../src/bot/community/erased.ts';
import { createConversations } from '../../src/bot/conversation/follow-up.ts';
import { createHeldLines } from '../../src/bot/conversation/held-lines.ts';
import type { Incoming } from '../../src/bot/conversation/incoming.ts';
import { createLearning } from '../../src/bot/learning/learning.ts';
import type { CheckCase, SharedKnowledge } from '../../src/bot/ports/knowledge.ts';
import { type Store, StoreError } from '../../src/bot/ports/store.ts';
import { keptQuestions } from '../../src/bot/questions/questions.ts';
import type { Services } from '../../src/bot/services.ts';
import type { Entry } from '../../src/core/entry/entry.ts';
import { languageDetector } from '../../src/core/language/detect.ts';
import type { Library } from '../../src/core/search/library.ts';
import { editor } from '../../src/knowledge/export/entry-text.ts';
import { type Locales, readLocales } from '../../src/knowledge/languages/locales.ts';
import { openStore } from '../../src/store/index.ts';
import { libraryOf } from './library.ts';
import { type AnyRespond, botOf } from './replies.ts';

let shipped: Promise<Locales> | undefined;
/** The languages of the repository. */
export const shippedLocales = (): Promise<Locales> => (shipped ??= readLocales('locales'));

export interface ServicesParts extends Partial<Services> {
  /** Built once for several tests. */
  readonly library?: Library;
  readonly checks?: readonly CheckCase[];
}

/** Services over a few entries of the pack `test`, on a fixed day, with a store in memory. */
export async function servicesOf(entries: readonly Entry[], parts: ServicesParts = {}): Promise<Services> {
  const { library: built, checks = [], ...given } = parts;
  const { languages, background, messages } = await shippedLocales();
  const library = built ?? libraryOf(entries, { languages, background });
  const packs = [
    { name: 'test', title: { en: 'Test' }, defaultLanguage: 'en', sources: { handbook: { title: 'Handbook' } } },
  ];
  const shared: SharedKnowledge = {
    library,
    changed: [],
    gone: new Set(),
    entries: library.entries,
    packs,
    checks,
    version: 1,
  };
  const store = given.store ?? (await openStore('sqlite::memory:'));
  const knowledge = given.knowledge ?? {
    current: () => shared,
    learning: () => ({ isLearning: false }),
    reload: async () => ({ kind: 'unchanged' as const }),
    refused: () => [],
    fileOf: async () => undefined,
  };
  const effective = { editor, languages, background, defaultLanguage: 'en' };
  const now = given.now ?? (() => '2026-11-25T12:00:00.000Z');
  let codes = 0;
  const questions = given.questions ?? keptQuestions({ store, languages, now, onError: unlessClosed });
  return {
    knowledge,
    store,
    attempt: directly(store),
    communities: await openCommunities(store, knowledge.current, effective),
    counter: createCounter(store, now, unlessClosed),
    conversations: createConversations({ now }),
    heldLines: createHeldLines(
      () => Date.parse(now()),
      (ms, work) => {
        const timer = setTimeout(work, ms).unref();
        return () => clearTimeout(timer);
      },
    ),
    erased: createErased(),
    questions,
    learning: createLearning({ store, questions, now }),
    editor,
    effective,
    languages,
    commands,
    defaultLanguage: 'en',
    detect: languageDetector([...languages.values()]),
    speak: speakers(messages, languages, 'en'),
    diagnose: async () => [],
    subjects: () => ['bans', 'phones'],
    now,
    hash: (text) => createHash('sha256').update(text).digest('hex').slice(0, 32),
    code: () => `code${++codes}`,
    ...given,
  };
}

/** Tests close stores, or fill them, while something is still to be written. */
const unlessClosed = (error: unknown): void => {
  if (!(error instanceof StoreError)) throw error;
};

/** Another process over the same store: it knows what is there, and nothing else. */
export function reopened(services: Services, store: Store = services.store): Promise<Services> {
  const {
    communities: _,
    counter: __,
    questions: ___,
    learning: _____,
    conversations: ____,
    heldLines: _6,
    ...rest
  } = services;
  return servicesOf([], { ...rest, attempt: directly(store), store, library: services.knowledge.current().library });
}

export const PLACE = { platform: 'test', id: 'here' };

export async function callOf(services: Services, argument = '', parts: Partial<Call> = {}): Promise<Call> {
  return callIn(await services.communities.of(parts.place ?? PLACE), services, argument, parts);
}

export function callIn(
  community: Call['community'],
  services: Services,
  argument = '',
  parts: Partial<Call> = {},
): Call {
  const language = parts.language ?? 'en';
  return {
    services,
    person: 'p',
    place: PLACE,
    community,
    argument,
    options: {},
    language,
    say: services.speak(language),
    addressed: true,
    isModerator: async () => false,
    ...parts,
  };
}

/** Says something as a moderator in a place. @returns what the bot says. */
export function moderatorIn(
  services: Services,
  parts: Partial<Incoming> = {},
): (text: string, more?: Partial<Incoming>) => ReturnType<AnyRespond> {
  const respond = botOf(services);
  return (text, more) =>
    respond({
      person: 'test:moderator',
      place: PLACE,
      addressed: true,
      isModerator: async () => true,
      text,
      ...parts,
      ...more,
    });
}
