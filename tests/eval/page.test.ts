import { describe, expect, it } from 'vitest';
import { metricsOf } from '../../eval/metrics.ts';
import type { Outcome } from '../../eval/outcome.ts';
import { evalPage } from '../../eval/page/page.ts';
import type { Shown } from '../../eval/page/shown.ts';
import { DATA_TABLE, FAQ_TABLE } from '../../eval/table.ts';
import { totalsOf } from '../../eval/totals.ts';

const SET = `<b onclick="x">&'`;

const outcomes: Outcome[] = Array.from({ length: 60 }, (_, at) => {
  const score = at / 60;
  return {
    gold: at % 3 === 0 ? [] : ['a'],
    ranked: at % 5 === 0 ? ['b'] : ['a'],
    score,
    confidence: score,
    sure: at > 30,
    offered: false,
    ms: 1,
  };
});
const measured = (engine: string, from: readonly Outcome[]): Shown => ({
  row: { set: SET, engine, figures: { ...metricsOf(from), build: 1, memory: 2 } },
  outcomes: from,
});
const SHOWN: readonly Shown[] = [
  measured('Wenda', outcomes),
  measured(
    'flexsearch',
    outcomes.map((one) => ({ ...one, score: undefined, confidence: undefined })),
  ),
  { row: { set: SET, engine: 'nlp.js', figures: 'over 1 s' }, outcomes: [] },
];
const PAGE = evalPage(SHOWN, DATA_TABLE);

/** Names of tags that are opened and not closed, or closed and not opened. */
function unbalanced(markup: string): string[] {
  const open: string[] = [];
  for (const [, closing, name = '', self] of markup.matchAll(
    /<(\/?)([a-z][a-z0-9]*)(?:\s+[a-z-]+(?:="[^"<>]*")?)*\s*(\/?)>/gi,
  )) {
    if (closing && open.pop() !== name) return [name];
    if (!closing && !self && name !== 'meta') open.push(name);
  }
  return open;
}

describe('the page of plots', () => {
  it('closes what it opens, and holds no other brackets', () => {
    expect(unbalanced(PAGE)).toEqual([]);
    expect(PAGE.replace(/<!doctype html>|<\/?[a-z][^<>]*>/gi, '')).not.toMatch(/[<>]/);
  });

  it('escapes names', () => {
    expect(PAGE).not.toContain('<b onclick');
    expect(PAGE).toContain('<h2>&lt;b onclick=&quot;x&quot;&gt;&amp;&#39;</h2>');
    expect(PAGE).toContain('aria-label="&lt;b onclick=&quot;x&quot;&gt;&amp;&#39;: ');
  });

  it('asks for nothing from elsewhere', () => expect(PAGE).not.toMatch(/<script|src=|href=|url\(|@import|https?:/));

  it('draws numbers only', () => expect(PAGE).not.toMatch(/NaN|undefined|Infinity/));

  it('has a title for each plot, and both looks', () => {
    expect(PAGE.match(/role="img" aria-label="[^"]+"><title>[^<]+<\/title>/g)).toHaveLength(2);
    expect(PAGE).toContain('prefers-color-scheme: dark');
  });

  it('draws an engine without scores as a dot, and says what was not measured', () => {
    expect(PAGE).toContain('class="line e0"');
    expect(PAGE.match(/class="line e3"/g)).toHaveLength(1);
    expect(PAGE).toContain('flexsearch as it comes');
    expect(PAGE).toContain('nlp.js <span>(over 1 s)</span>');
  });

  it('shows FAQs and all of them together', () => {
    const page = evalPage([...SHOWN, ...totalsOf(SHOWN)], FAQ_TABLE);
    expect(unbalanced(page)).toEqual([]);
    expect(page).toContain('<h2>all</h2>');
    expect(page.match(/<th scope="col">right or offered %<\/th>/g)).toHaveLength(2);
    expect(page.match(/class="line e0"/g)).toHaveLength(2 * (PAGE.match(/class="line e0"/g)?.length ?? 0));
    expect(page).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('can be empty', () => {
    expect(unbalanced(evalPage([], DATA_TABLE))).toEqual([]);
    const nothing = evalPage([measured('Wenda', [])], DATA_TABLE);
    expect(unbalanced(nothing)).toEqual([]);
    expect(nothing).not.toMatch(/NaN|undefined|Infinity/);
  });
});
