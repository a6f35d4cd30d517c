import { describe, expect, it } from 'vitest';
import { formatProblem } from '../../../src/knowledge/format/problem.ts';
import { hardToFind } from '../../../src/knowledge/packs/hard-to-find.ts';
import { readPack } from '../../../src/knowledge/packs/pack.ts';
import { EN } from '../../helpers/languages.ts';
import { entryText, memoryFiles, PACK_JSON } from '../../helpers/memory-files.ts';

/** What is told of a pack's entries, by name. */
async function told(entries: Readonly<Record<string, Parameters<typeof entryText>[0]>>, tag = 'en') {
  const texts = Object.fromEntries(
    Object.entries(entries).map(([name, parts]) => [
      `${tag}/questions/${name}.md`,
      entryText({ phrasings: [], ...parts }),
    ]),
  );
  const { files } = await readPack('p', memoryFiles({ 'pack.json': PACK_JSON, ...texts }));
  return hardToFind(files, new Map([['en', EN]])).map((one) => formatProblem(one).replace(`p/${tag}/questions/`, ''));
}

const WAYS = 'add other ways to ask: lines `> - ...`';

describe('an entry that needs a phrasing', () => {
  it('is named with the entries that have its words, and with words that only its answer has', async () => {
    const [first] = await told({
      hut: { title: 'What is the hut?', answer: 'Shelter. Bunks, bunks.' },
      key: { title: 'Borrow a hut key?', answer: 'Ask the warden.' },
      stove: { title: 'Light a stove?', answer: 'Each hut has matches.' },
    });
    expect(first).toBe(
      `hut.md:4: each word that it is asked by is in other entries, too: “hut” in 2 (${WAYS}; only its answer says “bunks”, “shelter”)`,
    );
  });

  it('comes first if it has the fewest words of its own', async () => {
    const names = await told({
      long: { title: 'Which boots fit glacier crampons?', answer: 'Stiff boots.' },
      none: { title: 'What is it?', answer: 'Boots.' },
      short: { title: 'The crampons?', answer: 'Rent.' },
    });
    expect(names.map((line) => line.replace(/ \(.*/, ''))).toEqual([
      'short.md:4: each word that it is asked by is in other entries, too: “crampons” in 1',
      'none.md:4: only the heading finds this entry, by “it”',
      'long.md:4: only the heading finds this entry, by “which”, “fit”, “glacier”',
    ]);
  });

  it('may have a heading that says nothing', async () => {
    const [first] = await told({ none: { title: 'What is the?', answer: 'Yes.' } });
    expect(first).toBe(`none.md:4: no word of the heading says what it is about (${WAYS}; only its answer says “yes”)`);
  });

  it('has few phrasings, none of which has a word of its own', async () => {
    const crowd = { title: 'Rent boots?', answer: 'At the desk.' };
    const asked = (...phrasings: string[]) => ({ title: 'What boots?', phrasings, answer: 'At the desk.' });
    expect(await told({ a: asked('rent boots'), b: { ...crowd, phrasings: ['rent skis'] } })).toEqual([
      `a.md:4: each word that it is asked by is in other entries, too: “boots” in 1, “rent” in 1 (${WAYS})`,
    ]);
    expect(await told({ a: asked('borrow boots'), b: { ...crowd, phrasings: ['rent skis'] } })).toEqual([]);
    const many = asked('rent boots', 'rent the boots', 'boots rent', 'the boots');
    expect(await told({ a: many, b: { ...crowd, phrasings: ['rent skis'] } })).toEqual([]);
  });

  it('is compared with entries of its own language, also one that nobody has described', async () => {
    expect(await told({ a: { title: 'Wo ist das Tal?', answer: 'Unten.' } }, 'de')).toEqual([
      `a.md:4: only the heading finds this entry, by “wo”, “ist”, “das” (${WAYS}; only its answer says “unten”)`,
    ]);
  });

  it('is told no words of code, which nobody types', async () => {
    const answer = 'Type:\n\n```\nclimb --rope\n```';
    expect(await told({ a: { title: 'Start?', answer } })).toEqual([
      `a.md:4: only the heading finds this entry, by “start” (${WAYS}; only its answer says “type”)`,
    ]);
  });
});
