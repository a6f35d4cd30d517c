import type { Sent } from '../../../bot/delivery/sender.ts';
import type { DeliveryContext } from '../context.ts';
import type { AttachmentPayload } from './outbox-message.ts';
import { removeLater, standing } from './send-message.ts';

/** Sends a photo or file again that Telegram keeps. */
export async function sendAttachment(
  context: DeliveryContext,
  { target, attachment, minutes, once }: AttachmentPayload,
  person: string,
): Promise<Sent> {
  if (once && context.said.find(once.names) !== undefined) return { kind: 'sent' };
  await context.alone();
  const { type, file } = attachment;
  const { message_id: message } = await (type === 'photo'
    ? context.api.sendPhoto(target.chat, file, standing(target))
    : context.api.sendDocument(target.chat, file, standing(target)));
  if (once) context.said.note(once.names, message);
  return minutes === undefined
    ? { kind: 'sent' }
    : { kind: 'sent', note: () => removeLater(context, { target, minutes }, message, person) };
}
