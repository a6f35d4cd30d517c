import { join } from 'node:path';
import { textIn } from '../../src/core/entry/display.ts';
import { buildLibrary, type Library } from '../../src/core/search/library.ts';
import { readKnowledge } from '../../src/knowledge/packs/read-knowledge.ts';
import { type BusyChannel, discordChannel, telegramChannel } from '../../tests/helpers/busy-channel.ts';
import { type ServicesParts, servicesOf, shippedLocales } from '../../tests/helpers/services.ts';
import { readLines } from '../datasets.ts';
import { ROOT } from '../place.ts';
import { line } from '../table.ts';

const FOLDER = join(ROOT, 'eval', 'hour');

/** A line of a recorded hour. */
interface Line {
  /** Seconds from the beginning of the hour. */
  readonly at: number;
  readonly who: string;
  readonly text: string;
  /** Id by which other lines refer to it. Default: none does. */
  readonly id?: string;
  /** Id of the line that it replies to, or quotes. Default: none. */
  readonly to?: string;
  readonly quotes?: string;
  /** The person whom it names. Default: nobody. */
  readonly names?: string;
  /** Id of the question that it is, or belongs to. Default: it is talk. */
  readonly asks?: string;
}

/** A question that was asked in the hour, and that the pack answers. */
export interface HourQuestion {
  readonly id: string;
  /** Id of the entry that answers it. */
  readonly entry: string;
  /** Whether one of the people answered it. */
  readonly by: 'person' | 'nobody';
}

/** What the bot did in an hour. */
export interface Hour {
  /** How many times it spoke. */
  readonly spoke: number;
  /** Ids of questions that it answered although a person had, once for each time. */
  readonly over: readonly string[];
  /** Lines that asked nothing the pack knows, and were answered. */
  readonly toTalk: readonly string[];
  /** Ids of questions that nobody else answered, and that it answered with the right entry. */
  readonly answered: readonly string[];
  /** Ids of questions that neither people nor the bot answered. */
  readonly left: readonly string[];
  /** Seconds from the last line of each answered question to the answer. */
  readonly waits: readonly number[];
}

const readHour = () => ({
  talk: readLines<Line>(join(FOLDER, 'talk.jsonl')),
  questions: readLines<HourQuestion>(join(FOLDER, 'questions.jsonl')),
});

const OPEN = { discord: discordChannel, telegram: telegramChannel } as const;
export type HourPlatform = keyof typeof OPEN;

/** The services, with the pack of the hour, which is learned only once. */
export async function hourServices() {
  const { languages, background } = await shippedLocales();
  const { entries } = await readKnowledge(join(FOLDER, 'pack'));
  let library: Library | undefined;
  return (parts: ServicesParts) => {
    library ??= buildLibrary(entries, { languages, background });
    return servicesOf(entries, { library, ...parts });
  };
}

/**
 * Plays the recorded hour in the mode `questions`.
 * @param patience value of `/settings patience`. Default: as shipped
 * @throws Error if the bot made a wrong call
 */
export async function playHour(
  platform: HourPlatform,
  services: Awaited<ReturnType<typeof hourServices>>,
  patience?: string,
): Promise<Hour> {
  const channel: BusyChannel = await OPEN[platform](services);
  try {
    return await play(channel, patience);
  } finally {
    await channel.stop();
  }
}

async function play(channel: BusyChannel, patience: string | undefined): Promise<Hour> {
  await channel.sets('mode', 'questions');
  if (patience !== undefined) await channel.sets('patience', patience);
  const { talk, questions } = readHour();
  const begin = Date.parse(channel.clock.now());
  const now = (): number => (Date.parse(channel.clock.now()) - begin) / 1000;
  /** Lines by the platform's id, and these ids by the name that other lines use. */
  const [written, ids] = [new Map<string, Line>(), new Map<string, string>()];
  const before = channel.spoken().length;
  /** When the bot said each of its messages. */
  const times: number[] = [];
  const note = (): void => {
    while (times.length < channel.spoken().length - before) times.push(now());
  };
  const idOf = (name: string | undefined) => (name === undefined ? undefined : ids.get(name));
  for (const said of talk) {
    // Time passes second by second, so that it is known when the bot spoke.
    while (now() < said.at) {
      await channel.passes(1);
      note();
    }
    const id = await channel.says(said.who, said.text, {
      to: idOf(said.to),
      quotes: idOf(said.quotes),
      names: said.names,
    });
    note();
    written.set(id, said);
    if (said.id !== undefined) ids.set(said.id, id);
  }
  for (let after = 0; after < 120; after++) {
    await channel.passes(1);
    note();
  }
  const problems = channel.problems();
  if (problems.length > 0) throw new Error(problems.join('\n'));
  const spoken = channel.spoken().slice(before);
  const said = spoken.map(({ title, to }, at) => ({ title, line: written.get(to), at: times[at] ?? 0 }));
  return judge(questions, said, (entry) => titleOf(channel, entry));
}

function titleOf({ services: { knowledge, languages } }: BusyChannel, id: string): string | undefined {
  const entry = knowledge.current().entries.get(id);
  return entry && textIn(entry, 'en', languages)?.text.title;
}

/** An answer of the bot. @property line the line that it replies to @property at seconds */
interface Said {
  readonly title: string;
  readonly line: Line | undefined;
  readonly at: number;
}

function judge(
  questions: readonly HourQuestion[],
  said: readonly Said[],
  titleOfEntry: (id: string) => string | undefined,
): Hour {
  const saidTo = (id: string): Said | undefined => said.find(({ line: one }) => one?.asks === id);
  const isRight = ({ id, entry }: HourQuestion): boolean => saidTo(id)?.title === titleOfEntry(entry);
  const overPerson = (one: Said): HourQuestion | undefined =>
    questions.find(
      ({ id, entry, by }) => by === 'person' && (one.line?.asks === id || one.title === titleOfEntry(entry)),
    );
  const alone = questions.filter(({ by }) => by === 'nobody');
  const answered = alone.filter(isRight).map(({ id }) => id);
  return {
    spoke: said.length,
    over: said.flatMap((one) => overPerson(one)?.id ?? []),
    toTalk: said
      .filter((one) => one.line?.asks === undefined && !overPerson(one))
      .map(({ title, line: one }) => `${one?.text}: ${title}`),
    answered,
    left: alone.map(({ id }) => id).filter((id) => !answered.includes(id)),
    waits: answered.flatMap((id) => {
      const one = saidTo(id);
      return one?.line ? [one.at - one.line.at] : [];
    }),
  };
}

/** The hour on both platforms, as shipped and with patience off, as Markdown. */
export async function hourTable(): Promise<string> {
  const services = await hourServices();
  const head = ['platform', 'patience', 'spoke', 'over a person', 'to talk', 'answered, of what nobody did', 'after'];
  let table = line(head) + line(head.map(() => '---'));
  for (const patience of [undefined, '0'])
    for (const platform of ['discord', 'telegram'] as const) {
      const { spoke, over, toTalk, answered, left, waits } = await playHour(platform, services, patience);
      const asked = answered.length + left.length;
      table += line([
        ...[platform, patience ?? 'as shipped', `${spoke}`],
        ...[
          named(over),
          named(toTalk),
          `${answered.length} of ${asked}${left.length > 0 ? `: not ${left.join(', ')}` : ''}`,
        ],
        `${Math.max(...waits)} s`,
      ]);
    }
  return table;
}

const named = (some: readonly string[]): string => [`${some.length}`, ...some].join('; ');
