import type { EntryText } from '../../core/entry/entry.ts';
import { titleOf } from '../answers/compose.ts';
import type { Call } from '../command.ts';
import { splitKey } from '../community/own-entries.ts';
import { decode, type Shapes } from '../community/records.ts';
import type { Kind } from '../ports/changes.ts';
import { sourcesIn } from './lookup.ts';

/**
 * A record as people read it, a line for each thing that it says; without author, time and reason, which the act names.
 */
export function recordLines(call: Call, kind: Exclude<Kind, 'entry'>, value: string | null): string[] {
  if (value === null) return [];
  const { say } = call;
  switch (kind) {
    case 'setting':
      return [decode(kind, value)].flat().flatMap(writtenLines);
    case 'phrasings': {
      const { added, removed } = decode(kind, value);
      return [
        ...added.map((words) => `${say('entry-added')} ${words}`),
        ...removed.map((words) => `${say('entry-removed')} ${words}`),
      ];
    }
    case 'pin': {
      const { entry, text = '' } = decode(kind, value);
      return entry === undefined ? writtenLines(text) : [labelled(say('kind-entry'), titleOf(call, entry))];
    }
    case 'source': {
      const { title, publisher = '', url = '' } = decode(kind, value);
      return [title, publisher, url].filter((line) => line !== '');
    }
    case 'checks':
      // Without the ids of entries above the questions.
      return writtenLines(decode(kind, value).text).filter((line) => !line.startsWith('#'));
    case 'attachment':
      return [decode(kind, value).name];
    case 'retired':
    case 'place':
    case 'pack':
      // Their name is all that people need to know.
      return [];
  }
}

/**
 * Lines of an entry before and after a change: its words or, if they are the same, everything else. The first
 * correction of a pack's entry is compared with the pack's text.
 */
export async function entryLines(
  call: Call,
  key: string,
  before: string | null,
  after: string | null,
): Promise<[was: string[], is: string[]]> {
  const { services } = call;
  const { language, id } = splitKey(key);
  const [old, now] = [before, after].map((value) => (value === null ? undefined : decode('entry', value)));
  const recordOf = async (
    one: Shapes['entry'] | undefined,
    other: Shapes['entry'] | undefined,
  ): Promise<Shapes['entry']> => {
    const pack = one?.pack ?? other?.pack ?? '';
    return one ?? { pack, text: (await services.knowledge.fileOf(pack, language, id)) ?? '' };
  };
  const records = [await recordOf(old, now), await recordOf(now, old)];
  const [was = [], is = []] = records.map(({ text }) => {
    const { title, phrasings, answer } = services.editor.split(text);
    return [title, ...phrasings, ...writtenLines(answer)].filter((line) => line !== '');
  });
  if (was.join('\n') !== is.join('\n')) return [was, is];
  const [wasElse = [], isElse = []] = records.map((record) => otherLines(call, language, record));
  return [wasElse, isElse];
}

/** Everything that an entry says besides its words; empty if its file cannot be read. */
function otherLines(call: Call, language: string, { pack, text }: Shapes['entry']): string[] {
  const { services, say } = call;
  const known = sourcesIn(call, pack);
  const read = services.editor.readEntry(text, language, known).value;
  if (!read) return [];
  const { sources, asOf = '', reviewBy = '', status, tags, related } = read;
  return [
    ...sources.map(({ title }) => labelled(say('kind-source'), title)),
    labelled(say('entry-as-of'), asOf),
    labelled(say('entry-review-by'), reviewBy),
    labelled(say('entry-status'), say(STATUS[status])),
    labelled(say('option-topic'), tags.join(say('list-comma'))),
    ...related.map((id) => `${say('related')} ${titleOf(call, id)}`),
  ];
}

const STATUS: Readonly<Record<EntryText['status'], string>> = {
  current: 'entry-current',
  outdated: 'dash-outdated',
  disputed: 'dash-disputed',
};

const labelled = (label: string, words: string): string => `${label}: ${words}`;

const writtenLines = (words: string): string[] => words.split('\n').filter((line) => line.trim() !== '');
