import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { UNTRAINED_WEIGHTS } from '../../../src/core/calibration/calibrate.ts';
import { indexNamesOf } from '../../../src/core/search/library.ts';
import { formatProblem } from '../../../src/knowledge/format/problem.ts';
import { fingerprintOf, isNearly } from '../../../src/knowledge/learned/fitted-weights.ts';
import { readKnowledge, weightsFor } from '../../../src/knowledge/packs/read-knowledge.ts';
import { staleWeights, weightsText } from '../../../src/knowledge/packs/weights-file.ts';
import { entryText, PACK_JSON } from '../../helpers/memory-files.ts';
import { shippedLocales } from '../../helpers/services.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';

const ENTRY = 'pack/en/questions/join.md';
const FILES = { 'pack/pack.json': PACK_JSON, [ENTRY]: entryText({ title: 'How do I join?' }) };
const fitted = (hash: string) => ({
  en: { ...UNTRAINED_WEIGHTS, fittedTo: { language: 'l', entries: { 'questions/join': hash } } },
});

async function read(weights: string) {
  const dir = temporaryFolder({ ...FILES, 'pack/weights.json': weights });
  const knowledge = await readKnowledge(dir);
  return {
    knowledge,
    told: (all = knowledge.problems) => all.map((one) => formatProblem(one).replaceAll(`${dir}/`, '')),
  };
}

it('weights beside a pack are read with it, and are written as they are read', async () => {
  const { knowledge, told } = await read(weightsText(fitted('a')));
  expect(told()).toEqual([]);
  expect(knowledge.packs[0]?.weights).toEqual(fitted('a'));
  expect(weightsFor({ key: 'en pack', base: 'en', pack: 'pack' }, knowledge)).toEqual(fitted('a').en);
  expect(weightsFor({ key: 'de pack', base: 'de', pack: 'pack' }, knowledge)).toBeUndefined();
});

it.each([
  ['{', 'pack/weights.json:1: this is not JSON'],
  ['{"en": {"fittedTo": 1}}', 'pack/weights.json:1: en.fittedTo must be an object, not "1"'],
  [weightsText(fitted('a')).replace(/"intercept": \S+,/, ''), 'confidence.intercept is missing'],
  [weightsText(fitted('a')).replace(/"intercept": [^,]+/, '"intercept": "much"'), 'intercept must be a number'],
])('weights that are none are a warning, and are not used: %#', async (text, words) => {
  const { knowledge, told } = await read(text);
  expect(told()).toEqual([expect.stringContaining(words)]);
  expect(knowledge.problems[0]?.level).toBe('warning');
  expect(knowledge.packs[0]?.weights).toBeUndefined();
  expect(knowledge.entries).toHaveLength(1);
});

it('the check names weights that were fitted to other texts, and the command that fits them', async () => {
  const locales = await shippedLocales();
  const { knowledge, told } = await read(weightsText(fitted('a')));
  expect(told(staleWeights(knowledge, locales))).toEqual([
    'pack/weights.json:1: the weights were fitted to other texts (en), and each bot fits its own (the command `knowledge weigh pack` fits them; without the file, each bot does)',
  ]);
  const [name] = indexNamesOf(knowledge.entries);
  const fittedTo = name && fingerprintOf(name, knowledge.entries, locales);
  const right = {
    ...knowledge,
    packs: knowledge.packs.map((pack) => ({ ...pack, weights: { en: { ...UNTRAINED_WEIGHTS, fittedTo } } })),
  };
  expect(staleWeights(right as typeof knowledge, locales)).toEqual([]);
});

it('the included pack comes with weights that serve each of its languages', async () => {
  const locales = await shippedLocales();
  const knowledge = await readKnowledge('./knowledge');
  const names = indexNamesOf(knowledge.entries);
  expect(names.length).toBeGreaterThan(7);
  const unserved = names.filter((name) => {
    const weights = weightsFor(name, knowledge);
    return !weights || !isNearly(weights.fittedTo, fingerprintOf(name, knowledge.entries, locales));
  });
  expect(
    unserved.map(({ base }) => base),
    'run: npm run --silent knowledge -- weigh knowledge/chatgpt-china-ban',
  ).toEqual([]);
  const [{ dir } = { dir: '' }] = knowledge.packs;
  expect(readFileSync(join(dir, 'weights.json'), 'utf8')).toBe(weightsText(knowledge.packs[0]?.weights ?? {}));
});
