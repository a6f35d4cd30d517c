import { expect, it } from 'vitest';
import { problemsIn } from '../../../eval/check-telegram.ts';
import { fuzzTelegram } from '../../../eval/fuzz-telegram.ts';
import { seeded } from '../../../eval/seeded.ts';
import { openStore } from '../../../src/store/index.ts';
import { faultsByDocuments, loadContract } from '../../helpers/bot-api-contract.ts';
import { telegramServices } from '../../helpers/telegram-bot.ts';

/** `npm run fuzz -- telegram` tries a million. */
const COUNT = 2000;

it(`${COUNT} hostile updates crash nothing and mention nobody`, async () => {
  const contract = await loadContract();
  const services = await telegramServices();
  let at = 0;
  const check = (method: string, body: Record<string, unknown>): string[] => {
    // A file is no JSON, and the documents are slow to go by: every third call is enough.
    const isChecked = method !== 'sendDocument' && ++at % 3 === 0;
    const broken = isChecked ? faultsByDocuments(contract, method, body) : [];
    return [...problemsIn(method, body), ...broken];
  };
  const { problems, calls } = await fuzzTelegram({
    services,
    openStore: () => openStore('sqlite::memory:'),
    count: COUNT,
    random: seeded(20_261_125),
    check,
  });
  expect(problems).toEqual([]);
  expect(calls).toBeGreaterThan(COUNT / 4);
});

it('goes on where what is sent leads to something else in the same chat', async () => {
  const services = await telegramServices();
  const random = seeded(1);
  let [calls, refused] = [0, 0];
  // Two of three calls are refused because the group has moved: the platform draws three times for that.
  const moving = () => (refused-- > 0 ? 0.02 : random());
  const check = () => {
    refused = ++calls % 3 === 0 ? 0 : 3;
    return [];
  };
  expect(
    await fuzzTelegram({ services, openStore: () => openStore('sqlite::memory:'), count: 200, random: moving, check }),
  ).toMatchObject({ updates: 200, problems: [] });
});
