import { beforeEach, describe, expect, it } from 'vitest';
import type { Services } from '../../src/bot/services.ts';
import { plainInline, plainText } from '../../src/core/entry/blocks.ts';
import { libraryOf } from '../helpers/library.ts';
import { PACK } from '../helpers/pack.ts';
import { type AnyReply, botOf } from '../helpers/replies.ts';
import { moderatorIn, PLACE, servicesOf, shippedLocales } from '../helpers/services.ts';

const library = libraryOf(PACK, await shippedLocales());
const words = (reply: AnyReply | undefined) => plainText(reply?.blocks ?? []);

let services: Services;
let now: string;
const ask = (text: string, person = 'test:a') => botOf(services)({ person, place: PLACE, text, addressed: true });

beforeEach(async () => {
  now = '2026-11-25T12:00:00.000Z';
  services = await servicesOf(PACK, { library, now: () => now });
});

describe('/stats', () => {
  it('says what was asked and what came of it', async () => {
    await ask('why was my account banned?');
    await ask('can I get a refund for my subscription');
    await ask('why was my account banned?');
    await ask('what is the capital of France');
    for (const person of ['a', 'b', 'c'])
      await botOf(services)({
        person,
        place: PLACE,
        text: `/helpful ${person === 'a' ? 'yes' : 'no'}`,
        addressed: true,
        about: { entry: 'questions/refund', message: '1' },
      });
    const said = words(await moderatorIn(services)('/stats'));
    expect(said).toContain('Questions: 4\n- Answered: 3 (75%)');
    expect(said).toContain('Not answered: 1 (25%)');
    expect(said).toContain('Found helpful: 1 of 3 votes (33%)');
    expect(said).toContain('25 November 2026: 4 asked, 3 answered, 0 offered choices, 1 not answered');
    expect(said).toContain('- Why was my account banned?: 2\n- Can I get a refund for my subscription?: 1');
    expect(said).toContain('Can I get a refund for my subscription?: did not help 2 of 3 (67%)');
  });

  it('looks back so many days, and sums up what is long ago', async () => {
    for (let day = 1; day <= 12; day++) {
      now = `2026-11-${String(day).padStart(2, '0')}T12:00:00.000Z`;
      await ask('why was my account banned?');
    }
    expect(words(await moderatorIn(services)('/stats 2'))).toContain('Questions: 2\n');
    const said = words(await moderatorIn(services)('/stats'));
    expect(said).toContain('Questions: 12\n');
    expect(said).toContain('Earlier: 2 asked, 2 answered');
    expect(said).not.toContain('- 2 November 2026');
  });

  it('says where there is nothing, and what days are', async () => {
    const moderator = moderatorIn(services);
    expect(words(await moderator('/stats'))).toContain('Nobody asked anything');
    for (const days of ['0', '-1', 'x', '1.5', '400'])
      expect(words(await moderator(`/stats ${days}`)), days).toContain('from 1 to 366');
  });

  it('of one entry are told to a moderator who looks at it alone, and to nobody else', async () => {
    const moderator = moderatorIn(services);
    const notes = (reply: AnyReply | undefined) => reply?.notes.map(plainInline).join(' ');
    await ask('why was my account banned?');
    for (const vote of ['yes', 'no'])
      await botOf(services)({
        person: vote,
        place: PLACE,
        text: `/helpful ${vote}`,
        addressed: true,
        about: { entry: 'questions/why-banned', message: '1' },
      });
    const alone = await moderator('/show why-banned --private');
    expect(alone?.isPrivate).toBe(true);
    expect(notes(alone)).toContain('Last 30 days: given as an answer: 1; votes: 2, helpful: 1.');
    expect(notes(await moderator('/show refund --private'))).toContain('given as an answer: 0; votes: 0, helpful: 0.');
    expect(notes(await moderator('/show why-banned'))).not.toContain('Last 30 days');
    expect(notes(await ask('/show why-banned --private'))).not.toContain('Last 30 days');
  });

  it('is for moderators, in private', async () => {
    expect(words(await ask('/stats'))).toContain('Only moderators');
    expect((await moderatorIn(services)('/stats'))?.isPrivate).toBe(true);
  });
});
