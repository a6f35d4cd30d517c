import type { Option } from './command.ts';
import { endOfQuote } from './quotes.ts';

/** Where an option's name stands. */
export interface Mark {
  readonly from: number;
  readonly to: number;
  readonly option: Option;
}

/** `name:` (also with a full-width colon) or `--name`, at the beginning or after a space; a flag only as `--name`. @param seen names of options that stood before */
export function nextMark(rest: string, options: readonly Option[], seen: (name: string) => boolean): Mark | undefined {
  const pattern = markOf(options);
  pattern.lastIndex = endOfQuote(rest);
  for (let found = pattern.exec(rest); found; found = pattern.exec(rest)) {
    const option = options.find(({ name }) => name === (found?.[1] ?? found?.[2] ?? '').toLowerCase());
    const [from, to] = [found.index, pattern.lastIndex];
    if (!option || (seen(option.name) && option.kind !== 'flag')) continue;
    if (option.kind !== 'flag' || rest.slice(0, from).trim() === '' || isAtEnd(rest.slice(to), options)) return { from, to, option };
  }
  return undefined;
}

function markOf(options: readonly Option[]): RegExp {
  const names = options.map(({ name }) => name).join('|');
  const worded = options.filter(({ kind }) => kind !== 'flag').map(({ name }) => name);
  return new RegExp(`(?<=^|\\s)(?:(?:--|—)(${names})(?=[\\s=:：]|$)[=:：]?${worded.length > 0 ? `|(${worded.join('|')})[:：]` : ''})`, 'giu');
}

/** Whether no words follow, but the end or another option. */
function isAtEnd(rest: string, options: readonly Option[]): boolean {
  const pattern = markOf(options);
  return rest.trim() === '' || pattern.exec(rest)?.index === rest.length - rest.trimStart().length;
}
