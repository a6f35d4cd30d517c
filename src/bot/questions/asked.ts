import type { Call } from '../command.ts';
import { keyOfPlace } from '../conversation/place.ts';
import { languageOfText } from '../moderation/lookup.ts';
import type { MemberQuestion } from './put-question.ts';

/** Days for which a question is kept that was handed over, or whose answer is proposed as an entry: it takes time. */
export const HANDED_DAYS = 30;

/**
 * A caller's question, ready to be stored.
 * @param more default: nothing was offered, nobody waits, kept for 30 days
 */
export const askedBy = (
  call: Call,
  text: string,
  more: Partial<Pick<MemberQuestion, 'offered' | 'address' | 'days' | 'person'>> = {},
): MemberQuestion => ({
  community: call.community.id,
  person: call.person,
  isAnybody: call.origin !== undefined,
  text,
  languageOf: () => languageOfText(call, text),
  place: keyOfPlace(call.place),
  channel: call.place.channel ?? '',
  message: call.returnTo?.message ?? '',
  link: call.returnTo?.link ?? '',
  days: () => HANDED_DAYS,
  ...more,
});
