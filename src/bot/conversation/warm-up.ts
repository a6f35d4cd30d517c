import { prepareIndexes } from '../../core/search/library.ts';
import type { LanguageTag } from '../../core/text/language.ts';
import type { Services } from '../services.ts';
import { turns } from './turns.ts';

/**
 * Nonsense in scripts that several languages share: detecting its language loads all the data for telling them apart.
 */
const STRANGE = ['zxqv wkrp', 'جخذض'];

/**
 * Loads in the background what the first question would otherwise wait for, while platforms connect. Indexes of other
 * languages are built when first needed.
 */
export const warmUp = (services: WarmUp, language: LanguageTag): Promise<void> =>
  turns.take('warm-up', stepsOf(services, language));

type WarmUp = Pick<Services, 'detect' | 'communities' | 'knowledge'>;

function* stepsOf({ detect, communities, knowledge }: WarmUp, language: string): Generator<undefined, void> {
  yield* detect.steps?.() ?? [];
  for (const words of STRANGE) {
    detect(words);
    yield;
  }
  yield* prepareIndexes(knowledge.current().library, '', language);
  communities.installation.answer('', language);
}
