import type { Api } from 'grammy';
import type { ChatFullInfo, ChatMember } from 'grammy/types';
import { knownPlaces } from '../../../bot/community/known-places.ts';
import { type Place, placeOfKey } from '../../../bot/conversation/place.ts';
import { type Diagnosis, good, leftOut, trouble, unread } from '../../../bot/ports/diagnosis.ts';
import type { Services } from '../../../bot/services.ts';
import { ApiError } from '../api.ts';
import { PLATFORM } from '../inbound/place.ts';

const NAME = 'Telegram';
/** Groups that are looked into: each is two calls. */
const MOST_GROUPS = 20;

/** A group that was looked into. */
interface Look {
  readonly title: string;
  readonly flaws: readonly GroupFlaw[];
  /** The reason why it could not be: as Telegram gives it, 0 if it gave none. */
  readonly status?: number;
}

/**
 * Whether the bot may write and pin in its groups.
 * @param me the bot's own id
 * @param place the only one that may be named; if it is another platform's, groups are counted
 */
export async function groupChecks(
  api: Api,
  me: number,
  { store }: Pick<Services, 'store'>,
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
    // Chats that the bot is not in are unknown, or closed, to it.
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

/** Keys of the words about each. */
const WORDS: Readonly<Record<GroupFlaw, readonly [found: string, cure: string]>> = {
  gone: ['diagnosis-group-gone', 'cure-group-gone'],
  restricted: ['diagnosis-group-restricted', 'cure-group-restricted'],
  closed: ['diagnosis-group-closed', 'cure-group-closed'],
  'no-pin': ['diagnosis-group-no-pin', 'cure-no-pin'],
  'no-topics': ['diagnosis-group-topics', 'cure-group-topics'],
  hidden: ['diagnosis-group-hidden', 'cure-group-hidden'],
};

/** A thing that the bot may not do in a group. */
export type GroupFlaw =
  /** It is not in it. */
  | 'gone'
  /** Somebody keeps it, and it alone, from writing. */
  | 'restricted'
  /** Members may not write, and it is no more than one. */
  | 'closed'
  | 'no-pin'
  /** Closed topics are closed to it as well; which those are, Telegram tells no bot. */
  | 'no-topics'
  /** Members are hidden from it: only administrators are known to be in the group. */
  | 'hidden';

/** Whether it cannot write at all. */
export const isMute = (flaw: GroupFlaw): boolean => ['gone', 'restricted', 'closed'].includes(flaw);

type Group = Pick<ChatFullInfo, 'permissions' | 'is_forum' | 'username' | 'has_hidden_members'>;

/** Reads what Telegram says of a group and of the bot in it. Administrators are above what holds for members. */
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

/** In a public group no member may, whatever its permissions say. */
function mayMemberPin({ permissions, username }: Group, member: ChatMember): boolean {
  return (
    username === undefined &&
    permissions?.can_pin_messages === true &&
    (member.status !== 'restricted' || member.can_pin_messages)
  );
}
