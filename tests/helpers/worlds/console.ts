import { createBot } from '../../../src/bot/bot.ts';
import type { Services } from '../../../src/bot/services.ts';
import { consolePlatform } from '../../../src/platforms/console/index.ts';
import { consoleOf } from '../console.ts';
import { type PlatformWorld, type Shown, typed } from '../platform-world.ts';
import { until } from '../telegram-bot.ts';

export async function consoleWorld(services: Services): Promise<PlatformWorld> {
  const { config, input, written } = consoleOf({ language: 'en', locale: 'en', say: services.speak('en') });
  const stop = new AbortController();
  const ended = consolePlatform(config).run(createBot(services), stop.signal);
  const never = () => Promise.reject(new Error('the console has no such thing'));
  let last: Shown = { words: '', choices: [] };
  const type = async (line: string): Promise<Shown> => {
    const before = written().length;
    input.write(`${line}\n`);
    await until(() => written().length > before);
    const words = written().slice(before);
    last = {
      words,
      choices: [...words.matchAll(/^ *(\d+)[.)]? +(.+)$/gm)].map(([, number, label]) => `${number} ${label}`),
      file: /^\{.*\}$/ms.exec(words)?.[0],
    };
    return last;
  };
  return {
    say: type,
    choose: (label) =>
      type(last.choices.find((choice) => choice.includes(label))?.split(' ')[0] ?? `no choice ${label}`),
    fill: async (command, values) => {
      await type(`/${command}`);
      for (const words of typed(values)) await type(words);
      return last;
    },
    dataOf: () => 'none',
    press: never,
    pressElsewhere: never,
    hurry: never,
    restart: never,
    stop: async () => {
      stop.abort();
      await ended;
    },
  };
}
