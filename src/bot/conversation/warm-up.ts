import type { Services } from '../services.ts';
import { turns } from './turns.ts';

/**
 * Words of no language, in the scripts that several share: to tell whose they are, everything is read that tells
 * languages apart.
 */
const STRANGE = ['zxqv wkrp', 'جخذض'];

/**
 * Reads what the first question would have to wait for, between what is said meanwhile: while a platform is being
 * reached there is time for it.
 */
export const warmUp = (services: Pick<Services, 'detect' | 'communities' | 'defaultLanguage'>): Promise<void> =>
  turns.take('warm-up', stepsOf(services));

function* stepsOf({ detect, communities, defaultLanguage }: Parameters<typeof warmUp>[0]): Generator<undefined, void> {
  for (const words of STRANGE) {
    detect(words);
    yield;
  }
  communities.installation.answer(STRANGE.join(' '), defaultLanguage);
}
