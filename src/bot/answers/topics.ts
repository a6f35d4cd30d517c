import { textIn } from '../../core/entry/display.ts';
import type { Entry } from '../../core/entry/entry.ts';
import type { WithLanguages } from '../services.ts';

export const topicsIn =
  (language: string, { languages }: WithLanguages) =>
  (entry: Entry): readonly string[] =>
    textIn(entry, language, languages)?.text.tags ?? [];

export function entriesByTopic(
  entries: Iterable<Entry>,
  topicsOf: (entry: Entry) => readonly string[],
): Map<string, Entry[]> {
  const byTopic = new Map<string, Entry[]>();
  for (const entry of entries)
    for (const topic of new Set(topicsOf(entry))) byTopic.set(topic, [...(byTopic.get(topic) ?? []), entry]);
  return new Map([...byTopic].sort(([a, x], [b, y]) => y.length - x.length || a.localeCompare(b)));
}
