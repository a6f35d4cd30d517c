import { expect, it } from 'vitest';
import { hiddenExamples } from '../../../src/knowledge/export/write-export.ts';
import { PACK_JSON } from '../../helpers/memory-files.ts';

const EXAMPLE = PACK_JSON.replace('{', '{"example":true,');
const files = (packs: Readonly<Record<string, string>>) =>
  new Map(Object.entries(packs).map(([name, text]) => [`${name}/pack.json`, text]));

it('an example beside another pack is passed over, and one that is alone is not', () => {
  expect(hiddenExamples(files({ shown: EXAMPLE, community: PACK_JSON }))).toEqual(['shown']);
  expect(hiddenExamples(files({ shown: EXAMPLE }))).toEqual([]);
  expect(hiddenExamples(files({ own: PACK_JSON }))).toEqual([]);
  expect(hiddenExamples(new Map([...files({ own: PACK_JSON }), ['shown/en/pack.json', EXAMPLE]]))).toEqual([]);
});
