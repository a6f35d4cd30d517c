import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ask } from '../../../commands/ask.ts';
import type { Decisions } from '../../../src/bot/community/community.ts';
import { ledger } from '../../../src/bot/community/records.ts';
import { isQuestion } from '../../../src/bot/conversation/follow-up.ts';
import type { Place } from '../../../src/bot/conversation/place.ts';
import type { Services } from '../../../src/bot/services.ts';
import { choiceOf } from '../../../src/bot/settings/chosen.ts';
import { plainText } from '../../../src/core/entry/blocks.ts';
import { libraryOf } from '../../helpers/library.ts';
import { PACK } from '../../helpers/pack.ts';
import { botOf } from '../../helpers/replies.ts';
import { callOf, moderatorIn, PLACE, servicesOf, shippedLocales } from '../../helpers/services.ts';

const library = libraryOf(PACK, await shippedLocales());
const KNOWN = 'why was my account banned?';
const STRANGE = 'what is the capital of France';

let services: Services;
const hears = (text: string, place: Place = PLACE, addressed = false) =>
  botOf(services)({ person: 'test:member', place, text, addressed });
const counts = async () => {
  await services.counter.flush();
  const tallies = await services.store.transact((unit) => unit.tallies.list('test:here', '2026-01-01'));
  return Object.fromEntries(tallies.map(({ what, count }) => [what, count]));
};

beforeEach(async () => {
  services = await servicesOf(PACK, { library });
});

const withSettings = (settings: Record<string, string>): Decisions => ({
  state: ledger(
    Object.entries(settings).map(([key, value]) => ({ kind: 'setting', key, value: JSON.stringify(value) })),
  ),
});

describe('the mode', () => {
  it('is the own one of the channel, else that of the community, else "addressed"', () => {
    const community = withSettings({ mode: 'questions', 'mode:test:here/1': 'off', 'mode:test:here/2': 'nonsense' });
    const mode = (channel?: string, id = 'here') => choiceOf(community, 'mode', { platform: 'test', id, channel });
    expect([mode('1'), mode('3'), mode(), mode('2')]).toEqual(['off', 'questions', 'questions', 'addressed']);
    expect(mode('1', 'there')).toBe('questions');
    expect(choiceOf(withSettings({}), 'mode', { platform: 'test', id: 'here', channel: '1' })).toBe('addressed');
    expect(choiceOf(withSettings({}), 'unknown')).toBe('helpful');
    expect(choiceOf(withSettings({ unknown: 'silent' }), 'unknown')).toBe('silent');
  });
});

describe('what is meant for others', () => {
  it('is left alone unless the bot shall listen, and not counted', async () => {
    expect(await hears(KNOWN)).toBeUndefined();
    await moderatorIn(services)('/settings mode off');
    expect(await hears(KNOWN)).toBeUndefined();
    expect(await counts()).toEqual({});
  });

  it('is answered in the mode "questions", where the bot is sure', async () => {
    await moderatorIn(services)('/settings mode questions');
    expect((await hears(KNOWN))?.title).toBe('Why was my account banned?');
    expect(await hears(STRANGE)).toBeUndefined();
    expect(await counts()).toEqual({ asked: 1, answered: 1 });
  });

  it('is left alone if it asks nothing, in each mode; to the bot itself it is a question', async () => {
    const told = 'they banned my account for no reason';
    for (const mode of ['questions', 'shadow']) {
      await moderatorIn(services)(`/settings mode ${mode}`);
      expect(await hears(told)).toBeUndefined();
    }
    expect(await counts()).toEqual({});
    expect((await hears(told, PLACE, true))?.title).toBe('Why was my account banned?');
  });

  it('asks also in the Latin letters of a language that has others', () => {
    const asks = (text: string) => isQuestion({ services, language: 'en' }, text);
    expect(['pochemu zablokirovali moi akkaunt', 'segodnya zablokirovali moi akkaunt'].map(asks)).toEqual([
      true,
      false,
    ]);
  });

  it('is only counted in the mode "shadow"', async () => {
    await moderatorIn(services)('/settings mode shadow');
    expect(await hears(KNOWN)).toBeUndefined();
    expect(await hears(STRANGE)).toBeUndefined();
    expect(await counts()).toEqual({ shadow: 1 });
  });

  it('is answered in the channels where it shall be', async () => {
    await moderatorIn(services, { place: { ...PLACE, channel: 'help' } })('/settings mode questions');
    expect(await hears(KNOWN, { ...PLACE, channel: 'help' })).toBeDefined();
    expect(await hears(KNOWN, { ...PLACE, channel: 'chat' })).toBeUndefined();
  });

  it('is not even looked at, neither by the bot nor by the command', async () => {
    const run = vi.fn(() => undefined);
    const bot = botOf({ ...services, commands: [{ ...ask, run }] });
    for (const addressed of [false, true]) await bot({ person: 'test:member', place: PLACE, text: KNOWN, addressed });
    expect(run).toHaveBeenCalledTimes(1);
    expect(
      await ask.run(await callOf(services, KNOWN, { addressed: false, options: { question: KNOWN } })),
    ).toBeUndefined();
    expect(await counts()).toEqual({});
  });

  it('is never remembered as unanswered', async () => {
    // Of what may hold a name nothing would be remembered in any case.
    const strange = 'what does the train to the airport cost';
    await moderatorIn(services)('/settings mode questions');
    await hears(strange);
    expect(services.questions.of(services.hash('test:member'))).toEqual([]);
    await hears(strange, PLACE, true);
    expect(services.questions.of(services.hash('test:member')).length).toBe(1);
  });
});

describe('who addresses the bot', () => {
  it.each(['off', 'addressed', 'shadow', 'questions'])('is answered in the mode "%s"', async (mode) => {
    await moderatorIn(services)(`/settings mode ${mode}`);
    expect((await hears(KNOWN, PLACE, true))?.title).toBe('Why was my account banned?');
    expect((await hears(`/ask ${KNOWN}`))?.title).toBe('Why was my account banned?');
    expect(await counts()).toEqual({ asked: 2, answered: 2 });
  });

  it('hears that it does not know as the community wants it', async () => {
    const unknown = async (place: Place = PLACE) => {
      const reply = await hears(STRANGE, place, true);
      return reply && plainText(reply.blocks ?? []);
    };
    expect(await unknown()).toContain('/topics');
    await moderatorIn(services)('/settings unknown short');
    expect(await unknown()).toBe("I don't know that one.");
    await moderatorIn(services)('/settings unknown silent');
    expect(await unknown()).toBeUndefined();
    expect(await unknown({ ...PLACE, isPrivate: true })).toBe("I don't know that one.");
    expect(await counts()).toEqual({ asked: 4, unanswered: 4 });
  });
});
