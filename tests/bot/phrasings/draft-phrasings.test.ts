import { describe, expect, it } from 'vitest';
import { judgeAnswers, phrasedTexts } from '../../../src/bot/phrasings/draft-phrasings.ts';
import { entryOf, plain, textOf } from '../../helpers/entries.ts';
import { callOf, servicesOf, shippedLocales } from '../../helpers/services.ts';

const { detect } = await shippedLocales();
const entry = (id: string, title: string, answer: string, ...phrasings: readonly string[]) =>
  entryOf(`questions/${id}`, textOf('en', title, phrasings, { answer: [plain(answer)] }));
const ENTRIES = [
  entry('join', 'How do I become a member?', 'Come on Tuesdays at 19:00 and fill in the form at the desk.'),
  entry('cost', 'What does membership cost?', 'Thirty euros a month, half of that for students.', 'membership fee'),
  entry('dogs', 'May I bring my dog?', 'Yes, on a lead, but not onto the mats.'),
  entry('wifi', 'Is there Wi-Fi?', 'Yes. The network is called riverside-guest.', 'wireless network in the hall'),
  entry('keys', 'Where do I find my lost keys?', 'Ask at the desk. Things are kept for four weeks.'),
];
const services = await servicesOf(ENTRIES, { detect });
const call = await callOf(services);

/** `mark words: reason` of each draft for an entry. */
async function judged(id: string, ...lines: readonly string[]): Promise<string[]> {
  const { drafts } = await judgeAnswers(call, [`## questions/${id}\n${lines.map((line) => `- ${line}`).join('\n')}\n`]);
  return drafts.map(({ rating, reason }) => `${rating}${reason ? ` ${reason.key}` : ''}`);
}

describe('a draft', () => {
  it.each([
    ['join', 'where do i sign up', 'taken'],
    ['dogs', 'can my puppy come along to training', 'taken'],
    ['join', 'x'.repeat(130), 'refused draft-long'],
    ['join', 'write to anna@example.org to sign up', 'refused draft-address'],
    ['join', 'sign up at https://example.org', 'refused draft-address'],
    ['join', 'sign up at t.me/example', 'refused draft-address'],
    ['join', 'call 0171 2345678 to sign up', 'refused draft-address'],
    ['join', 'ask @anna_b to sign up', 'refused draft-address'],
    ['join', 'Membership fee?', 'refused draft-of-another'],
    ['join', 'cómo puedo hacerme socio del club este año', 'refused draft-language'],
    ['join', 'how can i become a member', 'refused draft-repeats'],
    ['wifi', 'riverside?', 'refused draft-name'],
    ['join', 'is this still a thing', 'doubtful draft-general'],
    ['join', 'thanks a lot', 'doubtful draft-general'],
    ['join', 'May I bring my dog please?', 'doubtful draft-answered'],
    ['dogs', 'can i bring 3 puppies to training', 'doubtful draft-strange'],
    ['join', 'can tourists from France sign up too', 'doubtful draft-strange'],
  ])('for %s: %s', async (id, words, expected) => {
    expect(await judged(id, words)).toEqual([expected]);
  });

  it('that says what one before says is refused, and one for two entries is doubtful for both', async () => {
    expect(await judged('join', 'where do i sign up', 'where can i sign up')).toEqual([
      'taken',
      'refused draft-repeats',
    ]);
    const { drafts } = await judgeAnswers(call, [
      '## questions/join\n- paperwork at the front\n\n## questions/keys\n- paperwork at the front\n',
    ]);
    expect(drafts.map(({ reason }) => reason?.key)).toEqual(['draft-drafted-twice', 'draft-drafted-twice']);
  });

  it('in an answer for several languages goes to the text in its language', async () => {
    const both = entryOf(
      'questions/join',
      textOf('en', 'How do I become a member?'),
      textOf('es', '¿Cómo me hago socio?'),
    );
    const own = await callOf(await servicesOf([both], { detect }));
    const { drafts } = await judgeAnswers(own, [
      '## questions/join\n- where do people sign up here\n- dónde puedo apuntarme al club\n',
    ]);
    expect(drafts.map(({ text }) => text.text.language)).toEqual(['en', 'es']);
    expect(phrasedTexts(own).map(({ text }) => text.language)).toEqual(['en', 'es']);
  });

  it('that takes the question of another entry is doubtful, by looking ahead', async () => {
    const { drafts } = await judgeAnswers(call, [
      '## questions/keys\n- where do i leave my stuff\n- wireless network in hall\n',
    ]);
    expect(drafts[0]).toMatchObject({ rating: 'taken' });
    expect(drafts[1]).toMatchObject({ rating: 'doubtful' });
  });
});
