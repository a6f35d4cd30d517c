import { expect, it } from 'vitest';
import { LEAST_CHOICE } from '../../../src/core/calibration/policy.ts';
import { answerFrom } from '../../../src/core/search/engine.ts';
import { entryOf, textOf } from '../../helpers/entries.ts';
import { libraryOf } from '../../helpers/library.ts';
import { shippedLocales } from '../../helpers/services.ts';

const locales = await shippedLocales();
const makers = (...names: readonly string[]) =>
  names.map((name) =>
    entryOf(
      `questions/${name}`,
      textOf('en', `Who makes ${name}?`, [
        `which company makes ${name}`,
        `who builds ${name}`,
        `who makes it, ${name}`,
      ]),
    ),
  );
const ask = (question: string, ...names: readonly string[]) => {
  const { kind, candidates, findings } = answerFrom(libraryOf(makers(...names), locales), question, 'en');
  return { kind, found: candidates.map(({ entry }) => entry.id).sort(), choice: findings[0]?.features?.choice ?? 0 };
};

it('entries that fit a question alike are all offered, however well they do', () => {
  const alone = ask('who makes it, zorvex', 'zorvex', 'kelpin');
  expect([alone.kind, alone.choice > LEAST_CHOICE]).toEqual(['sure', true]);
  const alike = ask('who makes it', 'zorvex', 'kelpin');
  expect([alike.kind, alike.found, alike.choice < LEAST_CHOICE]).toEqual([
    'unsure',
    ['questions/kelpin', 'questions/zorvex'],
    true,
  ]);
});
