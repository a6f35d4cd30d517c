import { describe, expect, it } from 'vitest';
import { BARS, barTable } from '../../eval/bars/bar-table.ts';
import { buildAtBars, peer } from '../../eval/peers/wenda.ts';
import type { EvalSet } from '../../eval/sets.ts';
import { SURE } from '../../src/core/calibration/policy.ts';

const entry = (id: string, title: string, phrasings: readonly string[]) => ({ id, title, phrasings, answer: title });
const BOATHOUSE: EvalSet = {
  name: 'boathouse',
  language: 'en',
  entries: [
    entry('hours', 'When is the boathouse open?', ['opening hours', 'what time do you close']),
    entry('rent', 'How do I rent a boat?', ['book a canoe', 'can I hire a rowing boat']),
    entry('jacket', 'Do I have to wear a life jacket?', ['are life jackets required']),
    entry('course', 'When does the next rowing course start?', ['learn to row', 'lessons for beginners']),
  ],
  questions: [],
};
/** In other words, more or less like an entry's. */
const LOOSE = ['rent a rowing boat', 'boat for rent', 'when does the course start'];
const SWAPPED = 'do I have to wear a tie?';

describe('the bar for an outright answer', async () => {
  const askAt = buildAtBars(BOATHOUSE);
  const sureAt = async (bar: number, text: string) => (await askAt(bar)(text)).sure;

  it('is that of the bot where the bot has it', async () => {
    const ask = await peer.build(BOATHOUSE);
    for (const text of [...LOOSE, SWAPPED]) expect(await askAt(SURE)(text), text).toEqual(await ask(text));
  });

  it('lets more through the lower it is', async () => {
    for (const text of LOOSE)
      expect([text, await sureAt(0.99, text), await sureAt(0.01, text)]).toEqual([text, false, true]);
  });

  it('moves no rule: what is held back stays so, and what repeats a heading is answered', async () => {
    expect(await sureAt(0.01, SWAPPED)).toBe(false);
    expect(await sureAt(0.99, 'How do I rent a boat?')).toBe(true);
  });
});

describe('a table of bars', () => {
  it('counts what is answered outright of all sets at each bar', async () => {
    const written: string[] = [];
    const steps = await barTable([{ faq: 'eval/swaps/held-out/gym' }, { faq: 'eval/swaps/held-out/choir' }], {
      // One is always sure of the same entry, the other of nothing.
      buildAtBars: ({ entries, name }) => {
        const id = entries[0]?.id ?? '';
        return (bar) => () => ({ hits: [{ id, score: 0.8 }], sure: name === 'gym' && bar <= 0.8 });
      },
      write: (text) => void written.push(text),
      onProgress: () => undefined,
    });
    expect(steps.map(({ row }) => row.set)).toEqual(BARS.map(String));
    const rowAt = (bar: string) => written.find((text) => text.startsWith(`| ${bar} `));
    expect(rowAt('0.8')).toMatch(/\| \d of 24 \| \d\.\d \| \d\.\d \| 16 of 32 \| 50\.0 \| 50\.0 \|/);
    expect(rowAt('0.85')).toContain('| 0 of 24 | 0.0 | - | 0 of 32 | 0.0 | 0.0 |');
    expect(rowAt(`${SURE}`)).toContain('(its own)');
  });
});
