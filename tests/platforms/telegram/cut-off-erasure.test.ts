import type { Update } from 'grammy/types';
import { expect, it, onTestFinished } from 'vitest';
import { finishErasures } from '../../../src/bot/community/personal-data.ts';
import { keyOfPlace } from '../../../src/bot/conversation/place.ts';
import { aloneWith as placeAloneWith } from '../../../src/platforms/telegram/inbound/place.ts';
import { toKept } from '../../../src/platforms/telegram/inbound/updates.ts';
import { fakeTelegram, ME } from '../../helpers/fake-telegram.ts';
import { aloneWith, message } from '../../helpers/fake-telegram-people.ts';
import { shownText, startBot, telegramServices } from '../../helpers/telegram-bot.ts';
import { actOf, editOf } from '../../store/samples.ts';

const FROM = { id: 771_234_601, first_name: 'Ermintrude', is_bot: false, language_code: 'en' };

it('a person whose erasure was cut off by the end of the process is told once the next one has ended it', async () => {
  const services = await telegramServices();
  const { store, hash, speak, now } = services;
  const person = hash(`telegram:${FROM.id}`);
  const home = keyOfPlace(placeAloneWith(FROM.id, hash));
  const update = { update_id: 7, message: message(FROM, aloneWith(FROM), '/privacy erase confirmed') };
  const asked = toKept(update as unknown as Update, ME.id, { hash, now }, Date.now());
  await store.transact(async ({ log, inbox, people }) => {
    for (let at = 0; at < 450; at += 1)
      await log.append(actOf([editOf(`k${at}`, JSON.stringify({ by: person }))], { person }));
    await inbox.accept(asked ? [asked] : []);
    expect(await people.eraseSome(person, home)).toMatchObject({ isMore: true });
  });
  await finishErasures(services, true);
  const fake = await fakeTelegram();
  const bot = await startBot(fake, services);
  onTestFinished(async () => {
    await bot.stop();
    await fake.close();
  });
  await bot.whenIdle();
  const told = fake.calls.filter(({ method }) => method === 'sendMessage');
  expect(told.map((call) => [call.body.chat_id, shownText(call)])).toEqual([[FROM.id, speak('en')('privacy-erased')]]);
  expect(await store.read(({ people }) => people.begun())).toEqual([]);
  expect((await store.read(({ people }) => people.export(person, home))).acts).toEqual([]);
  // Nobody whose update is lost is left half erased.
  await store.transact(async ({ log, people, inbox }) => {
    for (let at = 0; at < 450; at += 1) await log.append(actOf([editOf(`k${at}`, JSON.stringify({ by: 'other' }))]));
    expect(await people.eraseSome('p1', '')).toMatchObject({ isMore: true });
    await inbox.accept([{ platform: 'gone', id: '1', queue: '', person: 'p1', payload: '{}', at: now() }]);
  });
  await finishErasures(services, true);
  expect(await store.read(({ people }) => people.begun())).toHaveLength(1);
  await finishErasures(services, false);
  expect(await store.read(({ people }) => people.begun())).toEqual([]);
});
