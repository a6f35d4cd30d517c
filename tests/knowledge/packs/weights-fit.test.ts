import { expect, it } from 'vitest';
import { type ConfidenceWeights, listWeights } from '../../../src/core/calibration/features.ts';
import { indexNamesOf, learnIndex, textsIn } from '../../../src/core/search/library.ts';
import { NO_BACKGROUND } from '../../../src/core/text/background.ts';
import { languageOf } from '../../../src/core/text/language.ts';
import { readKnowledge, weightsFor } from '../../../src/knowledge/packs/read-knowledge.ts';
import { shippedLocales } from '../../helpers/services.ts';

/** What an edit of a few entries, and another Node's dictionaries, may make of a weight of some units. */
const TOLERANCE = 0.3;

it.each(['it', 'ko'])(
  'the weights that the included pack comes with are what the engine fits to it today: %s',
  async (base) => {
    const { languages, background } = await shippedLocales();
    const knowledge = await readKnowledge('./knowledge');
    const [name] = indexNamesOf(knowledge.entries).filter((one) => one.base === base);
    if (!name) throw new Error('the included pack lacks this language');
    const language = languageOf(base, languages);
    const { weights } = learnIndex(textsIn(name, knowledge.entries), {
      language,
      background: background.get(language.tag) ?? NO_BACKGROUND,
    });
    const shipped = weightsFor(name, knowledge)?.confidence as ConfidenceWeights;
    const differences = listWeights(shipped).map((weight, at) =>
      Math.abs(weight - (listWeights(weights.confidence)[at] ?? 0)),
    );
    expect(Math.max(...differences)).toBeLessThan(TOLERANCE);
  },
);
