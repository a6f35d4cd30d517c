import type { Answer } from '../../../bot/answers/reply.ts';
import { keyOfPlace } from '../../../bot/conversation/place.ts';
import { type DiscordContext, inTime } from '../context.ts';
import { controlsOf } from '../outbound/controls.ts';
import { namesOf } from '../outbound/outbox-message.ts';
import { type RenderedMessage, renderReply } from '../outbound/render.ts';
import { type PutOff, type Request, show } from '../outbound/show.ts';
import { addressOf, pointer } from '../outbound/speech.ts';
import { safely } from '../trouble.ts';
import { answer } from './interaction-port.ts';
import { type DiscordAct, isServer, personOf } from './receive.ts';

/** The message to which the answer is a reply. */
export interface There {
  readonly message: string;
  /** Discord's id of the message's author, who owns the answer. */
  readonly asker: string;
}

/**
 * Answers somebody's message with a reply to it, so that its author is notified. An uncertain answer is shown only to
 * the person who used the menu. Falls back to an ordinary answer if the bot may not write there.
 */
export async function answerThere(
  context: DiscordContext,
  act: DiscordAct,
  request: Request,
  there: There,
): Promise<void> {
  if (!isServer(act.scene.place)) return answer(context, act, request);
  const alone = { ...request, way: isUpdate(request) ? 'update' : 'private' } as const;
  const isErased = context.services.erased.since(context.services.hash(personOf(there.asker)));
  await answer(context, act, alone, {
    show: (reply, putOff) =>
      reply.kind !== 'answer' || reply.isPrivate
        ? show(context, act, alone, reply, putOff)
        : showThere(context, act, request, there, { reply, putOff, isErased }),
  });
}

interface Shown {
  readonly reply: Answer;
  readonly putOff: PutOff | undefined;
  /** Whether the author's data was erased meanwhile. */
  readonly isErased: () => boolean;
}

async function showThere(
  context: DiscordContext,
  act: DiscordAct,
  request: Request,
  there: There,
  { reply, putOff: before, isErased }: Shown,
): Promise<void> {
  const { place, channel } = act.scene;
  const person = context.services.hash(personOf(there.asker));
  const pointAt = async (id: string, isPutOff: boolean): Promise<void> => {
    const [link] = renderReply(pointer(context, reply.language, addressOf(place.id, channel, id)));
    if (!link) return;
    const message = { ...link, isPrivate: true };
    await (isPutOff
      ? act.responder.later(message)
      : act.responder.first({ kind: isUpdate(request) ? 'update' : 'message', message }));
  };
  const known = context.said.find(channel, namesOf(reply));
  if (known !== undefined) return pointAt(known, before !== undefined);
  const messages = renderReply(reply, await controlsOf(context, reply, { place, person }));
  const ids: string[] = [];
  const posting = post(context, act, there, messages, ids);
  const putOff = before ?? (await acknowledged(context, act, request, posting));
  await posting;
  const [first] = ids;
  if (first === undefined) return show(context, act, { ...request, way: 'public' }, reply, putOff);
  await pointAt(first, putOff !== undefined);
  context.said.note(channel, namesOf(reply), first);
  for (const message of ids) {
    context.replies.note(keyOfPlace(place), there.message, message);
    await context.remember(
      { place: keyOfPlace(place), channel, message, asked: there.message, person },
      reply,
      isErased,
    );
  }
}

const isUpdate = ({ way }: Request): boolean => way === 'update';

/** @param ids receives the ids of posted messages, also if a later one fails */
async function post(
  context: DiscordContext,
  { scene, ticket }: DiscordAct,
  { message: to }: There,
  messages: readonly RenderedMessage[],
  ids: string[],
): Promise<void> {
  try {
    for (const [at, message] of messages.entries())
      ids.push(
        await context.out.post(scene.channel, message, { ...(at === 0 ? { to } : {}), nonce: `${ticket.id}-${at}` }),
      );
  } catch (error) {
    context.log.debug(safely(error), 'a message could not be replied to');
  }
}

/** Acknowledges the interaction in time if posting is slow. */
async function acknowledged(
  { patience }: DiscordContext,
  act: DiscordAct,
  request: Request,
  posting: Promise<void>,
): Promise<'private' | undefined> {
  const isLate = await inTime(
    posting.then(() => false),
    patience.acknowledge,
    true,
  );
  if (!isLate) return undefined;
  await act.responder.first(isUpdate(request) ? { kind: 'defer-update' } : { kind: 'defer', isPrivate: true });
  return 'private';
}
