import { type Json, pick, type Random, SAID, STRANGE } from './hostile-parts.ts';

// Updates as Telegram might send them, as it never would, and as an attacker would write them.

const WORDS = [
  ...SAID,
  'چرا حساب من مسدود شد؟',
  '/ask what is Ernie Bot?',
  '/ask@wenda_bot who ordered the ban',
  '@wenda_bot what is Baidu Plato',
  '/pin @everyone? entry: since-when',
  '/teach question: Who is @admin? answer: **@admin** and [x](https://evil.example/@who) #tag /ban',
  '/teach',
  '/correct since-when',
  '/show @name',
  '/start cXVlc3Rpb25zL3doeS1iYW5uZWQ',
  '/start ====',
  '/unknowncommand@wenda_bot $USD',
  '/why is @channel #here',
  '@wenda_bot',
  '-',
  '/cancel',
  '\u202e@admin\u202c \u2066/ban\u2069',
  '👩‍👩‍👧‍👦'.repeat(40),
  'a'.repeat(4096),
  '\u0000\u0007\ud800 half a pair \udc00',
  '<b>@x</b> *@y* `@z` [@w](tg://user?id=1)',
  'Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘!͖̬̰̙̗̿̋ͥͥ̂ͣ̐́́͜͞',
  '%00%0a{{7*7}} {{1}}',
  '__proto__ constructor',
  '#since-when',
  '#since_when @admin',
  '/get since-when',
  '/get@wenda_bot #nothing $USD',
  '/groups',
  '/groups@wenda_bot none',
  '/start p_LTEwMDAwMDAwMDAwMDEgL3NldHRpbmdz',
  '/start q_QGFkbWluIC9iYW4',
  "that's wrong",
  '/settings commands named',
  '/settings disabled ask',
  '/settings expiry 5',
  '/settings cleanup delete',
  '/settings',
  '/history',
  '/settings answers private',
  '/settings answers public',
  '/settings who moderators',
  '/settings anonymous yes',
  '/settings greeting own',
  '/settings learn people',
  '/settings mode questions',
  '/settings patience 300',
  '/settings faq here',
  '/settings faq remove',
  '/settings faqlanguages ru, en',
  '/settings faqtopics @admin',
  '/quiet',
  '/human who helps @admin with /ban?',
  '/start r_nobody',
  '/start r_====',
  'see https://evil.example/@admin?q=/ban and t.me/admin, tg://user?id=1',
];
const ODD: readonly unknown[] = [
  ...STRANGE,
  undefined,
  '🙂',
  { __proto__: 1 },
  'x'.repeat(300),
  -1_001_234_567_890,
  { id: 'NaN' },
];
const LANGUAGES = [
  'en',
  'es',
  'ru',
  'ar',
  'ja',
  'zh-hans',
  'zh-hant',
  'fa',
  'pt-br',
  'xx-invalid-locale-0',
  '',
  undefined,
];
const ENTITIES = [
  'mention',
  'text_mention',
  'bot_command',
  'url',
  'text_link',
  'pre',
  'blockquote',
  'spoiler',
  'custom_emoji',
  'unheard_of',
];
/** Other parts of messages, with or without words, and service messages. */
const MEDIA: readonly Json[] = [
  { photo: [{ file_id: 'p', file_unique_id: 'p', width: 1, height: 1 }] },
  { photo: [{ file_id: 'p' }, { file_id: 'q' }], media_group_id: 'album' },
  { document: { file_id: 'd', file_unique_id: 'd', file_name: 'rules @admin\n.pdf', file_size: 1e12 } },
  { document: { file_id: 'd', file_name: '\ud800'.repeat(300) }, media_group_id: 'album' },
  { voice: { file_id: 'v', duration: 1 } },
  { video_note: { file_id: 'v', duration: 1, length: 1 } },
  { sticker: { file_id: 's', emoji: '🙂', set_name: '@admin' } },
  { story: { id: 1, chat: { id: -100777, type: 'channel' } } },
  { poll: { id: '1', question: 'why was ChatGPT banned in China?', options: [{ text: '@admin', voter_count: 0 }] } },
  { dice: { emoji: '🎲', value: 6 } },
  { location: { latitude: 0, longitude: 0 } },
  { contact: { phone_number: '1', first_name: '@admin' } },
  { checklist: { title: '@admin', tasks: [{ id: 1, text: '/ban' }] } },
];
const NOTES: readonly Json[] = [
  { forum_topic_created: { name: 'why was ChatGPT banned in China?', icon_color: 1 } },
  { forum_topic_closed: {} },
  { forum_topic_reopened: {} },
  { general_forum_topic_unhidden: {} },
  { new_chat_members: [{ id: 123456, is_bot: true, first_name: 'W' }] },
  { left_chat_member: { id: 1, is_bot: false, first_name: '@admin' } },
  { pinned_message: { message_id: 1, date: 1, chat: { id: 1, type: 'private' }, text: '/ban' } },
  { new_chat_title: '/ban @admin' },
  { boost_added: { boost_count: 1 } },
];
/** Kinds that the bot does not request, but that Telegram may be set up to send. */
const UNASKED = ['channel_post', 'edited_channel_post', 'message_reaction', 'poll', 'poll_answer', 'chat_join_request'];

const whole = (random: Random, below: number): number => Math.floor(random() * below);

/** An update. @param pressable data of buttons that the bot has shown */
export function hostileUpdate(random: Random, id: number, pressable: readonly string[]): Json {
  const update = { update_id: id, ...someUpdate(random, pressable) };
  return random() < 0.35 ? (spoiled(random, update, 0) as Json) : update;
}

function someUpdate(random: Random, pressable: readonly string[]): Json {
  const kind = random();
  if (kind < 0.6) return { [random() < 0.15 ? 'edited_message' : 'message']: someMessage(random) };
  if (kind < 0.87)
    return {
      callback_query: {
        id: String(whole(random, 1e9)),
        from: someUser(random),
        chat_instance: 'x',
        data: random() < 0.8 ? pick(random, pressable) : pick(random, WORDS),
        message: someMessage(random, true),
      },
    };
  // The bot is mentioned in a chat that it is not a member of.
  if (kind < 0.885) return { guest_message: { ...someMessage(random), guest_query_id: String(whole(random, 1e9)) } };
  if (kind < 0.9)
    return {
      inline_query: {
        id: String(whole(random, 1e9)),
        from: someUser(random),
        query: someWords(random).slice(0, 256),
        offset: pick(random, ['', '50', '-1', 'x', '1e9']),
      },
    };
  if (kind < 0.93)
    return {
      [pick(random, UNASKED)]: {
        ...someMessage(random),
        user: someUser(random),
        old_reaction: [],
        new_reaction: [{ type: 'emoji', emoji: pick(random, ['👍', '👎', '🔥']) }],
      },
    };
  const member = {
    status: pick(random, ['member', 'kicked', 'left', 'restricted', 'administrator', 'creator', 'odd']),
    user: someUser(random),
    can_send_messages: random() < 0.5,
    can_pin_messages: true,
  };
  return {
    [random() < 0.5 ? 'my_chat_member' : 'chat_member']: {
      chat: someChat(random),
      from: someUser(random),
      date: 1,
      old_chat_member: member,
      new_chat_member: member,
    },
  };
}

function someMessage(random: Random, isOwn = false): Json {
  const chat = someChat(random);
  const text = someWords(random);
  const from = isOwn ? { id: 123456, is_bot: true, first_name: 'W', username: 'wenda_bot' } : someUser(random);
  const message: Json = { message_id: whole(random, 400), date: whole(random, 2e9), chat, from };
  if (!isOwn && random() < 0.1) Object.assign(message, someHidden(random, chat));
  if (isOwn || random() < 0.85) message.text = text;
  else if (random() < 0.9) Object.assign(message, pick(random, MEDIA), random() < 0.6 ? { caption: text } : {});
  else Object.assign(message, pick(random, NOTES));
  if (random() < 0.4)
    message.entities = Array.from({ length: whole(random, 4) }, () => ({
      type: pick(random, ENTITIES),
      offset: whole(random, 50) - 5,
      length: whole(random, 60) - 5,
      user: someUser(random),
      url: pick(random, ['https://evil.example/@admin', 'tg://user?id=1', 'javascript:alert(1)', '']),
    }));
  if (random() < 0.3)
    message.reply_to_message = {
      message_id: whole(random, 400),
      date: 1,
      chat,
      from: random() < 0.6 ? { id: 123456, is_bot: true, first_name: 'W' } : someUser(random),
      text: someWords(random),
    };
  if (random() < 0.2) Object.assign(message, { message_thread_id: whole(random, 5), is_topic_message: random() < 0.7 });
  if (random() < 0.01) message.migrate_to_chat_id = -1_000_000_000_000 - whole(random, 50);
  if (random() < 0.05) Object.assign(message, { forward_origin: { type: 'hidden_user', sender_user_name: '@admin' } });
  if (random() < 0.03) Object.assign(message, { via_bot: { id: random() < 0.5 ? 123456 : 7, is_bot: true } });
  if (random() < 0.05)
    Object.assign(message, {
      quote: { text: someWords(random), position: 0, is_manual: true },
      external_reply: { origin: {} },
    });
  if (random() < 0.03) message.direct_messages_topic = { topic_id: whole(random, 9), user: someUser(random) };
  if (random() < 0.05)
    Object.assign(message, {
      message_id: 0,
      ephemeral_message_id: whole(random, 400),
      receiver_user: random() < 0.8 && isOwn ? from : someUser(random),
    });
  if (isOwn && random() < 0.7)
    message.reply_markup = { inline_keyboard: [[{ text: 'x', callback_data: 'abc show x' }]] };
  return message;
}

/** A hidden author: an administrator in the group's name, a channel, or Telegram with a post of the linked channel. */
function someHidden(random: Random, chat: Json): Json {
  const channel = { id: -100777, type: 'channel', title: '@channel' };
  const as = random();
  if (as < 0.5) return { from: { id: 1087968824, is_bot: true, first_name: 'Group' }, sender_chat: chat };
  if (as < 0.75) return { from: { id: 136817688, is_bot: true, first_name: 'Channel' }, sender_chat: channel };
  return {
    from: { id: 777000, is_bot: false, first_name: 'Telegram' },
    sender_chat: channel,
    is_automatic_forward: true,
    forward_origin: { type: 'channel', chat: channel, message_id: 1, date: 1 },
  };
}

function someWords(random: Random): string {
  const one = pick(random, WORDS);
  if (random() < 0.7) return one;
  const other = pick(random, WORDS);
  const at = whole(random, one.length);
  return random() < 0.5
    ? `${one.slice(0, at)}${other}`
    : `${one} ${String.fromCodePoint(whole(random, 0x10ffff))}${other}`;
}

function someChat(random: Random): Json {
  const id = whole(random, 40);
  const kind = random();
  if (kind < 0.4) return { id: 1000 + id, type: 'private', first_name: 'P' };
  if (kind < 0.5) return { id: -1000 - id, type: 'group', title: '@group /x' };
  if (kind < 0.52) return { id: -1_000_000_000_000 - id, type: 'channel', title: '@channel' };
  return { id: -1_000_000_000_000 - id, type: 'supergroup', title: 'G', ...(random() < 0.3 ? { is_forum: true } : {}) };
}

const someUser = (random: Random): Json => ({
  id: 1000 + whole(random, 3000),
  is_bot: random() < 0.03,
  first_name: pick(random, WORDS),
  username: pick(random, ['admin', 'wenda_bot', undefined]),
  language_code: pick(random, LANGUAGES),
});

/** The value with some parts missing or replaced by invalid ones. The update's id is kept. */
function spoiled(random: Random, value: unknown, depth: number): unknown {
  if (depth > 0 && random() < 0.04) return pick(random, ODD);
  if (Array.isArray(value)) return value.map((one: unknown) => spoiled(random, one, depth + 1));
  if (typeof value !== 'object' || value === null) return value;
  const parts = Object.entries(value).filter(([name]) => name === 'update_id' || random() > 0.04);
  return Object.fromEntries(
    parts.map(([name, part]) => [name, name === 'update_id' ? part : spoiled(random, part, depth + 1)]),
  );
}
