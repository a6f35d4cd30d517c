import { entryOf, textOf } from './entries.ts';

/**
 * Machines, of which people ask the same. Some phrasings are what a follow-up is read as: they are found whatever the
 * weights are.
 */
const NAMED = ['Zorvex', 'Kelpin', 'Vantor'].flatMap((name) => [
  entryOf(
    `questions/what-is-${name.toLowerCase()}`,
    textOf('en', `What is ${name}?`, [
      `what does ${name} do`,
      `explain ${name} to me`,
      `what is ${name} for`,
      `${name} in a few words`,
      `what ${name}`,
      `is it ${name}`,
      `what is it, ${name}`,
    ]),
  ),
  entryOf(
    `questions/who-makes-${name.toLowerCase()}`,
    textOf('en', `Who makes ${name}?`, [
      `which company makes ${name}`,
      `who builds ${name}`,
      `who makes it, ${name}`,
      `who makes it in France, ${name}`,
      `and which company makes it, ${name}`,
    ]),
  ),
  entryOf(
    `questions/when-${name.toLowerCase()}`,
    textOf('en', `When does ${name} come out?`, [
      `${name} release date`,
      `when can I buy ${name}`,
      `when does it come out, ${name}`,
      `and when does it come out, ${name}`,
    ]),
  ),
]);
const REFUND = entryOf(
  'questions/refund',
  textOf('en', 'Can I get a refund for my subscription?', [
    'money back for subscription',
    'how to cancel and get refunded',
    'refund policy of the paid plan',
  ]),
);
/** Who makes one of them is in another pack. */
const APART = { ...entryOf('questions/who-makes-vantor', textOf('en', 'Who makes Vantor?')), pack: 'other' };
export const MACHINES = [...NAMED.map((entry) => (entry.id === APART.id ? APART : entry)), REFUND];
