import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type App, createApp } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { textIn } from '../src/core/entry/display.ts';
import { telegramPlatform } from '../src/platforms/telegram/index.ts';
import type { Report, Said, Task } from './bench-pace-server.ts';

/** What was found, and what must hold. */
export interface Finding {
  readonly what: string;
  readonly found: string;
  readonly holds: boolean;
}

const TOKEN = '1:bench';
const SILENT = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
const SECOND = 1000;
const HOUR = 3600;
/** What Telegram asks for. */
const LIMITS = { perSecond: 30, chatPerSecond: 1, groupPerMinute: 20 };
const FORUM = -1_001_000;
const BUSY = -1_002_000;
const MANY = -1_010_000;
const STALE = -1_003_000;
/** Each moderates one group: who decides much at once waits for another. */
const MODERATORS = 7000;
const DEMOTED = 8;
/** Groups in which something was decided while the bot was away. */
const DECIDED = 20;

/**
 * Measures the pace on Telegram as it is, by the clock: in the crowds that it is made for, and after hours offline. It
 * takes some four minutes. @param only one of `private`, `groups`, `busy` and `stale`; default: all
 */
export async function benchPace(only: string | undefined, onFinding: (finding: Finding) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'wenda-bench-'));
  const app = await createApp({
    cacheDir: readConfig().cacheDir,
    knowledgeDir: './knowledge',
    defaultLanguage: 'en',
    databaseUrl: `sqlite:${folder}/wenda.db`,
  });
  for (const end = Date.now() + 120 * SECOND; app.services.knowledge.learning().isLearning && Date.now() < end; )
    await sleep(100);
  const server = fork(fileURLToPath(new URL('bench-pace-server.js', import.meta.url)));
  const [port] = (await once(server, 'message')) as [number];
  const stop = new AbortController();
  const run = () =>
    telegramPlatform(
      { token: TOKEN, apiRoot: `http://127.0.0.1:${port}` },
      { services: app.services, log: SILENT },
    ).run(app.respond, stop.signal);
  const running = run();
  const titles = titlesOf(app);
  const ask = (said: readonly Said[], patience: number) =>
    measure(server, { said: [...said].sort((a, b) => a.after - b.after), patience });
  await ask([{ text: titles[0] ?? '', chat: 1, user: 1, after: 0 }], 60 * SECOND);
  const scenarios = { private: privateChats, groups: manyGroups, busy: busyGroup, stale };
  for (const [name, scenario] of Object.entries(scenarios))
    if (only === undefined || only === name) onFinding(await scenario(ask, titles, app));
  stop.abort();
  await running;
  server.kill();
  await app.close();
  rmSync(folder, { recursive: true, force: true });
}

type Ask = (said: readonly Said[], patience: number) => Promise<Report>;

async function measure(server: ChildProcess, task: Task): Promise<Report> {
  server.send(task);
  const [report] = (await once(server, 'message')) as [Report];
  // What is undefined comes as null.
  return { ...report, waits: report.waits.map((wait) => wait ?? undefined) };
}

const titleAt = (titles: readonly string[], at: number): string => titles[at % titles.length] ?? '';
const mention = (title: string): string => `@bench_bot ${title}`;

/**
 * Ten people ask alone with the bot, every four seconds, while 45 topics of a forum and 35 groups are asked all the
 * time.
 */
async function privateChats(ask: Ask, titles: readonly string[]): Promise<Finding> {
  const crowd = Array.from({ length: 20 }, (_, second) => [
    ...Array.from(
      { length: 45 },
      (__, topic): Said => ({
        text: mention(titleAt(titles, topic + second)),
        chat: FORUM,
        thread: 10 + topic,
        user: 10_000 + topic + 45 * second,
        after: second * SECOND,
      }),
    ),
    ...Array.from(
      { length: 35 },
      (__, group): Said => ({
        text: mention(titleAt(titles, group + second)),
        chat: FORUM - 1 - group,
        user: 20_000 + group + 35 * second,
        after: second * SECOND,
      }),
    ),
  ]).flat();
  const alone = [3, 7, 11, 15].flatMap((second) =>
    Array.from(
      { length: 10 },
      (_, at): Said => ({ text: titleAt(titles, second + at), chat: 100 + at, user: 100 + at, after: second * SECOND }),
    ),
  );
  const said = [...crowd, ...alone].sort((a, b) => a.after - b.after);
  const report = await ask(said, 25 * SECOND);
  const waits = report.waits.filter((_, at) => (said[at]?.chat ?? 0) > 0);
  return finding(
    'ten private chats beside 45 topics and 35 groups',
    report,
    `${alone.length} questions, ${words(waits)}`,
    longest(waits) <= SECOND,
  );
}

async function manyGroups(ask: Ask, titles: readonly string[]): Promise<Finding> {
  const report = await ask(
    Array.from(
      { length: 1000 },
      (_, at): Said => ({ text: mention(titleAt(titles, at)), chat: MANY - at, user: 30_000 + at, after: 0 }),
    ),
    60 * SECOND,
  );
  return finding('1,000 groups that ask once', report, words(report.waits), longest(report.waits) <= 40 * SECOND);
}

/** 490 questions in a minute, each from somebody else. */
async function busyGroup(ask: Ask, titles: readonly string[]): Promise<Finding> {
  const report = await ask(
    Array.from(
      { length: 490 },
      (_, at): Said => ({
        text: mention(`${titleAt(titles, at)} ${at}`),
        chat: BUSY,
        user: 40_000 + at,
        after: (at * 60 * SECOND) / 490,
      }),
    ),
    30 * SECOND,
  );
  const answered = report.waits.filter((wait) => wait !== undefined);
  return finding(
    'a group with 490 questions a minute',
    report,
    `${answered.length} answered, ${words(answered)}`,
    answered.length > 0 && longest(answered) <= 20 * SECOND,
  );
}

/** What people did in six hours, and ten fresh questions behind it. */
async function stale(ask: Ask, titles: readonly string[], app: App): Promise<Finding> {
  const group = (at: number) => STALE - (at % DECIDED);
  await ask([{ text: mention(titles[0] ?? ''), chat: STALE - 100, user: 50, after: 0 }], 10 * SECOND);
  const kinds = [
    (at: number) => ({ text: mention(titleAt(titles, at)), chat: group(at), user: 50_000 + at }),
    (at: number) => ({ text: titleAt(titles, at), chat: group(at), user: 50_000 + at }),
    (at: number) => ({ text: titleAt(titles, at), chat: 60_000 + at, user: 60_000 + at }),
    (at: number) => ({ text: titleAt(titles, at), chat: 60_000 + at, user: 60_000 + at, kind: 'inline' as const }),
    (at: number) => ({ text: 'stale', chat: group(at), user: 50_000 + at, kind: 'press' as const }),
  ];
  const decisions = Array.from({ length: DECIDED }, (_, at) => [
    {
      text: `/pin where do the ${at} lanterns sleep? entry: ${titleAt(titles, at)}`,
      chat: group(at),
      user: MODERATORS + at,
    },
    { text: '/settings unknown short', chat: group(at), user: MODERATORS + at },
  ]).flat();
  const demotion = [
    { text: '', chat: STALE - 50, user: DEMOTED, kind: 'demotion' as const },
    { text: `/pin where do the lanterns sleep? entry: ${titles[0]}`, chat: STALE - 50, user: DEMOTED },
  ];
  // It edits the question that was answered just before: number by number, the answer stands between.
  const edit = { text: mention(titles[1] ?? ''), chat: STALE - 100, user: 50, kind: 'edit' as const, edits: 2 };
  const chatter = Array.from(
    { length: 5000 - decisions.length - demotion.length - 1 },
    (_, at) => kinds[at % kinds.length]?.(at) ?? { text: '', chat: 0, user: 0 },
  );
  const old = [
    edit,
    ...chatter.flatMap((one, at) => [
      ...(at % 100 === 0 ? [decisions[at / 100]].filter((decision) => decision !== undefined) : []),
      one,
    ]),
    ...demotion,
  ];
  const dated = old.map((one, at): Said => ({ ...one, after: 0, age: 6 * HOUR - (at * 5.7 * HOUR) / old.length }));
  const fresh = Array.from(
    { length: 10 },
    (_, at): Said => ({ text: titleAt(titles, at), chat: 70_000 + at, user: 70_000 + at, after: at * 300 }),
  );
  const began = performance.now();
  const report = await ask([...dated, ...fresh], 20 * SECOND);
  const waits = report.waits.slice(-fresh.length);
  const isQuestion = dated.map(({ text }) => !text.startsWith('/'));
  const answered = report.waits
    .slice(0, dated.length)
    .filter((wait, at) => wait !== undefined && isQuestion[at]).length;
  const stateOf = async (chat: number) =>
    (await app.services.communities.of({ platform: 'telegram', id: String(chat) })).state;
  const decided = async () => {
    const states = await Promise.all([...new Set(decisions.map(({ chat }) => chat))].map(stateOf));
    return states.filter((state) => state.all('pin').length === 1 && state.get('setting', 'unknown') === 'short')
      .length;
  };
  // What pins would break is looked for in every language, when nobody asks anything.
  for (const end = Date.now() + 120 * SECOND; (await decided()) < DECIDED && Date.now() < end; ) await sleep(100);
  const [kept, took] = [await decided(), (performance.now() - began) / SECOND];
  const refused = (await stateOf(STALE - 50)).all('pin').length === 0;
  const found = `fresh ones: ${words(waits)}; ${answered} old ones answered, ${kept} of ${DECIDED} groups' decisions kept after ${took.toFixed(0)} s, ${report.edited} answer edited, a demoted moderator ${refused ? 'refused' : 'OBEYED'}`;
  return finding(
    `${dated.length} updates of six hours`,
    report,
    found,
    longest(waits) <= 2 * SECOND && answered === 0 && kept === DECIDED && report.edited === 1 && refused,
  );
}

const longest = (waits: readonly (number | undefined)[]): number =>
  Math.max(0, ...waits.map((wait) => wait ?? Number.POSITIVE_INFINITY));

function words(waits: readonly (number | undefined)[]): string {
  const known = waits.filter((wait) => wait !== undefined).sort((a, b) => a - b);
  const at = (share: number) =>
    ((known[Math.min(known.length - 1, Math.floor(known.length * share))] ?? 0) / SECOND).toFixed(2);
  const missing = waits.length - known.length;
  return `p50 ${at(0.5)} s, longest ${at(1)} s${missing > 0 ? `, ${missing} NOT ANSWERED` : ''}`;
}

function finding(
  what: string,
  { sent, perSecond, chatPerSecond, groupPerMinute }: Report,
  found: string,
  isInTime: boolean,
): Finding {
  const keeps =
    perSecond <= LIMITS.perSecond && chatPerSecond <= LIMITS.chatPerSecond && groupPerMinute <= LIMITS.groupPerMinute;
  return {
    what,
    found: `${found}; ${sent} messages, at most ${perSecond} a second, ${chatPerSecond} a second in a chat, ${groupPerMinute} a minute in a group`,
    holds: isInTime && keeps,
  };
}

/** As members ask them: the titles of the pack. */
function titlesOf({ services }: App): string[] {
  const titles = [...services.knowledge.current().entries.values()].map(
    (entry) => textIn(entry, 'en', services.languages)?.text.title,
  );
  return titles.filter((title) => title !== undefined);
}
