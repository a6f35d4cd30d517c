import { describe, expect, it } from 'vitest';
import { type KnownTexts, ownEntries } from '../../../src/bot/community/own-entries.ts';
import { encode, ledger } from '../../../src/bot/community/records.ts';
import type { Editor } from '../../../src/bot/ports/editor.ts';
import { editor } from '../../../src/knowledge/export/entry-text.ts';
import { PACK } from '../../helpers/pack.ts';
import { servicesOf } from '../../helpers/services.ts';

const shared = (await servicesOf(PACK)).knowledge.current();
const textOf = (title: string) =>
  editor.write({
    frontMatter: editor.writeFrontMatter({ sources: ['hall'] }),
    title,
    phrasings: [],
    answer: 'In the hall.',
  });
const entry = (id: string, title: string) => ({
  kind: 'entry' as const,
  key: `en/${id}`,
  value: encode('entry', { pack: 'community', text: textOf(title) }),
});
const source = (title: string) => ({
  kind: 'source' as const,
  key: 'community/hall',
  value: encode('source', { title }),
});

type StoredText = ReturnType<typeof entry> | ReturnType<typeof source>;

/** An editor that notes which texts it reads. */
function counting(): { counted: Editor; read: string[] } {
  const read: string[] = [];
  const readEntry: Editor['readEntry'] = (file, ...rest) => {
    read.push(editor.split(file).title);
    return editor.readEntry(file, ...rest);
  };
  return { counted: { ...editor, readEntry }, read };
}

/** The entries of some records, and how many steps they took. */
function entriesOf(records: StoredText[], counted: Editor, known?: KnownTexts) {
  const reading = ownEntries(ledger(records), shared, counted, { defaultLanguage: 'en', known });
  for (let steps = 0; ; steps++) {
    const { done, value } = reading.next();
    if (done) return { ...value, steps };
  }
}

describe('entries of a community', () => {
  it('are read again only if new, and stay the same objects; each is a step', () => {
    const { counted, read } = counting();
    const one = entry('one', 'Where are lamps?');
    const before = entriesOf([one, entry('two', 'Where are boats?')], counted);
    const after = entriesOf([one, entry('two', 'Where are ships?')], counted, before.texts);
    expect(read).toEqual(['Where are lamps?', 'Where are boats?', 'Where are ships?']);
    expect([before.steps, after.steps]).toEqual([2, 2]);
    expect(after.touched.get('one')?.texts.get('en')).toBe(before.touched.get('one')?.texts.get('en'));
    expect(after.touched.get('two')?.texts.get('en')?.title).toBe('Where are ships?');
    expect([...after.texts.keys()]).toEqual(['en/one', 'en/two']);
  });

  it('are read again if their source says something else', () => {
    const { counted } = counting();
    const records = (title: string) => [entry('one', 'Where are lamps?'), source(title)];
    const before = entriesOf(records('The hall'), counted);
    const after = entriesOf(records('The new hall'), counted, before.texts);
    expect([before, after].map(({ touched }) => touched.get('one')?.texts.get('en')?.sources)).toMatchObject([
      [{ title: 'The hall' }],
      [{ title: 'The new hall' }],
    ]);
  });
});
