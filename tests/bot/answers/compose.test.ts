import { describe, expect, it } from 'vitest';
import { composeChoices, composeEntry } from '../../../src/bot/answers/compose.ts';
import type { Reply } from '../../../src/bot/answers/reply.ts';
import { plainInline } from '../../../src/core/entry/blocks.ts';
import type { Entry, EntryText } from '../../../src/core/entry/entry.ts';
import { entryOf, textOf } from '../../helpers/entries.ts';
import { libraryOf } from '../../helpers/library.ts';
import { callOf, servicesOf, shippedLocales } from '../../helpers/services.ts';

/** Entries that can be shown, without anything being learned from them. */
const NOTHING = libraryOf([], await shippedLocales());
const library = (...entries: Entry[]) => ({ ...NOTHING, entries: new Map(entries.map((entry) => [entry.id, entry])) });
const notesOf = ({ notes }: Reply) => notes.map(plainInline);

async function compose(parts: Partial<EntryText>, language = 'en', others: Entry[] = []) {
  const services = await servicesOf([], { library: library(...others) });
  return composeEntry(entryOf('facts/a', textOf('en', 'Alpha', [], parts)), await callOf(services, '', { language }));
}

describe('composeEntry', () => {
  it('shows title, answer, sources and date', async () => {
    const sources = [
      { title: 'Rules', publisher: 'Office', url: 'https://a.example/', published: '2023-03' },
      { title: 'Book' },
    ];
    const reply = await compose({ sources, asOf: '2024-05-02' });
    expect(reply).toMatchObject({ language: 'en', title: 'Alpha', choices: [], question: undefined });
    expect(notesOf(reply)).toEqual(['Sources: Rules (Office, March 2023); Book', 'As of 2 May 2024.']);
    expect(reply.notes[0]).toContainEqual({
      kind: 'link',
      url: 'https://a.example/',
      children: [{ kind: 'text', text: 'Rules' }],
    });
  });

  it('links to its page on the site, unless the community wrote it itself', async () => {
    const alpha = entryOf('facts/a', textOf('en', 'Alpha'));
    const services = await servicesOf([], { library: library(alpha), siteUrl: 'https://club.example/help/' });
    const url = 'https://club.example/help/en/facts/a.html';
    const reply = composeEntry(alpha, await callOf(services, ''));
    expect(notesOf(reply)).toEqual(['Source: Handbook; On the site']);
    expect(reply).toMatchObject({ links: [{ url, label: 'On the site' }] });
    const bare = composeEntry(
      { ...alpha, texts: new Map([['en', textOf('en', 'Alpha', [], { sources: [] })]]) },
      await callOf(services, ''),
    );
    expect(notesOf(bare)).toEqual(['On the site']);
    const call = await callOf(services, '');
    const own = { text: '# Alpha\n\nBeta.\n', pack: 'test' };
    const state = Object.assign(Object.create(call.community.state), {
      get: (kind: string) => (kind === 'entry' ? own : undefined),
    });
    const corrected = composeEntry(alpha, { ...call, community: { ...call.community, state } });
    expect(notesOf(corrected)).toEqual(['Source: Handbook']);
    expect(notesOf(composeEntry(entryOf('questions/taught', textOf('en', 'Alpha')), call))).toEqual([
      'Source: Handbook',
    ]);
  });

  it.each([
    ['ar', '\u2069، ', '؛ \u2068'],
    ['fa', '\u2069، ', '؛ \u2068'],
    ['zh-Hans', '，', '；'],
    ['ru', ', ', '; '],
  ])(
    'lists sources in %s with the separators of that language, and sets their names apart where it runs from right to left',
    async (language, comma, semicolon) => {
      const notes = notesOf(
        await compose(
          { sources: [{ title: 'Rules', publisher: 'Office', published: '2023-03' }, { title: 'Book' }] },
          language,
        ),
      );
      expect(notes.join()).toContain(`Office${comma}`);
      expect(notes.join()).toContain(`${semicolon}Book`);
    },
  );

  it('keeps the sign at the beginning of a quoted title with it where the words around run from right to left', async () => {
    const sources = [{ title: 'مقالة بعنوان «‘Rules’: a title»' }];
    expect(notesOf(await compose({ sources }, 'ar')).join()).toContain('«\u2068‘Rules’: a title\u2069»');
    const arabic = [{ title: 'مقالة بعنوان «قواعد المكتب»' }];
    expect(notesOf(await compose({ sources: arabic }, 'ar')).join()).toContain('«قواعد المكتب»');
    expect(notesOf(await compose({ sources }, 'en')).join()).toContain('«‘Rules’: a title»');
  });

  it.each<[Partial<EntryText>, string[]]>([
    [{ status: 'outdated' }, ['⚠ Parts of this are out of date.']],
    [{ status: 'disputed' }, ['⚠ This is disputed.']],
    [{ reviewBy: '2026-11-25' }, ['⚠ This was due for review by 25 November 2026.']],
    [{ reviewBy: '2026-11-26' }, []],
    [
      { status: 'outdated', reviewBy: '2026-01-01' },
      ['⚠ Parts of this are out of date.', '⚠ This was due for review by 1 January 2026.'],
    ],
  ])('warns of %j', async (parts, warnings) => {
    const reply = await compose(parts);
    expect(notesOf(reply)).toEqual([...warnings, 'Source: Handbook']);
    expect(reply).toMatchObject({ state: warnings.length > 0 ? 'outdated' : 'answered' });
  });

  it('says which language a text is in when it is another than the asker’s', async () => {
    const reply = await compose({}, 'zh-Hans');
    expect(reply.language).toBe('en');
    expect(notesOf(reply)[0]).toBe('这条内容目前只有英语版本。');
  });

  it('says nothing of it where only the script differs', async () => {
    const services = await servicesOf([], { library: library() });
    const reply = composeEntry(
      entryOf('facts/a', textOf('zh-Hans', '网络')),
      await callOf(services, '', { language: 'zh-Hant' }),
    );
    expect([reply.title, reply.language]).toEqual(['網路', 'zh-Hant']);
    expect(notesOf(reply)).toEqual(['來源：Handbook']);
  });

  it('offers at most three related entries, and none that are gone', async () => {
    const others = ['b', 'c', 'd', 'e'].map((id) => entryOf(`facts/${id}`, textOf('en', id.toUpperCase())));
    const reply = await compose({ related: ['facts/gone', 'facts/b', 'facts/c', 'facts/d', 'facts/e'] }, 'en', others);
    expect(reply.question).toBe('Related:');
    expect(reply.choices.map(({ label }) => label)).toEqual(['B', 'C', 'D']);
    expect(reply.choices[0]).toEqual({ label: 'B', command: 'show', argument: 'facts/b' });
  });
});

describe('composeChoices', () => {
  it('claims nothing and shows what is offered', async () => {
    const candidates = ['b', 'c', 'd', 'e'].map((id) => ({
      entry: entryOf(`facts/${id}`, textOf('en', id)),
      language: 'en',
      confidence: 0.3,
    }));
    const reply = composeChoices(candidates, await callOf(await servicesOf([], { library: library() })));
    expect(reply).toMatchObject({ kind: 'offer', notes: [], question: 'Did you mean one of these?' });
    expect(reply).not.toHaveProperty('title');
    expect(reply).not.toHaveProperty('blocks');
    expect(reply.choices.map(({ label }) => label)).toEqual(['b', 'c', 'd', 'e']);
  });
});
