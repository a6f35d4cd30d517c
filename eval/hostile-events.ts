import { type Json, pick, type Random, STRANGE } from './hostile-parts.ts';
import { CHANNELS, CHOSEN, EXTRAS, MEANT, SERVER, WORDS } from './hostile-words.ts';

/** An event of the gateway: its name and data. */
export interface Event {
  readonly name: 'INTERACTION_CREATE' | 'MESSAGE_CREATE' | 'MESSAGE_UPDATE' | 'MESSAGE_DELETE' | 'MESSAGE_DELETE_BULK';
  readonly data: unknown;
}

export const ME = '100000000000000001';
export const GUILD = '200000000000000001';
const USERS = ['600000000000000001', '600000000000000002', ME];
const PERMISSIONS = ['0', '1024', '8192', '8', '2251799813685247'];
const LOCALES = ['en-US', 'zh-CN', 'zh-TW', 'de', 'xx', '', null, 7];

const ODD: readonly unknown[] = [...STRANGE, 'x'.repeat(5000), { id: {} }, '9'.repeat(40), { toString: 1 }];

const words = (random: Random): string =>
  random() < 0.7 ? pick(random, WORDS) : `${pick(random, WORDS)} ${pick(random, WORDS)}`;

/** Discord's epoch: Unix time in milliseconds from which its ids are counted. */
const EPOCH = 1_420_070_400_000;
/**
 * Milliseconds in which all ids begin at the same time, so that an edit or deletion can name a message that was
 * written.
 */
const ERA = 60_000;

/** Id of a message from about now, as old messages are ignored. */
const messageId = (at: number): string => String((BigInt(Date.now() - (Date.now() % ERA) - EPOCH) << 22n) + BigInt(at));

/**
 * An event.
 * @param ids custom ids that the bot has shown
 * @param commands names with their options
 * @param isSpoiled whether a part of it is missing or of another type, as Discord would never send it
 */
export function hostileEvent(
  random: Random,
  at: number,
  ids: readonly string[],
  commands: readonly {
    readonly name: string;
    readonly options: readonly { readonly name: string; readonly kind: string }[];
  }[],
  isSpoiled: boolean,
): Event {
  const name = pick(random, [
    'INTERACTION_CREATE',
    'INTERACTION_CREATE',
    'INTERACTION_CREATE',
    'MESSAGE_CREATE',
    'MESSAGE_CREATE',
    'MESSAGE_UPDATE',
    'MESSAGE_DELETE',
    'MESSAGE_DELETE_BULK',
  ] as const);
  const data = name === 'INTERACTION_CREATE' ? interaction(random, at, ids, commands) : message(random, name, at);
  return { name, data: isSpoiled ? spoiled(random, data, 0) : data };
}

/** Names with subcommands, and one that Discord would not send. */
const DRAWERS = ['answers', 'questions', 'setup', 'settings'];

/** A moderator asks for a FAQ channel. */
export const faqWish = (random: Random, at: number): Event => ({
  name: 'INTERACTION_CREATE',
  data: {
    ...interaction(random, at, [], [SERVER]),
    ...{ guild_id: GUILD, member: { user: { id: USERS[0], username: 'x' }, roles: [], permissions: '8' } },
    type: 2,
    data: {
      ...{ id: '1', type: 1, name: 'settings' },
      options: [
        { name: 'setting', type: 3, value: 'faq' },
        { name: 'value', type: 3, value: `<#${pick(random, CHANNELS)}>` },
      ],
    },
  },
});

function interaction(
  random: Random,
  at: number,
  ids: readonly string[],
  commands: Parameters<typeof hostileEvent>[3],
): Json {
  const user = { id: pick(random, USERS), username: 'x' };
  const channel = pick(random, CHANNELS);
  const where =
    random() < 0.85
      ? { guild_id: GUILD, member: { user, roles: [], permissions: pick(random, PERMISSIONS) } }
      : { user };
  const common = {
    id: String(700_000_000_000_000_000n + BigInt(at)),
    application_id: ME,
    token: `secret-${at}`,
    version: 1,
    locale: pick(random, LOCALES),
    channel_id: channel,
    channel: { id: channel, type: pick(random, [0, 11, 15, 1]), parent_id: CHANNELS[0] },
    context: pick(random, [0, 0, 1, 2]),
    authorizing_integration_owners: random() < 0.1 ? { 1: user.id } : { 0: GUILD },
    ...where,
  };
  const kind = random();
  const { name, options } = pick(random, [...commands, SERVER]);
  const attached = (pick(random, EXTRAS.slice(0, 4)).attachments as readonly Json[])[0];
  const given = options.filter(() => random() < 0.6).map((option) => someOption(random, option));
  const nested = random() < 0.4 ? pick(random, DRAWERS) : undefined;
  const called = (own: readonly Json[]): Json =>
    nested === undefined
      ? { id: '1', type: 1, name, options: own }
      : { id: '1', type: 1, name: nested, options: [{ type: 1, name: nested === name ? 'list' : name, options: own }] };
  if (kind < 0.4)
    return {
      ...common,
      type: 2,
      data: {
        ...called(given),
        ...(random() < 0.1 ? { resolved: { attachments: { 5: attached } } } : {}),
      },
    };
  if (kind < 0.55)
    return {
      ...common,
      type: 4,
      data: called(
        [...given, { name: 'typed', type: 3, value: words(random) }].map((option, index) => ({
          ...option,
          focused: index === 0,
        })),
      ),
    };
  if (kind < 0.62)
    return {
      ...common,
      type: 2,
      data: {
        id: '1',
        type: 3,
        name: pick(random, [
          'Answer this',
          'Answer with an entry',
          'Pin this answer',
          'Teach from this message',
          'This solved it',
          'x',
        ]),
        target_id: '5',
        resolved: { messages: { 5: shown(random) } },
      },
    };
  const id = random() < 0.8 && ids.length > 0 ? pick(random, ids) : words(random).slice(0, 100);
  if (kind < 0.85)
    return {
      ...common,
      type: 3,
      data: { custom_id: id, component_type: pick(random, [2, 2, 3, 6, 8]), values: chosen(random) },
      message: shown(random),
    };
  const typed = ['question', 'answer', 'phrasings', 'source', 'entry', 'language', 'add', 'remove', 'why'].map(
    (field) => ({
      type: 18,
      component: { type: 4, custom_id: field, value: words(random).slice(0, 4000) },
    }),
  );
  const boxes = [
    { type: 21, custom_id: 'does', value: pick(random, ['take', 'drop', '@everyone', null]) },
    {
      type: 22,
      custom_id: pick(random, ['ids', 'add']),
      values: pick(random, [['1'], ['1', '2', 'x'], chosen(random)]),
    },
    { type: 23, custom_id: 'why', value: random() < 0.5 },
  ].filter(() => random() < 0.4);
  return {
    ...common,
    type: 5,
    data: {
      custom_id: id,
      components: [
        ...typed.filter(({ component }) => !boxes.some(({ custom_id: field }) => field === component.custom_id)),
        ...boxes.map((component) => ({ type: 18, component })),
        { type: 18, component: { type: 19, custom_id: 'file', values: pick(random, [[], ['5']]) } },
      ],
      ...(random() < 0.5 ? { resolved: { attachments: { 5: attached } } } : {}),
    },
    ...(random() < 0.5 ? { message: shown(random) } : {}),
  };
}

const TYPES: Readonly<Record<string, number>> = { flag: 5, person: 6, file: 11 };

function someOption(random: Random, { name, kind }: { readonly name: string; readonly kind: string }): Json {
  const type = TYPES[kind] ?? 3;
  if (type === 5) return { name, type, value: random() < 0.5 };
  if (type !== 3) return { name, type, value: pick(random, ['5', USERS[0]]) };
  return { name, type, value: random() < 0.5 ? pick(random, MEANT[name] ?? WORDS) : words(random) };
}

/** Values picked in a menu. */
const chosen = (random: Random): unknown[] => CHOSEN.filter(() => random() < 0.3);

const framed = (random: Random, text: Json): Json[] => (random() < 0.5 ? [text] : [{ type: 17, components: [text] }]);

const shown = (random: Random): Json => ({
  id: String(800_000_000_000_000_000n + BigInt(Math.floor(random() * 200))),
  content: words(random),
  flags: pick(random, [0, 64]),
  embeds: [{ author: { name: words(random) } }],
  ...(random() < 0.2 ? pick(random, EXTRAS) : {}),
  components: framed(random, { type: 10, content: `> ${words(random)}` }),
  author: { id: random() < 0.6 ? ME : USERS[0] },
  interaction_metadata: { user: { id: pick(random, USERS) } },
});

function message(random: Random, name: Event['name'], at: number): Json {
  const id = messageId(name === 'MESSAGE_CREATE' ? at : Math.max(0, at - Math.floor(random() * 20)));
  // The first message of a forum post has the post's id.
  const isFirst = name === 'MESSAGE_CREATE' && random() < 0.1;
  const where = { channel_id: isFirst ? id : pick(random, CHANNELS), ...(random() < 0.8 ? { guild_id: GUILD } : {}) };
  if (name === 'MESSAGE_DELETE') return { id, ...where };
  if (name === 'MESSAGE_DELETE_BULK') return { ids: [id, id], ...where };
  const called = random() < 0.6 ? `<@${ME}> ` : '';
  const reply =
    random() < 0.2 ? { type: 19, referenced_message: { ...shown(random), author: { id: pick(random, USERS) } } } : {};
  const edited = name === 'MESSAGE_UPDATE' ? { edited_timestamp: `2026-11-25T12:00:0${at % 10}.000Z` } : {};
  return {
    id,
    type: 0,
    author: { id: pick(random, USERS.slice(0, 2)), ...(random() < 0.05 ? { bot: true } : {}) },
    content: called + words(random),
    mentions: [],
    embeds: [],
    ...where,
    ...(random() < 0.1 ? pick(random, EXTRAS) : {}),
    ...reply,
    ...edited,
  };
}

/** The value with a part missing or replaced. Ids and times are kept, as without them it would not be an event. */
function spoiled(random: Random, value: unknown, depth: number): unknown {
  if (depth > 6 || (depth > 0 && random() < 0.2)) return pick(random, ODD);
  if (Array.isArray(value))
    return value.length === 0
      ? [pick(random, ODD)]
      : value.map((one, at) => (at === 0 ? spoiled(random, one, depth + 1) : one));
  if (typeof value !== 'object' || value === null) return pick(random, ODD);
  const key = pick(
    random,
    Object.keys(value).filter((one) => !/^(id|token)$|_(id|timestamp)$/.test(one)),
  );
  if (key === undefined || random() < 0.2)
    return Object.fromEntries(Object.entries(value).filter(([one]) => one !== key));
  return { ...value, [key]: spoiled(random, (value as Json)[key], depth + 1) };
}
