import type { Json } from './fake-telegram.ts';
import { ME } from './fake-telegram.ts';

/** Makes the updates that Telegram would send of what people do. */
export interface Person {
  readonly id: number;
  readonly first_name: string;
  readonly is_bot: boolean;
  readonly language_code?: string;
}

export const person = (id: number, language?: string): Person => ({
  id,
  first_name: `P${id}`,
  is_bot: false,
  ...(language === undefined ? {} : { language_code: language }),
});

export const GROUP = { id: -1001234567890, type: 'supergroup', title: 'Group' };
export const FORUM = { id: -1009876543210, type: 'supergroup', title: 'Forum', is_forum: true };
export const PLAIN_GROUP = { id: -4242, type: 'group', title: 'Small group' };
export const aloneWith = ({ id, first_name }: Person) => ({ id, type: 'private', first_name });

/** Administrators who hide speak as this bot. */
export const ANONYMOUS = { id: 1087968824, is_bot: true, first_name: 'Group', username: 'GroupAnonymousBot' };

let nextMessage = 10;

/** A message with its commands and mentions marked, as Telegram marks them. */
export function message(
  from: Json | Person,
  chat: Json,
  text: string,
  more: Json = {},
): Json & { readonly message_id: number } {
  const entities = [...text.matchAll(/(?<=^|\s)\/\w+(?:@\w+)?/g)].map(({ 0: words, index }) => ({
    type: 'bot_command',
    offset: index,
    length: words.length,
  }));
  const mentions = [...text.matchAll(/@\w+/g)]
    .filter(({ index }) => text[index - 1] !== undefined || index === 0)
    .map(({ 0: words, index }) => ({ type: 'mention', offset: index, length: words.length }));
  const found = [...entities, ...mentions];
  return {
    message_id: ++nextMessage,
    date: 1_700_000_000,
    from,
    chat,
    text,
    ...(found.length > 0 ? { entities: found } : {}),
    ...more,
  };
}

/** The bot's message as it is in a reply or under a press. */
export function ownMessage(
  call: { readonly body: Json; readonly result: unknown } | undefined,
  chat: Json,
): Json & { readonly message_id: number } {
  const sent = (call?.result ?? {}) as Json;
  const replied = (call?.body.reply_parameters as Json | undefined)?.message_id;
  const thread = call?.body.message_thread_id;
  const { ephemeral_message_id: only, receiver_user } = sent;
  return {
    message_id: Number(sent.message_id ?? 0),
    date: 1_700_000_000,
    from: ME,
    chat,
    text: typeof call?.body.text === 'string' ? call.body.text : '',
    ...(only === undefined ? {} : { ephemeral_message_id: only, receiver_user }),
    ...(replied === undefined ? {} : { reply_to_message: { message_id: replied, date: 1, chat } }),
    ...(call?.body.reply_markup === undefined ? {} : { reply_markup: call.body.reply_markup }),
    ...(thread === undefined ? {} : { message_thread_id: thread, is_topic_message: true }),
  };
}

export interface Button {
  readonly text: string;
  readonly callback_data?: string;
  readonly url?: string;
  readonly style?: string;
  readonly copy_text?: { readonly text: string };
}

export const buttonsOf = (call: { readonly body: Json } | undefined): Button[] =>
  ((call?.body.reply_markup as Json | undefined)?.inline_keyboard as Button[][] | undefined)?.flat() ?? [];

/** Meaning of each button: if it has a number only, the title beside that number. */
export function labelsOf(call: { readonly body: Json } | undefined): string[] {
  const { text: words } = call?.body ?? {};
  const lines = (typeof words === 'string' ? words : '').replace(/[\u200f\u2060\u2066-\u2069]/g, '').split('\n');
  return buttonsOf(call).map(
    ({ text }) =>
      (/^\d$/.test(text) ? lines.find((line) => line.startsWith(`${text}. `))?.slice(3) : undefined) ?? text,
  );
}

export const dataOf = (call: { readonly body: Json } | undefined, label: string): string =>
  buttonsOf(call)[labelsOf(call).findIndex((one) => one.includes(label))]?.callback_data ?? '';

let nextPress = 1;

export function press(from: Person, own: Json, data: string): Json {
  return { callback_query: { id: `press${nextPress++}`, from, message: own, chat_instance: 'x', data } };
}

/** A group as getChat describes it, where members may write. */
export const wholeChat = (chat: Json, permissions: Json = { can_send_messages: true }): Json => ({
  ...chat,
  accent_color_id: 0,
  max_reaction_count: 11,
  accepted_gift_types: {
    unlimited_gifts: false,
    limited_gifts: false,
    unique_gifts: false,
    premium_subscription: false,
    gifts_from_channels: false,
  },
  permissions,
});

export const administrator = (user: Person, rights: Json = {}): Json => ({
  status: 'administrator',
  user,
  is_anonymous: false,
  can_be_edited: false,
  can_change_info: false,
  can_pin_messages: true,
  ...rights,
});
