import { placeOfKey } from '../src/bot/conversation/place.ts';
import { keepFaq } from '../src/bot/faq-channel/keeper.ts';
import type { FaqPort } from '../src/bot/faq-channel/port.ts';
import { faqKeysOf, placeOfFaqKey } from '../src/bot/faq-channel/setting.ts';
import type { Store } from '../src/bot/ports/store.ts';
import type { Services } from '../src/bot/services.ts';
import type { Random } from './hostile-parts.ts';

export interface FuzzOptions {
  readonly services: Services;
  readonly openStore: () => Promise<Store>;
  readonly count: number;
  readonly random: Random;
  readonly onProgress?: (done: number) => void;
  /** Called as soon as there is a problem: a run takes hours, and may be stopped. */
  readonly onProblem?: (problem: string) => void;
}

export interface Fuzzed {
  readonly calls: number;
  /** FAQ channels that were posted completely. */
  readonly faqs: number;
  readonly problems: readonly string[];
}

/** Events after which everything is forgotten, so that entries which were taught do not pile up. */
export const FRESH_AFTER = 2000;
const MOST_PROBLEMS = 20;

/** A function that notes problems, up to a limit. */
export const noteIn =
  (problems: string[], onProblem: FuzzOptions['onProblem'] = () => undefined) =>
  (problem: string): void => {
    if (problems.length >= MOST_PROBLEMS) return;
    problems.push(problem);
    onProblem(problem);
  };

/** FAQ channels that are posted, of those that hostile moderators asked for; and tries for each. */
const [MOST_FAQS, MOST_TRIES] = [2, 40];

/**
 * Posts FAQ channels with the entries that were taught, in spite of refusals.
 * @returns number of channels that are complete
 */
export async function postFaqs<Shown>(
  services: Services,
  port: FaqPort<Shown>,
  note: (problem: string) => void,
): Promise<number> {
  const records = await services.store.read(({ log }) =>
    log.records({ kind: 'setting', begin: faqKeysOf(port.platform) }),
  );
  let whole = 0;
  for (const key of records.map((record) => placeOfFaqKey(record.key)).slice(0, MOST_FAQS)) {
    const community = await services.communities.of(placeOfKey(key));
    const ignore = async () => {};
    const work = { services, port, duty: { demand: ignore }, turn: ignore, isUnseen: () => true, saw: () => {} };
    for (let tries = 0, isWhole = false; tries < MOST_TRIES && !isWhole; tries++) {
      try {
        await keepFaq(work, community, key);
        isWhole = true;
        whole++;
      } catch (error) {
        const isFault = [TypeError, RangeError, ReferenceError].some((kind) => error instanceof kind);
        if (isFault) note(`a FAQ channel: ${error instanceof Error ? error.stack : ''}`);
      }
    }
  }
  return whole;
}
