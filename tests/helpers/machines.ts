import { entryOf, textOf } from './entries.ts';

/** Machines, of which people ask the same. */
const NAMED = ['Zorvex', 'Kelpin', 'Vantor'].flatMap((name) => [
  entryOf(
    `questions/what-is-${name.toLowerCase()}`,
    textOf('en', `What is ${name}?`, [`what does ${name} do`, `explain ${name} to me`, `what is ${name} for`, `${name} in a few words`, `what ${name}`, `is it ${name}`]),
  ),
  entryOf(
    `questions/who-makes-${name.toLowerCase()}`,
    textOf('en', `Who makes ${name}?`, [`which company makes ${name}`, `who is the maker of ${name}`, `who builds ${name}`, `company behind ${name}`]),
  ),
  entryOf(
    `questions/when-${name.toLowerCase()}`,
    textOf('en', `When does ${name} come out?`, [`${name} release date`, `when is ${name} released`, `when can I buy ${name}`, `on which day does ${name} launch`]),
  ),
]);
const REFUND = entryOf(
  'questions/refund',
  textOf('en', 'Can I get a refund for my subscription?', ['money back for subscription', 'how to cancel and get refunded', 'refund policy of the paid plan', 'money back in France']),
);
/** Who makes one of them stands in another pack. */
const APART = { ...entryOf('questions/who-makes-vantor', textOf('en', 'Who makes Vantor?')), pack: 'other' };
export const MACHINES = [...NAMED.map((entry) => (entry.id === APART.id ? APART : entry)), REFUND];
