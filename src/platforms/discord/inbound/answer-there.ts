import { keyOfPlace } from '../../../bot/conversation/place.ts';
import type { Context } from '../context.ts';
import { inTime } from '../in-time.ts';
import { answer, answerTo, type Request, show } from '../outbound/answer.ts';
import { controlsOf } from '../outbound/controls.ts';
import { namesOf } from '../outbound/outbox-message.ts';
import { type Message, renderReply } from '../outbound/render.ts';
import type { Responder } from '../outbound/responder.ts';
import { addressOf, pointer } from '../outbound/speech.ts';
import { safely } from '../trouble.ts';
import { type Act, isServer, personOf } from './receive.ts';

type MenuAct = Extract<Act, { kind: 'menu' }>;

/**
 * Answers somebody's message as a reply to it, so that its author finds the answer; an unsure answer is only for the
 * person who opened the menu. If the bot may not write, it is answered as any command is.
 */
export async function answerThere(
  context: Context,
  act: MenuAct,
  responder: Responder,
  request: Request,
): Promise<void> {
  const { scene, target } = act;
  if (!isServer(scene.place)) return answer(context, act, responder, request);
  const made = await answerTo(context, act, responder, { ...request, way: 'private' });
  if (!made) return;
  const { reply } = made;
  const isRepeat = reply.kind === 'answer' && context.said.find(scene.channel, namesOf(reply));
  if (reply.kind !== 'answer' || reply.isPrivate || isRepeat) {
    const way = reply.kind === 'answer' ? 'public' : 'private';
    return show(context, act, responder, { ...request, way }, reply, made.putOff);
  }
  const person = context.services.hash(personOf(target.author ?? scene.user));
  const messages = renderReply(reply, await controlsOf(context, reply, { place: scene.place, person }));
  const ids: string[] = [];
  const posting = post(context, act, messages, ids);
  const putOff = made.putOff ?? (await acknowledged(context, responder, posting));
  await posting;
  const [first] = ids;
  if (first === undefined) return show(context, act, responder, request, reply, putOff);
  const [link] = renderReply(pointer(context, reply.language, addressOf(scene.place.id, scene.channel, first)));
  if (link)
    await (putOff
      ? responder.later({ ...link, isPrivate: true })
      : responder.first({ kind: 'message', message: { ...link, isPrivate: true } }));
  context.said.note(scene.channel, namesOf(reply), first);
  for (const message of ids) {
    context.replies.note(keyOfPlace(scene.place), target.id, message);
    await context.remember(
      { place: keyOfPlace(scene.place), channel: scene.channel, message, asked: target.id, person },
      reply,
    );
  }
}

/** @param ids of what was posted, as far as that was possible */
async function post(
  context: Context,
  { scene, target, ticket }: MenuAct,
  messages: readonly Message[],
  ids: string[],
): Promise<void> {
  try {
    for (const [at, message] of messages.entries())
      ids.push(
        await context.out.post(scene.channel, message, {
          ...(at === 0 ? { to: target.id } : {}),
          nonce: `${ticket.id}-${at}`,
        }),
      );
  } catch (error) {
    context.log.debug(safely(error), 'a message could not be replied to');
  }
}

/**
 * If the channel is slow to take it, Discord is told in time that the menu was heard.
 */
async function acknowledged(
  { patience }: Context,
  responder: Responder,
  posting: Promise<void>,
): Promise<'private' | undefined> {
  const isLate = await inTime(
    posting.then(() => false),
    patience.acknowledge,
    true,
  );
  if (!isLate) return undefined;
  await responder.first({ kind: 'defer', isPrivate: true });
  return 'private';
}
