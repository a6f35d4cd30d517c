import { z } from 'zod';
import { listOf, must, type Shape, someText } from './shape.ts';

/** Groups of words and short phrases that mean about the same. */
export const SYNONYMS_SHAPE: Shape<readonly (readonly string[])[]> = {
  schema: z.array(listOf(someText), { error: must('be a list of groups') }),
  keys: () => [],
  cure: () => 'write a list of groups of words that mean about the same, e.g. [["delete", "remove"], ["refund", "money back"]]',
};
