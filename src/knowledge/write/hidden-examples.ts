import { checkJson } from '../json-file.ts';
import { PACK_FILE } from '../pack-files.ts';
import { PACK_SHAPE } from '../pack-json.ts';

/** Names of packs among exported files that are passed over where these files are loaded as one folder; see findPacks. */
export function hiddenExamples(files: ReadonlyMap<string, string>): string[] {
  const packs = [...files].flatMap(([path, text]) => {
    const [name = '', file, ...rest] = path.split('/');
    return file === PACK_FILE && rest.length === 0 ? [{ name, isExample: checkJson(text, PACK_SHAPE).data?.example === true }] : [];
  });
  return packs.every(({ isExample }) => isExample) ? [] : packs.filter(({ isExample }) => isExample).map(({ name }) => name);
}
