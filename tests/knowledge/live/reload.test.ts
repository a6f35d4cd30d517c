import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { KnowledgeError } from '../../../src/knowledge/format/problem.ts';
import { entryText } from '../../helpers/memory-files.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';
import { ask, BANNED, CHECKS, FILES, knowledgeFolder, LOCALES, nextSwap, opened, REFUND, told } from './folder.ts';

describe('a change in the folder', () => {
  it('goes live: an entry is added', async () => {
    const { dir, put } = knowledgeFolder();
    const { live } = await opened(dir);
    expect(ask(live, 'When is the next meetup?')).not.toContain('meetup');
    put('pack/en/questions/meetup.md', entryText({ title: 'When is the next meetup?', answer: 'On Friday.' }));
    expect(await live.reload()).toEqual({ kind: 'live', added: ['questions/meetup'], changed: [], removed: [] });
    expect(ask(live, 'when is the next meetup')).toBe('questions/meetup: On Friday.');
    expect(ask(live, 'why did they ban my account')).toBe('questions/why-banned: You broke a rule.');
    expect(live.current()).toMatchObject({ version: 2, changed: [{ id: 'questions/meetup' }] });
    expect([...live.current().entries.keys()]).toContain('questions/meetup');
  });

  it('goes live: an entry is removed', async () => {
    const { dir, put } = knowledgeFolder();
    const { live } = await opened(dir);
    put('pack/en/questions/phone.md', undefined);
    expect(ask(live, 'virtual phone numbers')).toContain('questions/phone');
    expect(await live.reload()).toEqual({ kind: 'live', added: [], changed: [], removed: ['questions/phone'] });
    expect(ask(live, 'virtual phone numbers')).not.toContain('questions/phone');
    expect(live.current().gone).toEqual(new Set(['questions/phone']));
  });

  it('goes live: an answer is corrected, a source is named anew, a tag is given', async () => {
    const { dir, put } = knowledgeFolder();
    const { live } = await opened(dir);
    put(REFUND, (FILES[REFUND] ?? '').replace('14 days', '30 days'));
    expect(await live.reload()).toEqual({ kind: 'live', added: [], changed: ['questions/refund'], removed: [] });
    expect(ask(live, 'money back for subscription')).toBe('questions/refund: Within 30 days.');
    put('pack/pack.json', (FILES['pack/pack.json'] ?? '').replace('Our rules', 'The rules'));
    put(BANNED, (FILES[BANNED] ?? '').replace('sources:', 'tags: [bans]\nsources:'));
    await live.reload();
    expect(live.current().entries.get('questions/why-banned')?.texts.get('en')).toMatchObject({
      sources: [{ title: 'The rules' }],
      tags: ['bans'],
    });
    expect(live.current().changed.map(({ id }) => id)).toEqual([
      'questions/phone',
      'questions/refund',
      'questions/why-banned',
    ]);
  });

  it('goes live: an entry is found by words that are given to it', async () => {
    const { dir, put } = knowledgeFolder();
    const { live } = await opened(dir);
    put(
      REFUND,
      (FILES[REFUND] ?? '').replace(
        'chargeback through my bank',
        'chargeback through my bank\n> - reimbursement of fees',
      ),
    );
    expect(await live.reload()).toMatchObject({ kind: 'live' });
    expect(ask(live, 'reimbursement of fees')).toContain('questions/refund');
    expect(ask(live, 'chargeback through my bank')).toContain('questions/refund');
  });

  it('goes live: checks or titles of packs only', async () => {
    const { dir, put } = knowledgeFolder();
    const { live } = await opened(dir);
    put(CHECKS, `${FILES[CHECKS]}- refund policy of paid plans\n`);
    expect(await live.reload()).toEqual({ kind: 'live', added: [], changed: [], removed: [] });
    expect(live.current().knowledge.checks).toHaveLength(3);
    put('pack/pack.json', (FILES['pack/pack.json'] ?? '').replace('"Rules"', '"House rules"'));
    expect(await live.reload()).toMatchObject({ kind: 'live' });
    expect(live.current().knowledge.packs[0]?.title).toEqual({ en: 'House rules' });
  });

  it('that leaves no pack is refused, for a folder may be away for a moment', async () => {
    const { dir } = knowledgeFolder();
    const { live } = await opened(dir);
    rmSync(join(dir, 'pack'), { recursive: true });
    expect(await live.reload()).toMatchObject({ kind: 'refused', problems: [{ code: 'no-pack' }] });
    rmSync(dir, { recursive: true });
    expect(await live.reload()).toMatchObject({
      kind: 'refused',
      problems: [{ code: expect.stringMatching(/^(?:missing|mistyped)-knowledge$/) }],
    });
    expect(ask(live, 'why did they ban my account')).toBe('questions/why-banned: You broke a rule.');
  });

  it('goes live: the first pack of an empty folder, and it takes the place of an example', async () => {
    const { dir, put } = knowledgeFolder({});
    const { live } = await opened(dir);
    expect(live.current().entries.size).toBe(0);
    expect(await live.reload()).toEqual({ kind: 'unchanged' });
    put('shown/pack.json', (FILES['pack/pack.json'] ?? '').replace('{', '{"example":true,'));
    put('shown/en/questions/shown.md', entryText({ title: 'What is shown?' }));
    expect(await live.reload()).toMatchObject({ kind: 'live', added: ['questions/shown'] });
    for (const [path, text] of Object.entries(FILES)) put(path, text);
    expect(await live.reload()).toMatchObject({ kind: 'live', removed: ['questions/shown'] });
    expect(ask(live, 'why did they ban my account')).toBe('questions/why-banned: You broke a rule.');
  });

  it('that says nothing new changes nothing', async () => {
    const { dir, put } = knowledgeFolder();
    const { live, teacher } = await opened(dir);
    const before = live.current();
    live.onSwap(() => expect.fail('nothing was to be swapped'));
    put(REFUND, FILES[REFUND]);
    expect(await live.reload()).toEqual({ kind: 'unchanged' });
    expect(live.current()).toBe(before);
    expect(teacher.lessons).toEqual([]);
  });

  it('is told to all who listen, whatever one of them does with it', async () => {
    const { dir, put } = knowledgeFolder();
    const { live, errors } = await opened(dir);
    live.onSwap(() => {
      throw new Error('a listener');
    });
    const swapped = nextSwap(live);
    live.onSwap(() => expect.fail('this one has gone'))();
    put(REFUND, (FILES[REFUND] ?? '').replace('14', '30'));
    expect((await live.reload()).kind).toBe('live');
    expect(await swapped).toBe(live.current());
    expect(errors).toMatchObject([{ message: 'a listener' }]);
  });
});

describe('knowledge that fails its check', () => {
  it('is refused with file, line and cure for everything that is wrong, and the old one goes on answering', async () => {
    const { dir, put } = knowledgeFolder();
    const { live } = await opened(dir);
    const before = live.current();
    put(REFUND, (FILES[REFUND] ?? '').replace('[rules]', '[ruels]'));
    put(BANNED, '---\nsources: [rules]\n---\nno heading');
    const result = await live.reload();
    expect(told(result, dir)).toEqual([
      `${REFUND}:2: unknown source "ruels" (did you mean "rules"? sources are in pack.json)`,
      expect.stringMatching(/^pack\/en\/questions\/why-banned\.md:4: /),
    ]);
    expect(live.current()).toBe(before);
    expect(ask(live, 'why did they ban my account')).toBe('questions/why-banned: You broke a rule.');
    put(REFUND, FILES[REFUND]);
    put(BANNED, FILES[BANNED]);
    expect(await live.reload()).toEqual({ kind: 'unchanged' });
  });

  it('is refused where the folder is gone, and goes live when it is back', async () => {
    const { dir, put } = knowledgeFolder();
    const { live } = await opened(join(dir, 'pack'));
    rmSync(join(dir, 'pack'), { recursive: true });
    expect((await live.reload()).kind).toBe('refused');
    expect(ask(live, 'money back for subscription')).toBe('questions/refund: Within 14 days.');
    for (const [path, text] of Object.entries(FILES)) put(path, text.replace('14', '30'));
    expect((await live.reload()).kind).toBe('live');
    expect(ask(live, 'money back for subscription')).toBe('questions/refund: Within 30 days.');
  });

  it('stops the start, together with what is wrong with the languages', async () => {
    const { dir } = knowledgeFolder({ ...FILES, [REFUND]: 'no heading' });
    const problem = { file: 'locales', line: 1, code: 'no-language', values: {}, level: 'error' } as const;
    const open = opened(dir, { locales: { ...LOCALES, problems: [problem, { ...problem, level: 'warning' }] } });
    const error = await open.catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(KnowledgeError);
    expect(error).toMatchObject({ problems: [problem, { line: 1 }, {}] });
  });

  it('is not found in a folder without change after all', async () => {
    const { live } = await opened(temporaryFolder(FILES));
    expect(await live.reload()).toEqual({ kind: 'unchanged' });
  });
});
