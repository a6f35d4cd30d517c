import type { Sent } from '../../bot/delivery/sender.ts';
import { correctedReply } from '../../bot/heal/corrected-reply.ts';
import type { Correction } from '../../bot/heal/post-corrections.ts';
import type { Parcel as Stored } from '../../bot/ports/delivery.ts';
import { paragraph, plainReply, text } from '../../bot/reply.ts';
import { controlsOf } from './controls.ts';
import type { Kit } from './kit.ts';
import type { Parcel } from './parcels.ts';
import { renderReply } from './render.ts';
import { addressOf, pointer } from './speech.ts';
import { safely, sentAfter, troubleOf } from './trouble.ts';

/** Milliseconds for which a channel is left alone that the bot may not write in: refused calls count towards a ban. */
const CLOSED_MS = 10 * 60_000;

/** Sends what waits in the outbox. */
export function createDelivery(kit: Kit): (parcel: Stored) => Promise<Sent> {
  const closed = new Map<string, number>();
  const ms = (): number => Date.parse(kit.services.now());
  const send = async (parcel: Parcel, channel: string | undefined): Promise<Sent> => {
    if (channel !== undefined && (closed.get(channel) ?? 0) > ms()) return { kind: 'refused' };
    try {
      return { kind: 'sent', note: await deliver(kit, parcel) };
    } catch (error) {
      const trouble = troubleOf(error);
      kit.log[trouble === 'over' ? 'debug' : 'warn']({ ...safely(error), parcel: parcel.kind }, 'a message could not be sent');
      if (trouble === 'no-access' && channel !== undefined) {
        closed.set(channel, ms() + CLOSED_MS);
        report(kit, parcel, channel);
      }
      return sentAfter(error);
    }
  };
  return async ({ payload }) => {
    const parcel = JSON.parse(payload) as Parcel;
    const sent = await send(parcel, channelOf(parcel));
    if (sent.kind === 'refused' && parcel.kind === 'say' && parcel.given) kit.replies.giveUp(parcel.given.post.asked);
    return sent;
  };
}

const channelOf = (parcel: Parcel): string | undefined => (parcel.kind === 'notice' || parcel.kind === 'pin' ? undefined : parcel.kind === 'correction' ? parcel.answer.channel : parcel.channel);

/** What is to be kept of what was sent, if anything is. */
type Note = (() => Promise<void>) | undefined;

async function deliver(kit: Kit, parcel: Parcel): Promise<Note> {
  switch (parcel.kind) {
    case 'say':
      return say(kit, parcel);
    case 'edit':
      return edit(kit, parcel);
    case 'remove':
      await remove(kit, parcel);
      return undefined;
    case 'notice':
      await kit.out.post(await kit.calls.privateChannel(parcel.user), parcel.message, { nonce: parcel.nonce });
      return undefined;
    case 'pin':
      await pin(kit, parcel);
      return undefined;
    case 'correction':
      await correct(kit, parcel);
      return undefined;
  }
}

async function edit({ out, recall }: Kit, { channel, id, message, given: { post, reply } }: Extract<Parcel, { kind: 'edit' }>): Promise<Note> {
  await out.edit(channel, id, message);
  if (reply.answer) return () => recall.posted({ ...post, message: id }, { ...plainReply('', ''), ...reply });
  await recall.removed(post.place, id);
  return undefined;
}

/** An answer that people can still read is pointed at instead. */
async function say(kit: Kit, { channel, to, nonce, message, given }: Extract<Parcel, { kind: 'say' }>): Promise<Note> {
  const answer = given?.reply.answer;
  const guild = given === undefined ? undefined : guildOf(given.post.place);
  const known = answer && guild !== undefined ? kit.recent.find(channel, answer.entry, given.reply.language) : undefined;
  const [link] = known && given ? renderReply(pointer(kit, given.reply.language, addressOf(guild, channel, known.message))) : [];
  const id = await kit.out.post(channel, link ?? message, { to, nonce });
  if (!given) return undefined;
  kit.replies.note(given.post.asked, { channel, message: id });
  if (!answer || link) return undefined;
  if (guild !== undefined) kit.recent.note(channel, { entry: answer.entry, language: given.reply.language, message: id });
  return () => kit.recall.posted({ ...given.post, message: id }, { ...plainReply('', ''), ...given.reply });
}

async function remove(kit: Kit, { channel, id, place }: Extract<Parcel, { kind: 'remove' }>): Promise<void> {
  const { reactions = [] } = await kit.calls.message(channel, id);
  if (reactions.length > 0) return;
  await kit.calls.remove(channel, id);
  kit.recent.forget(channel, id);
  await kit.recall.removed(place, id);
}

async function pin(kit: Kit, { channel, id, guild }: Extract<Parcel, { kind: 'pin' }>): Promise<void> {
  try {
    await kit.calls.pin(channel, id);
  } catch (error) {
    if (troubleOf(error) !== 'no-access') throw error;
    kit.notes.add(guild, `pin ${channel}`, (language) => plainReply(language, kit.services.speak(language)('cannot-pin-message')));
  }
}

/** An answer that is no longer right. What one person alone saw cannot be reached any more. */
async function correct(kit: Kit, { answer }: Correction): Promise<void> {
  if (answer.channel === '') return;
  const reply = correctedReply(kit.services, answer);
  const id = answer.place.slice(answer.place.indexOf(':') + 1);
  const place = { platform: answer.place.slice(0, answer.place.indexOf(':')), id, channel: answer.channel, isPrivate: id.startsWith('dm-') };
  const [message] = renderReply(reply, await controlsOf(kit.buttons, reply, { place, person: answer.person }));
  if (message) await kit.out.edit(answer.channel, answer.message, message);
  if (reply.answer) kit.recent.forget(answer.channel, answer.message);
}

const guildOf = (place: string): string | undefined => (place.includes(':dm-') ? undefined : place.slice(place.indexOf(':') + 1));

/** Tells the next moderator who is there, once for each channel. */
function report(kit: Kit, parcel: Parcel, channel: string): void {
  const guild = parcel.kind === 'say' || parcel.kind === 'edit' ? parcel.given && guildOf(parcel.given.post.place) : parcel.kind === 'remove' ? guildOf(parcel.place) : undefined;
  if (guild === undefined) return;
  kit.notes.add(guild, `write ${channel}`, (language) => {
    const words = kit.services.speak(language)('cannot-write', { channel: '\u0000' }).split('\u0000');
    const link = { kind: 'link' as const, url: addressOf(guild, channel), children: [text(addressOf(guild, channel))] };
    return { ...plainReply(language, ''), blocks: [paragraph(text(words[0] ?? ''), link, text(words[1] ?? ''))] };
  });
}
