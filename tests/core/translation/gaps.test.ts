import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../src/core/entry/entry.ts';
import { answerFrom, haveGaps } from '../../../src/core/search/engine.ts';
import { entryOf, textOf } from '../../helpers/entries.ts';
import { libraryOf } from '../../helpers/library.ts';
import { PARALLEL_PACK } from '../../helpers/parallel-pack.ts';
import { shippedLocales } from '../../helpers/services.ts';

const HOURS = entryOf(
  'questions/hours',
  textOf('es', '¿Cuándo está abierto el museo?', ['horario del museo', 'a qué hora abre el museo', 'museo abierto']),
  textOf('en', 'When is the museum open?', ['opening hours of the museum', 'when does the museum open']),
);
const withoutSpanish = (entry: Entry): Entry => ({
  ...entry,
  texts: new Map([...entry.texts].filter(([tag]) => tag !== 'es')),
});
const locales = await shippedLocales();
const ask = (pack: readonly Entry[], question: string) => {
  const { kind, candidates } = answerFrom(libraryOf(pack, locales), question, 'es');
  return { kind, found: candidates.map(({ entry, language }) => `${entry.id} ${language}`) };
};

describe('a question whose entry lacks the language of the asker', () => {
  const lacking = PARALLEL_PACK.map((entry) => (entry.id === 'questions/museum' ? withoutSpanish(entry) : entry));

  it('is not answered by a neighbour that has it, but offered', () => {
    const { kind, found } = ask([...lacking, HOURS], '¿Dónde está el museo?');
    expect([kind, found.slice(0, 2)]).toEqual(['unsure', expect.arrayContaining(['questions/museum en'])]);
  });
  it('leaves to the neighbour what is nearer to it', () =>
    expect(ask([...lacking, HOURS], '¿a qué hora abre el museo?').found[0]).toBe(`${HOURS.id} es`));
});

describe('haveGaps', () => {
  it('tells whether some entry lacks a language', () => {
    const entries = new Map([HOURS, entryOf('questions/a', textOf('es', 'A'))].map((entry) => [entry.id, entry]));
    expect([haveGaps(entries, 'es'), haveGaps(entries, 'en'), haveGaps(entries, 'en')]).toEqual([false, true, true]);
  });
});
