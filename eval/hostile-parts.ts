/** Numbers from 0 to 1, such as those of `seeded`. */
export type Random = () => number;
export type Json = Record<string, unknown>;

export const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;

/** Words that members write on any platform. */
export const SAID: readonly string[] = [
  'why was ChatGPT banned in China?',
  '为什么中国禁止ChatGPT？',
  '/ask',
  '/settings mode questions',
  '/language zh-Hans',
  '/privacy export',
  '/help',
  '   \n\n\t ',
  '/settings human here',
  '/settings unknown own',
  '/suggestions',
  '/questions',
  'They banned ChatGPT in Italy lol',
  '中国封禁了ChatGPT，因为审查',
  'in Spanish, please',
  'en español por favor',
  '请用俄语回答',
  'source?',
  'good bot',
  'never mind',
  'that worked',
];

/** Values that are valid nowhere. */
export const STRANGE: readonly unknown[] = [null, 0, -1, 1e308, '', [], {}, [[[]]], true, [null]];
