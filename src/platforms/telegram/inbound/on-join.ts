import type { ChatMember, ChatMemberUpdated } from 'grammy/types';
import { helloBlocks } from '../../../bot/answers/greeting.ts';
import { apartIn } from '../../../bot/answers/messages.ts';
import { notice, paragraph, type Reply, text } from '../../../bot/answers/reply.ts';
import { languageOfPerson } from '../../../bot/conversation/choose-language.ts';
import type { Place } from '../../../bot/conversation/place.ts';
import type { Outgoing } from '../../../bot/delivery/courier.ts';
import { ApiError } from '../api.ts';
import type { TelegramContext } from '../context.ts';
import { flawsOf, type GroupFlaw, isMute } from '../doctor/groups.ts';
import { knownGroups } from '../manage/known-groups.ts';
import { say } from '../outbound/outgoing.ts';
import { personOf, spotOf } from './place.ts';

/** Whether the bot was just added to a group; a change of its permissions does not count. */
export const isJoining = ({ chat, old_chat_member: before, new_chat_member: now }: ChatMemberUpdated): boolean =>
  (chat.type === 'group' || chat.type === 'supergroup') && !isMember(before) && isMember(now);

const isMember = (member: ChatMember): boolean =>
  member.status === 'restricted' ? member.is_member : member.status !== 'left' && member.status !== 'kicked';

/** Greets a group to which the bot was added, if it may write there. */
export async function onJoin(context: TelegramContext, { chat, from }: ChatMemberUpdated): Promise<Outgoing[]> {
  const { services } = context;
  const rights = await rightsIn(context, chat.id);
  if (!rights || rights.flaws.some(isMute)) return [];
  const spot = spotOf({ chat }, services.hash);
  const person = services.hash(personOf(from.id));
  const language = await languageOfPerson({ services, person, place: spot.place, locale: from.language_code });
  const said = await say(
    context,
    await hello(context, spot.place, language, rights),
    { spot, person },
    { expires: true },
  );
  if (!from.is_bot) await knownGroups(context.services).note(person, { chat: chat.id, title: chat.title ?? '' });
  return said;
}

/** Whether the bot gets all messages of a group, and the permissions that it lacks. */
interface Rights {
  readonly seesAll: boolean;
  readonly flaws: readonly GroupFlaw[];
}

/**
 * Not cached: permissions are often granted one after the other, and privacy mode counts as it was when the bot was
 * added.
 */
async function rightsIn({ api, me }: TelegramContext, chat: number): Promise<Rights | undefined> {
  try {
    const [group, member, { can_read_all_group_messages: readsAll }] = await Promise.all([
      api.getChat(chat),
      api.getChatMember(chat, me.id),
      api.getMe(),
    ]);
    // Administrators see all messages.
    return { seesAll: readsAll || member.status === 'administrator', flaws: flawsOf(group, member) };
  } catch (error) {
    // The bot was removed again.
    if (error instanceof ApiError && [400, 403].includes(error.code)) return undefined;
    throw error;
  }
}

const RIGHTS: Partial<Record<GroupFlaw, string>> = { 'no-pin': 'right-pin', 'no-topics': 'right-topics' };

async function hello(
  { services, me }: TelegramContext,
  place: Place,
  language: string,
  { seesAll, flaws }: Rights,
): Promise<Reply> {
  const words = services.speak(language);
  const community = await services.communities.prepared(place);
  const missing = flaws.map((flaw) => RIGHTS[flaw]).flatMap((right) => (right === undefined ? [] : [words(right)]));
  const hidden = flaws.includes('hidden')
    ? [`${words('diagnosis-group-hidden', { place: place.title ?? '' })} ${words('cure-group-hidden')}`]
    : [];
  const lines = [
    words.parts(seesAll ? 'hello-sees-all' : 'hello-sees-own'),
    ...(missing.length > 0
      ? [words.parts('hello-rights', { rights: missing.map(apartIn(services, language)).join(words('list-comma')) })]
      : []),
    ...hidden.map((line) => [text(line)]),
  ];
  const blocks = helloBlocks(
    { services, community, language, say: words },
    (question) => `@${me.username} ${question}`,
  );
  return notice(language, {
    blocks: [...blocks, ...lines.map((line) => paragraph(...line))],
  });
}
