import { beforeAll, describe, expect, it, vi } from 'vitest';
import { answerFrom } from '../../../src/core/search/engine.ts';
import { type Library, prepareIndexes } from '../../../src/core/search/library.ts';
import { buildOverlay } from '../../../src/core/search/overlay.ts';
import type { Locales } from '../../../src/knowledge/languages/locales.ts';
import { libraryOf } from '../../helpers/library.ts';
import { ASKED, ENGLISH_ONLY, PARALLEL_PACK } from '../../helpers/parallel-pack.ts';
import { shippedLocales } from '../../helpers/services.ts';

let locales: Locales;
let library: Library;
const [[, question]] = ASKED;
const idsFor = (from: Library, text: string, language: string) =>
  answerFrom(from, text, language).candidates.map(({ entry }) => entry.id);

beforeAll(async () => {
  locales = await shippedLocales();
  library = libraryOf(PARALLEL_PACK, locales);
});

describe('translations', () => {
  it('keep the clauses of a question apart', () => {
    const index = library.indexes.find(({ base }) => base === 'en');
    expect(index && library.translate('музей? фото, музей', 'ru', index)).toBe('museum. photo. museum');
  });

  it('are not asked for where every entry has a text for the asker', () => {
    const translate = vi.fn(library.translate);
    const glosses = vi.fn(locales.glosses);
    const whole = {
      ...libraryOf(PARALLEL_PACK.slice(0, -1), { ...locales, background: new Map(), glosses }),
      translate,
    };
    for (const [language, text] of [...ASKED, ['ru', 'какая сегодня погода'] as const])
      answerFrom(whole, text, language);
    expect(translate).not.toHaveBeenCalled();
    expect(glosses).not.toHaveBeenCalled();
  });

  it('have their dictionary read before a question needs it', () => {
    let steps = 0;
    const gloss = Object.assign(() => [], {
      *steps() {
        for (; steps < 2; steps++) yield undefined;
      },
    });
    const shared = libraryOf(PARALLEL_PACK, { ...locales, background: new Map(), glosses: () => gloss });
    for (const _ of prepareIndexes(shared, question, 'ru'));
    expect(steps).toBe(2);
  });

  it('find for somebody who has chosen another language', () => {
    expect(idsFor(library, question, 'en')[0]).toBe(ENGLISH_ONLY.id);
  });

  it('find where nobody can tell the language of a question', () => {
    expect(
      idsFor(libraryOf(PARALLEL_PACK, { ...locales, background: new Map(), detect: undefined }), question, 'ru')[0],
    ).toBe(ENGLISH_ONLY.id);
  });

  it('find what a community has taught in another language', () => {
    const shared = libraryOf(PARALLEL_PACK.slice(0, -1), { ...locales, background: new Map() });
    const overlay = buildOverlay(shared, { entries: [ENGLISH_ONLY], hidden: new Set(), pins: [] }, locales);
    expect(answerFrom(shared, question, 'ru', overlay).candidates[0]?.entry.id).toBe(ENGLISH_ONLY.id);
  });

  it('are not asked for what a community has taught in the language of the asker', () => {
    const [taught, ...others] = PARALLEL_PACK.slice(0, -1);
    const shared = libraryOf(others, { ...locales, background: new Map() });
    const overlay = buildOverlay(shared, { entries: taught ? [taught] : [], hidden: new Set(), pins: [] }, locales);
    expect(overlay.indexes.map(({ base }) => base)).toContain('en');
    expect(
      answerFrom(shared, 'какая сегодня погода', 'ru', overlay).findings.filter(({ translated }) => translated),
    ).toEqual([]);
  });

  it('are trusted less than the question as it is', () => {
    const [best] = answerFrom(library, question, 'ru').candidates;
    expect(best?.confidence).toBeLessThan(0.92);
  });
});
