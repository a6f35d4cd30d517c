import { placeOfKey } from '../conversation/place.ts';
import type { Moment } from '../kinds.ts';
import { momentAfter } from '../moment.ts';
import type { WithKept } from '../ports/store.ts';
import type { Services } from '../services.ts';
import type { FaqPort, Lack } from './port.ts';
import { faqSpot } from './setting.ts';

/** Key in `locales/` of a FAQ channel's problem. */
export const LACKS = {
  gone: 'faq-trouble-gone',
  write: 'faq-trouble-write',
  pin: 'faq-trouble-pin',
  manage: 'faq-trouble-manage',
  many: 'faq-trouble-many',
} as const satisfies Record<Lack, string>;

const NAMES = Object.keys(LACKS) as readonly Lack[];
const YEAR_MS = 366 * 24 * 60 * 60_000;
const keyOf = (place: string): string => `faq ${place}`;

/**
 * Problems of a place's FAQ channel, as last noted.
 * @param place key
 */
export async function lacksIn({ kept }: WithKept, place: string, now: Moment): Promise<readonly Lack[]> {
  const item = await kept.find(keyOf(place), now);
  return item ? (JSON.parse(item.content) as readonly Lack[]) : [];
}

export const lacksOf = ({ attempt, now }: Pick<Services, 'attempt' | 'now'>, place: string): Promise<readonly Lack[]> =>
  attempt.read((unit) => lacksIn(unit, place, now()));

/** Stores problems, to be shown with the setting, and reports new ones to moderators. */
export async function noteLacks<Shown>(
  services: Pick<Services, 'attempt' | 'communities' | 'now'>,
  port: Pick<FaqPort<Shown>, 'tell' | 'told'>,
  key: string,
  lacks: readonly Lack[],
): Promise<void> {
  const place = placeOfKey(key);
  const choice = faqSpot(await services.communities.of(place), place);
  const channel = typeof choice === 'object' ? choice.channel : '';
  const spot = { place, key, channel };
  const before = await lacksOf(services, key);
  const expires = momentAfter(services.now(), YEAR_MS);
  if (JSON.stringify(before) !== JSON.stringify(lacks))
    await services.attempt.write(({ kept }) =>
      lacks.length === 0
        ? kept.remove(keyOf(key))
        : kept.save({ key: keyOf(key), place: key, person: '', content: JSON.stringify(lacks), expires }),
    );
  for (const lack of NAMES.filter((one) => before.includes(one) && !lacks.includes(one))) port.told?.(spot, lack);
  for (const lack of lacks.filter((one) => !before.includes(one))) await port.tell(spot, lack);
}
