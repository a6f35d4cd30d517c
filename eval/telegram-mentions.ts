import { commands } from '../commands/index.ts';
import { GROUPS } from '../src/platforms/telegram/manage/manage.ts';

/** The bot's own commands: its words are there to be pressed. */
const OWN: ReadonlySet<string> = new Set([...commands.map(({ name }) => `/${name}`), `/${GROUPS}`]);

/**
 * Entities that Telegram would find in a text by itself: who is mentioned, and what can be pressed but the bot's own
 * commands. Written from its rules, not from ours.
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
