import { z } from 'zod';
import type { Background } from '../core/text/background.ts';
import { listOf, must, type Shape, someText, textThat } from './shape.ts';

const CURES = {
  chatter: 'list lines that people type about other things',
  about: 'list questions with {} in place of a name, e.g. "who is {}"',
} as const;

export const BACKGROUND_SHAPE: Shape<Background> = {
  schema: z.strictObject({ chatter: listOf(someText), about: listOf(textThat('contain {}', (text) => text.includes('{}'))) }, { error: must('be an object') }),
  keys: () => Object.keys(CURES),
  cure: ([key]) => Object.entries(CURES).find(([name]) => name === key)?.[1] ?? 'write an object with the keys chatter and about',
};
