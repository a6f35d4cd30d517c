import { plainReply } from '../../../bot/answers/reply.ts';
import type { Attempt } from '../../../bot/attempt.ts';
import { isPrivateKey, placeOfKey } from '../../../bot/conversation/place.ts';
import { correctedReply } from '../../../bot/delivery/corrected-reply.ts';
import type { Correction } from '../../../bot/delivery/post-corrections.ts';
import type { Report } from '../../../bot/delivery/report.ts';
import { notePosted } from '../../../bot/handover/delivered.ts';
import type { HandoverNote } from '../../../bot/handover/note.ts';
import type { OutboxMessage } from '../../../bot/ports/delivery.ts';
import { type DiscordContext, within } from '../context.ts';
import { inOrder, quotedIn, snowflake } from '../inbound/receive.ts';
import { troubleOf } from '../trouble.ts';
import { controlsOf } from './controls.ts';
import { type DiscordPayload, namesOf } from './outbox-message.ts';
import { renderReply, renderWithin } from './render.ts';
import { addressOf, native, pointer } from './speech.ts';

/** Records what was sent, in the attempt that marks it as sent. */
type Note = ((attempt: Attempt) => Promise<void>) | undefined;

/** A message of the outbox, read. */
export interface Delivered extends Pick<OutboxMessage, 'id' | 'person'> {
  readonly payload: DiscordPayload;
}

/**
 * Sends one message of the outbox. It may be sent again, after a kill, or at the same time by a process with other
 * shards: a nonce has Discord post it once.
 */
export async function deliver(context: DiscordContext, { id, person, payload }: Delivered): Promise<Note> {
  const nonces = noncesOf(id);
  switch (payload.kind) {
    case 'say':
      return say(context, payload);
    case 'edit':
      return edit(context, payload);
    case 'remove':
      return remove(context, payload);
    case 'notice':
      return notice(context, payload);
    case 'pin':
      return pin(context, payload);
    case 'correction':
      return correct(context, payload);
    case 'report':
      return postReport(context, payload, nonces);
    case 'handover':
      return postHandover(context, payload, { person, nonces });
  }
}

type Nonces = () => { readonly nonce: string };

/** A nonce for each post of an outbox message, the same at every attempt. */
function noncesOf(id: number): Nonces {
  let posts = 0;
  return () => ({ nonce: `outbox ${id}-${posts++}` });
}

async function notice(
  { out, calls }: DiscordContext,
  { user, message, nonce }: Extract<DiscordPayload, { kind: 'notice' }>,
): Promise<undefined> {
  await out.post(await calls.privateChannel(user), message, { nonce });
}

async function edit(
  context: DiscordContext,
  { channel, id, message, given: { post, answer } }: Extract<DiscordPayload, { kind: 'edit' }>,
): Promise<Note> {
  await context.out.edit(channel, id, message);
  if (answer) return (attempt) => within(context, attempt).recall.posted({ ...post, message: id }, answer);
  await context.recall.removed(post.place, id);
  return undefined;
}

/**
 * Posts a message. If the channel still shows the same answer, a link to its first message is posted instead, at most
 * once a minute. Anyone who addresses the bot within that minute gets a reaction, or the link again if the bot may not
 * react.
 */
async function say(
  context: DiscordContext,
  { channel, to, nonce, message, given, isAsked = false }: Extract<DiscordPayload, { kind: 'say' }>,
): Promise<Note> {
  const answer = given?.answer;
  const guild = given === undefined ? undefined : guildOf(given.post.place);
  const known = answer && guild !== undefined ? context.said.find(channel, namesOf(answer)) : undefined;
  const isFirst = (given?.part ?? 0) === 0;
  const isOwn =
    known !== undefined && given !== undefined && context.replies.has(given.post.place, given.post.asked, known);
  if (known && !isOwn && !isFirst) return undefined;
  const isPointed = known !== undefined && !isOwn && context.said.isPointedAt(channel, known);
  if (isPointed && (!isAsked || (await isNodded(context, channel, to)))) return undefined;
  const [link] =
    known && answer && !isOwn ? renderReply(pointer(context, answer.language, addressOf(guild, channel, known))) : [];
  const id = await context.out.post(channel, link ?? message, { to, nonce });
  if (!given) return undefined;
  context.replies.note(given.post.place, given.post.asked, id);
  if (known && link) context.said.pointedAt(channel, known);
  if (!answer || link) return undefined;
  if (guild !== undefined && isFirst) context.said.note(channel, namesOf(answer), id);
  return (attempt) => within(context, attempt).recall.posted({ ...given.post, message: id }, answer);
}

/** Reaction on a message whose answer is already above. */
const SEEN = '👀';

/** Adds the reaction. @returns false if that failed, as the bot may lack the permission */
async function isNodded({ calls }: DiscordContext, channel: string, to: string | undefined): Promise<boolean> {
  if (to === undefined) return false;
  try {
    await calls.react(channel, to, SEEN);
    return true;
  } catch (error) {
    if (!['no-access', 'over'].includes(troubleOf(error))) throw error;
    return false;
  }
}

async function remove(
  context: DiscordContext,
  { channel, id, place, isLeftOver = false }: Extract<DiscordPayload, { kind: 'remove' }>,
): Promise<undefined> {
  const { reactions = [] } = isLeftOver ? {} : await context.calls.message(channel, id);
  if (reactions.length > 0) return;
  await takeAway(context, channel, id, place);
}

async function takeAway(context: DiscordContext, channel: string, id: string, place: string): Promise<void> {
  await context.calls.remove(channel, id).catch((error: unknown) => {
    if (troubleOf(error) !== 'over') throw error;
  });
  context.said.forget(channel, id);
  await context.recall.removed(place, id);
}

async function pin(
  context: DiscordContext,
  { channel, id, guild }: Extract<DiscordPayload, { kind: 'pin' }>,
): Promise<undefined> {
  try {
    await context.calls.pin(channel, id);
  } catch (error) {
    if (troubleOf(error) !== 'no-access') throw error;
    context.notes.add(guild, `pin ${channel}`, (language) =>
      plainReply(language, context.services.speak(language)('cannot-pin-message')),
    );
  }
}

/**
 * Edits all messages of an answer that is no longer right. A correction arrives for each message; the one for the
 * answer's first message edits them all. Ephemeral messages can no longer be reached.
 */
async function correct(context: DiscordContext, { answer }: Correction): Promise<undefined> {
  const channel = answer.channel === '' ? context.addresses.get(answer.place) : answer.channel;
  if (channel === undefined) return;
  const ids = inOrder(await context.recall.parts(answer.place, answer.message));
  const [first = ''] = ids;
  if (first !== answer.message) return;
  const place = { ...placeOfKey(answer.place), channel, isPrivate: isPrivateKey(answer.place) };
  const reply = native(context, place, await correctedReply(context.services, answer));
  const controls = await controlsOf(context, reply, { place, person: answer.person });
  const messages = renderWithin(
    ids.length,
    reply,
    controls,
    snowflake(answer.asked) === undefined ? await askedAt(context, channel, first) : undefined,
  );
  for (const [at, id] of ids.entries()) {
    const message = messages[at];
    await (message ? context.out.edit(channel, id, message) : takeAway(context, channel, id, answer.place));
    if (reply.kind === 'answer') context.said.forget(channel, id);
  }
}

/** Posts a report for moderators in the channel that they chose; without one it is dropped. */
async function postReport(
  context: DiscordContext,
  { place, channel, reply }: Report,
  nonces: Nonces,
): Promise<undefined> {
  if (channel === '') return;
  const controls = await controlsOf(context, reply, { place: { ...placeOfKey(place), channel }, person: '' });
  for (const message of renderReply(native(context, placeOfKey(place), reply), controls))
    await context.out.post(channel, message, nonces());
}

/** Posts something about a question for helpers: to the helpers, or to the person who asked. */
async function postHandover(
  context: DiscordContext,
  { item, says, place: key, channel, to, instead, reply, roles = [] }: HandoverNote,
  { person, nonces }: { readonly person: string; readonly nonces: Nonces },
): Promise<Note> {
  if (channel === '') return undefined;
  const place = { ...placeOfKey(key), channel, isPrivate: isPrivateKey(key) };
  const controls = await controlsOf(context, reply, { place, person });
  const shown = native(context, place, reply);
  if (instead !== undefined) {
    for (const message of renderWithin(1, shown, controls)) await context.out.edit(channel, instead, message);
    return undefined;
  }
  const [first = '', ...rest] = renderReply(shown, controls);
  if (first === '') return undefined;
  const asked = to?.message || undefined;
  const id = await context.out.post(channel, { ...first, to: snowflake(reply.to) }, { to: asked, roles, ...nonces() });
  let last = id;
  for (const message of rest) last = await context.out.post(channel, message, nonces());
  return (attempt) => notePosted(within(context, attempt).services, { item, says }, person, last);
}

/** The question that an answer quotes if no message asked it. A corrected answer keeps the quote. */
async function askedAt({ calls }: DiscordContext, channel: string, id: string): Promise<string | undefined> {
  const message = await calls.message(channel, id).catch(() => undefined);
  return quotedIn(message?.components ?? []);
}

export const guildOf = (place: string): string | undefined => (isPrivateKey(place) ? undefined : placeOfKey(place).id);
