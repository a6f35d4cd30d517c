import type { Mention } from '../../core/entry/blocks.ts';

const ID = '\\d{17,20}';
/** Channels, roles and people: their mentions hold no name. */
const NAMELESS = `#${ID}|@[&!]?${ID}|id:(?:browse|customize|guide)`;
const MENTION = new RegExp(
  [
    `<(?:${NAMELESS}`,
    `a?(?<emoji>:\\w{2,32}:)${ID}`,
    '(?:t:(?<seconds>-?\\d{1,11})(?::(?<style>[tTdDfFRsS]))?)',
    `(?<command>/[-\\w\\p{L}\\p{N}]{1,32}(?: [-\\w\\p{L}\\p{N}]{1,32}){0,2}):${ID})>`,
  ].join('|'),
  'uy',
);
const TARGET = new RegExp(`^(?:${NAMELESS})$`);

/** A mention in Discord's notation: `<#123456789012345678>`, `<:wave:123456789012345678>`, `<t:1700000000:R>`. */
export function mentionAt(text: string, at: number): string | undefined {
  MENTION.lastIndex = at;
  return MENTION.exec(text)?.[0];
}

/** A mention with the name that it holds (an emoji's, a command's); without one, as it is written. */
export function mentionOf(raw: string): Mention {
  MENTION.lastIndex = 0;
  const { emoji, seconds, style, command } = MENTION.exec(raw)?.groups ?? {};
  if (seconds === undefined) return { kind: 'mention', raw, text: emoji ?? command ?? raw.slice(1, -1) };
  const isDay = style === 'd' || style === 'D';
  const moment = new Date(Number(seconds) * 1000).toISOString().slice(0, isDay ? -14 : -8);
  return { kind: 'mention', raw, text: isDay ? moment : `${moment.replace('T', ' ')} UTC`, moment };
}

/** A link to a mention gives it a name: `[#rules](<#123456789012345678>)`. @returns undefined for other links */
export const namedMention = (target: string, name: string): Mention | undefined =>
  TARGET.test(target) ? { kind: 'mention', raw: `<${target}>`, text: name } : undefined;
