import type { Source } from '../../core/entry/entry.ts';
import { effectivePack, sourcesIn } from '../export/effective-pack.ts';
import { effectiveTexts, keyOf, withoutMark } from '../export/effective-texts.ts';
import { exportFiles } from '../export/export-files.ts';
import { type CommunityState, recordsOf } from '../export/records.ts';
import { withoutMissingRelated } from '../export/without-missing.ts';
import { splitFrontMatter } from '../format/front-matter.ts';
import { checkJson } from '../format/json-file.ts';
import { PACK_SHAPE } from '../format/pack-json.ts';
import { fault, inFile, type Problem, shortened, warning } from '../format/problem.ts';
import { CHECKS_FILE, PACK_FILE } from '../packs/pack-files.ts';
import type { Edits } from './edits.ts';
import type { ImportedPack } from './imported.ts';
import type { PlacedEntry } from './place-entries.ts';

/** Takes relations that lead nowhere out of entries that came without their pack. */
export function checkRelated(
  state: CommunityState,
  entries: readonly PlacedEntry[],
  packs: readonly ImportedPack[],
): { readonly entries: readonly PlacedEntry[]; readonly problems: readonly Problem[] } {
  const whole = new Set(packs.filter(({ packJson }) => packJson !== undefined).map(({ name }) => name));
  const retired = new Set([...recordsOf(state.records, 'retired').keys()].map((id) => id.normalize('NFC')));
  const present = [...effectiveTexts(state).filter(({ id }) => !retired.has(id)), ...entries];
  const problems: Problem[] = [];
  const kept = entries.map((entry): PlacedEntry => {
    if (whole.has(entry.pack)) return entry;
    const { frontMatter, lineOf } = splitFrontMatter(entry.text);
    if (!frontMatter) return entry;
    const ids = new Set(present.filter(({ pack }) => pack === entry.pack).map(({ id }) => id));
    const lost = frontMatter.related.filter((id) => !ids.has(id.normalize('NFC')));
    problems.push(
      ...inFile(
        entry.file,
        lost.map((id) =>
          warning(lineOf(['related']), 'related-left-out', { id: shortened(id), pack: shortened(entry.pack) }),
        ),
      ),
    );
    return { ...entry, text: withoutMissingRelated(entry.text, ids) };
  });
  return { entries: kept, problems };
}

/**
 * A pack.json that says something new takes the place of the present one; sources that other entries of the pack need
 * stay.
 */
export function planPackJson(
  state: CommunityState,
  entries: readonly PlacedEntry[],
  packs: readonly ImportedPack[],
  now: ReadonlyMap<string, string>,
  edits: Edits,
): void {
  if (packs.every(({ packJson }) => packJson === undefined)) return;
  // New entries may change what a pack.json says that is made again with each export.
  const then = edits.all().length === 0 ? now : exportFiles({ ...state, records: edits.applied() });
  for (const { name, packJson } of packs) {
    if (packJson === undefined || then.get(`${name}/${PACK_FILE}`) === packJson) continue;
    const folder = state.packs.find((pack) => pack.name === name)?.files.get(PACK_FILE);
    edits.set('pack', name, folder !== undefined && withoutMark(folder) === packJson ? null : { text: packJson });
    const brought = new Set(Object.keys(checkJson(packJson, PACK_SHAPE).data?.sources ?? {}));
    const needed = neededBeside(state, entries, name);
    for (const id of effectivePack(state, name).extra.keys()) edits.set('source', `${name}/${id}`, null);
    for (const [id, source] of sourcesOf(state, name))
      if (needed.has(id) && !brought.has(id)) edits.set('source', `${name}/${id}`, source);
  }
}

/** Ids of sources of a pack's entries that are not imported. */
function neededBeside(state: CommunityState, entries: readonly PlacedEntry[], name: string): Set<string> {
  const imported = new Set(entries.map(keyOf));
  return new Set(
    effectiveTexts(state)
      .filter((one) => one.pack === name && !imported.has(keyOf(one)))
      .flatMap(({ text }) => sourcesIn(text)),
  );
}

function sourcesOf(state: CommunityState, name: string): Map<string, Source> {
  const { info, extra } = effectivePack(state, name);
  return new Map([...Object.entries(info?.sources ?? {}), ...extra]);
}

export function planChecks(
  state: CommunityState,
  packs: readonly ImportedPack[],
  now: ReadonlyMap<string, string>,
  edits: Edits,
): void {
  for (const { name, checks } of packs) {
    for (const [language, text] of checks) {
      const path = `${language}/${CHECKS_FILE}`;
      if (now.get(`${name}/${path}`) === text) continue;
      const folder = state.packs.find((pack) => pack.name === name)?.files.get(path);
      edits.set(
        'checks',
        `${name}/${language}`,
        folder !== undefined && withoutMark(folder) === text ? null : { text },
      );
    }
  }
}

/** Sources of entries that came without their pack; what nobody explains is an error. */
export function planSources(
  state: CommunityState,
  entries: readonly PlacedEntry[],
  packs: readonly ImportedPack[],
  edits: Edits,
): Problem[] {
  const whole = new Set(packs.filter(({ packJson }) => packJson !== undefined).map(({ name }) => name));
  const known = new Map([...new Set(entries.map(({ pack }) => pack))].map((name) => [name, sourcesOf(state, name)]));
  return entries
    .filter(({ pack }) => !whole.has(pack))
    .flatMap(({ pack, text, sources, file }) =>
      sourcesIn(text).flatMap((id) => {
        const source = sources[id];
        if (known.get(pack)?.has(id)) return [];
        if (source) edits.set('source', `${pack}/${id}`, source);
        return source
          ? []
          : inFile(file, [fault(1, 'unexplained-source', { id: shortened(id), pack: shortened(pack) })]);
      }),
    );
}
