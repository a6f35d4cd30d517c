import type { Background } from '../core/text/background.ts';

/** Lines written in each language, as far as its folder holds any: what people type, and what the bot says. */
export function samplesOf(background: ReadonlyMap<string, Background>, messages: ReadonlyMap<string, string>): ReadonlyMap<string, readonly string[]> {
  const tags = new Set([...background.keys(), ...messages.keys()]);
  return new Map([...tags].map((tag) => [tag, [...linesOf(background.get(tag)), ...wordsOf(messages.get(tag) ?? '')]]));
}

const linesOf = (background?: Background): string[] => [...(background?.chatter ?? []), ...(background?.about ?? []).map((template) => template.replaceAll('{}', ' '))];

/** The texts of Fluent messages without keys, variables and comments. */
function wordsOf(source: string): string[] {
  const lines = source.split('\n').filter((line) => !line.startsWith('#'));
  return lines.map((line) => line.replace(/^[\w-]+ *=/, '').replace(/\{[^{}]*\}|\[\w+\]|\{.*$/g, ' ')).filter((line) => line.trim() !== '');
}
