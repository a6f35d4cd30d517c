import fc from 'fast-check';
import { writeEntryText, writeFrontMatter } from '../../src/knowledge/export/entry-text.ts';
import { packJsonText } from '../../src/knowledge/export/pack-json-text.ts';
import type { CommunityState, KnowledgeRecord, PackTree } from '../../src/knowledge/export/records.ts';
import { PACK_FILE } from '../../src/knowledge/packs/pack-files.ts';

const LANGUAGES = ['en', 'de', 'zh-Hans'] as const;
const IDS = {
  alpha: ['questions/a', 'questions/b', 'facts/deep/c', 'questions/为什么'],
  beta: ['questions/d', 'facts/e'],
  community: ['questions/new', 'questions/new-2'],
} as const;
const SOURCES = { rules: { title: 'Our rules' }, 'FAQ.md': { title: 'FAQ', url: 'https://a.example/' } };
const WORDS = ['how come', 'what for', '# not a heading', '*', '为什么', 'why so', 'reason?'];

type Name = keyof typeof IDS;
/** Numbers of which every choice is made, so that failing examples shrink. */
type Pick = (below: number) => number;

/** Files of one entry, in forms in which people write them. */
function entryFile(id: string, language: string, ids: readonly string[], pick: Pick): string {
  const related = ids.filter((other) => other !== id && pick(3) === 0);
  const frontMatter = writeFrontMatter({
    sources: pick(2) === 0 ? ['rules'] : ['rules', 'FAQ.md'],
    related,
    tags: pick(2) === 0 ? [] : ['x'],
    status: pick(4) === 0 ? 'outdated' : 'current',
  });
  const phrasings = WORDS.slice(0, pick(4)).map((words) => `${words} ${id} ${language}`);
  const text = writeEntryText({
    frontMatter,
    title: `Title of ${id} in ${language} ${pick(3)}?`,
    phrasings,
    answer: ['So.', '> quote\n\nSo.', '- a\n- b'][pick(phrasings.length > 0 ? 3 : 1)] ?? 'So.',
  });
  return (
    [text, text.replaceAll('\n', '\r\n'), text.replace('---\n', '---\n# a note\n'), `${text}\n\n`][pick(4)] ?? text
  );
}

function packOf(name: Exclude<Name, 'community'>, pick: Pick): PackTree {
  const ids = IDS[name];
  const [first = 'en', ...others] = LANGUAGES.slice(pick(3));
  const files = new Map<string, string>();
  const texts = [first, ...others].map((language) =>
    ids.filter((_, at) => (at === 0 && language === first) || pick(2) === 0).map((id) => [language, id] as const),
  );
  const present = [...new Set(texts.flat().map(([, id]) => id))];
  for (const [language, id] of texts.flat()) files.set(`${language}/${id}.md`, entryFile(id, language, present, pick));
  const json = packJsonText({ title: { en: name }, defaultLanguage: first, sources: SOURCES });
  files.set(PACK_FILE, pick(2) === 0 ? json : JSON.stringify(JSON.parse(json)));
  if (pick(2) === 0)
    files.set(
      `${first}/checks.md`,
      `${present.map((id) => `## ${id}\n- ask ${id}\n\n`).join('')}## silence\n- weather\n`,
    );
  return { name, files };
}

function recordsFor(packs: readonly PackTree[], pick: Pick): KnowledgeRecord[] {
  const present = packs.flatMap(({ name, files }) =>
    [...files.keys()]
      .filter((path) => path !== PACK_FILE && !path.endsWith('/checks.md'))
      .map((path) => ({ pack: name, key: path.slice(0, -'.md'.length) })),
  );
  const records: KnowledgeRecord[] = present
    .filter(() => pick(4) === 0)
    .map(({ pack, key }) => ({ kind: 'entry', key, value: { pack, text: entryFile(rest(key), key, [], pick) } }));
  for (const id of IDS.community.filter(() => pick(2) === 0)) {
    const language = LANGUAGES[pick(3)] ?? 'en';
    records.push({
      kind: 'entry',
      key: `${language}/${id}`,
      value: { pack: 'community', text: entryFile(id, language, [IDS.alpha[0], ...IDS.community], pick) },
    });
  }
  for (const { key } of present.filter(() => pick(4) === 0))
    records.push({
      kind: 'phrasings',
      key,
      value: { added: [`added to ${key}`, `> ${key}`], removed: [`how come ${rest(key)} ${key.split('/')[0]}`] },
    });
  for (const id of [...new Set(present.map(({ key }) => rest(key))), ...IDS.community].filter(() => pick(4) === 0))
    records.push({ kind: 'retired', key: id, value: { why: '' } });
  if (pick(2) === 0)
    records.push({ kind: 'source', key: 'community/rules', value: { title: 'Rules of the community' } });
  if (pick(3) === 0) records.push({ kind: 'source', key: 'alpha/more', value: { title: 'More', published: '2024' } });
  if (pick(3) === 0)
    records.push({ kind: 'checks', key: 'alpha/en', value: { text: `## ${IDS.alpha[0]}\n- asked by a person\n` } });
  return records;
}

const rest = (key: string): string => key.slice(key.indexOf('/') + 1);

/** Packs without errors, and what a community may have changed in them. */
export const someState = (): fc.Arbitrary<CommunityState> =>
  fc.infiniteStream(fc.nat(1_000_000)).map((numbers) => {
    const pick: Pick = (below) => (numbers.next().value ?? 0) % below;
    const packs = (['alpha', 'beta'] as const).filter(() => pick(4) > 0).map((name) => packOf(name, pick));
    return { packs, records: recordsFor(packs, pick), own: { title: 'Our own', language: LANGUAGES[pick(3)] ?? 'en' } };
  });
