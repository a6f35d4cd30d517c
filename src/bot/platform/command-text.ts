import { type Command, isTyped, type Option } from '../command.ts';
import type { WithCommands } from '../services.ts';

/** A command as people type it. */
export interface CommandText {
  /** In lower case; the bot may have no such command. */
  readonly name: string;
  /** Text after the name, trimmed. */
  readonly argument: string;
}

const COMMAND = /^\/([a-z]+)(?:@\S+)?(?:\s+([\s\S]*))?$/i;

/**
 * Whether a text changes nothing: a question, or a command that only reads or does not exist.
 * @param commands all that exist
 */
export function onlyAsks(text: string, commands: readonly Pick<Command, 'name' | 'readOnly'>[]): boolean {
  const typed = readCommand(text);
  return !typed || commands.every(({ name, readOnly }) => name !== typed.name || readOnly === true);
}

/**
 * The command that a text calls; plain text is a question.
 * @returns undefined if there is no such command
 */
export const commandIn = ({ commands }: WithCommands, text: string): Command | undefined => {
  const typed = readCommand(text);
  return commands.find(({ name, gives }) => (typed ? name === typed.name : gives === 'answer'));
};

/** Invisible marks of direction, which come along when somebody copies a command out of right-to-left text. */
const DIRECTION = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * Reads `/name words` or `/name@bot words`, of one line or many.
 * @returns undefined if it is no command
 */
export function readCommand(text: string): CommandText | undefined {
  const [, name, argument = ''] = COMMAND.exec(text.replace(DIRECTION, '').trim()) ?? [];
  return name === undefined ? undefined : { name: name.toLowerCase(), argument: argument.trim() };
}

/**
 * Reads `words name: words --flag` by the names that a command has. Nothing is lost: unknown names are words like any
 * others, and so are a name that was given before, a name in quotation marks, and a flag between words. If a command
 * has one option besides flags, it gets everything except flags at the very beginning or end.
 */
export function readOptions(argument: string, options: readonly Option[]): Record<string, string> {
  const [first, ...others] = options.filter(isTyped);
  if (!first) return {};
  if (first.kind !== 'flag' && others.every(({ kind }) => kind === 'flag'))
    return wordsAndFlags(argument, first.name, others);
  const typed = [first, ...others];
  const read: Reading = { values: {}, name: first.kind === 'flag' ? undefined : first.name };
  let rest = argument;
  const isSeen = (name: string) => read.values[name] !== undefined;
  for (let mark = nextMark(rest, typed, isSeen); mark; mark = nextMark(rest, typed, isSeen)) {
    addWords(read, rest.slice(0, mark.from));
    if (mark.option.kind === 'flag') read.values[mark.option.name] = 'yes';
    else begin(read, mark.option.name);
    rest = rest.slice(mark.to);
  }
  addWords(read, rest);
  return given(read.values);
}

/** Writes options so that `readOptions` reads them back. */
export function writeOptions(values: Readonly<Record<string, string>>, options: readonly Option[]): string {
  const present = options.flatMap(({ name, kind }) =>
    values[name] === undefined ? [] : [kind === 'flag' ? `--${name}` : `${name}: ${quotedWords(values[name])}`],
  );
  return options.length === 1 && options[0]?.kind !== 'flag'
    ? quotedWords(values[options[0]?.name ?? ''] ?? '')
    : present.join(' ');
}

function wordsAndFlags(argument: string, name: string, flags: readonly Option[]): Record<string, string> {
  const values: Record<string, string> = {};
  let rest = argument.trim();
  for (let flag = outerFlag(rest, flags); flag; flag = outerFlag(rest, flags)) {
    values[flag.name] = 'yes';
    rest = flag.rest;
  }
  return given({ ...values, [name]: withoutName(rest, name) });
}

/** A flag before or after all words. */
function outerFlag(
  words: string,
  flags: readonly Option[],
): { readonly name: string; readonly rest: string } | undefined {
  for (const { name } of flags) {
    const mark = `--${name}`;
    const lower = words.toLowerCase();
    if (lower === mark || (lower.startsWith(mark) && /\s/.test(words[mark.length] ?? '')))
      return { name, rest: words.slice(mark.length).trim() };
    if (lower.endsWith(mark) && /\s/.test(words.at(-mark.length - 1) ?? ''))
      return { name, rest: words.slice(0, -mark.length).trim() };
  }
  return undefined;
}

/** The values so far, and the option to which further words belong. */
interface Reading {
  readonly values: Record<string, string>;
  name: string | undefined;
}

function begin(read: Reading, name: string): void {
  read.values[name] ??= '';
  read.name = name;
}

/** Words after a flag continue those before it. */
function addWords(read: Reading, words: string): void {
  if (read.name === undefined || words.trim() === '') return;
  read.values[read.name] = `${read.values[read.name] ?? ''} ${words.trim()}`.trim();
}

const withoutName = (argument: string, name: string): string =>
  argument.trim().replace(new RegExp(`^(?:--${name}(?=[\\s=:：]|$)[=:：]?|${name}[:：])`, 'iu'), '');

const given = (values: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values)
      .map(([name, words]) => [name, unquoted(words.trim())])
      .filter(([, words]) => words !== ''),
  );

/** Pairs of quotation marks: text between them has only words, no names of options. */
const QUOTES = [
  ['"', '"'],
  ['“', '”'],
  ['「', '」'],
] as const;

/** Position after a quotation at the beginning; 0 if there is none. */
function endOfQuote(rest: string): number {
  const start = rest.length - rest.trimStart().length;
  const close = QUOTES.find(([open]) => open === rest[start])?.[1];
  if (close === undefined) return 0;
  for (let at = rest.indexOf(close, start + 1); at >= 0; at = rest.indexOf(close, at + 1))
    if (/^(?:\s|$)/.test(rest.slice(at + 1))) return at + 1;
  return 0;
}

/** Removes quotation marks around all of the words. */
function unquoted(words: string): string {
  const pair = QUOTES.find(([open, close]) => words.length > 1 && words.startsWith(open) && words.endsWith(close));
  const inner = words.slice(1, -1);
  return pair && !pair.some((mark) => inner.includes(mark)) ? inner : words;
}

/** Adds quotation marks that are not in the words. */
function quotedWords(words: string): string {
  const pair = QUOTES.find((marks) => !marks.some((mark) => words.includes(mark)));
  return pair ? pair.join(words) : `"${words.replaceAll('"', '”')}"`;
}

/** Position of an option's name. */
interface Mark {
  readonly from: number;
  readonly to: number;
  readonly option: Option;
}

/**
 * The next name of an option: `name:` (also with a full-width colon) or `--name`, at the beginning or after a space; a
 * flag only as `--name`.
 * @param seen whether an option was given before
 */
function nextMark(rest: string, options: readonly Option[], seen: (name: string) => boolean): Mark | undefined {
  const pattern = markOf(options);
  pattern.lastIndex = endOfQuote(rest);
  for (let found = pattern.exec(rest); found; found = pattern.exec(rest)) {
    const option = options.find(({ name }) => name === (found?.[1] ?? found?.[2] ?? '').toLowerCase());
    const [from, to] = [found.index, pattern.lastIndex];
    if (!option || (seen(option.name) && option.kind !== 'flag')) continue;
    if (option.kind !== 'flag' || rest.slice(0, from).trim() === '' || isAtEnd(rest.slice(to), options))
      return { from, to, option };
  }
  return undefined;
}

function markOf(options: readonly Option[]): RegExp {
  const names = options.map(({ name }) => name).join('|');
  const worded = options.filter(({ kind }) => kind !== 'flag').map(({ name }) => name);
  return new RegExp(
    `(?<=^|\\s)(?:(?:--|—)(${names})(?=[\\s=:：]|$)[=:：]?${worded.length > 0 ? `|(${worded.join('|')})[:：]` : ''})`,
    'giu',
  );
}

/** Whether nothing follows, or another option. */
function isAtEnd(rest: string, options: readonly Option[]): boolean {
  const pattern = markOf(options);
  return rest.trim() === '' || pattern.exec(rest)?.index === rest.length - rest.trimStart().length;
}
