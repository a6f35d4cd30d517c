import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../src/core/entry/entry.ts';
import { answerFrom } from '../../../src/core/search/engine.ts';
import { indexNamesOf, textsIn } from '../../../src/core/search/library.ts';
import { search } from '../../../src/core/search/search.ts';
import { entryOf, textOf } from '../../helpers/entries.ts';
import { libraryOf } from '../../helpers/library.ts';
import { PACK } from '../../helpers/pack.ts';
import { shippedLocales } from '../../helpers/services.ts';

const inPack = (pack: string, entry: Entry): Entry => ({ ...entry, pack });
const DOOR = inPack(
  'club',
  entryOf(
    'club/door',
    textOf('en', 'Where is the door?'),
    textOf('zh-Hans', '门在哪里？'),
    textOf('zh-Hant', '門在哪裡？'),
  ),
);
const KEY = inPack('club', entryOf('club/key', textOf('en', 'Who has the key?')));
const BAR = inPack(
  'bar',
  entryOf('bar/open', textOf('en-GB', 'When does the bar open?'), textOf('de', 'Wann öffnet die Bar?')),
);

describe('the indexes of some entries', () => {
  it('are one for each language of each pack, whatever scripts it is written in', () => {
    expect(indexNamesOf([KEY, DOOR, BAR])).toEqual([
      { key: 'de bar', base: 'de', pack: 'bar' },
      { key: 'en bar', base: 'en', pack: 'bar' },
      { key: 'en club', base: 'en', pack: 'club' },
      { key: 'zh club', base: 'zh', pack: 'club' },
    ]);
    expect(indexNamesOf([])).toEqual([]);
  });

  it('hold the texts of their pack in their language', () => {
    const titles = (base: string, pack: string) =>
      textsIn({ base, pack }, [KEY, DOOR, BAR]).map(({ id, texts }) => [id, ...texts.map(({ title }) => title)]);
    expect(titles('en', 'club')).toEqual([
      ['club/key', 'Who has the key?'],
      ['club/door', 'Where is the door?'],
    ]);
    expect(titles('zh', 'club')).toEqual([['club/door', '门在哪里？', '門在哪裡？']]);
    expect(titles('en', 'bar')).toEqual([['bar/open', 'When does the bar open?']]);
    expect(titles('fr', 'bar')).toEqual([]);
  });
});

describe('a second pack beside the first', () => {
  const CLUB = [
    [
      'coach',
      'Who coaches the juniors?',
      ['junior coach', 'name of the coach for kids', 'which trainer do the juniors have'],
    ],
    [
      'pitch',
      'When is the pitch watered?',
      ['watering the pitch', 'sprinkler times of the pitch', 'when do the sprinklers run'],
    ],
    ['kit', 'Which colours has the kit?', ['kit colours', 'what do we wear on match days', 'colour of the shirts']],
  ] as const;
  const club = CLUB.map(([name, title, phrasings]) =>
    inPack('club', entryOf(`club/${name}`, textOf('en', title, phrasings))),
  );
  const QUESTIONS = [
    'why is my account banned',
    'can i get my subscription refunded',
    'my history',
    'which numbers work',
    'what is the capital of France',
    'account',
    'money back',
    'erase what I wrote',
  ];

  it("leaves the first's decisions as they were, to the last bit", async () => {
    const locales = await shippedLocales();
    const [alone, beside] = [libraryOf(PACK, locales), libraryOf([...PACK, ...club], locales)];
    const decided = (library: typeof alone, question: string) => {
      const { kind, candidates } = answerFrom(library, question, 'en');
      const index = library.indexes.find(({ key }) => key === 'en test') ?? expect.unreachable();
      return {
        kind,
        best: kind === 'unknown' ? undefined : candidates[0]?.entry.id,
        finding: { ...search(index, question, () => false), amongAll: undefined },
      };
    };
    for (const question of QUESTIONS) expect(decided(beside, question), question).toEqual(decided(alone, question));
    expect(decided(beside, 'when do the sprinklers run')).toMatchObject({ kind: 'sure', best: 'club/pitch' });
  });
});
