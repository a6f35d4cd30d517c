import { createBot } from '../../../src/bot/bot.ts';
import type { Services } from '../../../src/bot/services.ts';
import { logTo } from '../log-to.ts';
import { type Answer, postOffice } from '../made-up-platform/index.ts';
import { type PlatformWorld, type Shown, typed } from '../platform-world.ts';
import { reopened } from '../services.ts';
import { until } from '../telegram-bot.ts';

export async function madeUpWorld(services: Services): Promise<PlatformWorld> {
  const answers: Answer[] = [];
  const open = async (over: Services) => {
    const office = postOffice({ services: over, log: logTo([]) }, (answer) => void answers.push(answer));
    const stop = new AbortController();
    const ended = office.platform.run(createBot(over), stop.signal);
    await until(() =>
      office.deliver({ from: 'postmaster', text: '/topics' }).then(
        () => true,
        () => false,
      ),
    );
    const isOpen = () => answers.some(({ to }) => to === 'postmaster');
    await until(isOpen);
    answers.splice(0);
    const close = async (): Promise<void> => {
      stop.abort();
      await ended;
    };
    return { ...office, close };
  };
  let office = await open(services);
  let last: Answer | undefined;
  const shown = ({ words, buttons, file }: Answer): Shown => ({
    words,
    choices: buttons.map(({ label }) => label),
    file,
  });
  const send = async (text: string, press?: string, from = 'boss'): Promise<Shown> => {
    const below = press === undefined ? undefined : last?.id;
    await office.deliver({ from, text, press, below });
    await until(() => answers.length > 0);
    const fresh = answers.splice(0);
    last = fresh.at(-1);
    const all = fresh.map(shown);
    return {
      words: all.map(({ words }) => words).join('\n'),
      choices: all.flatMap(({ choices }) => choices),
      file: all[0]?.file,
    };
  };
  const dataOf = (label: string): string =>
    last?.buttons.find((button) => button.label.includes(label))?.data ?? 'none';
  return {
    say: (text) => send(text),
    choose: (label) => send('', dataOf(label)),
    dataOf,
    press: (data) => send('', data),
    pressElsewhere: (data) => send('', data, 'somebody'),
    fill: async (command, values) => {
      let filled = await send(`/${command}`);
      for (const words of typed(values)) filled = await send(words);
      return filled;
    },
    hurry: async (question, times) => {
      for (let at = 0; at < times; at++) await office.deliver({ from: 'somebody', text: question });
      await until(async () => (await services.store.transact(({ inbox }) => inbox.open('post'))).length === 0);
      await until(async () => (await services.store.transact(({ outbox }) => outbox.due('post', LATEST))).length === 0);
      return answers.splice(0).map(shown);
    },
    restart: async () => {
      await office.close();
      office = await open(await reopened(services));
    },
    stop: () => office.close(),
  };
}

const LATEST = '9999-12-31T00:00:00.000Z';
