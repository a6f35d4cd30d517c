import { keyOfPlace } from '../../../bot/conversation/place.ts';
import type { Context } from '../context.ts';
import { answer, answerTo, type Request, show } from '../outbound/answer.ts';
import { controlsOf } from '../outbound/controls.ts';
import { renderReply } from '../outbound/render.ts';
import type { Responder } from '../outbound/responder.ts';
import { addressOf, pointer } from '../outbound/speech.ts';
import { safely } from '../trouble.ts';
import { type Act, isServer, personOf } from './receive.ts';

type MenuAct = Extract<Act, { kind: 'menu' }>;

/**
 * Answers somebody's message as a reply to it, so that who wrote it finds the answer; what is not sure is for whoever opened the
 * menu. Where the bot may not write, it is answered as any command is.
 */
export async function answerThere(context: Context, act: MenuAct, responder: Responder, request: Request): Promise<void> {
  const { scene, target } = act;
  if (!isServer(scene.place)) return answer(context, act, responder, request);
  const reply = await answerTo(context, act, responder, request);
  if (!reply) return;
  const isRepeat = reply.answer && context.recent.find(scene.channel, reply.answer.entry, reply.language);
  if (!reply.answer || reply.isPrivate || isRepeat) return show(context, act, responder, { ...request, way: reply.answer ? 'public' : 'private' }, reply, false);
  const person = context.services.hash(personOf(target.author ?? scene.user));
  const messages = renderReply(reply, await controlsOf(context, reply, { place: scene.place, person }));
  let id = '';
  try {
    for (const [at, message] of messages.entries()) id = await context.out.post(scene.channel, message, { ...(at === 0 ? { to: target.id } : {}), nonce: `${act.ticket.id}-${at}` });
  } catch (error) {
    context.log.debug(safely(error), 'a message could not be replied to');
    if (id === '') return show(context, act, responder, request, reply, false);
  }
  const url = addressOf(scene.place.id, scene.channel, id);
  const [link] = renderReply(pointer(context, reply.language, url));
  if (link) await responder.first({ kind: 'message', message: { ...link, isPrivate: true } });
  context.replies.note(target.id, { channel: scene.channel, message: id });
  context.recent.note(scene.channel, { entry: reply.answer.entry, language: reply.language, message: id });
  context.recall.later({ place: keyOfPlace(scene.place), channel: scene.channel, message: id, asked: target.id, person }, reply);
}
