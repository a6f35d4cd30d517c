import { Api } from 'grammy';
import type { Update, UserFromGetMe } from 'grammy/types';
import { exampleEntries } from '../../src/bot/answers/examples.ts';
import { attempt } from '../../src/bot/attempt.ts';
import { createBot } from '../../src/bot/bot.ts';
import type { Services } from '../../src/bot/services.ts';
import { titleIn } from '../../src/core/entry/display.ts';
import { createContext } from '../../src/platforms/telegram/context.ts';
import { handle } from '../../src/platforms/telegram/inbound/handlers.ts';
import { toKept } from '../../src/platforms/telegram/inbound/updates.ts';
import {
  type Keyboard,
  type MessagePayload,
  readPayload,
} from '../../src/platforms/telegram/outbound/outbox-message.ts';
import { openStore } from '../../src/store/index.ts';
import { freshServices } from '../fresh-services.ts';
import { bubbleOf } from './bubbles.ts';
import { NAME, NOBODY_KNOWS, overdue, type Picture, SILENT, TAUGHT } from './made-up.ts';

const ME = { id: 123456, is_bot: true, first_name: 'Wenda', username: 'wenda_bot' } as UserFromGetMe;
const GROUP = { id: -1_001_234_567_890, type: 'supergroup', title: 'Mei’s group' };
const [MODERATOR, MEMBER] = [1001, 1002];

/** All kinds of messages in a language, as a group and its members see them. */
export async function telegramPictures(services: Services, language: string): Promise<readonly Picture[]> {
  const group = await openGroup(services, language);
  const { entries } = (await group.services.communities.of({ platform: 'telegram', id: String(GROUP.id) })).knowledge();
  const [first, second] = exampleEntries(entries.values(), language, services.languages, 2);
  const titleOf = (entry = first): string => (entry && titleIn(entry, language, services.languages)) ?? '';
  const [known, pinned] = [titleOf(first), titleOf(second)];
  const hello = await group.joins();
  await group.moderator(`/settings language ${language}`);
  await group.moderator(`/pin ${pinned} entry: ${second?.id ?? ''}`);
  const old = await openGroup(overdue(services), language);
  const [question, answer] = TAUGHT[language] ?? TAUGHT.en;
  const preview = await old.moderator(`/teach question: ${question} answer: ${answer} language: ${language}`);
  await old.press(preview, services.speak(language)('confirm-it'));
  const unknown = NOBODY_KNOWS[language] ?? NOBODY_KNOWS.en;
  const shown: Record<string, readonly [message: MessagePayload | undefined, asked?: string]> = {
    hello: [hello],
    start: [await group.alone('/start'), '/start'],
    answered: [await group.member(`/ask ${known}`), `/ask ${known}`],
    alone: [await group.alone(known), known],
    pinned: [await group.member(`/ask ${pinned}`), `/ask ${pinned}`],
    choices: [await group.member(`/ask ${NAME}`), `/ask ${NAME}`],
    outdated: [await old.member(`/ask ${question}`), `/ask ${question}`],
    unknown: [await group.member(`/ask ${unknown}`), `/ask ${unknown}`],
    preview: [preview],
    form: [await group.moderator('/teach'), '/teach'],
    settings: [await group.moderator('/settings'), '/settings'],
    history: [await group.moderator('/history'), '/history'],
    help: [await group.alone('/help'), '/help'],
    moderators: [await group.moderator('/help'), '/help'],
  };
  await group.moderator('/settings answers private');
  shown.private = [await group.member(`/ask ${known}`), `/ask ${known}`];
  return Object.entries(shown).flatMap(([name, [message, asked]]) =>
    message ? [{ name, html: bubbleOf(message.rich, message.keyboard, asked) }] : [],
  );
}

async function openGroup(given: Services, language: string) {
  const services = await freshServices(given, await openStore('sqlite::memory:'));
  const context = createContext({ services, log: SILENT }, fakeApi(), ME, createBot(services));
  let last = 0;
  const user = (id: number) => ({ id, is_bot: false, first_name: 'Mei', language_code: language });
  const act = async (update: object): Promise<MessagePayload | undefined> => {
    const kept = toKept({ update_id: ++last, ...update } as Update, ME.id, services, Date.now());
    const outgoing = kept ? await attempt(services.store, (own) => handle(context, kept, own)) : [];
    return outgoing.map(({ payload }) => readPayload(payload)).findLast(({ kind }) => kind === 'message') as
      | MessagePayload
      | undefined;
  };
  const message = (chat: object, id: number, text: string) => ({
    message: { message_id: ++last, date: Math.floor(Date.now() / 1000), chat, from: user(id), text },
  });
  const chatOf = (id: number) => ({ id, type: 'private', first_name: 'Mei' });
  return {
    services,
    moderator: (text: string) => act(message(GROUP, MODERATOR, text)),
    member: (text: string) => act(message(GROUP, MEMBER, text)),
    alone: (text: string) => act(message(chatOf(MEMBER), MEMBER, text)),
    joins: () => {
      const [before, now] = ['left', 'member'].map((status) => ({ status, user: ME }));
      const membership = { old_chat_member: before, new_chat_member: now };
      return act({ my_chat_member: { chat: GROUP, from: user(MODERATOR), date: 1, ...membership } });
    },
    press: (shown: MessagePayload | undefined, label: string) => {
      const own = { message_id: ++last, date: 1, chat: GROUP, from: ME, text: 'x' };
      const data = dataOf(shown?.keyboard ?? [], label);
      return act({ callback_query: { id: '1', from: user(MODERATOR), chat_instance: 'x', data, message: own } });
    },
  };
}

const dataOf = (keyboard: Keyboard, label: string): string =>
  keyboard
    .flat()
    .flatMap((button) => (button.text === label && 'callback_data' in button ? [button.callback_data] : []))[0] ?? '';

/** A Telegram in which one member is a moderator and the bot may write. */
function fakeApi(): Api {
  const answers: Readonly<Record<string, (body: Readonly<Record<string, unknown>>) => unknown>> = {
    getMe: () => ME,
    getChat: () => ({ ...GROUP, permissions: { can_send_messages: true } }),
    getChatMember: ({ user_id: id }) => ({
      status: id === MODERATOR ? 'creator' : 'member',
      user: { id },
      is_anonymous: false,
    }),
  };
  const api = new Api('1:x');
  api.config.use(async (_, method, payload) => ({
    ok: true,
    result: (answers[method]?.({ ...payload }) ?? true) as never,
  }));
  return api;
}
