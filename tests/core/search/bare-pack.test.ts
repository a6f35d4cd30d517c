import { describe, expect, it } from 'vitest';
import { SURE, SURE_OF_BARE } from '../../../src/core/calibration/policy.ts';
import { answerFrom } from '../../../src/core/search/engine.ts';
import { entryOf, textOf } from '../../helpers/entries.ts';
import { libraryOf } from '../../helpers/library.ts';
import { shippedLocales } from '../../helpers/services.ts';

const locales = await shippedLocales();
const TITLES = [
  'When is the boathouse open?',
  'How do I rent a boat for a day?',
  'Do I have to wear a life jacket?',
  'When does the next rowing course start?',
  'Who repairs a damaged boat?',
  'Where can I park my trailer?',
  'How much is a season ticket?',
  'May I swim beside the pier?',
  'How do I become a member of the club?',
  'Which permits does fishing take?',
  'Where do I leave found property?',
  'Can I store my own canoe here?',
  'What happens if it storms?',
  'Who locks the gate at night?',
];
const FRAMES = ['…', '… tomorrow', 'hello all, … with my son', 'so … or what', '… and the rain', 'my uncle asks … now'];
const BARE = libraryOf(
  TITLES.map((title, at) => entryOf(`questions/b${at}`, textOf('en', title))),
  locales,
);

describe('a pack of bare titles', () => {
  it('answers only what it is more than just sure of', () => {
    const lines = TITLES.flatMap((title) => {
      const words = title.toLowerCase().replace('?', '').split(' ');
      const without = words.flatMap((_, one) =>
        words.map((__, other) => words.filter((___, at) => at !== one && at !== other).join(' ')),
      );
      return without.flatMap((line) => FRAMES.map((frame) => frame.replace('…', line)));
    });
    const sure = lines
      .map((line) => answerFrom(BARE, line, 'en'))
      .filter(({ kind }) => kind === 'sure')
      .map(({ candidates: [first] }) => first?.confidence ?? 0);
    expect(sure.length).toBeGreaterThan(20);
    expect(Math.min(...sure)).toBeGreaterThanOrEqual(SURE_OF_BARE);
    expect(SURE_OF_BARE).toBeGreaterThan(SURE);
  });
});
