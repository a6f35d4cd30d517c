import { prepareIndexes } from '../../core/search/library.ts';
import type { Services } from '../services.ts';
import { turns } from './turns.ts';

/**
 * Words of no language, in the scripts that several share: to tell whose they are, everything is read that tells
 * languages apart.
 */
const STRANGE = ['zxqv wkrp', 'جخذض'];

/**
 * Loads in the background what the first question would otherwise wait for, while platforms are connecting. Indexes of
 * other languages are built when first needed.
 * @param language a BCP 47 tag
 */
export const warmUp = (services: WarmUp, language: string): Promise<void> =>
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
