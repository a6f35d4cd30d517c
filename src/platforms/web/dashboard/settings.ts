import { sayMoment } from '../../../bot/answers/messages.ts';
import { placesOf } from '../../../bot/community/communities.ts';
import { isOfOnePlace } from '../../../bot/community/lineage.ts';
import { keyOfPlace, type Place, placeOfKey } from '../../../bot/conversation/place.ts';
import { WHOLE } from '../../../bot/delivery/report.ts';
import { isRole } from '../../../bot/moderation/people.ts';
import { keyOf, listIn, ownWordsOf } from '../../../bot/settings/chosen.ts';
import { DEFAULT, HERE, kindOf, NONE, OWN, valuesOf } from '../../../bot/settings/kinds.ts';
import { hasScope, isWorded, rowOf, type Setting, settingsWith } from '../../../bot/settings/table.ts';
import { sayAbout, sayCurrent, sayName, sayPicked } from '../../../bot/settings/words.ts';
import type { WebConfig } from '../config.ts';
import { type Control, signer } from '../render/controls.ts';
import { nameOf } from './moderation.ts';
import { callIn, type View } from './scope.ts';

/** Settings that apply in a place. */
export const settingsOf = ({ settings }: Pick<WebConfig, 'settings'>, { platform }: Place): readonly Setting[] =>
  settings.get(platform) ?? settingsWith();

/** Most digits of a channel's id. */
const MOST_DIGITS = 20;

/** The input of a setting: one of several values, any number of them, or text. */
export type Input =
  | {
      readonly kind: 'one' | 'several';
      readonly values: readonly { readonly value: string; readonly label: string; readonly isChosen: boolean }[];
    }
  | { readonly kind: 'words'; readonly value: string };

/** A setting with its present value. */
export interface SettingNow {
  readonly setting: Setting;
  readonly name: string;
  readonly about: string;
  readonly value: string;
  readonly input: Input | undefined;
  /** The community's own words; undefined if it cannot have any. */
  readonly ownWords: string | undefined;
  /** Undefined if nobody ever changed it. */
  readonly changed: { readonly who: string; readonly when: string; readonly undo: Control | undefined } | undefined;
}

/** The settings of a place, or of one of its channels. */
export interface SettingsOfPlace {
  readonly place: Place;
  /** Keys of the community's places. */
  readonly places: readonly string[];
  /** Channels of the place that have settings of their own. */
  readonly channels: readonly string[];
  readonly all: readonly SettingNow[];
}

/** A view of one of the community's places, for changing its settings. @param channel empty for the whole place */
export function viewOfPlace(view: View, asked: string, channel: string): View {
  const place = placeOfKey(placesIn(view).find((key) => key === asked) ?? placesIn(view)[0] ?? '');
  const isNumber = /^\d+$/.test(channel) && channel.length <= MOST_DIGITS;
  const speaker = { ...view.speaker, place: { ...place, isPrivate: true, channel: isNumber ? channel : undefined } };
  return { ...view, speaker };
}

function placesIn({ scope: { community } }: View): readonly string[] {
  const places = placesOf(community);
  return places.length > 0 ? places : [community.id];
}

/** @param view of the place */
export async function settingsIn(view: View): Promise<SettingsOfPlace> {
  const { context, scope, speaker } = view;
  const { place } = speaker;
  const shown = settingsOf(context.config, place).filter(
    (setting) =>
      place.channel === undefined || hasScope(setting, 'channel') || ['channel', 'faq'].includes(rowOf(setting).kind),
  );
  const begin = `${keyOfPlace(place)}/`;
  const channels = scope.community.state
    .rawAll('setting')
    .map(([key]) => key.slice(key.indexOf(':') + 1))
    .flatMap((key) => (key.startsWith(begin) ? [key.slice(begin.length)] : []));
  return {
    place,
    places: placesIn(view),
    channels: [...new Set(channels)].sort(),
    all: await Promise.all(shown.map((setting) => settingNow(view, setting))),
  };
}

async function settingNow(view: View, setting: Setting): Promise<SettingNow> {
  const call = callIn(view);
  const { place, community } = call;
  const channel = hasScope(setting, 'channel') ? place.channel : undefined;
  return {
    setting,
    name: sayName(call, setting, channel),
    about: sayAbout(call, setting),
    value: sayCurrent(call, setting, channel, sayPicked),
    input: inputOf(view, setting, channel),
    ownWords: isWorded(setting) ? (ownWordsOf(community, setting) ?? '') : undefined,
    changed: await lastChange(view, keyOf(setting, place, channel)),
  };
}

function inputOf(view: View, setting: Setting, channel: string | undefined): Input | undefined {
  const call = callIn(view);
  const own = call.community.state.get('setting', keyOf(setting, call.place, channel));
  const chosen = typeof own === 'string' ? [own] : listIn(own);
  const { isTyped = false, isMany = false } = kindOf(setting);
  if (isTyped) return { kind: 'words', value: written(setting, chosen) };
  const isInOwnWords = isWorded(setting) && typeof own === 'object';
  const options = valuesOf(setting, call)
    // Without ticks, the list is empty, so a tick for "none" is not needed.
    .filter((value) => (isMany ? value !== NONE : value !== OWN || isInOwnWords))
    .map((value) => ({
      value,
      label: sayPicked(call, setting, isMany ? [value] : value),
      isChosen: chosen.includes(value) || (value === OWN && isInOwnWords),
    }));
  if (options.length === 0) return undefined;
  if (isMany) return { kind: 'several', values: options };
  const back = { value: DEFAULT, label: call.say('setting-default'), isChosen: own === undefined };
  return { kind: 'one', values: [back, ...options] };
}

/** A value as it can be typed: roles as mentions, the place itself as "here". */
function written(setting: Setting, values: readonly string[]): string {
  const word = (value: string): string => {
    const { kind } = rowOf(setting);
    if (kind === 'faq') return value === WHOLE ? HERE : value;
    if (kind === 'channel') return isRole(value) ? value : HERE;
    return kind === 'people' && isRole(value) ? `<@&${value}>` : value;
  };
  return values.map(word).join(' ');
}

async function lastChange(view: View, key: string): Promise<SettingNow['changed']> {
  const call = callIn(view);
  const { id: community } = call.community;
  const [act] = await call.services.attempt.read(({ log }) => log.acts({ community, kind: 'setting', key, newest: 1 }));
  if (!act) return undefined;
  const canUndo = act.community === community && isOfOnePlace(act);
  const undo = { label: call.say('dash-undo'), command: 'undo', argument: String(act.id) };
  return {
    who: nameOf(call, act.person),
    when: sayMoment(act.at, call.say.locale),
    undo: canUndo ? await signer(view.context, view.speaker)(undo) : undefined,
  };
}
