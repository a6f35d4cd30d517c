import { describe, expect, it } from 'vitest';
import { sayDate } from '../../../src/bot/answers/formats.ts';

describe('sayDate', () => {
  it.each([
    ['2023', 'en', '2023'],
    ['2023-03', 'en', 'March 2023'],
    ['2023-03-01', 'en', 'March 1, 2023'],
    ['2023-03-01', 'en-GB', '1 March 2023'],
    ['2023-03-16', 'zh-Hans', '2023年3月16日'],
    ['2024-12-31', 'de', '31. Dezember 2024'],
    ['2023-03-16', 'fa', '۱۶ مارس ۲۰۲۳'],
    ['2023-03', 'ar', 'مارس 2023'],
    ['spring', 'en', 'spring'],
  ])('%s in %s is %s', (date, language, said) => expect(sayDate(date, language)).toBe(said));
});
