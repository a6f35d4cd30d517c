import { afterAll, expect, it } from 'vitest';
import { type FakeTelegram, fakeTelegram } from '../../helpers/fake-telegram.ts';
import { GROUP, message, type Person } from '../../helpers/fake-telegram-people.ts';
import { type RunningBot, shownText, startBot, telegramServices } from '../../helpers/telegram-bot.ts';
import { append } from '../../store/samples.ts';

const ASKER: Person = { id: 771, first_name: 'A', is_bot: false, language_code: 'en' };
let [fake, bot]: [FakeTelegram | undefined, RunningBot | undefined] = [undefined, undefined];
afterAll(async () => {
  await bot?.stop();
  await fake?.close();
});

it('where a record is damaged, whoever asks is told to tell the operator, the log names it, and other groups go on', async () => {
  const services = await telegramServices();
  await append(services.store, [{ community: `telegram:${GROUP.id}`, kind: 'pin', key: 'en/why', after: '{broken' }], {
    community: `telegram:${GROUP.id}`,
  });
  fake = await fakeTelegram();
  bot = await startBot(fake, services);
  const other = { ...GROUP, id: GROUP.id - 1 };
  const said = () => (fake?.calls ?? []).filter(({ method }) => method === 'sendMessage').map(shownText);
  for (const [at, text] of ['/ask when is the office open?', '/settings'].entries()) {
    await bot.tell({ message: message({ ...ASKER, id: ASKER.id + 1 + at }, GROUP, text) });
    await expect.poll(said).toHaveLength(at + 1);
    expect(said().at(-1)).toContain('my log says what to fix');
  }
  expect(bot.lines.join('\n')).toContain('damaged record');
  const [answer] = await bot.tell({ message: message(ASKER, other, '/ask when is the office open?') });
  expect(shownText(answer)).toContain('When is the office open?');
});
