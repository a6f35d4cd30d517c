import { mock } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { telegramPlatform } from '../../src/platforms/telegram/index.ts';
import { quantiles, titlesOf, withApp } from './measuring.ts';
import { MODERATOR, type PaceServer, startPaceServer, type Taken } from './pace-server.ts';

const SILENT = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
const SECOND = 1000;
const MINUTE = 60 * SECOND;
/** Milliseconds after which a question needs no answer: if it addressed the bot, and if it was overheard. */
const PATIENCE = { asked: 10 * MINUTE, overheard: 2 * MINUTE };

/** A question in a group. */
interface Asked {
  readonly id: number;
  /** Milliseconds. */
  readonly at: number;
  readonly text: string;
  /** Whether it addressed the bot. */
  readonly isAddressed: boolean;
}

/** Many questions at once in a Telegram group, or trouble with Telegram. */
interface Scenario {
  readonly name: string;
  /** The questions, and the milliseconds from the beginning at which they are asked. */
  readonly questions: (titles: readonly string[]) => readonly Pick<Asked, 'at' | 'text' | 'isAddressed'>[];
  /** Begins one second after the beginning. */
  readonly trouble?: { readonly code: 429 | 502; readonly ms: number };
}

/** 200 people ask the same question within four seconds, and five others ask something else. */
const burst = (titles: readonly string[]) =>
  Array.from({ length: 205 }, (_, at) => ({
    at: at * 20,
    text: at % 40 === 20 ? titleAt(titles, 1 + Math.floor(at / 40)) : titleAt(titles, 0),
    isAddressed: true,
  }));

/** Ten questions to the bot and five overheard ones, from shortly before the trouble until shortly after it. */
const during = (ms: number) => (titles: readonly string[]) =>
  Array.from({ length: 15 }, (_, at) => ({
    at: Math.round((at * (ms + 2 * SECOND)) / 14),
    text: titleAt(titles, at),
    isAddressed: at % 3 !== 1,
  }));

const titleAt = (titles: readonly string[], at: number): string => titles[at % titles.length] ?? '';

const SCENARIOS: readonly Scenario[] = [
  { name: '200 ask the same, five others something else', questions: burst },
  ...[25 * SECOND, MINUTE, 10 * MINUTE].map((ms) => ({
    name: `Telegram is out (502) for ${ms / SECOND} s`,
    questions: during(ms),
    trouble: { code: 502 as const, ms },
  })),
  {
    name: 'Telegram is too busy (429) for 40 s',
    questions: during(40 * SECOND),
    trouble: { code: 429 as const, ms: 40 * SECOND },
  },
];

/** The outcome of the questions of each scenario, as a table. */
export async function paceTable(): Promise<string> {
  const lines = await withApp({}, async (app) => {
    const server = await startPaceServer();
    const clock = startVirtualClock(server.activity);
    const stop = new AbortController();
    const { services, respond } = app;
    const ended = telegramPlatform({ token: '1:bench', apiRoot: server.root }, { services, log: SILENT }).run(
      respond,
      stop.signal,
    );
    const rows: string[] = [];
    for (const [at, scenario] of SCENARIOS.entries())
      rows.push(lineOf(scenario, await played(scenario, { server, clock, titles: titlesOf(app), group: -1000 - at })));
    stop.abort();
    await clock.pass(10 * SECOND);
    await ended;
    clock.stop();
    server.close();
    return rows;
  });
  const head = [
    'in one Telegram group',
    'asked',
    'answered',
    'pointed at an answer',
    'late',
    'after it was back',
    'dropped',
  ];
  return `${[head, head.map(() => '---')].map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n${lines.join('\n')}\n`;
}

interface Stage {
  readonly server: PaceServer;
  readonly clock: VirtualClock;
  readonly titles: readonly string[];
  readonly group: number;
}

interface Outcome {
  readonly asked: readonly Asked[];
  readonly taken: readonly Taken[];
  /** When Telegram accepted messages again. */
  readonly back: number;
}

let messages = 0;

async function played({ questions, trouble }: Scenario, { server, clock, titles, group }: Stage): Promise<Outcome> {
  const write = (person: number, text: string, isCommand: boolean): number => {
    server.deliver({
      message_id: ++messages,
      date: Math.floor(Date.now() / 1000),
      from: { id: person, is_bot: false, first_name: 'P', language_code: 'en' },
      chat: { id: group, type: 'supergroup', title: 'G' },
      text,
      ...(isCommand ? { entities: [{ type: 'bot_command', offset: 0, length: text.split(' ')[0]?.length ?? 0 }] } : {}),
    });
    return messages;
  };
  write(MODERATOR, '/settings mode questions', true);
  await clock.pass(5 * SECOND);
  const began = Date.now();
  const from = began + SECOND;
  const back = trouble ? from + trouble.ms : began;
  if (trouble) server.trouble({ from, until: back, code: trouble.code });
  const asked: Asked[] = [];
  for (const { at, text, isAddressed } of questions(titles)) {
    if (began + at > Date.now()) await clock.pass(began + at - Date.now());
    const id = write(1000 + messages, isAddressed ? `/ask ${text}` : text, isAddressed);
    asked.push({ id, at: Date.now(), text, isAddressed });
  }
  await clock.pass(2 * MINUTE);
  return { asked, taken: server.taken.filter(({ chat, at }) => chat === group && at >= began), back };
}

const POINTER = /^This was just answered here/;

function lineOf({ name }: Scenario, { asked, taken, back }: Outcome): string {
  const found = asked.map((question) => ({ question, reply: taken.find(({ to }) => to === question.id) }));
  const isPointer = (reply: Taken | undefined): boolean => reply !== undefined && POINTER.test(reply.text);
  const answered = found.flatMap(({ question, reply }) => (reply && !isPointer(reply) ? [{ question, reply }] : []));
  const late = answered.map(({ question, reply }) => (reply.at - question.at) / SECOND);
  const after = answered.map(({ reply }) => (reply.at - back) / SECOND);
  const said = new Set(answered.map(({ question }) => question.text));
  const reasons = found
    .filter(({ reply }) => reply === undefined)
    .map(({ question }) => whyDropped(question, back, said));
  const counts = [...new Set(reasons)].map((why) => `${reasons.filter((one) => one === why).length} ${why}`);
  const cells = [
    name,
    `${asked.filter(({ isAddressed }) => isAddressed).length} of the bot, ${asked.filter(({ isAddressed }) => !isAddressed).length} overheard`,
    String(answered.length),
    String(found.filter(({ reply }) => isPointer(reply)).length),
    late.length === 0 ? '' : `${quantiles(late).p50.toFixed(1)} s, at most ${Math.max(...late).toFixed(1)} s`,
    `${Math.max(0, ...after).toFixed(1)} s`,
    counts.join('; ') || 'nothing',
  ];
  return `| ${cells.join(' | ')} |`;
}

/** @param said texts that were answered to somebody */
function whyDropped({ at, text, isAddressed }: Asked, back: number, said: ReadonlySet<string>): string {
  if (said.has(text)) return 'just answered there';
  if (!isAddressed) return back - at > PATIENCE.overheard ? 'overheard, too old' : 'overheard, the group had waited';
  return back - at > PATIENCE.asked - MINUTE ? 'asked ten minutes before' : 'WITHOUT A REASON';
}

/** Milliseconds that pass in a step; a shorter delay is measured as one step. */
const STEP_MS = 250;
/** Turns of the event loop without a call, after which the bot counts as waiting for time to pass. */
const QUIET_TURNS = 40;

/**
 * A clock that goes as fast as the bot can follow, so that minutes of waiting take seconds. Timers and dates follow it.
 */
interface VirtualClock {
  /** Lets milliseconds pass. */
  readonly pass: (ms: number) => Promise<void>;
  /** Brings back the machine's own clock. */
  readonly stop: () => void;
}

/** @param activity a number that grows whenever something happens */
function startVirtualClock(activity: () => number): VirtualClock {
  mock.timers.enable({ apis: ['setTimeout', 'setInterval', 'Date'], now: Date.now() });
  const settled = async (): Promise<void> => {
    for (let [seen, quiet] = [activity(), 0]; quiet < QUIET_TURNS; ) {
      await setImmediate();
      quiet = seen === activity() ? quiet + 1 : 0;
      seen = activity();
    }
  };
  return {
    pass: async (ms) => {
      for (let left = ms; left > 0; left -= STEP_MS) {
        mock.timers.tick(Math.min(STEP_MS, left));
        await settled();
      }
    },
    stop: () => mock.timers.reset(),
  };
}
