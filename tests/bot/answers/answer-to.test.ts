import { expect, it } from 'vitest';
import { answerTo } from '../../../src/bot/answers/answer-to.ts';
import type { QuestionMeanings } from '../../../src/bot/ports/knowledge.ts';
import { entryOf, textOf } from '../../helpers/entries.ts';
import { servicesOf } from '../../helpers/services.ts';

const HERE = { platform: 'test', id: 'here' };
const REFUND = entryOf('questions/refund', textOf('en', 'Can I get a refund?', ['give me my money']));

async function asking(top: number[]) {
  const asked: string[] = [];
  const known = new Set<string>();
  const meanings: QuestionMeanings = {
    prepare: async (question) => {
      asked.push(question);
      known.add(question);
    },
    of: (question) => (known.has(question) ? () => ({ top, likeness: () => 0.9 }) : undefined),
  };
  const services = await servicesOf([REFUND, entryOf('questions/hours', textOf('en', 'When is it open?'))], {
    meanings,
  });
  const community = await services.communities.of(HERE as Parameters<typeof services.communities.of>[0]);
  return { asked, ask: (question: string) => answerTo({ community, services }, question, 'en') };
}

it('a question is answered with what an encoder makes of it, and one in an entry’s very words without', async () => {
  const { asked, ask } = await asking([0]);
  expect(await ask('Can I get a refund?')).toMatchObject({ kind: 'sure' });
  expect(asked).toEqual([]);
  const { findings } = await ask('reimbursement possible for tourists');
  expect(asked).toEqual(['reimbursement possible for tourists']);
  expect(findings[0]?.features?.encoded).toBe(1);
});

it('what is That question is too long is not encoded', async () => {
  const { asked, ask } = await asking([0]);
  expect(await ask('refund '.repeat(400))).toMatchObject({ kind: 'unknown' });
  expect(asked).toEqual([]);
});
