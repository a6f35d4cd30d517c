import { commands } from '../commands/index.ts';
import { GROUPS } from '../src/platforms/telegram/manage/manage.ts';

type Json = Record<string, unknown>;

interface Spoken {
  readonly text: unknown;
  readonly entities: readonly { readonly type: string; readonly offset: number; readonly length: number }[];
  readonly most: number;
}

/** Faults in a call to Telegram: a mention, an entity outside its text, or something too long or malformed. */
export function problemsIn(method: string, body: Json): string[] {
  const buttons =
    (
      (body.reply_markup as Json | undefined)?.inline_keyboard as
        | { readonly callback_data?: string; readonly text: string }[][]
        | undefined
    )?.flat() ?? [];
  const long = buttons.filter(
    ({ callback_data: data, text }) =>
      (data !== undefined && (Buffer.byteLength(data) > 64 || data === '')) || text === '',
  );
  return [
    ...('parse_mode' in body ? ['markup'] : []),
    ...long.map(({ text }) => `a button: ${text}`),
    ...(method === 'answerCallbackQuery' && typeof body.text === 'string' && body.text.length > 200
      ? ['a long note']
      : []),
    ...spokenIn(method, body).flatMap(problemsOf),
  ];
}

function spokenIn(method: string, body: Json): Spoken[] {
  if (['sendMessage', 'editMessageText', 'editEphemeralMessageText'].includes(method))
    return [spoken(body.text, body.entities, 4096)];
  if (body.caption !== undefined) return [spoken(body.caption, body.caption_entities, 1024)];
  if (method !== 'answerInlineQuery') return [];
  const results = body.results as readonly { readonly input_message_content: Json }[];
  return results.map(({ input_message_content: content }) => spoken(content.message_text, content.entities, 4096));
}

const spoken = (text: unknown, entities: unknown, most: number): Spoken => ({
  text,
  entities: (entities ?? []) as Spoken['entities'],
  most,
});

function problemsOf({ text, entities, most }: Spoken): string[] {
  if (typeof text !== 'string') return ['no text'];
  const outside = entities.filter(
    ({ offset, length }) =>
      offset < 0 || length <= 0 || offset + length > text.length || !text.slice(offset, offset + length).isWellFormed(),
  );
  return [
    ...(text.length > most || text.trim() === '' ? [`${text.length} characters`] : []),
    ...(text.isWellFormed() ? [] : ['half a surrogate pair']),
    ...(entities.length > 100 ? [`${entities.length} entities`] : []),
    ...outside.map(({ type }) => `a look outside of the text: ${type}`),
    ...mentionsIn(text, entities).map((mention) => `a mention: ${mention}`),
  ];
}

/** The bot's own commands, which are meant to be pressed. */
const OWN: ReadonlySet<string> = new Set([...commands.map(({ name }) => `/${name}`), `/${GROUPS}`]);

/**
 * Entities that Telegram would find in a text by itself: mentions, and whatever can be pressed but the bot's own
 * commands. Written from Telegram's rules, independently of the bot's code.
 */
export function mentionsIn(
  text: string,
  entities: readonly { readonly type: string; readonly offset: number; readonly length: number }[] = [],
): string[] {
  const given = entities
    .filter(({ type }) => ['mention', 'text_mention', 'bot_command', 'hashtag', 'cashtag'].includes(type))
    .map(({ offset, length }) => text.slice(offset, offset + length));
  const code = entities.filter(({ type }) => type === 'code' || type === 'pre');
  const isInCode = (at: number) => code.some(({ offset, length }) => at >= offset && at < offset + length);
  const found = FINDERS.flatMap((finder) =>
    [...text.matchAll(finder)].filter(({ index }) => !isInCode(index)).map(([words]) => words),
  );
  return [...given, ...found.filter((words) => !OWN.has(words))];
}

const WORD = '\\p{L}\\p{Nd}_';
const FINDERS = [
  new RegExp(`(?<![${WORD}])@[A-Za-z0-9_]{2,32}`, 'gu'),
  new RegExp(`(?<![${WORD}/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{2,32})?`, 'gu'),
  new RegExp(`(?<![${WORD}\\u200c])#(?=[${WORD}\\u200c·]*[\\p{L}_])[${WORD}\\u200c·]+`, 'gu'),
  new RegExp(`(?<![${WORD}])\\$[A-Z]{1,8}(?![${WORD}])`, 'gu'),
];
