import { placeOfKey } from '../../../bot/conversation/place.ts';
import type { Sent } from '../../../bot/delivery/sender.ts';
import type { DeliveryContext } from '../context.ts';
import { notePrompt } from '../forms/dialogue.ts';
import { channelOf, PLATFORM } from '../inbound/place.ts';
import { isAppointed } from '../moderation/appointed.ts';
import { withPin } from './keyboard.ts';
import type { Keyboard, MessagePayload, RemovePayload, Target } from './outbox-message.ts';
import { look, plain, type Rich } from './rich.ts';

export const NO_PREVIEW = { is_disabled: true } as const;
/** Telegram takes no more of what stands in an empty field. */
const MOST_PLACEHOLDER = 64;

/** Sends a message, and notes what it says, so that it can be pinned, voted on, corrected and replied to. */
export async function sendMessage(context: DeliveryContext, payload: MessagePayload, person: string): Promise<Sent> {
  const { target, rich, once, posted } = payload;
  const said = once && context.said.find(once.names);
  if (said !== undefined) return sayAbove(context, payload, said, person);
  const message = await sendText(context, target, rich, await markupOf(context, payload, person));
  if (once) context.said.note(once.names, message);
  if (!posted) context.replies.note(target.place, payload.asked ?? '', message);
  const note = async (): Promise<void> => {
    await removeLater(context, payload, message, person);
    if (payload.dialogue !== undefined) await notePrompt(context, payload.dialogue, message);
    if (posted)
      await context.recall.posted(
        {
          place: target.place,
          channel: channelOf(target),
          message: String(message),
          asked: posted.asked,
          person,
          community: posted.community,
        },
        posted,
      );
  };
  return payload.dialogue === undefined && !posted && payload.minutes === undefined
    ? { kind: 'sent' }
    : { kind: 'sent', note };
}

/** Its removal waits in the outbox, in a queue of its own, so that nothing waits for it. */
export async function removeLater(
  { services }: DeliveryContext,
  { target, minutes }: Pick<MessagePayload, 'target' | 'minutes'>,
  message: number,
  person: string,
): Promise<void> {
  if (minutes === undefined) return;
  const payload: RemovePayload = { kind: 'remove', target, message };
  const due = new Date(Date.parse(services.now()) + minutes * 60_000).toISOString();
  await services.store.transact(({ outbox }) =>
    outbox.add({
      platform: PLATFORM,
      queue: `${target.place} removal ${message}`,
      person,
      payload: JSON.stringify(payload),
      due,
    }),
  );
}

/** The one way out for words. @returns the message's number */
async function sendText(
  context: DeliveryContext,
  target: Target,
  { text, entities }: Rich,
  more: ReturnType<typeof markup> | ForceReply = {},
): Promise<number> {
  await context.alone();
  const sent = await context.api.sendMessage(target.chat, text, {
    entities: [...entities],
    link_preview_options: NO_PREVIEW,
    ...standing(target),
    ...more,
  });
  return sent.message_id;
}

/** Where something new stands in its chat. */
export const standing = ({ chat, thread, direct, replyTo }: Target) => ({
  // A group has many readers, and one who asked.
  ...(chat < 0 ? { disable_notification: true } : {}),
  ...(thread === undefined ? {} : { message_thread_id: thread }),
  ...(direct === undefined ? {} : { direct_messages_topic_id: direct }),
  ...(replyTo === undefined ? {} : { reply_parameters: { message_id: replyTo, allow_sending_without_reply: true } }),
});

export const markup = (keyboard: Keyboard) =>
  keyboard.length === 0 ? {} : { reply_markup: { inline_keyboard: keyboard.map((row) => [...row]) } };

interface ForceReply {
  readonly reply_markup: {
    readonly force_reply: true;
    readonly selective: true;
    readonly input_field_placeholder?: string;
  };
}

async function markupOf(
  context: DeliveryContext,
  { forceReply, keyboard, pinFor, target }: MessagePayload,
  person: string,
): Promise<ReturnType<typeof markup> | ForceReply> {
  if (forceReply !== undefined) {
    const placeholder = forceReply.slice(0, MOST_PLACEHOLDER).toWellFormed();
    return {
      reply_markup: {
        force_reply: true,
        selective: true,
        ...(placeholder === '' ? {} : { input_field_placeholder: placeholder }),
      },
    };
  }
  if (pinFor === undefined) return markup(keyboard);
  // Where Telegram cannot be asked, the answer goes without that button rather than later.
  const asker = (await isAppointed(context, placeOfKey(target.place), person))
    ? { isModerator: true }
    : await context.moderators.of(target.chat, pinFor).catch(() => undefined);
  return markup(asker?.isModerator ? await withPin(context, keyboard, target.place) : keyboard);
}

/** The same was asked in the same words a moment ago: one answer serves all. */
async function sayAbove(
  context: DeliveryContext,
  payload: MessagePayload,
  message: number,
  person: string,
): Promise<Sent> {
  const { target, once } = payload;
  if (once?.otherwise === undefined) return { kind: 'sent' };
  const link = /^-100(\d+)$/.exec(String(target.chat))?.[1];
  const words = plain(once.otherwise);
  const sent = await sendText(
    context,
    target,
    link === undefined ? words : look(words, { type: 'text_link', url: `https://t.me/c/${link}/${message}` }),
  );
  return payload.minutes === undefined
    ? { kind: 'sent' }
    : { kind: 'sent', note: () => removeLater(context, payload, sent, person) };
}
