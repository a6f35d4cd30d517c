import { groupBy } from '../../core/text/group-by.ts';
import { CHECKS_FILE, PACK_FILE } from '../packs/pack-files.ts';
import { packJsonFor } from './effective-pack.ts';
import { effectiveTexts, keyOf, type PlacedText, withoutMark } from './effective-texts.ts';
import { type CommunityState, recordsOf, retiredIn, splitKey } from './records.ts';
import { withoutMissingChecks, withoutMissingRelated } from './without-missing.ts';

/**
 * All that a community knows, as packs: contents by path, `<pack>/<language>/questions/x.md`, sorted. A file that the
 * community did not change is the same byte by byte, except for a byte order mark. Left out are retired entries and
 * what names them: relations, checks, and packs without entries.
 */
export function exportFiles(state: CommunityState): Map<string, string> {
  const retired = retiredIn(state.records);
  const kept = effectiveTexts(state).filter(({ id }) => !retired.has(id));
  const packs = groupBy(kept, ({ pack }) => pack);
  const files = [...packs].flatMap(([name, texts]) =>
    [...packFiles(state, name, texts)].map(([path, text]) => [`${name}/${path}`, text] as const),
  );
  return new Map(files.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function packFiles(state: CommunityState, name: string, texts: readonly PlacedText[]): Map<string, string> {
  const ids = new Set(texts.map(({ id }) => id));
  const files = new Map([[PACK_FILE, packJsonFor(state, name, texts)]]);
  for (const one of texts) files.set(`${keyOf(one)}.md`, withoutMissingRelated(one.text, ids));
  for (const [language, text] of checksOf(state, name)) {
    const kept = withoutMissingChecks(withoutMark(text), ids);
    if (kept === withoutMark(text) || kept.trim() !== '') files.set(`${language}/${CHECKS_FILE}`, kept);
  }
  return files;
}

/** By language: the community's if it has one, else the folder's. */
function checksOf({ packs, records }: CommunityState, name: string): Map<string, string> {
  const folder = [...(packs.find((pack) => pack.name === name)?.files ?? [])].filter(
    ([path]) => path.split('/').length === 2 && path.endsWith(`/${CHECKS_FILE}`),
  );
  const kept = [...recordsOf(records, 'checks')]
    .map(([key, { text }]) => [...splitKey(key), text] as const)
    .filter(([pack]) => pack === name);
  return new Map([
    ...folder.map(([path, text]) => [splitKey(path)[0], text] as const),
    ...kept.map(([, language, text]) => [language, text] as const),
  ]);
}
