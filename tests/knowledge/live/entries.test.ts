import { describe, expect, it } from 'vitest';
import type { Entry, EntryText } from '../../../src/core/entry/entry.ts';
import { learnIndex, textsIn } from '../../../src/core/search/library.ts';
import { NO_BACKGROUND } from '../../../src/core/text/background.ts';
import { openModelCache } from '../../../src/knowledge/learned/model-cache.ts';
import { bytesOf } from '../../../src/knowledge/learned/model-file.ts';
import { byId, differencesOf, isNone, isSameLesson, withoutTakenWords } from '../../../src/knowledge/live/shared.ts';
import { entryOf, plain, textOf } from '../../helpers/entries.ts';
import { EN } from '../../helpers/languages.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';
import { LOCALES } from './folder.ts';

const TEXT = textOf('en', 'Why?', ['how come', 'what for', 'for what reason']);
const WHY = entryOf('questions/why', TEXT);
const saying = (parts: Partial<EntryText>): Entry => ({ ...WHY, texts: new Map([['en', { ...TEXT, ...parts }]]) });

/** Every part of a text, told otherwise. */
const OTHERWISE: Required<EntryText> = {
  language: 'en-GB',
  title: 'Wherefore?',
  phrasings: ['how come', 'for what reason', 'what for'],
  answer: [plain('Because.')],
  sources: [{ title: 'Handbook', published: '2024' }],
  asOf: '2024',
  status: 'outdated',
  reviewBy: '2030-01-01',
  tags: ['x'],
  related: ['questions/who'],
};
const INDEX = { key: 'en test', base: 'en', pack: 'test' };
const LEARNED = learnIndex(textsIn(INDEX, [WHY]), { language: EN, background: NO_BACKGROUND });
const PARTS = Object.keys(OTHERWISE) as (keyof EntryText)[];
const otherwise = (part: keyof EntryText): Entry => saying({ [part]: OTHERWISE[part] });

describe('two entries', () => {
  it('are the same when every part is', async () => {
    const isSame = async (other: Entry) => isNone(await differencesOf(byId([WHY]), byId([other])));
    expect(await isSame(structuredClone(WHY))).toBe(true);
    for (const part of PARTS) expect(await isSame(otherwise(part)), part).toBe(false);
    expect(await isSame({ ...WHY, pack: 'other' })).toBe(false);
    expect(await isSame(entryOf('questions/why', TEXT, textOf('de', 'Warum?')))).toBe(false);
  });

  it.each(PARTS)('with another %s teach the same if and only if what was learned is kept for both', async (part) => {
    const place = { root: temporaryFolder({}), cacheDir: temporaryFolder({}), dir: temporaryFolder({}) };
    await (await openModelCache(place, [WHY], LOCALES)).keep('en test', bytesOf(LEARNED));
    expect((await openModelCache(place, [WHY], LOCALES)).has('en test')).toBe(true);
    const kept = await openModelCache(place, [otherwise(part)], LOCALES);
    expect(kept.has('en test')).toBe(isSameLesson(INDEX, [WHY], [otherwise(part)]));
    expect(kept.get('en test')).toEqual(kept.has('en test') ? LEARNED : undefined);
  });
});

describe('differences', () => {
  it('are what was added, changed and removed', async () => {
    const who = entryOf('questions/who', textOf('en', 'Who?'));
    const when = entryOf('questions/when', textOf('en', 'When?'));
    const before = byId([who, WHY]);
    expect(await differencesOf(before, byId([saying({ tags: ['x'] }), when]))).toEqual({
      added: ['questions/when'],
      changed: ['questions/why'],
      removed: ['questions/who'],
    });
    const none = await differencesOf(before, byId([structuredClone(WHY), who]));
    expect(none).toEqual({ added: [], changed: [], removed: [] });
    expect(isNone(none)).toBe(true);
    for (const after of [[WHY], [WHY, who, when], [WHY, saying({ title: '?' })]])
      expect(isNone(await differencesOf(before, byId(after)))).toBe(false);
  });
});

describe('what was learned, without what was taken away', () => {
  const known = (changed: readonly Entry[]) => {
    const text = withoutTakenWords(byId([WHY]), changed)
      .get('questions/why')
      ?.texts.get('en');
    return text && [text.title, ...text.phrasings];
  };

  it('has the words that are still there, in their order', () => {
    expect(known([saying({ phrasings: ['what for', 'new', 'how come'] })])).toEqual(['Why?', 'how come', 'what for']);
    expect(known([saying({ title: 'Wherefore?' })])).toEqual(['how come', 'what for', 'for what reason']);
    expect(known([])).toEqual(['Why?', 'how come', 'what for', 'for what reason']);
  });

  it('has all words of an entry that is mostly new, or that lost a language', () => {
    const all = ['Why?', 'how come', 'what for', 'for what reason'];
    expect(known([saying({ phrasings: [] })])).toEqual(all);
    expect(known([saying({ title: 'Who?', phrasings: ['whose'] })])).toEqual(all);
    expect(known([entryOf('questions/why', textOf('de', 'Warum?'))])).toEqual(all);
  });

  it('has all words of an entry from which another one takes some', () => {
    const other = entryOf('questions/other', textOf('en', 'Other?', ['what for']));
    expect(known([saying({ phrasings: ['how come', 'for what reason'] }), other])).toEqual([
      'Why?',
      'how come',
      'what for',
      'for what reason',
    ]);
  });

  it('holds new entries no more than it did', () => {
    expect([...withoutTakenWords(byId([WHY]), [entryOf('questions/new', TEXT)]).keys()]).toEqual(['questions/why']);
  });
});
