import type { Option } from './command.ts';

/**
 * Reads `words name: words --flag` by the names that a command has; unknown names are words like any others.
 * A command with a single option takes everything as it stands.
 */
export function readOptions(argument: string, options: readonly Option[]): Record<string, string> {
  const [first, ...others] = options;
  if (!first) return {};
  if (others.length === 0 && first.kind !== 'flag') return given(first.name, argument);
  const found: Record<string, string> = {};
  let name = first.kind === 'flag' ? '' : first.name;
  let from = 0;
  for (const mark of argument.matchAll(markOf(options))) {
    Object.assign(found, given(name, argument.slice(from, mark.index)));
    const option = options.find((one) => one.name === (mark[1] ?? mark[2] ?? '').toLowerCase());
    from = mark.index + mark[0].length;
    name = option?.name ?? '';
    if (option?.kind !== 'flag') continue;
    found[option.name] = 'yes';
    name = first.kind === 'flag' || found[first.name] !== undefined ? '' : first.name;
  }
  return { ...found, ...given(name, argument.slice(from)) };
}

/** `name:` (also with a full-width colon) or `--name`, at the beginning or after a space; a flag only as `--name`. */
function markOf(options: readonly Option[]): RegExp {
  const names = options.map(({ name }) => name).join('|');
  const worded = options.filter(({ kind }) => kind !== 'flag').map(({ name }) => name);
  return new RegExp(`(?<=^|\\s)(?:(?:--|—)(${names})(?=[\\s=:：]|$)[=:：]?${worded.length > 0 ? `|(${worded.join('|')})[:：]` : ''})`, 'giu');
}

const given = (name: string, words: string): Record<string, string> => {
  const value = unquoted(words.trim());
  return name === '' || value === '' ? {} : { [name]: value };
};

const unquoted = (words: string): string => /^"([^"]*)"$|^“([^“”]*)”$|^「([^「」]*)」$/u.exec(words)?.slice(1).find((inner) => inner !== undefined) ?? words;
