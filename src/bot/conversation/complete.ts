import { listedOf } from '../command.ts';
import type { Services } from '../services.ts';
import type { Place } from './place.ts';
import { suggest } from './suggest.ts';

/** Ways to complete a line; each replaces the end of it, `replaced`. */
export interface Completion {
  readonly options: readonly string[];
  readonly replaced: string;
}

const MOST = 25;
const NOTHING: Completion = { options: [], replaced: '' };

/**
 * Completes names of commands and, for commands that take an entry, ids of entries, also by words of the title; pinned
 * ones first.
 */
export async function completeLine(
  line: string,
  place: Place,
  { commands, communities, languages, defaultLanguage }: Services,
): Promise<Completion> {
  const [, name, words] = /^\/([a-z]*)(?:\s+(.*))?$/is.exec(line) ?? [];
  if (name === undefined) return NOTHING;
  if (words === undefined)
    return {
      options: listedOf(commands)
        .filter((one) => one.name.startsWith(name))
        .map((one) => `/${one.name} `),
      replaced: line,
    };
  const command = commands.find((one) => one.name === name.toLowerCase());
  const named = /(?:^|\s)(?:--)?entry(?:[:：]|\s)\s*(.*)$/is.exec(words)?.[1];
  const typed = named ?? (command?.options[0]?.kind === 'entry' ? words : undefined);
  if (!command?.options.some(({ kind }) => kind === 'entry') || typed === undefined) return NOTHING;
  return {
    options: suggest(await communities.prepared(place), languages, typed, defaultLanguage, MOST).map(
      ({ entry }) => entry,
    ),
    replaced: typed,
  };
}
