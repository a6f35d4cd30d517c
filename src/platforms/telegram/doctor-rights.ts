import type { ChatFullInfo, ChatMember } from 'grammy/types';

/** What the bot may not do in a group. */
export type Flaw =
  /** It is not in it. */
  | 'gone'
  /** Somebody keeps it, and it alone, from writing. */
  | 'restricted'
  /** Members may not write, and it is no more than one. */
  | 'closed'
  | 'no-pin'
  /** Closed topics are closed to it as well; which those are, Telegram tells no bot. */
  | 'no-topics';

/** Whether it cannot write at all. */
export const isMute = (flaw: Flaw): boolean => ['gone', 'restricted', 'closed'].includes(flaw);

type Group = Pick<ChatFullInfo, 'permissions' | 'is_forum' | 'username'>;

/** Reads what Telegram says of a group and of the bot in it. Administrators are above what holds for members. */
export function flawsOf(group: Group, member: ChatMember): readonly Flaw[] {
  if (member.status === 'left' || member.status === 'kicked' || (member.status === 'restricted' && !member.is_member)) return ['gone'];
  const isAdmin = member.status === 'administrator';
  const checks: readonly (readonly [Flaw, boolean])[] = [
    ['restricted', member.status === 'restricted' && !member.can_send_messages],
    ['closed', !isAdmin && group.permissions?.can_send_messages === false],
    ['no-pin', isAdmin ? member.can_pin_messages !== true : !mayMemberPin(group, member)],
    ['no-topics', group.is_forum === true && !(isAdmin && member.can_manage_topics)],
  ];
  return checks.flatMap(([flaw, holds]) => (holds ? [flaw] : []));
}

/** In a public group no member may, whatever its permissions say. */
function mayMemberPin({ permissions, username }: Group, member: ChatMember): boolean {
  return username === undefined && permissions?.can_pin_messages === true && (member.status !== 'restricted' || member.can_pin_messages);
}
