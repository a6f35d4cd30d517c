import { beforeEach, describe, expect, it } from 'vitest';
import type { Call } from '../../../src/bot/command.ts';
import type { Community } from '../../../src/bot/community/community.ts';
import { followUp, noteAnswer } from '../../../src/bot/conversation/follow-up.ts';
import type { Services } from '../../../src/bot/services.ts';
import type { Answer } from '../../../src/core/search/engine.ts';
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

const found = (entry: (typeof ENTRIES)[number], kind: Answer['kind'] = 'sure'): Answer => ({
  kind,
  candidates: [{ entry, language: 'en', confidence: kind === 'sure' ? 0.9 : 0.5 }],
  findings: [],
});
const NOTHING: Answer = { kind: 'unknown', candidates: [], findings: [] };

let services: Services;
let community: Community;
/** What the engine says to a question, by language and words. */
let said: Record<string, Answer>;
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
  it('is what it says and the subject, in each of its forms, without a mark between', () => {
    noteAnswer(call(), BAN);
    said = { 'en since when zorvex': found(WHEN), 'en since when china ban zorvex': found(WHEN) };
    expect(followUp(call(), 'since when?')).toMatchObject({
      candidate: { entry: WHEN },
      language: 'en',
      after: BAN.id,
    });
    said = { 'en since when? zorvex': found(WHEN), 'en since when? china ban zorvex': found(WHEN) };
    expect(followUp(call(), 'since when?')).toBeUndefined();
  });

  it('is left alone where the forms of the subject find different entries', () => {
    noteAnswer(call(), BAN);
    said = { 'en since when zorvex': found(WHEN), 'en since when china ban zorvex': found(WHO, 'unsure') };
    expect(followUp(call(), 'since when?')).toBeUndefined();
    said = { 'en since when zorvex': found(WHEN), 'en since when china ban zorvex': found(BAN, 'unsure') };
    expect(followUp(call(), 'since when?')?.candidate.entry).toBe(WHEN);
  });

  it('is left alone where what is found is not sure, or is about another subject', () => {
    noteAnswer(call(), BAN);
    said = { 'en since when zorvex': found(WHEN, 'unsure'), 'en since when china ban zorvex': found(WHEN, 'unsure') };
    expect(followUp(call(), 'since when?')).toBeUndefined();
    said = { 'en since when zorvex': found(OTHER), 'en since when china ban zorvex': found(OTHER) };
    expect(followUp(call(), 'since when?')).toBeUndefined();
  });

  it('follows up on the same entry as before when it comes again', () => {
    noteAnswer(call(), WHO, BAN.id);
    said = { 'en who then zorvex': found(WHO), 'en who then china ban zorvex': found(WHO) };
    expect(followUp(call(), 'who then?')).toMatchObject({ candidate: { entry: WHO }, after: BAN.id });
    noteAnswer(call(), WHO);
    expect(followUp(call(), 'who then?')).toBeUndefined();
  });

  it('is read in the language of the conversation where it may be in it', () => {
    noteAnswer(call({ language: 'es' }), WHO);
    said = { 'es desde cuando zorvex': found(WHEN) };
    const written = (languages: readonly string[], sure = false) =>
      call({ services: { ...services, detect: () => ({ languages, sure }) } });
    expect(followUp(written(['en', 'es']), 'desde cuando?')?.language).toBe('es');
    expect(followUp(written(['en']), 'desde cuando?')).toBeUndefined();
    expect(followUp(written(['en'], true), 'desde cuando?')).toBeUndefined();
  });
});
