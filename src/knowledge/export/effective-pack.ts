import type { Source } from '../../core/entry/entry.ts';
import { splitFrontMatter } from '../format/front-matter.ts';
import { checkJson } from '../format/json-file.ts';
import { PACK_SHAPE, type PackInfo } from '../format/pack-json.ts';
import { PACK_FILE } from '../packs/pack-files.ts';
import { type PlacedText, withoutMark } from './effective-texts.ts';
import { packJsonText, sameSource } from './pack-json-text.ts';
import { type ChangedPacks, type CommunityState, OWN_PACK, recordsOf, splitKey } from './records.ts';

/** A pack as a community sees it. */
export interface EffectivePack {
  /** pack.json as it was imported, else as the folder has it; absent if there is none. */
  readonly text?: string;
  /** That text, parsed; absent if there is none, or if it has errors. */
  readonly info?: PackInfo;
  /** Sources that are not in pack.json, by id. */
  readonly extra: ReadonlyMap<string, Source>;
}

export function effectivePack({ packs, records }: ChangedPacks, name: string): EffectivePack {
  const folder = packs.find((pack) => pack.name === name)?.files.get(PACK_FILE);
  const text = recordsOf(records, 'pack').get(name)?.text ?? folder;
  const extra = [...recordsOf(records, 'source')].map(([key, source]) => [...splitKey(key), source] as const);
  return {
    text: text === undefined ? undefined : withoutMark(text),
    info: text === undefined ? undefined : checkJson(text, PACK_SHAPE).data,
    extra: new Map(extra.filter(([pack]) => pack === name).map(([, id, source]) => [id, source])),
  };
}

/** Ids of sources that an entry names; none if its front matter has errors. */
export const sourcesIn = (text: string): readonly string[] =>
  (splitFrontMatter(text).frontMatter?.sources ?? []).map((id) => id.normalize('NFC'));

/** A pack.json with everything that these entries need: the present text, if nothing is missing there. */
export function packJsonFor(state: CommunityState, name: string, texts: readonly PlacedText[]): string {
  const { text, info, extra } = effectivePack(state, name);
  if (text !== undefined && !info) return text;
  const languages = [...new Set(texts.map(({ language }) => language))].sort();
  const base = info ?? newInfo(state, name, languages);
  const sources = Object.entries(base.sources);
  const further = [...extra, ...missing(state, texts, new Set([...sources.map(([id]) => id), ...extra.keys()]))];
  const isNew = ([id, source]: readonly [string, Source]): boolean =>
    !sources.some(([known, same]) => known === id && sameSource(same, source));
  // Sorted, so that the same sources give the same bytes.
  const added = further.filter(isNew).sort(([a], [b]) => (a < b ? -1 : 1));
  const [first = base.defaultLanguage] = languages;
  const defaultLanguage = languages.includes(base.defaultLanguage) ? base.defaultLanguage : first;
  if (text !== undefined && added.length === 0 && defaultLanguage === base.defaultLanguage) return text;
  return packJsonText({ ...base, defaultLanguage }, Object.fromEntries(added));
}

function newInfo(
  { own }: CommunityState,
  name: string,
  [first = own.language, ...others]: readonly string[],
): PackInfo {
  const language = [first, ...others].includes(own.language) ? own.language : first;
  const title = name === OWN_PACK && own.title.trim() !== '' ? own.title : name;
  return { title: { [language]: title }, defaultLanguage: language, sources: {} };
}

/**
 * Sources that entries name but their pack does not have, for example because its folder is gone: as another pack has
 * them, or with their id as title.
 */
function missing(
  { records }: CommunityState,
  texts: readonly PlacedText[],
  known: ReadonlySet<string>,
): [string, Source][] {
  const elsewhere = new Map([...recordsOf(records, 'source')].map(([key, source]) => [splitKey(key)[1], source]));
  const ids = new Set(texts.flatMap(({ text }) => sourcesIn(text)));
  return [...ids].filter((id) => !known.has(id)).map((id) => [id, elsewhere.get(id) ?? { title: id }]);
}
