import { describe, expect, it } from 'vitest';
import { regressions } from '../../../src/knowledge/live/renewal.ts';
import { sharedOf } from '../../../src/knowledge/live/shared.ts';
import { entryText } from '../../helpers/memory-files.ts';
import { ask, BANNED, CHECKS, FILES, knowledgeFolder, LOCALES, opened, REFUND, told } from './folder.ts';

const RENAMED = 'pack/en/questions/money-back.md';
/** A question that must find nothing, and finds it as soon as the words are no longer learned. */
const TAKEN = 'chargeback through my bank';
const withoutTaken = (FILES[REFUND] ?? '').replace(`> - ${TAKEN}\n`, '');
const withSilence = `${FILES[CHECKS]}\n## silence\n- ${TAKEN}\n`;

describe('a change after which a check fails', () => {
  it('is refused at once where there is nothing to learn', async () => {
    const { dir, put } = knowledgeFolder();
    const { live, teacher } = await opened(dir);
    const before = live.current();
    put(CHECKS, `${FILES[CHECKS]}- how tall is the eiffel tower\n\n## silence\n- money back for subscription\n`);
    const result = await live.reload();
    expect(told(result, dir)).toEqual([
      expect.stringMatching(
        /^pack\/en\/checks\.md:6: “how tall is the eiffel tower” finds nothing; the likeliest is \S+ at 0\.\d\d \(it must find questions\/refund: add a phrasing there\)$/,
      ),
      `pack/en/checks.md:9: “money back for subscription” is answered with questions/refund (it must find nothing: sharpen that entry's phrasings)`,
    ]);
    expect(live.current()).toBe(before);
    expect(teacher.lessons).toEqual([]);
  });

  it('is refused when what it changes was learned and the check fails still', async () => {
    const { dir, put } = knowledgeFolder();
    const { live, teacher } = await opened(dir);
    const before = live.current();
    put(
      BANNED,
      entryText({ title: 'Where is the library?', phrasings: ['way to the library'], answer: 'Over there.' }),
    );
    const reload = live.reload();
    await expect.poll(() => teacher.lessons.length).toBe(1);
    expect(ask(live, 'why did they ban my account')).toBe('questions/why-banned: You broke a rule.');
    await teacher.finish();
    expect(told(await reload, dir)).toEqual([
      expect.stringMatching(
        /^pack\/en\/checks\.md:2: “why did they ban my account” finds .* \(it must find questions\/why-banned: add a phrasing there\)$/,
      ),
    ]);
    expect(live.current()).toBe(before);
  });

  it('goes live when what it changes was learned and the check passes then', async () => {
    const { dir, put } = knowledgeFolder();
    const { live, teacher } = await opened(dir);
    put(REFUND, withoutTaken);
    put(CHECKS, withSilence);
    const reload = live.reload();
    await expect.poll(() => teacher.lessons.length).toBe(1);
    expect(live.current().version).toBe(1);
    await teacher.finish();
    expect(await reload).toEqual({ kind: 'live', added: [], changed: ['questions/refund'], removed: [] });
    expect(live.current()).toMatchObject({ version: 2, changed: [] });
    expect(ask(live, TAKEN)).not.toContain('questions/refund');
  });

  it('is refused for what is not learned, where learning fails', async () => {
    const { dir, put } = knowledgeFolder();
    const { live, teacher, errors } = await opened(dir);
    put(REFUND, withoutTaken);
    put(CHECKS, withSilence);
    const reload = live.reload();
    await expect.poll(() => teacher.lessons.length).toBe(1);
    teacher.fail(new Error('out of memory'));
    expect(told(await reload, dir)).toEqual([expect.stringContaining(`“${TAKEN}” is answered with questions/refund`)]);
    expect(errors).toMatchObject([{ message: 'out of memory' }]);
    expect(live.current().version).toBe(1);
  });

  it('and that cannot be learned leaves what is answered to be learned', async () => {
    const { dir, put } = knowledgeFolder();
    const { live, teacher } = await opened(dir);
    put('pack/en/questions/meetup.md', entryText({ title: 'When is the next meetup?' }));
    await live.reload();
    put(REFUND, withoutTaken);
    put(CHECKS, withSilence);
    const reload = live.reload();
    await expect.poll(() => teacher.lessons.length).toBe(2);
    teacher.fail(new Error('out of memory'));
    expect((await reload).kind).toBe('refused');
    expect(teacher.lessons).toHaveLength(3);
    await teacher.finish();
    await expect.poll(() => live.current().changed).toEqual([]);
    expect(ask(live, TAKEN)).toContain('questions/refund');
  });

  it('and that is overtaken by a newer one ends as that one does', async () => {
    const { dir, put } = knowledgeFolder();
    const { live, teacher } = await opened(dir);
    put(REFUND, withoutTaken);
    put(CHECKS, withSilence);
    const older = live.reload();
    await expect.poll(() => teacher.lessons.length).toBe(1);
    put(REFUND, (FILES[REFUND] ?? '').replace('14', '30'));
    put(CHECKS, FILES[CHECKS]);
    const newer = await live.reload();
    expect(newer.kind).toBe('live');
    expect(await older).toBe(newer);
    expect(teacher.lessons[0]?.signal.aborted).toBe(true);
    expect(ask(live, 'money back for subscription')).toBe('questions/refund: Within 30 days.');
  });

  it('and that comes on top of one that is being learned leaves that one to be learned', async () => {
    const { dir, put } = knowledgeFolder();
    const { live, teacher } = await opened(dir);
    put(REFUND, (FILES[REFUND] ?? '').replace('14', '30'));
    await live.reload();
    put(CHECKS, `${FILES[CHECKS]}- how tall is the eiffel tower\n`);
    const reload = live.reload();
    await expect.poll(() => live.current().version).toBe(2);
    expect(teacher.lessons).toHaveLength(1);
    await teacher.finish();
    expect((await reload).kind).toBe('refused');
    await expect.poll(() => teacher.lessons.length).toBe(2);
    await teacher.finish();
    await expect.poll(() => live.current().changed).toEqual([]);
    expect(live.current().knowledge.checks).toHaveLength(2);
  });
});

describe('a check', () => {
  it('that failed before is not held against a change', async () => {
    const { dir, put } = knowledgeFolder({
      ...FILES,
      [CHECKS]: '## questions/refund\n- how tall is the eiffel tower\n',
    });
    const { live } = await opened(dir);
    put('pack/en/questions/meetup.md', entryText({ title: 'When is the next meetup?' }));
    put(CHECKS, '\n## questions/refund\n- how tall is the eiffel tower\n');
    expect((await live.reload()).kind).toBe('live');
  });

  it('that must find something else now is a new one', async () => {
    const { dir, put } = knowledgeFolder();
    const { live } = await opened(dir);
    put(CHECKS, '## questions/why-banned\n- money back for my subscription please\n');
    expect(told(await live.reload(), dir)).toEqual([
      expect.stringContaining('finds questions/refund (it must find questions/why-banned:'),
    ]);
  });

  it('is asked where an entry is only taken away', async () => {
    const { live } = await opened(knowledgeFolder().dir);
    const before = live.current();
    const entries = before.knowledge.entries.filter(({ id }) => id !== 'questions/refund');
    const after = await sharedOf(before, { ...before.knowledge, entries }, 2, LOCALES);
    expect(await regressions(before, after)).toMatchObject([
      { line: 5, values: { question: expect.stringContaining('money back') } },
    ]);
  });

  it('of a renamed entry is asked of the new name', async () => {
    const { dir, put } = knowledgeFolder();
    const { live, teacher } = await opened(dir);
    put(REFUND, undefined);
    put(RENAMED, FILES[REFUND]);
    expect(told(await live.reload(), dir)).toEqual([
      expect.stringContaining('pack/en/checks.md:4: unknown entry "questions/refund"'),
    ]);
    put(CHECKS, FILES[CHECKS]?.replace('questions/refund', 'questions/money-back'));
    const reload = live.reload();
    await expect.poll(() => live.current().version === 2 || teacher.lessons.length === 1).toBe(true);
    await teacher.finish();
    expect(await reload).toEqual({
      kind: 'live',
      added: ['questions/money-back'],
      changed: [],
      removed: ['questions/refund'],
    });
    expect(ask(live, 'money back for my subscription please')).toBe('questions/money-back: Within 14 days.');
  });
});
