import { z } from 'zod';
import { listOf, must, type Shape, someText } from './shape.ts';

/** Of a group: a word alone means the same as nothing else. */
const LEAST_MEMBERS = 2;

const isAnother = must('be another word than those before it');

const group = listOf(someText).superRefine((members, context) => {
  if (members.length < LEAST_MEMBERS) context.addIssue({ code: 'custom', message: `must have ${LEAST_MEMBERS} members or more, not ${members.length}` });
  const known = members.map((member) => member.trim().toLowerCase());
  for (const [at, member] of known.entries()) {
    if (known.indexOf(member) !== at) context.addIssue({ code: 'custom', path: [at], message: isAnother({ input: members[at] }) });
  }
});

/** Groups of words and short phrases that mean about the same. */
export const SYNONYMS_SHAPE: Shape<readonly (readonly string[])[]> = {
  schema: z.array(group, { error: must('be a list of groups') }),
  keys: () => [],
  cure: () => 'write a list of groups of words that mean about the same, e.g. [["delete", "remove"], ["refund", "money back"]]',
};
