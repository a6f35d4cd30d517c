import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../src/core/entry/entry.ts';
import { attentionTable } from '../../../src/platforms/web/dashboard/gather.ts';
import type { View } from '../../../src/platforms/web/dashboard/scope.ts';
import { entryOf, textOf } from '../../helpers/entries.ts';
import { DE, EN } from '../../helpers/languages.ts';

/** What of a view the table looks at. */
function viewOf(language: string, entries: readonly Entry[]): View {
  const knowledge = {
    entries: new Map(entries.map((entry) => [entry.id, entry])),
    all: new Map(entries.map((entry) => [entry.id, entry])),
  };
  const languages = new Map([EN, DE].map((one) => [one.tag, one]));
  const view = {
    context: { services: { now: () => '2026-11-25T12:00:00Z', languages } },
    reader: { language, say: (key: string) => (key === 'list-comma' ? ', ' : key) },
    scope: { community: { knowledge: () => knowledge } },
  };
  return view as unknown as View;
}

describe('what somebody should look at', () => {
  const old = { status: 'outdated', asOf: '2023-03' } as const;
  const both = entryOf('questions/italy', textOf('en', 'And Italy?', [], old), textOf('de', 'Und Italien?', [], old));

  it('is said once for all languages that are in the same state', () => {
    expect(attentionTable(viewOf('en', [both])).rows.map(({ cells }) => cells)).toEqual([
      ['And Italy?', 'en, de', 'dash-outdated', '2023-03', ''],
    ]);
  });

  it('is said apart where they differ, and not at all of what is in order', () => {
    const mixed = entryOf(
      'questions/italy',
      textOf('en', 'And Italy?', [], { ...old, reviewBy: '2026-01-01' }),
      textOf('de', 'Und Italien?', [], { ...old, asOf: '2024' }),
      textOf('fr', 'Et?'),
    );
    expect(attentionTable(viewOf('en', [mixed])).rows.map(({ cells }) => cells.slice(1))).toEqual([
      ['en', 'dash-outdated, dash-overdue', '2023-03', '2026-01-01'],
      ['de', 'dash-outdated', '2024', ''],
    ]);
  });

  it('is corrected in the language of the reader, if that is one of them', () => {
    const links = (language: string) =>
      attentionTable(viewOf(language, [both])).rows.map(({ link }) =>
        new URL(link?.href ?? '', 'http://x').searchParams.get('text'),
      );
    expect([links('de'), links('ko')]).toEqual([['de'], ['en']]);
  });
});
