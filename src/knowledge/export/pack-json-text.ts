import type { Source } from '../../core/entry/entry.ts';
import type { PackInfo } from '../format/pack-json.ts';

/**
 * The text of a pack.json. @param extraSources by id; they come after the pack's own, or replace those with their id.
 */
export function packJsonText(
  { title, defaultLanguage, licence, example, order, sources }: PackInfo,
  extraSources: Readonly<Record<string, Source>> = {},
): string {
  const all = new Map([...Object.entries(sources), ...Object.entries(extraSources)]);
  const ordered = [...all].map(([id, source]) => [id, inOrder(source)] as const);
  const pack = { title, defaultLanguage, licence, example, order, sources: Object.fromEntries(ordered) };
  return `${JSON.stringify(pack, undefined, 2)}\n`;
}

/** Whether two sources say the same. */
export const sameSource = (a: Source, b: Source): boolean => JSON.stringify(inOrder(a)) === JSON.stringify(inOrder(b));

const inOrder = ({ title, publisher, url, published, language, translations }: Source): Source => ({
  title,
  publisher,
  url,
  published,
  language,
  translations,
});
