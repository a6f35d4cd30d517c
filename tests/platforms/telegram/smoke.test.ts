import { once } from 'node:events';
import { createServer } from 'node:net';
import * as telegramTestApi from 'telegram-test-api';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { FakeTelegram } from '../../helpers/fake-telegram.ts';
import { type RunningBot, startBot, telegramServices, until } from '../../helpers/telegram-bot.ts';

/** An independent server: what it understands of the Bot API, its authors understood. */
interface OtherServer {
  readonly config: { readonly apiURL: string };
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<boolean>;
  readonly getClient: (token: string, options?: object) => OtherClient;
  readonly getUpdatesHistory: (token: string) => readonly {
    readonly message?: {
      readonly text?: string;
      readonly chat_id?: unknown;
      readonly reply_markup?: {
        readonly inline_keyboard?: readonly (readonly { readonly text: string; readonly callback_data?: string }[])[];
      };
    };
    readonly messageId: number;
  }[];
}

interface OtherClient {
  readonly makeMessage: (text: string, options?: object) => object;
  readonly makeCommand: (text: string, options?: object) => object;
  readonly makeCallbackQuery: (data: string, options?: object) => object;
  readonly sendMessage: (message: object) => Promise<unknown>;
  readonly sendCommand: (message: object) => Promise<unknown>;
  readonly sendCallback: (press: object) => Promise<unknown>;
}

// Its types say that the class is a part of what is exported; it is all of it.
const { default: Server } = telegramTestApi as unknown as { readonly default: new (config: object) => OtherServer };
const TOKEN = 'smoke-token';
let server: OtherServer;
let bot: RunningBot;
let client: OtherClient;
const said = () => server.getUpdatesHistory(TOKEN).filter(({ message }) => message?.chat_id !== undefined);

beforeAll(async () => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  server = new Server({ port: typeof address === 'object' && address ? address.port : 9000, host: '127.0.0.1' });
  await server.start();
  const fake = { root: server.config.apiURL, calls: [], isDrained: () => true } as unknown as FakeTelegram;
  bot = await startBot(fake, await telegramServices(), { token: TOKEN });
  client = server.getClient(TOKEN);
});

afterAll(async () => {
  await bot.stop();
  await server.stop();
});

it('answers, offers and edits against an independent server', async () => {
  await client.sendMessage(client.makeMessage('when is the office open?'));
  await until(() => said().length === 1);
  expect(said()[0]?.message?.text).toContain('When is the office open?');
  await client.sendCommand(client.makeCommand('/topics'));
  await until(() => said().length === 2);
  await client.sendCommand(client.makeCommand('/ask open subscription'));
  await until(() => said().length === 3);
  const offer = said()[2];
  const button = offer?.message?.reply_markup?.inline_keyboard?.flat().find(({ text }) => text.includes('office'));
  const chat = { id: 1, type: 'private', first_name: 'TestName' };
  await client.sendCallback(
    client.makeCallbackQuery(button?.callback_data ?? '', { message: { message_id: offer?.messageId, date: 1, chat } }),
  );
  await until(() => said()[2]?.message?.text?.includes('When is the office open?') === true);
});
