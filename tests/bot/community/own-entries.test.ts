import { describe, expect, it } from 'vitest';
import { ownEntries } from '../../../src/bot/community/own-entries.ts';
import { encode } from '../../../src/bot/community/records.ts';
import { ledger } from '../../../src/bot/community/state.ts';
import type { Editor } from '../../../src/bot/ports/editor.ts';
import { editor } from '../../../src/knowledge/export/editor.ts';
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

/** An editor that notes which texts it reads. */
function counting(): { counted: Editor; read: string[] } {
  const read: string[] = [];
  const readEntry: Editor['readEntry'] = (file, ...rest) => {
    read.push(editor.split(file).title);
    return editor.readEntry(file, ...rest);
  };
  return { counted: { ...editor, readEntry }, read };
}

describe('entries of a community that is being changed', () => {
  it('are read again only where they are new, and stay the same objects', () => {
    const { counted, read } = counting();
    const of = (...records: ReturnType<typeof entry>[]) =>
      ownEntries(ledger(records), shared, counted, { defaultLanguage: 'en', isChanging: true }).touched;
    const before = of(entry('one', 'Where are lamps?'), entry('two', 'Where are boats?'));
    const after = of(entry('one', 'Where are lamps?'), entry('two', 'Where are ships?'));
    expect(read).toEqual(['Where are lamps?', 'Where are boats?', 'Where are ships?']);
    expect(after.get('one')?.texts.get('en')).toBe(before.get('one')?.texts.get('en'));
    expect(after.get('two')?.texts.get('en')?.title).toBe('Where are ships?');
  });

  it('are read again where their source says something else', () => {
    const { counted } = counting();
    const titles = (title: string) =>
      ownEntries(ledger([entry('one', 'Where are lamps?'), source(title)]), shared, counted, {
        defaultLanguage: 'en',
        isChanging: true,
      })
        .touched.get('one')
        ?.texts.get('en')?.sources;
    expect([titles('The hall'), titles('The new hall')]).toMatchObject([
      [{ title: 'The hall' }],
      [{ title: 'The new hall' }],
    ]);
  });

  it('are read anew where nobody changes them', () => {
    const { counted, read } = counting();
    for (let turn = 0; turn < 2; turn++)
      ownEntries(ledger([entry('one', 'Where are lamps?')]), shared, counted, { defaultLanguage: 'en' });
    expect(read).toHaveLength(2);
  });
});
