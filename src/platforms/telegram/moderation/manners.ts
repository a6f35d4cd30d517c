import { languageOfPlace } from '../../../bot/conversation/choose-language.ts';
import type { Place } from '../../../bot/conversation/place.ts';
import type { Outgoing } from '../../../bot/delivery/courier.ts';
import type { Pace } from '../../../bot/platform/pace.ts';
import type { Context } from '../context.ts';
import type { Received } from '../inbound/receive.ts';
import { inQueue, targetOf } from '../outbound/outgoing.ts';
import { plain } from '../outbound/rich.ts';

/** Whether somebody is dealt with now: in groups the others count as well. @param person keyed hash */
export function paceOf({ pace }: Pick<Context, 'pace'>, person: string, place: Place, key: string): Pace {
  if (place.isPrivate) return pace(`alone ${person}`);
  const own = pace(`person ${person} ${key}`);
  return own === 'go' && pace(`chat ${key}`) !== 'go' ? 'ignore' : own;
}

/** Words for those who ask too much at once, the first time; undefined if they do not. */
export async function slowDown(context: Context, { incoming, listener }: Received): Promise<Outgoing[] | undefined> {
  if (!incoming.addressed) return undefined;
  const pace = paceOf(context, listener.person, incoming.place, listener.spot.key);
  if (pace === 'go') return undefined;
  if (pace === 'ignore') return [];
  const words = context.services.speak(
    await languageOfPlace({ services: context.services, place: incoming.place, locale: incoming.locale }),
  )('slow-down');
  return [inQueue(listener, { kind: 'message', target: targetOf(listener), rich: plain(words), keyboard: [] })];
}
