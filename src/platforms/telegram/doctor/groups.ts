import type { Api } from 'grammy';
import type { ChatFullInfo, ChatMember } from 'grammy/types';
import { knownPlaces } from '../../../bot/community/known-places.ts';
import { type Place, placeOfKey } from '../../../bot/conversation/place.ts';
import { type Diagnosis, good, leftOut, trouble, unread } from '../../../bot/ports/diagnosis.ts';
import type { ReadAccess } from '../../../bot/ports/store.ts';
import { ApiError } from '../api.ts';
import { PLATFORM } from '../config.ts';

const NAME = 'Telegram';
/** Most groups that are checked; each takes two calls. */
const MOST_GROUPS = 20;

/** Result of checking a group. */
interface Look {
  readonly title: string;
  readonly flaws: readonly GroupFlaw[];
  /** Telegram's error code if the group could not be checked; 0 if there was none. */
  readonly status?: number;
}

/**
 * Whether the bot may write and pin in its groups.
 * @param me the bot's own id
 * @param place the only place that the results may name; for a place on another platform, groups are only counted
 */
export async function groupChecks(
  api: Api,
  me: number,
  store: ReadAccess,
  place: Place | undefined,
): Promise<Diagnosis[]> {
  const isHere = place?.platform === PLATFORM && isGroup(place);
  const groups = isHere ? [place] : (await knownPlaces(store, PLATFORM)).map(placeOfKey).filter(isGroup);
  const looks = await Promise.all(groups.slice(0, MOST_GROUPS).map((group) => lookInto(api, me, group)));
  const read = looks.filter(({ status }) => status === undefined);
  const count = read.filter(({ flaws }) => flaws.some(isMute)).length;
  const writes = read.length > count ? [good('diagnosis-groups', { count: read.length - count })] : [];
  const rest = leftOut(NAME, groups.length - MOST_GROUPS);
  if (isHere || place === undefined) return [...writes, ...looks.flatMap(named), ...rest];
  const lack = { key: 'diagnosis-groups-lack', values: { count, all: read.length } };
  return [...(count > 0 ? [trouble('bad', lack, { key: 'cure-groups' })] : writes), ...counted(looks), ...rest];
}

const isGroup = ({ platform, id }: Place): boolean => platform === PLATFORM && /^-\d+$/.test(id);

async function lookInto(api: Api, me: number, { id, title = id }: Place): Promise<Look> {
  try {
    const [chat, member] = await Promise.all([api.getChat(Number(id)), api.getChatMember(Number(id), me)]);
    return { title: chat.title ?? title, flaws: flawsOf(chat, member) };
  } catch (error) {
    const status = error instanceof ApiError ? error.code : 0;
    // Telegram's answer for chats that the bot is not in.
    return [400, 403].includes(status) ? { title, flaws: ['gone'] } : { title, flaws: [], status };
  }
}

function counted(looks: readonly Look[]): Diagnosis[] {
  const count = looks.filter(({ flaws }) => flaws.includes('no-pin') || flaws.some(isMute)).length;
  const failed = looks.find(({ status }) => status !== undefined);
  const lack = { key: 'diagnosis-no-pin', values: { count, all: looks.length } };
  return [
    ...(count > 0 ? [trouble('warning', lack, { key: 'cure-no-pin' })] : []),
    ...(failed ? [unread(NAME, failed.status ?? 0)] : []),
  ];
}

const named = ({ title: place, flaws, status }: Look): Diagnosis[] =>
  status !== undefined
    ? [unread(place, status)]
    : flaws.map((flaw) => {
        const [key, cure] = WORDS[flaw];
        return trouble(isMute(flaw) ? 'bad' : 'warning', { key, values: { place } }, { key: cure });
      });

/** Keys in `locales/` for each flaw. */
const WORDS: Readonly<Record<GroupFlaw, readonly [found: string, cure: string]>> = {
  gone: ['diagnosis-group-gone', 'cure-group-gone'],
  restricted: ['diagnosis-group-restricted', 'cure-group-restricted'],
  closed: ['diagnosis-group-closed', 'cure-group-closed'],
  'no-pin': ['diagnosis-group-no-pin', 'cure-no-pin'],
  'no-topics': ['diagnosis-group-topics', 'cure-group-topics'],
  hidden: ['diagnosis-group-hidden', 'cure-group-hidden'],
};

/** A problem that keeps the bot from doing its work in a group. */
export type GroupFlaw =
  /** The bot is not in the group. */
  | 'gone'
  /** The bot itself was restricted from writing. */
  | 'restricted'
  /** Members may not write, and the bot is only a member. */
  | 'closed'
  | 'no-pin'
  /** The bot may not write in closed topics. Telegram tells no bot which topics are closed. */
  | 'no-topics'
  /** The member list is hidden from the bot, so it can recognise only administrators as members. */
  | 'hidden';

/** Whether the bot cannot write at all. */
export const isMute = (flaw: GroupFlaw): boolean => ['gone', 'restricted', 'closed'].includes(flaw);

type Group = Pick<ChatFullInfo, 'permissions' | 'is_forum' | 'username' | 'has_hidden_members'>;

/**
 * Flaws, by what Telegram says about a group and the bot's membership. Restrictions of members do not apply to
 * administrators.
 */
export function flawsOf(group: Group, member: ChatMember): readonly GroupFlaw[] {
  if (member.status === 'left' || member.status === 'kicked' || (member.status === 'restricted' && !member.is_member))
    return ['gone'];
  const isAdmin = member.status === 'administrator';
  const checks: readonly (readonly [GroupFlaw, boolean])[] = [
    ['restricted', member.status === 'restricted' && !member.can_send_messages],
    ['closed', !isAdmin && group.permissions?.can_send_messages === false],
    ['no-pin', isAdmin ? member.can_pin_messages !== true : !mayMemberPin(group, member)],
    ['no-topics', group.is_forum === true && !(isAdmin && member.can_manage_topics)],
    ['hidden', group.has_hidden_members === true && !isAdmin],
  ];
  return checks.flatMap(([flaw, holds]) => (holds ? [flaw] : []));
}

/** In a public group no member may pin, whatever its permissions say. */
function mayMemberPin({ permissions, username }: Group, member: ChatMember): boolean {
  return (
    username === undefined &&
    permissions?.can_pin_messages === true &&
    (member.status !== 'restricted' || member.can_pin_messages)
  );
}
