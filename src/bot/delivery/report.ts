import type { Say } from '../answers/messages.ts';
import type { Reply } from '../answers/reply.ts';
import type { Decisions, NamedDecisions } from '../community/community.ts';
import { homeLanguage } from '../conversation/choose-language.ts';
import { type Place, placeOfKey } from '../conversation/place.ts';
import type { Moment } from '../kinds.ts';
import { dayOf } from '../moment.ts';
import type { WithOutbox } from '../ports/store.ts';
import type { Services } from '../services.ts';
import { choiceOf, chosenOf, keyOf, settingOfKey } from '../settings/chosen.ts';
import { queueOf } from './post-corrections.ts';

/** A message in a platform's outbox: something that moderators should see, in the channel that they chose. */
export interface Report {
  readonly kind: 'report';
  /** Key. */
  readonly place: string;
  /** Channel or topic; empty for the place itself. */
  readonly channel: string;
  readonly reply: Reply;
}

/** Stored instead of a channel: the place itself, if it has no channels or none is chosen. */
export const WHOLE = 'main';

/** The channel of a place as settings store it, when somebody chooses "here". */
export const spotOf = ({ channel = '' }: Place): string => (channel === '' ? WHOLE : channel);

type Parts = Pick<Services, 'attempt' | 'now' | 'defaultLanguage' | 'speak'>;

export const wantsReports = ({ state }: Decisions, place: Place): boolean =>
  state.raw('setting', keyOf('reports', place)) !== null;

/** The channel for a place's reports; empty for the place itself, or if there is none. */
export function channelOfReports(community: Decisions, place: Place): string {
  const spot = chosenOf(community, 'reports', place);
  return typeof spot === 'string' && spot !== WHOLE ? spot : '';
}

/** Something to report: once a day at most, however often it happens. */
interface News {
  /** Identifies the news within the community: one with the same key is reported once a day. */
  readonly key: string;
  readonly words: (say: Say, language: string) => Reply;
  /**
   * Keyed hash of the person that the report is about; a waiting report is erased with their data. Default: it is about
   * nobody.
   */
  readonly person?: string;
  /** The only place that gets the report. Default: every place of the community that wants reports. */
  readonly place?: Place;
  /** Whether the digest reports it as well; then a community with a digest gets no separate message. Default: false. */
  readonly isInDigest?: boolean;
}

/**
 * Reports something to a community's moderators, in the channel they chose and the community's language.
 * @returns whether a report is sent; false if it was sent before, or no place wants reports
 */
export async function report(
  { attempt, now, speak, ...home }: Parts,
  community: NamedDecisions,
  { key: name, words, place, person = '', isInDigest = false }: News,
): Promise<boolean> {
  const spots = spotsOf(community, place);
  if (spots.length === 0 || (isInDigest && choiceOf(community, 'digest') !== 'off')) return false;
  const language = homeLanguage(community, home);
  const reply = words(speak(language), language);
  const seen = {
    platform: 'report',
    id: `${community.id} ${name} ${dayOf(now())}`,
    queue: '',
    person: '',
    payload: '',
    at: now(),
  };
  return attempt.write(async (unit) => {
    const { inbox } = unit;
    if ((await inbox.accept([seen])).length === 0) return false;
    await inbox.done(seen.platform, seen.id);
    await tellAt(unit, spots, reply, { person, now: now() });
    return true;
  });
}

type Spot = Pick<Report, 'place' | 'channel'>;

/**
 * Channels in which a community wants reports.
 * @param place only channels of this place. Default: all
 */
export const spotsOf = ({ state }: Decisions, place?: Place): Spot[] =>
  state
    .all('setting')
    .filter(([key]) => (place === undefined ? settingOfKey(key) === 'reports' : key === keyOf('reports', place)))
    .map(([key, spot]) => ({ place: key.slice(key.indexOf(':') + 1), channel: spot === WHOLE ? '' : String(spot) }));

/**
 * Puts a reply into the outbox for each channel.
 * @param person see News; empty for nobody
 */
export async function tellAt(
  { outbox }: WithOutbox,
  spots: readonly Spot[],
  reply: Reply,
  { person, now }: { readonly person: string; readonly now: Moment },
): Promise<void> {
  for (const spot of spots) {
    const told: Report = { kind: 'report', ...spot, reply };
    const { platform } = placeOfKey(spot.place);
    await outbox.add({ platform, queue: queueOf(spot), person, payload: JSON.stringify(told), due: now });
  }
}
