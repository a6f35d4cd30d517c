import { type Choice, type ChosenCommand, plainReply, type Reply } from '../../../bot/answers/reply.ts';
import { keyOfPlace } from '../../../bot/conversation/place.ts';
import type { Outgoing } from '../../../bot/delivery/courier.ts';
import { queueOf } from '../../../bot/delivery/post-corrections.ts';
import { EDITED_MS } from '../../../bot/moment.ts';
import type { EditPort } from '../../../bot/platform/changed-message.ts';
import { commandIn, readCommand } from '../../../bot/platform/command-text.ts';
import type { MemberMessage } from '../../../bot/platform/conversation.ts';
import type { WithServices } from '../../../bot/services.ts';
import type { DiscordContext } from '../context.ts';
import { keepForm } from '../forms/kept-forms.ts';
import type { Author } from '../moderation/permissions.ts';
import { controlsOf, FORM, SIMILAR, SOLVED } from '../outbound/controls.ts';
import { outgoing } from '../outbound/outbox-message.ts';
import { renderReply, renderWithin } from '../outbound/render.ts';
import { addressOf, returnTo } from '../outbound/speech.ts';
import { type Heard, withoutMentions } from './heard.ts';
import { inOrder, keptChannel, madeAt, personOf } from './receive.ts';

/** A message in a channel or private chat, with what the conversation needs to know. */
export interface ChannelMessage extends MemberMessage {
  readonly heard: Heard;
  readonly author: Author;
}

export function messageOf(
  { services }: WithServices,
  heard: Heard,
  author: Author,
  { isLate = false, waits }: Pick<ChannelMessage, 'isLate' | 'waits'> = {},
): ChannelMessage {
  const { id, place, channel, user, name, text, addressed, to, thread, hasFile } = heard;
  const { isModerator, roles, knowledge } = author;
  const post = to ?? (thread ? channel : undefined);
  const words = withoutMentions(text);
  return {
    heard,
    author,
    id,
    to,
    isLate,
    waits,
    incoming: {
      person: personOf(user),
      place,
      knowledge,
      roles,
      name,
      returnTo: returnTo(place, channel, user, id),
      thread: channel,
      text: commandIn(services, text)?.gives === 'answer' ? words : text,
      addressed,
      isReply: to !== undefined && !addressed,
      isModerator: async () => isModerator,
    },
    help: post === undefined ? undefined : { to: post, words, name, hasFile, link: addressOf(place.id, channel, id) },
  };
}

/** Whether a message is recent enough for an edit of it to be answered. */
export const isNew = ({ services }: WithServices, { id }: Heard): boolean =>
  Date.parse(services.now()) - madeAt(id) < EDITED_MS;

/**
 * How the conversation's steps are taken in channels and private chats: everything that is said goes through the
 * outbox.
 */
export const channelPort = (context: DiscordContext): EditPort<ChannelMessage> => ({
  pace: ({ heard: { user, channel } }, kind) => {
    const { person, channel: ofChannel, noText } = context.pace;
    if (kind === 'wordless') return noText(user);
    const own = person(user);
    return own === 'go' && ofChannel(channel) !== 'go' ? 'ignore' : own;
  },
  say: async (message, reply) => {
    const { heard } = message;
    const { shown, controls } = await shownTo(context, heard, reply);
    const given = await givenOf(context, message, shown);
    return renderReply(shown, controls).map((one, at) =>
      toOutbox(context, heard, {
        kind: 'say',
        channel: heard.channel,
        to: at === 0 ? (heard.about ?? heard.id) : undefined,
        nonce: nonceOf(heard, at),
        message: one,
        at: context.services.now(),
        given: { ...given, part: at },
        isAsked: heard.addressed || heard.to !== undefined,
        ...(reply.kind === 'notice' && reply.hasSimilar ? { isForUnanswered: true } : {}),
      }),
    );
  },
  remark: async ({ heard }, reply) => {
    const { place, channel, id: to, user } = heard;
    const controls = await controlsOf(context, reply, { place, person: context.services.hash(personOf(user)) });
    const [at, nonce] = [context.services.now(), nonceOf(heard, 'r')];
    return renderReply(reply, controls).map((message) =>
      toOutbox(context, heard, { kind: 'say', channel, to, nonce, message, at }),
    );
  },
  whisper: async ({ heard }, reply) => {
    const [at, nonce] = [context.services.now(), nonceOf(heard, 's')];
    return renderReply(reply).map((message) =>
      toOutbox(context, heard, { kind: 'notice', user: heard.user, nonce, message, at }),
    );
  },
  edit: async (message, reply, posts) => {
    const { heard } = message;
    const ids = inOrder(posts);
    const { shown, controls } = await shownTo(context, heard, reply);
    const given = await givenOf(context, message, shown);
    const messages = renderWithin(ids.length, shown, controls);
    return ids.map((id, at) => {
      const one = messages[at];
      return one
        ? toOutbox(context, heard, { kind: 'edit', channel: heard.channel, id, message: one, given })
        : removal(heard, id, context.services.hash(personOf(heard.user)), true);
    });
  },
  remove: ({ heard }, posts) =>
    inOrder(posts).map((id) => removal(heard, id, context.services.hash(personOf(heard.user)))),
  pin: ({ heard }, id) => [
    toOutbox(context, heard, { kind: 'pin', channel: heard.channel, id, guild: heard.place.id }),
  ],
});

/** @param person keyed hash of the person to whose message it belongs @param isLeftOver see DiscordPayload */
export const removal = (
  { place, channel }: Pick<Heard, 'place' | 'channel'>,
  id: string,
  person: string,
  isLeftOver = false,
): Outgoing => {
  const key = keyOfPlace(place);
  const queue = queueOf({ place: key, channel: keptChannel(place, channel) });
  return outgoing(queue, person, { kind: 'remove', channel, id, place: key, isLeftOver });
};

/** At most 25 characters, Discord's limit. For a second message with the same nonce, Discord returns the first one. */
const nonceOf = ({ id, edited }: Heard, part: number | string): string =>
  edited === undefined ? `${id}-${part}` : `${BigInt(id).toString(36)}-${edited.toString(36)}-${part}`;

const toOutbox = (
  context: DiscordContext,
  { place, channel, user }: Heard,
  payload: Parameters<typeof outgoing>[2],
): Outgoing =>
  outgoing(
    queueOf({ place: keyOfPlace(place), channel: keptChannel(place, channel) }),
    context.services.hash(personOf(user)),
    payload,
  );

/**
 * In a private chat the answer may be a server's own; it is recorded under that server's community, so that a later
 * correction reaches it.
 */
const givenOf = async (context: DiscordContext, { heard, author: { knowledge } }: ChannelMessage, reply: Reply) => ({
  post: {
    ...(knowledge ? { community: (await context.services.communities.of(knowledge)).id } : {}),
    place: keyOfPlace(heard.place),
    channel: keptChannel(heard.place, heard.channel),
    asked: heard.id,
    person: context.services.hash(personOf(heard.user)),
  },
  answer: reply.kind === 'answer' ? { about: reply.about, language: reply.language } : undefined,
});

/**
 * A channel message cannot be shown to one person only. A button is posted instead, which shows the reply to anyone who
 * presses it, with that person's permissions.
 */
async function shownTo(context: DiscordContext, heard: Heard, reply: Reply) {
  const { place, text } = heard;
  const person = context.services.hash(personOf(heard.user));
  const say = context.services.speak(reply.language);
  const isHidden = !place.isPrivate && (reply.isPrivate === true || reply.kind === 'form');
  const shown = isHidden ? plainReply(reply.language, say('only-for-you')) : reply;
  const extra: Choice[] = isHidden
    ? [{ label: say(reply.kind === 'form' ? 'open-form' : 'show-it'), ...pressOf(text) }]
    : [];
  if (!isHidden && reply.kind === 'form')
    extra.push({ label: say('open-form'), command: FORM, argument: await keepForm(context, heard, reply.form) });
  if (shown.kind === 'answer' && heard.isPost)
    extra.push({ label: say('forum-solved'), command: SOLVED, argument: '' });
  if (shown.kind === 'notice' && shown.hasSimilar)
    extra.push({ label: say('forum-similar'), command: SIMILAR, argument: '' });
  return { shown, controls: await controlsOf(context, shown, { place, person, extra }) };
}

/** The button that does what a typed command would. */
function pressOf(text: string): ChosenCommand {
  const typed = readCommand(text);
  return typed ? { command: typed.name, argument: typed.argument } : { command: 'ask', argument: text };
}
