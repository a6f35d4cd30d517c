import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { draftPlot } from '../eval/drafts/draft-plot.ts';
import { DOCUMENTS, DRAFTED_PLOT, draftedIn, tablesIn, withTables } from '../eval/figures/documents.ts';
import { noted } from '../eval/figures/noted.ts';
import { readFigures } from '../eval/figures/record.ts';
import { expectedAnswers } from '../src/bot/phrasings/phrased-text.ts';

const figures = readFigures();

describe('figures in documents', () => {
  it.each(Object.entries(DOCUMENTS))('%s: are those that were measured', (file, names) => {
    const text = readFileSync(file, 'utf8');
    expect(tablesIn(text)).toEqual(names);
    expect(text, 'npm run eval -- --documents writes them').toBe(withTables(text, figures));
  });

  it('are drawn as they were measured', () => {
    const drawn = draftPlot(draftedIn(figures));
    expect(readFileSync(DRAFTED_PLOT, 'utf8'), 'npm run eval -- --documents draws it').toBe(drawn);
    expect(drawn.match(/<circle/g)?.length).toBe(4 * 5);
  });

  it('are in the tutorial what was measured, in whole numbers: a FAQ as it is, with two phrasings, with five', () => {
    const [, bare, five, two] =
      /answers some (\d+) at once, .*?it answers some (\d+)[\s\S]*Two lines for each entry make that (\d+)/.exec(
        readFileSync('docs/tutorial.md', 'utf8'),
      ) ?? [];
    const direct = ['0', '5', '2'].map((set) => noted(figures, 'drafted-made', set).shares.direct ?? 0);
    expect([bare, five, two].map(Number)).toEqual(direct.map(Math.round));
  });

  it.each(['0', '1', '2', '3', '5'])('are what an owner is told to expect of %s phrasings', (count) => {
    const phrasings = new Array<string>(Number(count)).fill('a');
    const { direct } = noted(figures, 'drafted-made', count).shares;
    expect(expectedAnswers([{ text: { phrasings } }])).toBe(Math.round(direct ?? 0));
  });

  it('follow what is measured, in each document', () => {
    const all = JSON.parse(JSON.stringify(figures).replace(/"(questions|precision)":[\d.]+/g, '"$1":77.7'));
    const changed = Object.keys(DOCUMENTS).filter((file) => {
      const text = readFileSync(file, 'utf8');
      return withTables(text, all) !== text;
    });
    expect(changed).toEqual(Object.keys(DOCUMENTS));
  });

  it('name what was not measured', () => {
    const text = '<!-- figures: small -->\n\nold\n\n<!-- end -->\n';
    expect(() => withTables(text, {})).toThrow('nothing was measured for small');
  });
});
