import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createApp } from '../../src/app.ts';
import { createBot, type Respond } from '../../src/bot/bot.ts';
import type { Services } from '../../src/bot/services.ts';
import { telegramPlatform } from '../../src/platforms/telegram/index.ts';
import { descriptions } from '../../src/platforms/telegram/introduce.ts';
import { discordWorld, until } from '../../tests/helpers/discord-world.ts';
import { type ApiCall, fakeTelegram, TOKEN } from '../../tests/helpers/fake-telegram.ts';
import * as people from '../../tests/helpers/fake-telegram-people.ts';
import { type CalledFunction, startCoverage } from './coverage.ts';

/** A step of a person, and the functions that it calls. */
export interface Walk {
  readonly name: string;
  readonly calls: readonly CalledFunction[];
}

/** The bot that is measured. */
interface Measured {
  readonly services: Services;
  readonly respond: Respond;
  /** The functions that a step calls. */
  readonly callsOf: (step: () => Promise<void>) => Promise<readonly CalledFunction[]>;
}

/** Times that a step is done before it is measured, so that caches are filled and modules are loaded. */
const WARM = 2;

const REFUND = 'office/en/questions/refund.md';
const FILES: Readonly<Record<string, string>> = {
  'office/pack.json': JSON.stringify({
    title: { en: 'Office' },
    defaultLanguage: 'en',
    licence: 'CC-BY-4.0',
    sources: { rules: { title: 'Rules', publisher: 'Office', url: 'https://office.example/rules' } },
  }),
  'office/en/questions/banned.md': entry(
    'Why was my account banned?',
    ['why did they ban my account', 'account blocked for no reason'],
    'You broke a rule.',
  ),
  [REFUND]: refund(0),
  'office/en/questions/hours.md': entry('When is the office open?', ['opening hours'], 'From nine to five.'),
};

/**
 * Measures the steps with the tests' fake platforms: a fake Discord, a fake Telegram, a small pack and a new database.
 */
export async function measureWalks(): Promise<readonly Walk[]> {
  const folder = mkdtempSync(join(tmpdir(), 'wenda-walks-'));
  const put = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  for (const [path, text] of Object.entries(FILES)) put(path, text);
  const coverage = await startCoverage();
  const app = await createApp({
    knowledgeDir: join(folder, 'office'),
    cacheDir: join(folder, 'cache'),
    defaultLanguage: 'en',
    databaseUrl: `sqlite:${join(folder, 'wenda.db')}`,
  });
  let drafts = 0;
  // A random code may look like a word of a language, and of another one in the next run.
  const code = (): string => {
    drafts += 1;
    return `draft${drafts}`;
  };
  const services: Services = { ...app.services, code };
  const measured: Measured = {
    services,
    respond: createBot(services),
    callsOf: async (step) => {
      await settle(services);
      return coverage.during(step);
    },
  };
  try {
    return [
      await askOnDiscord(measured),
      ...(await teachOnTelegram(measured)),
      await reload(measured, (time) => put(REFUND, refund(time))),
    ];
  } finally {
    await app.close();
    coverage.end();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Does all work that the steps before have put off, so that none of it counts for the next step. */
async function settle({ counter, questions, communities, knowledge }: Services): Promise<void> {
  await Promise.all([counter.flush(), questions.flush()]);
  await communities.whenIdle();
  await until(() => !knowledge.learning().isLearning);
}

function entry(title: string, phrasings: readonly string[], answer: string): string {
  const quote = phrasings.map((phrasing) => `> - ${phrasing}`).join('\n');
  return `---\nsources: [rules]\nas_of: 2026-03\n---\n# ${title}\n\n${quote}\n\n${answer}\n`;
}

function refund(time: number): string {
  const phrasings = ['money back for subscription', 'refund policy of paid plans'];
  return entry('Can I get a refund for my subscription?', phrasings, `Within ${14 + time} days.`);
}

/** Each in other words, as the answer to a repeated question is cached. */
const QUESTIONS = ['why did they ban my account', 'why is my account banned', 'my account was banned, why?'];

/** A question by `/ask`, until its answer is posted and recorded. */
async function askOnDiscord({ services, callsOf }: Measured): Promise<Walk> {
  const world = await discordWorld({ services });
  const ask = async (time: number): Promise<void> => {
    const question = QUESTIONS[time % QUESTIONS.length] ?? '';
    // Each in a channel of its own, as an answer that can still be seen there is not repeated.
    const channel = { id: `30000000000000010${time}`, type: 0 };
    const { data } = await world.slash('ask', { question }, { channel });
    if (!JSON.stringify(data).includes('You broke a rule.')) throw new Error('the question was not answered');
    await world.quiet();
  };
  const calls = await onceWarm(callsOf, ask);
  await world.stop();
  return { name: 'a question on Discord, answered', calls };
}

/** The functions that a step calls once everything is warm. @param step gets the number of times that it ran before */
async function onceWarm(callsOf: Measured['callsOf'], step: (time: number) => Promise<void>) {
  for (let time = 0; time < WARM; time++) await step(time);
  return callsOf(() => step(WARM));
}

const AT_ONCE = { chatMs: 0, groupPerMinute: Number.POSITIVE_INFINITY, perSecond: Number.POSITIVE_INFINITY };
const SILENT = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

/** `/teach` in a group, with its questions, until the preview; then Save, until all that follows is done. */
async function teachOnTelegram({ services, respond, callsOf }: Measured): Promise<readonly Walk[]> {
  const fake = await fakeTelegram();
  const boss = people.person(4711, 'en');
  fake.members.set(`${people.GROUP.id} ${boss.id}`, people.administrator(boss));
  const stop = new AbortController();
  const config = { token: TOKEN, apiRoot: fake.root, courtesy: AT_ONCE };
  const ended = telegramPlatform(config, { services, log: SILENT }).run(respond, stop.signal);
  // Descriptions that the bot sends to Telegram at its start are not part of a step.
  await until(() => fake.called('getMyShortDescription').length === descriptions(services).length);
  const isIdle = (): Promise<boolean> =>
    services.store.transact(
      async ({ inbox, outbox }) =>
        (await inbox.open('telegram')).length + (await outbox.due('telegram', services.now())).length === 0,
    );
  const tell = async (update: object): Promise<ApiCall | undefined> => {
    const from = fake.calls.length;
    await fake.deliver(update as Parameters<typeof fake.deliver>[0]);
    await until(async () => fake.isDrained() && (await isIdle()));
    await services.communities.whenIdle();
    return fake.calls.slice(from).findLast(({ body }) => typeof body.text === 'string' && body.text !== '');
  };
  const say = (text: string, to?: ApiCall): Promise<ApiCall | undefined> => {
    const reply = to ? { reply_to_message: people.ownMessage(to, people.GROUP) } : {};
    const date = Math.floor(Date.now() / 1000);
    return tell({ message: { ...people.message(boss, people.GROUP, text, reply), date } });
  };
  let preview: ApiCall | undefined;
  const teach = async (time: number): Promise<void> => {
    const place = ['library', 'kitchen', 'garden'][time] ?? 'cellar';
    let asked = await say('/teach@wenda_bot');
    for (const words of [`Where is the ${place}?`, `Behind the stairs, ${place} side.`, '-', '-', '-'])
      asked = await say(words, asked);
    preview = asked;
  };
  const save = async (): Promise<void> => {
    const data = people.dataOf(preview, 'Save');
    const said = await tell(people.press(boss, people.ownMessage(preview, people.GROUP), data));
    if (!said) throw new Error('nothing was saved');
  };
  const calls: (readonly CalledFunction[])[] = [];
  for (let time = 0; time <= WARM; time++) {
    calls[0] = await callsOf(() => teach(time));
    calls[1] = await callsOf(save);
  }
  stop.abort();
  await ended;
  await fake.close();
  return ['/teach on Telegram, to its preview', 'its Save'].map((name, at) => ({ name, calls: calls[at] ?? [] }));
}

/** `/reload` after one answer in the folder was changed. */
async function reload({ respond, callsOf }: Measured, change: (time: number) => void): Promise<Walk> {
  const calls = await onceWarm(callsOf, async (time) => {
    change(time + 1);
    const reply = await respond(
      {
        text: '/reload',
        person: 'walks:moderator',
        place: { platform: 'walks', id: 'here' },
        addressed: true,
        isOperator: true,
        locale: 'en',
        isModerator: () => Promise.resolve(true),
      },
      undefined,
    );
    if (!JSON.stringify(reply).includes('1 changed')) throw new Error(`not reloaded: ${JSON.stringify(reply)}`);
  });
  return { name: '/reload with one answer changed', calls };
}
