import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exportFiles } from '../../../src/knowledge/export/export-files.ts';
import type { CommunityState, KnowledgeRecord } from '../../../src/knowledge/export/records.ts';
import { formatProblem, wordsOf } from '../../../src/knowledge/format/problem.ts';
import type { Import, ImportOptions } from '../../../src/knowledge/import/imported.ts';
import { planImport } from '../../../src/knowledge/import/plan-import.ts';
import { readImport } from '../../../src/knowledge/import/read-import.ts';
import { applyEdits } from '../../helpers/apply-edits.ts';
import { entryText, PACK_JSON } from '../../helpers/memory-files.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';

const FILES = {
  'pack.json': PACK_JSON,
  'en/questions/why.md': entryText(),
  'en/questions/how.md': entryText({ title: 'How?', phrasings: ['which way'] }),
  'en/checks.md': '## questions/why\n- x\n',
};

const stateOf = (
  records: readonly KnowledgeRecord[] = [],
  files: Readonly<Record<string, string>> = FILES,
): CommunityState => ({
  packs: [{ name: 'rules', files: new Map(Object.entries(files)) }],
  records,
  own: { title: 'Our own', language: 'en' },
});

function read(
  files: Readonly<Record<string, string>>,
  path = '',
  options: Partial<ImportOptions> = {},
): Promise<Import> {
  return readImport([join(temporaryFolder(files), path)], { language: 'en', ...options });
}

const readPack = (files: Readonly<Record<string, string>>): Promise<Import> =>
  read(Object.fromEntries(Object.entries(files).map(([path, text]) => [`rules/${path}`, text])));

const taken = (state: CommunityState, imported: Import): CommunityState => ({
  ...state,
  records: applyEdits(state.records, planImport(state, imported).edits),
});

describe('the import of a pack', () => {
  it('changes what it says otherwise, and nothing else', async () => {
    const text = entryText({ title: 'Why, then?' });
    const imported = await readPack({
      ...FILES,
      'en/questions/why.md': text,
      'de/questions/why.md': entryText({ title: 'Warum?' }),
      'en/checks.md': '## silence\n- x\n',
    });
    expect(planImport(stateOf(), imported)).toEqual({
      edits: [
        { kind: 'checks', key: 'rules/en', value: { text: '## silence\n- x\n' } },
        { kind: 'entry', key: 'de/questions/why', value: { pack: 'rules', text: entryText({ title: 'Warum?' }) } },
        { kind: 'entry', key: 'en/questions/why', value: { pack: 'rules', text } },
      ],
      added: ['de/questions/why'],
      changed: ['en/questions/why'],
      unchanged: ['en/questions/how'],
      order: ['questions/why', 'questions/how'],
      files: ['rules/en/checks.md'],
      problems: [],
    });
  });

  it('takes the records away that it makes needless', async () => {
    const records: KnowledgeRecord[] = [
      { kind: 'entry', key: 'en/questions/why', value: { pack: 'rules', text: entryText({ title: 'Other?' }) } },
      { kind: 'phrasings', key: 'en/questions/how', value: { added: ['in what way'], removed: [] } },
      { kind: 'retired', key: 'questions/how', value: { why: 'old' } },
      { kind: 'pack', key: 'rules', value: { text: PACK_JSON.replace('Rules', 'Other') } },
      { kind: 'checks', key: 'rules/en', value: { text: '' } },
    ];
    const plan = planImport(stateOf(records), await readPack(FILES));
    expect(plan.edits).toEqual(
      records.map(({ kind, key }) => ({ kind, key, value: null })).sort((a, b) => (a.kind < b.kind ? -1 : 1)),
    );
    expect(plan).toMatchObject({ added: ['en/questions/how'], changed: ['en/questions/why'], unchanged: [] });
  });

  it('keeps sources that other entries need, and drops others', async () => {
    const records: KnowledgeRecord[] = [
      {
        kind: 'entry',
        key: 'en/questions/mine',
        value: { pack: 'rules', text: entryText({ frontMatter: 'sources: [talk, old]' }) },
      },
      { kind: 'source', key: 'rules/talk', value: { title: 'A talk' } },
      { kind: 'source', key: 'rules/unused', value: { title: 'Unused' } },
    ];
    const old = { ...FILES, 'pack.json': PACK_JSON.replace('"sources":{', '"sources":{"old":{"title":"Old"},') };
    const state = stateOf(records, old);
    const after = taken(state, await readPack(FILES));
    expect(JSON.parse(exportFiles(after).get('rules/pack.json') ?? '').sources).toEqual({
      rules: { title: 'Our rules' },
      talk: { title: 'A talk' },
      old: { title: 'Old' },
    });
  });

  it('is refused where another pack has the entry', async () => {
    const imported = await read({ 'new/pack.json': PACK_JSON, 'new/en/questions/why.md': entryText() });
    const { edits, problems } = planImport(stateOf(), imported);
    expect(edits).toEqual([]);
    expect(problems.map((problem) => wordsOf(problem).message)).toEqual([
      'the entry "questions/why" is in the pack "rules", too',
    ]);
  });
});

describe('the import of questions', () => {
  const FAQ = '# Why?\nSo.\n\n# Where?\nHere.\n';

  it('adds them to the community, with their source, under ids that are free', async () => {
    const { edits, added } = planImport(stateOf(), await read({ 'FAQ.md': FAQ }, 'FAQ.md'));
    expect(added).toEqual(['en/questions/where', 'en/questions/why-2']);
    expect(edits.map(({ kind, key }) => `${kind} ${key}`)).toEqual([
      'entry en/questions/where',
      'entry en/questions/why-2',
      'source community/faq-md-5c2426',
    ]);
  });

  it('a second time changes only what was changed', async () => {
    const state = taken(stateOf(), await read({ 'FAQ.md': FAQ }, 'FAQ.md'));
    expect(planImport(state, await read({ 'FAQ.md': FAQ }, 'FAQ.md'))).toMatchObject({
      edits: [],
      unchanged: ['en/questions/where', 'en/questions/why-2'],
    });
    const changed = planImport(
      state,
      await read({ 'FAQ.md': `${FAQ.replace('Here', 'There')}\n# When?\nNow.\n` }, 'FAQ.md'),
    );
    expect(changed).toMatchObject({
      added: ['en/questions/when'],
      changed: ['en/questions/where'],
      unchanged: ['en/questions/why-2'],
    });
  });

  it('that were asked twice stays the same, too', async () => {
    const twice = '# Why?\nSo.\n\n# Why?\nNot so.\n';
    const state = taken(stateOf(), await read({ 'FAQ.md': twice }, 'FAQ.md'));
    expect(planImport(state, await read({ 'FAQ.md': twice }, 'FAQ.md')).edits).toEqual([]);
  });

  it('brings back what was retired', async () => {
    const state = taken(stateOf(), await read({ 'FAQ.md': FAQ }, 'FAQ.md'));
    const records: KnowledgeRecord[] = [
      ...state.records,
      { kind: 'retired', key: 'questions/where', value: { why: '' } },
    ];
    const plan = planImport({ ...state, records }, await read({ 'FAQ.md': FAQ }, 'FAQ.md'));
    expect(plan).toMatchObject({
      edits: [{ kind: 'retired', key: 'questions/where', value: null }],
      added: ['en/questions/where'],
      unchanged: ['en/questions/why-2'],
    });
  });

  it('with ids of another system never changes another pack', async () => {
    const csv = 'question,answer,id\nWhy?,So.,why\nWhy?,So.,Other id\n';
    const state = stateOf();
    const first = await read({ 'faq.csv': csv }, 'faq.csv');
    expect(planImport(state, first).added).toEqual(['en/questions/other-id', 'en/questions/why-2']);
    const after = taken(state, await read({ 'faq.csv': 'question,answer,id\nWhere?,So.,x\n' }, 'faq.csv'));
    expect(
      planImport(after, await read({ 'faq.csv': 'question,answer,id\nWhere to?,So.,x\n' }, 'faq.csv')),
    ).toMatchObject({ added: [], changed: ['en/questions/x'] });
  });

  it('with ids of entries corrects those, in their pack', async () => {
    const { edits } = planImport(
      stateOf(),
      await read({ 'faq.csv': 'question,answer,id,language\nWarum?,Darum.,questions/why,de\n' }, 'faq.csv'),
    );
    expect(edits).toMatchObject([
      { kind: 'entry', key: 'de/questions/why', value: { pack: 'rules' } },
      { kind: 'source', key: 'rules/faq-csv-a49b3e', value: { title: 'faq.csv' } },
    ]);
  });
});

describe("the import of an entry's file", () => {
  const TEXT = entryText({
    frontMatter: 'sources: [rules]\nrelated: [questions/how, questions/gone]',
    title: 'Why, then?',
  });

  it('corrects the entry of that id; relations that lead nowhere are left out', async () => {
    const plan = planImport(stateOf(), await read({ 'en/questions/why.md': TEXT }, 'en/questions/why.md'));
    expect(plan.edits).toEqual([
      { kind: 'entry', key: 'en/questions/why', value: { pack: 'rules', text: TEXT.replace(', questions/gone', '') } },
    ]);
    expect(plan.problems.map(formatProblem).map((problem) => problem.replace(/^.*why\.md/, ''))).toEqual([
      ':3: the related entry "questions/gone" is not in the pack "rules", so it is left out (import it as well)',
    ]);
    expect(
      planImport(
        taken(stateOf(), await read({ 'en/questions/why.md': TEXT }, 'en/questions/why.md')),
        await read({ 'en/questions/why.md': TEXT }, 'en/questions/why.md'),
      ).edits,
    ).toEqual([]);
  });

  it('needs sources that somebody explains', async () => {
    const { edits, problems } = planImport(stateOf(), await read({ 'new.md': entryText() }, 'new.md'));
    expect(edits).toEqual([]);
    expect(problems.map((problem) => wordsOf(problem).message)).toEqual(['the pack "community" has no source "rules"']);
    const explained = planImport(
      stateOf(),
      await read({ 'new.md': entryText() }, 'new.md', { source: { title: 'Rules' } }),
    );
    expect(explained.edits.map(({ kind, key }) => `${kind} ${key}`)).toEqual([
      'entry en/questions/new',
      'source community/rules',
    ]);
    expect(planImport(stateOf(), await read({ 'new.md': entryText() }, 'new.md', { pack: 'rules' })).problems).toEqual(
      [],
    );
  });
});

it('an import that was refused plans nothing', async () => {
  const plan = planImport(stateOf(), await read({ 'FAQ.md': '# Why?\n' }, 'FAQ.md'));
  expect(plan).toMatchObject({ edits: [], added: [], changed: [], unchanged: [], files: [] });
  expect(plan.problems).toHaveLength(1);
});
