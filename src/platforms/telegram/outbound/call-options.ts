import { placeOfKey } from '../../../bot/conversation/place.ts';
import type { DeliveryContext } from '../context.ts';
import { isAppointed } from '../inbound/person.ts';
import { onlyFor } from './for-one.ts';
import { withPin } from './keyboard.ts';
import type { Keyboard, MessagePayload, Target } from './outbox-message.ts';

/** Longest placeholder of an input field that Telegram shows. */
const MOST_PLACEHOLDER = 64;

/** Options for sending to the right topic, as a reply to the question. */
export const optionsFor = ({ chat, thread, direct, replyTo, isOnlyReply = false, only }: Target) => ({
  ...onlyFor({ only }),
  // Silent in groups, as only one of many readers has asked.
  ...(chat < 0 ? { disable_notification: true } : {}),
  message_thread_id: thread,
  direct_messages_topic_id: direct,
  ...(replyTo === undefined
    ? {}
    : { reply_parameters: { message_id: replyTo, allow_sending_without_reply: !isOnlyReply } }),
});

export const markup = (keyboard: Keyboard) =>
  keyboard.length === 0 ? {} : { reply_markup: { inline_keyboard: keyboard.map((row) => [...row]) } };

export type Markup =
  | ReturnType<typeof markup>
  | {
      readonly reply_markup: {
        readonly force_reply: true;
        readonly selective: true;
        readonly input_field_placeholder?: string;
      };
    };

export async function markupOf(
  context: DeliveryContext,
  { forceReply, keyboard, pinFor, target }: MessagePayload,
  person: string,
): Promise<Markup> {
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
  // If Telegram cannot be asked, the answer is sent without that button rather than later.
  const asker = (await isAppointed(context, placeOfKey(target.place), person))
    ? { isModerator: true }
    : await context.moderators.of(target.chat, pinFor).catch(() => undefined);
  return markup(asker?.isModerator ? await withPin(context, keyboard, target.place) : keyboard);
}
