import { describe, expect, it } from 'vitest';
import { NO_OVERLAY } from '../../../src/core/search/overlay.ts';
import { pool } from '../../../src/core/search/pool.ts';
import type { LanguageFindings } from '../../../src/core/search/search.ts';
import { entryOf, textOf } from '../../helpers/entries.ts';

const REFUND = entryOf('questions/refund', textOf('en', 'Can I get a refund?'));
const finding = (id: string, confidence: number) =>
  ({ language: 'en', confidence, ranked: [{ id, score: 1 }] }) as unknown as LanguageFindings;

const isEnglish = (base: string) => base === 'en';

describe('pool', () => {
  const overlay = {
    ...NO_OVERLAY,
    items: new Map([['pin refund', { entry: REFUND.id, pin: 'refund' }]]),
    exact: () => [{ id: 'pin refund', language: 'en' }],
  };

  it('marks an entry as pinned where the library is even surer of it', () => {
    const candidates = pool([finding(REFUND.id, 1)], isEnglish, 'Can I get a refund?', overlay, () => REFUND);
    expect(candidates).toMatchObject([{ entry: REFUND, pin: 'refund', confidence: 1 }]);
  });

  it('does not where the pin is not sure', () => {
    const candidates = pool(
      [finding(REFUND.id, 0.9), finding('pin refund', 0.5)],
      isEnglish,
      'refund',
      { ...overlay, exact: () => [] },
      () => REFUND,
    );
    expect(candidates).toMatchObject([{ entry: REFUND, pin: undefined }]);
  });

  it('keeps the best of each pack, however many of another are likelier', () => {
    const entries = new Map(
      Array.from({ length: 12 }, (_, at) => [
        `questions/${at}`,
        { ...entryOf(`questions/${at}`, textOf('en', `${at}`)), pack: at < 11 ? 'many' : 'one' },
      ]),
    );
    const candidates = pool(
      [...entries.keys()].map((id, at) => finding(id, 0.6 - at / 100)),
      isEnglish,
      'refund',
      NO_OVERLAY,
      (id) => entries.get(id),
    );
    expect(candidates.map(({ entry }) => entry.id)).toEqual([...entries.keys()].filter((id) => id !== 'questions/10'));
  });
});
