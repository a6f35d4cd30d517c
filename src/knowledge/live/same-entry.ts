import { isDeepStrictEqual } from 'node:util';
import type { Entry } from '../../core/entry/entry.ts';

/** Whether two entries say the same in every part, down to a source's date. */
export const isSameEntry = (a: Entry, b: Entry): boolean => isDeepStrictEqual(a, b);

/** Whether the engine learns the same from both: sources, dates, tags and the like teach it nothing. */
export const teachesSame = (a: Entry, b: Entry): boolean => isDeepStrictEqual(lessonsOf(a), lessonsOf(b));

/** What `openModelCache` keeps a model under. */
const lessonsOf = ({ id, texts }: Entry): unknown => [id, [...texts.values()].map(({ language, title, phrasings, answer }) => [language, title, phrasings, answer])];
