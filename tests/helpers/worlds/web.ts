import type { Services } from '../../../src/bot/services.ts';
import { PACES } from '../../../src/platforms/web/config.ts';
import { appOf, WEB_TOKEN } from '../pages.ts';
import type { PlatformWorld, Shown } from '../platform-world.ts';
import { reopened } from '../services.ts';
import { unescaped, visitorOf } from '../web-visitor.ts';

export async function webWorld(services: Services): Promise<PlatformWorld> {
  const open = (over: Services) => appOf(over, { config: { pace: PACES } });
  let app = open(services);
  const door = { request: (...request: Parameters<typeof app.request>) => app.request(...request) };
  const visitor = visitorOf(door);
  await visitor.get('/dashboard');
  await visitor.post('/dashboard/login', { token: WEB_TOKEN });
  await visitor.get('/?lang=en');
  const turn = () => visitor.page().slice(visitor.page().indexOf('<article'));
  const shown = (): Shown => ({
    words: unescaped(turn().replace(/<[^>]+>/g, ' ')),
    file: unescaped(/<code dir="ltr">([^<]*)/.exec(turn())?.[1] ?? ''),
    choices: [...turn().matchAll(/name="press"[^>]*>([^<]*)/g)].map(([, label = '']) => label),
  });
  const post = async (fields: Record<string, string>): Promise<Shown> => {
    await visitor.post('/', fields);
    return shown();
  };
  const dataOf = (label: string): string => visitor.buttons(label)[0] ?? 'none';
  const another = async () => {
    const other = visitorOf(door);
    await other.get('/?lang=en');
    const send = async (fields: Record<string, string>): Promise<Shown> => {
      await other.post('/', fields);
      return { words: unescaped(other.page()), choices: [] };
    };
    return send;
  };
  return {
    say: (text) => post({ text }),
    choose: (label) => post({ press: dataOf(label) }),
    dataOf,
    press: (data) => post({ press: data }),
    pressElsewhere: async (data) => (await another())({ press: data }),
    fill: async (command, values) => {
      await post({ text: `/${command}` });
      return post({
        command,
        ...Object.fromEntries(Object.entries(values).map(([name, value]) => [`option-${name}`, value])),
      });
    },
    hurry: async (question, times) => {
      const [send, told] = [await another(), [] as Shown[]];
      for (let at = 0; at < times; at++) told.push(await send({ text: question }));
      return told;
    },
    restart: async () => {
      app = open(await reopened(services));
    },
    stop: async () => undefined,
  };
}
