import { LRUCache } from 'lru-cache';
import type { SendOutcome } from '../../../bot/delivery/sender.ts';
import { noteRefused } from '../../../bot/handover/delivered.ts';
import { isLate, PATIENCE } from '../../../bot/moment.ts';
import type { OutboxMessage as Stored } from '../../../bot/ports/delivery.ts';
import { type DiscordContext, within } from '../context.ts';
import { spotOf } from '../inbound/heard.ts';
import { safely, sentAfter, troubleOf } from '../trouble.ts';
import { type Delivered, deliver, guildOf } from './deliver.ts';
import type { DiscordPayload } from './outbox-message.ts';
import { aboutChannel } from './speech.ts';

/**
 * Milliseconds for which nothing is sent to a channel that refused a message for lack of permissions, unless the
 * permissions change: Discord bans bots that make many refused calls.
 */
const CLOSED_MS = 10 * 60_000;

/**
 * Sends the messages of the outbox.
 * @param parentOf a thread's parent channel, whose permissions the thread has
 */
export function createDelivery(context: DiscordContext, parentOf: (thread: string) => string | undefined) {
  const { log, notes, replies, services } = context;
  const perf = { now: () => Date.parse(services.now()) };
  const closed = new LRUCache<string, true>({ max: 10_000, ttl: CLOSED_MS, ttlResolution: 0, perf });
  /**
   * The channel whose permissions count: a thread has those of its parent, so a problem in a forum is reported once and
   * not for each post.
   */
  const withRights = (channel: string): string => parentOf(channel) ?? channel;
  /** Servers whose moderators were told that the bot may not write in a channel, by channel id. */
  const told = new LRUCache<string, string>({ max: 10_000 });
  const send = async (message: Delivered, channel = ''): Promise<SendOutcome> => {
    const { payload } = message;
    // The message waited too long, during a restart or an outage.
    const isOld =
      (payload.kind === 'say' || payload.kind === 'notice') && isLate(payload, PATIENCE.asked, services.now());
    if (isOld || closed.has(channel) || wasAnswered(services, payload)) return { kind: 'refused' };
    try {
      const note = await deliver(context, message);
      // Permissions are in order again, so a later failure is reported again.
      const spot = withRights(channel);
      notes.withdraw(told.get(spot) ?? '', lackOf(spot));
      told.delete(spot);
      return { kind: 'sent', note };
    } catch (error) {
      const trouble = troubleOf(error);
      log[trouble === 'over' ? 'debug' : 'warn'](
        { ...safely(error), payload: payload.kind },
        'a message could not be sent',
      );
      if (trouble === 'no-access' && channel !== '') {
        closed.set(channel, true);
        const [guild, spot] = [guildFor(payload), withRights(channel)];
        if (guild !== undefined && report(context, guild, spot)) told.set(spot, guild);
      }
      return sentAfter(error);
    }
  };
  return {
    send: async (message: Stored): Promise<SendOutcome> => {
      const payload = JSON.parse(message.payload) as DiscordPayload;
      const sent = await send({ ...message, payload }, channelOf(payload));
      if (sent.kind === 'refused' && payload.kind === 'say' && payload.given)
        replies.giveUp(payload.given.post.place, payload.given.post.asked);
      if (sent.kind === 'refused' && payload.kind === 'handover')
        return { ...sent, note: (attempt) => noteRefused(within(context, attempt).services, payload) };
      return sent;
    },
    /** Called when permissions changed, so that sending is tried again. @param channel Default: every channel */
    reopen: (channel?: string): void => {
      for (const one of [...closed.keys()])
        if (channel === undefined || one === channel || parentOf(one) === channel) closed.delete(one);
    },
  };
}

/** Whether a member has answered the question meanwhile, for example during an outage. */
const wasAnswered = ({ heldLines }: DiscordContext['services'], payload: DiscordPayload): boolean =>
  payload.kind === 'say' &&
  payload.isForUnanswered === true &&
  payload.given !== undefined &&
  heldLines.isAnswered({
    spot: spotOf(payload.channel),
    id: payload.given.post.asked,
    person: payload.given.post.person,
  });

const channelOf = (payload: DiscordPayload): string | undefined =>
  payload.kind === 'notice' || payload.kind === 'pin'
    ? undefined
    : payload.kind === 'correction'
      ? payload.answer.channel
      : payload.channel;

const lackOf = (channel: string): string => `write ${channel}`;

function guildFor(payload: DiscordPayload): string | undefined {
  switch (payload.kind) {
    case 'say':
    case 'edit':
      return payload.given && guildOf(payload.given.post.place);
    case 'remove':
    case 'report':
    case 'handover':
      return guildOf(payload.place);
    case 'correction':
      return guildOf(payload.answer.place);
    default:
      return undefined;
  }
}

/**
 * Leaves a note for the next moderator, once for each channel until sending works again.
 * @returns whether this was the first note
 */
const report = (context: DiscordContext, guild: string, channel: string): boolean =>
  context.notes.add(guild, lackOf(channel), aboutChannel(context, guild, channel, 'cannot-write'));
