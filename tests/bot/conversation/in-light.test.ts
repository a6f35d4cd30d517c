import { beforeEach, describe, expect, it } from 'vitest';
import type { Call } from '../../../src/bot/command.ts';
import type { Community } from '../../../src/bot/community/community.ts';
import { followUp, noteAnswer } from '../../../src/bot/conversation/follow-up.ts';
import type { Services } from '../../../src/bot/services.ts';
import type { RankFeatures } from '../../../src/core/ranking/features.ts';
import type { EngineAnswer } from '../../../src/core/search/engine.ts';
import type { LanguageFindings } from '../../../src/core/search/search.ts';
import { entryOf, textOf } from '../../helpers/entries.ts';
import { callIn, PLACE, servicesOf } from '../../helpers/services.ts';

const BAN = entryOf(
  'questions/why-banned',
  textOf('en', 'Why did China ban Zorvex?', [
    'zorvex ban reason',
    'zorvex forbidden in china',
    'what does china have against zorvex',
  ]),
);
const WHEN = entryOf(
  'questions/since-when',
  textOf('en', 'Since when is Zorvex banned?', ['zorvex ban date']),
  textOf('es', '¿Desde cuándo está prohibido Zorvex?'),
);
const WHO = entryOf(
  'questions/who',
  textOf('en', 'Who uses Zorvex in China?', ['zorvex in china']),
  textOf('es', '¿Quién usa Zorvex?'),
);
const OTHER = entryOf('questions/kelpin', textOf('en', 'Since when is Kelpin sold?'));
const ENTRIES = [BAN, WHEN, WHO, OTHER];

const found = (entry: (typeof ENTRIES)[number], kind: EngineAnswer['kind'] = 'sure'): EngineAnswer => ({
  kind,
  candidates: [{ entry, language: 'en', confidence: kind === 'sure' ? 0.9 : 0.5 }],
  findings: [],
});
const unsure = (entry: (typeof ENTRIES)[number]) => ({ entry, language: 'en', confidence: 0.5 });
/** Found by the words of a phrasing itself. */
const EXACT: LanguageFindings = {
  language: 'en',
  words: [],
  smallTalk: [],
  corrected: [],
  unknown: [],
  features: undefined,
  confidence: 1,
  ranked: [{ entry: 0, id: OTHER.id, score: 1, commonScore: 1, nearest: 1, sparsity: 0, features: {} as RankFeatures }],
};
const NOTHING: EngineAnswer = { kind: 'unknown', candidates: [], findings: [] };

let services: Services;
let community: Community;
/** What the engine says to a question, by language and words. */
let said: Record<string, EngineAnswer>;
const call = (parts: Partial<Call> = {}): Call => {
  const asked = {
    ...community,
    answer: (question: string, language: string) => said[`${language} ${question}`] ?? NOTHING,
  };
  return callIn(asked, services, '', parts);
};

beforeEach(async () => {
  services = await servicesOf(ENTRIES);
  community = await services.communities.of(PLACE);
});

describe('a question in the light of an entry', () => {
  it('is answered only if it is more than just sure, for what it is about is a guess, too', () => {
    noteAnswer(call(), BAN);
    const found = (confidence: number): EngineAnswer => ({
      kind: 'sure',
      candidates: [{ entry: WHEN, language: 'en', confidence }],
      findings: [],
    });
    const candidateAt = (confidence: number) => {
      said = { 'en since when zorvex': found(confidence), 'en since when china ban zorvex': found(confidence) };
      return followUp(call(), 'since when?', NOTHING)?.candidate;
    };
    expect([candidateAt(0.8)?.entry, candidateAt(0.86)?.entry]).toEqual([undefined, WHEN]);
  });

  it('is what it says and the subject, in each of its forms, without a mark between', () => {
    noteAnswer(call(), BAN);
    said = { 'en since when zorvex': found(WHEN), 'en since when china ban zorvex': found(WHEN) };
    expect(followUp(call(), 'since when?', NOTHING)).toMatchObject({
      candidate: { entry: WHEN },
      language: 'en',
      after: BAN.id,
    });
    said = { 'en since when? zorvex': found(WHEN), 'en since when? china ban zorvex': found(WHEN) };
    expect(followUp(call(), 'since when?', NOTHING)?.candidate).toBeUndefined();
  });

  it('is left alone where the forms of the subject find different entries', () => {
    noteAnswer(call(), BAN);
    said = { 'en since when zorvex': found(WHEN), 'en since when china ban zorvex': found(WHO, 'unsure') };
    expect(followUp(call(), 'since when?', NOTHING)?.candidate).toBeUndefined();
    said = { 'en since when zorvex': found(WHEN), 'en since when china ban zorvex': found(BAN, 'unsure') };
    expect(followUp(call(), 'since when?', NOTHING)?.candidate?.entry).toBe(WHEN);
  });

  it('is left alone where what is found is not sure, or is about another subject', () => {
    noteAnswer(call(), BAN);
    said = { 'en since when zorvex': found(WHEN, 'unsure'), 'en since when china ban zorvex': found(WHEN, 'unsure') };
    expect(followUp(call(), 'since when?', NOTHING)?.candidate).toBeUndefined();
    said = { 'en since when zorvex': found(OTHER), 'en since when china ban zorvex': found(OTHER) };
    expect(followUp(call(), 'since when?', NOTHING)?.candidate).toBeUndefined();
  });

  it('follows up on the same entry as before when it comes again', () => {
    noteAnswer(call(), WHO, BAN.id);
    said = { 'en who exactly then zorvex': found(WHO), 'en who exactly then china ban zorvex': found(WHO) };
    expect(followUp(call(), 'who exactly then?', NOTHING)).toMatchObject({ candidate: { entry: WHO }, after: BAN.id });
    noteAnswer(call(), WHO);
    expect(followUp(call(), 'who exactly then?', NOTHING)?.candidate).toBeUndefined();
  });

  it('is read in the language of the conversation where it may be in it', () => {
    noteAnswer(call({ language: 'es' }), WHO);
    said = { 'es desde cuando zorvex': found(WHEN) };
    const written = (languages: readonly string[], sure = false) =>
      call({ services: { ...services, detect: () => ({ languages, sure }) } });
    expect(followUp(written(['en', 'es']), 'desde cuando?', NOTHING)?.language).toBe('es');
    expect(followUp(written(['en']), 'desde cuando?', NOTHING)?.candidate).toBeUndefined();
    expect(followUp(written(['en'], true), 'desde cuando?', NOTHING)?.candidate).toBeUndefined();
  });

  it('is left alone where what is found is about another country', async () => {
    const italy = entryOf('questions/italy', textOf('en', 'Why did Italy ban Zorvex?', ['zorvex ban in italy']));
    const finds = (entry: typeof BAN) => {
      const subjects = ['zorvex', 'china ban zorvex', 'italy ban zorvex'];
      said = Object.fromEntries(subjects.map((subject) => [`en since when ${subject}`, found(entry)]));
    };
    services = await servicesOf([...ENTRIES, italy]);
    community = await services.communities.of(PLACE);
    finds(italy);
    noteAnswer(call(), BAN);
    expect(followUp(call(), 'since when?', NOTHING)).toMatchObject({
      candidate: undefined,
      offers: [{ entry: italy }],
    });
    // What names no country is about that of the whole pack.
    finds(WHEN);
    expect(followUp(call(), 'since when?', NOTHING)?.candidate?.entry).toBe(WHEN);
    noteAnswer(call(), italy);
    expect(followUp(call(), 'since when?', NOTHING)).toMatchObject({ candidate: undefined, offers: [{ entry: WHEN }] });
  });

  it('is offered the entries of the subject if none is sure', () => {
    noteAnswer(call(), BAN);
    const both: EngineAnswer = { kind: 'unsure', candidates: [OTHER, WHO].map(unsure), findings: [] };
    said = { 'en who told them zorvex': both, 'en who told them china ban zorvex': both };
    const ids = (question: string) => followUp(call(), question, NOTHING)?.offers.map(({ entry }) => entry.id);
    expect(ids('who told them?')).toEqual([WHO.id]);
    said = { 'en who told lars zorvex': both, 'en who told lars china ban zorvex': both };
    expect(ids('who told lars?')).toEqual([]);
  });

  it('is none if it names the subject of its own answer, or that speaks of the subject before', () => {
    noteAnswer(call(), BAN);
    said = { 'en since when is it so zorvex': found(WHEN), 'en since when is it so china ban zorvex': found(WHEN) };
    expect(followUp(call(), 'since when is it so?', found(OTHER))?.candidate?.entry).toBe(WHEN);
    expect(followUp(call(), 'since when is kelpin sold?', found(OTHER))).toBeUndefined();
    expect(followUp(call(), 'since when is it so?', found(WHO))).toBeUndefined();
    expect(followUp(call(), 'since when is it so?', { ...found(OTHER), findings: [EXACT] })).toBeUndefined();
  });
});
