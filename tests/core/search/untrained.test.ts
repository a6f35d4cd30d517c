import { beforeAll, describe, expect, it } from 'vitest';
import { answerFrom } from '../../../src/core/search/engine.ts';
import { buildLibrary, type Library, type LibraryOptions } from '../../../src/core/search/library.ts';
import { buildOverlay } from '../../../src/core/search/overlay.ts';
import { entryOf, textOf } from '../../helpers/entries.ts';
import { learnedOf } from '../../helpers/library.ts';
import { PACK } from '../../helpers/pack.ts';
import { shippedLocales } from '../../helpers/services.ts';

const GERMAN = entryOf('questions/parking', textOf('de', 'Wo kann ich parken?', ['gibt es Parkplätze']));

let options: LibraryOptions;
let library: Library;

beforeAll(async () => {
  options = await shippedLocales();
  library = buildLibrary([...PACK, GERMAN], { ...options, unlearned: 'serve' });
});

describe('a library that serves unlearned', () => {
  it('has learned nothing, and answers what is asked in the words of an entry', () => {
    expect(library.indexes.map(({ base, isLearned }) => [base, isLearned])).toEqual([
      ['de', false],
      ['en', false],
      ['zh', false],
    ]);
    for (const { id, texts } of PACK) {
      const { title, language } = [...texts.values()][0] ?? expect.unreachable();
      const { kind, candidates } = answerFrom(library, title, language);
      expect([kind, candidates[0]?.entry.id]).toEqual(['sure', id]);
    }
  });

  it.each(['how do I bake bread?', 'my neighbour has a new dog', 'see you tomorrow', 'who won the match?'])(
    'does not answer "%s"',
    (chatter) => {
      expect(answerFrom(library, chatter, 'en').kind).not.toBe('sure');
    },
  );

  it('uses what was learned of one language', () => {
    const english = learnedOf(PACK, options).get('en test') ?? expect.unreachable();
    const half = buildLibrary([...PACK, GERMAN], {
      ...options,
      unlearned: 'serve',
      learned: new Map([['en test', english]]),
    });
    expect(half.indexes.map(({ isLearned }) => isLearned)).toEqual([false, true, false]);
  });

  it('is overlaid like any other', () => {
    const wifi = entryOf('questions/wifi', textOf('en', 'What is the password of the guest wifi?'));
    const overlay = buildOverlay(library, { entries: [wifi], hidden: new Set(), pins: [] }, options);
    const { kind, candidates } = answerFrom(library, 'what is the password of the guest wifi', 'en', overlay);
    expect([kind, candidates[0]?.entry.id]).toEqual(['sure', 'questions/wifi']);
  });
});

it('is no surer of a part of what an entry is asked than it will be once it has learned', () => {
  const chief = entryOf(
    'questions/chief',
    textOf('en', 'Who is the treasurer of the Zorvex club?', ['Zorvex treasurer']),
  );
  const many = buildLibrary([...PACK, chief], { ...options, unlearned: 'serve' });
  expect(answerFrom(many, 'who is their treasurer?', 'en').kind).not.toBe('sure');
  expect(answerFrom(many, 'who is the treasurer of the Zorvex club', 'en').kind).toBe('sure');
});

it('answers no sign or number, though a line of an answer is just that', () => {
  const steps = entryOf(
    'questions/steps',
    textOf('en', 'How do I assemble it?', [], {
      answer: [{ kind: 'paragraph', children: [{ kind: 'text', text: '1' }] }],
    }),
  );
  const many = buildLibrary([...PACK, steps], { ...options, unlearned: 'serve' });
  expect(answerFrom(many, '+1', 'en').kind).toBe('unknown');
});
