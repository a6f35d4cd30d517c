import { beforeEach, describe, expect, it } from 'vitest';
import { createRecall, type Recall } from '../../../src/bot/platform/recall.ts';
import { createVoteOffers, type OfferVote } from '../../../src/bot/platform/vote-offer.ts';
import type { Services } from '../../../src/bot/services.ts';
import { PLACE, servicesOf } from '../../helpers/services.ts';

const VOTE = { command: 'helpful', argument: 'no m1' };
let services: Services;
let recall: Recall;
let offerVote: OfferVote;
const say = (text: string, { to = 'm1', addressed = true, isFree = true } = {}) =>
  offerVote({ services, recall }, { person: 'test:p', place: PLACE, text, addressed }, { to, isFree: () => isFree });

beforeEach(async () => {
  services = await servicesOf([]);
  recall = createRecall(services);
  offerVote = createVoteOffers();
  const given = { about: { entry: 'questions/refund' }, language: 'en' };
  for (const message of ['m1', 'm2'])
    await recall.posted({ place: 'test:here', channel: '', message, asked: '', person: 'p' }, given);
});

describe('who says that an answer is wrong', () => {
  it('is offered a vote on it, once for each answer', async () => {
    expect((await say("that's wrong"))?.[0]?.choices).toEqual([{ label: '👎', ...VOTE }]);
    expect(await say("that's wrong")).toEqual([]);
    expect(await say("that's wrong", { to: 'm2' })).toHaveLength(1);
  });

  it('is offered none below what is no answer', async () => {
    expect(await say("that's wrong", { to: 'm3' })).toBeUndefined();
  });

  it('says little else', async () => {
    expect(await say("that's wrong?")).toBeUndefined();
    expect(await say('something is wrong with the door of my flat since yesterday')).toBeUndefined();
  });

  it.each([
    'No, that’s wrong!',
    'на самом деле: это не правда',
    'Es falso.',
    '틀렸네요',
    'مش صح',
    '不对，应该是五点',
    'è sbagliata',
    'غلطه',
  ])('is heard in the words that people use: %s', async (words) => expect(await say(words)).toHaveLength(1));

  it.each([
    '我打错了',
    '不对称加密怎么用',
    '내가 틀렸어',
    'это не так просто',
    'está mal escrito mi nombre',
    'è falso allarme',
  ])('is not heard in words about something else: %s', async (words) => expect(await say(words)).toBeUndefined());

  it('hears nothing in a chat that is too busy, unless the bot was addressed', async () => {
    expect(await say("that's wrong", { addressed: false, isFree: false })).toEqual([]);
    expect(await say("that's wrong", { isFree: false })).toHaveLength(1);
  });
});
