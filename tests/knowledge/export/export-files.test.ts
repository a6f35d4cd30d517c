import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportFiles } from '../../../src/knowledge/export/export-files.ts';
import type { CommunityState, KnowledgeRecord } from '../../../src/knowledge/export/records.ts';
import { formatProblem } from '../../../src/knowledge/format/problem.ts';
import { readPack } from '../../../src/knowledge/packs/pack.ts';
import { PACK_FILE } from '../../../src/knowledge/packs/pack-files.ts';
import { someState } from '../../helpers/community-state.ts';
import { entryText, memoryFiles, PACK_JSON } from '../../helpers/memory-files.ts';
import { runs } from '../../helpers/runs.ts';

const OWN = { title: 'Our own', language: 'en' };
const WHY = entryText({ frontMatter: '# note\nsources: [rules]\nrelated: [questions/how, questions/when]' });
const FILES = {
  'pack.json': PACK_JSON,
  'en/questions/why.md': WHY,
  'en/questions/how.md': entryText({ title: 'How?', phrasings: ['which way'] }),
  'de/questions/how.md': entryText({ title: 'Wie?', phrasings: ['auf welche Art'] }),
  'en/questions/when.md': entryText({ title: 'When?', phrasings: ['at what time'] }),
  'en/checks.md': '## questions/why\n- a\n\n## questions/how\n- b\n- c\n\n## silence\n- d\n',
};

const stateOf = (
  records: readonly KnowledgeRecord[],
  files: Readonly<Record<string, string>> = FILES,
): CommunityState => ({
  packs: [{ name: 'rules', files: new Map(Object.entries(files)) }],
  records,
  own: OWN,
});

const inRules = (files: Readonly<Record<string, string>>) =>
  new Map(Object.entries(files).map(([path, text]) => [`rules/${path}`, text]));

/** Errors of each pack of an export. */
async function errorsOf(files: ReadonlyMap<string, string>): Promise<string[]> {
  const packs = [...new Set([...files.keys()].map((path) => path.split('/')[0] ?? ''))];
  const inPack = (name: string) =>
    [...files]
      .filter(([path]) => path.startsWith(`${name}/`))
      .map(([path, text]) => [path.slice(name.length + 1), text] as const);
  const read = packs.map((name) => readPack(name, memoryFiles(Object.fromEntries(inPack(name)))));
  return (await Promise.all(read)).flatMap(({ problems }) =>
    problems.filter(({ level }) => level === 'error').map(formatProblem),
  );
}

describe('an export', () => {
  it('of packs in which nothing was changed is the packs', () => {
    const odd = Object.fromEntries(
      Object.entries(FILES).map(([path, text]) => [path, `${text.replaceAll('\n', '\r\n')}  `]),
    );
    for (const files of [FILES, odd]) expect(exportFiles(stateOf([], files))).toEqual(inRules(files));
  });

  it('holds corrections and phrasings', () => {
    const text = entryText({ title: 'Why, then?' });
    const files = exportFiles(
      stateOf([
        { kind: 'entry', key: 'en/questions/why', value: { pack: 'rules', text } },
        { kind: 'phrasings', key: 'en/questions/why', value: { added: ['what for'], removed: ['how come'] } },
        { kind: 'phrasings', key: 'en/questions/gone', value: { added: ['x'], removed: [] } },
      ]),
    );
    expect(files.get('rules/en/questions/why.md')).toBe(text.replace('how come', 'what for'));
  });

  it('leaves out what is retired, and what names it', () => {
    const files = exportFiles(stateOf([{ kind: 'retired', key: 'questions/how', value: { why: '' } }]));
    expect([...files.keys()]).toEqual([
      'rules/en/checks.md',
      'rules/en/questions/when.md',
      'rules/en/questions/why.md',
      'rules/pack.json',
    ]);
    expect(files.get('rules/en/questions/why.md')).toBe(
      entryText({ frontMatter: 'sources: [rules]\nrelated: [questions/when]' }),
    );
    expect(files.get('rules/en/checks.md')).toBe('## questions/why\n- a\n\n## silence\n- d\n');
  });

  it('leaves out a pack of which nothing is left, and chooses a language where the default is gone', () => {
    const retired = (...ids: string[]): KnowledgeRecord[] =>
      ids.map((key) => ({ kind: 'retired', key, value: { why: '' } }));
    expect(exportFiles(stateOf(retired('questions/why', 'questions/how', 'questions/when'))).size).toBe(0);
    const files = { 'pack.json': PACK_JSON, 'en/questions/why.md': entryText(), 'de/questions/how.md': entryText() };
    expect(exportFiles(stateOf(retired('questions/why'), files)).get('rules/pack.json')).toContain(
      '"defaultLanguage": "de"',
    );
  });

  it('gives taught entries a pack of their own, with the sources they name', () => {
    const text = entryText({ frontMatter: 'sources: [talk, lost]\nrelated: [questions/why]' });
    const records: KnowledgeRecord[] = [
      { kind: 'entry', key: 'zh-Hans/questions/new', value: { pack: 'community', text } },
      { kind: 'source', key: 'community/talk', value: { title: 'A talk', url: 'https://a.example/' } },
    ];
    const files = exportFiles({ packs: [], records, own: OWN });
    expect(JSON.parse(files.get('community/pack.json') ?? '')).toEqual({
      title: { 'zh-Hans': 'Our own' },
      defaultLanguage: 'zh-Hans',
      sources: { talk: { title: 'A talk', url: 'https://a.example/' }, lost: { title: 'lost' } },
    });
    expect(files.get('community/zh-Hans/questions/new.md')).toBe(entryText({ frontMatter: 'sources: [talk, lost]' }));
  });

  it('takes pack.json and checks from records where there are any', () => {
    const records: KnowledgeRecord[] = [
      { kind: 'pack', key: 'rules', value: { text: PACK_JSON.replace('Rules', 'New rules') } },
      { kind: 'checks', key: 'rules/en', value: { text: '## silence\n- x\n' } },
      { kind: 'checks', key: 'other/en', value: { text: '## silence\n- y\n' } },
    ];
    const files = exportFiles(stateOf(records));
    expect(files.get(`rules/${PACK_FILE}`)).toBe(PACK_JSON.replace('Rules', 'New rules'));
    expect(files.get('rules/en/checks.md')).toBe('## silence\n- x\n');
  });

  it('puts a correction beside the other languages of its entry, whatever pack the record names', () => {
    const files = exportFiles(
      stateOf([{ kind: 'entry', key: 'fr/questions/why', value: { pack: 'gone', text: entryText() } }]),
    );
    expect(files.has('rules/fr/questions/why.md')).toBe(true);
  });

  it('copies what cannot be read', () => {
    const files = {
      'pack.json': '{',
      'en/questions/why.md': `---\nx: [\n---\n# T${'['.repeat(70_000)}`,
      'en/checks.md': '## questions/why\n- a',
    };
    const records: KnowledgeRecord[] = [
      { kind: 'phrasings', key: 'en/questions/why', value: { added: ['x'], removed: [] } },
    ];
    expect(exportFiles(stateOf(records, files))).toEqual(inRules(files));
  });

  it('passes its own check', async () => {
    await fc.assert(
      fc.asyncProperty(someState(), async (state) => {
        expect(await errorsOf(exportFiles(state))).toEqual([]);
      }),
      runs(60),
    );
  });
});
