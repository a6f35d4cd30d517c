import { describe, expect, it } from 'vitest';
import { SURE } from '../../../src/core/calibration/policy.ts';
import { checkAcrossLanguages } from '../../../src/core/search/engine.ts';
import type { LanguageFindings } from '../../../src/core/search/search.ts';

const finding = (confidence: number, nearest: number, translated = false) =>
  ({ confidence, translated, ranked: [{ nearest }] }) as unknown as LanguageFindings;
const confidences = (shared: readonly LanguageFindings[], own: readonly LanguageFindings[] = [], isPin = () => false) =>
  checkAcrossLanguages([shared, own], isPin).map((one) => one.map(({ confidence }) => confidence));

describe('doubt', () => {
  it('trusts a sure answer less where one in another language only is nearer', () => {
    const [[here = 1, elsewhere] = []] = confidences([finding(0.97, 0.5), finding(0.6, 0.7, true)]);
    expect(here).toBeLessThan(SURE);
    expect(elsewhere).toBe(0.6);
  });
  it('does so too where a community has that one', () =>
    expect(confidences([finding(0.97, 0.5)], [finding(0.6, 0.7, true)])[0]?.[0]).toBeLessThan(SURE));
  it('leaves out what is less near', () =>
    expect(confidences([finding(0.9, 0.7), finding(1, 0.5, true)])).toEqual([[0.9], []]));
  it('changes nothing where nothing is sure', () =>
    expect(confidences([finding(0.7, 0.5), finding(0.6, 0.7, true)])).toEqual([[0.7, 0.6], []]));
  it("takes a moderator's word", () =>
    expect(confidences([finding(0.6, 0.7, true)], [finding(0.97, 0.5)], () => true)).toEqual([[], [0.97]]));
});
