import type { Outgoing } from '../../bot/delivery/courier.ts';
import { laneOf } from '../../bot/heal/post-corrections.ts';
import { keyOfPlace } from '../../bot/place.ts';
import type { PostedAnswer } from '../../bot/ports/memory.ts';
import { type Choice, plainReply, type Reply } from '../../bot/reply.ts';
import { afterThought } from '../../bot/thought.ts';
import { controlsOf, FORM } from './controls.ts';
import type { Heard } from './heard.ts';
import { keepForm } from './kept-forms.ts';
import type { Kit } from './kit.ts';
import { outgoing } from './parcels.ts';
import { personOf } from './receive.ts';
import { renderReply } from './render.ts';
import { languageOf } from './speech.ts';

/** What a message that was heard leads to: parcels for the outbox. */
export async function converse(kit: Kit, heard: Heard, isModerator: boolean): Promise<readonly Outgoing[]> {
  const slow = heard.addressed ? await slowDown(kit, heard) : undefined;
  if (slow) return slow;
  const reply = await replyTo(kit, heard, isModerator);
  // Who meant somebody else is not told to slow down.
  if (!reply || (!heard.addressed && !isFree(kit, heard))) return [];
  const { message, ...parcel } = await messagesOf(kit, heard, reply);
  const given = givenOf(kit, heard, parcel.shown);
  const said = message.map((one, at) =>
    toOutbox(kit, heard, { kind: 'say', channel: heard.channel, ...(at === 0 ? { to: heard.id } : {}), nonce: `${heard.id}-${at}`, message: one, ...(at === message.length - 1 ? { given } : {}) }),
  );
  void afterThought(() => kit.replies.promise(heard.id));
  const pin = reply.pinMessage === undefined ? [] : [toOutbox(kit, heard, { kind: 'pin', channel: heard.channel, id: reply.pinMessage, guild: heard.place.id })];
  return [...said, ...pin];
}

/** An edited question has its answer edited, or taken away where there is none any more. */
export async function converseAgain(kit: Kit, heard: Heard, isModerator: boolean, posts: readonly Pick<PostedAnswer, 'channel' | 'message'>[]): Promise<readonly Outgoing[]> {
  const [post] = posts;
  if (!post) return [];
  const reply = await replyTo(kit, heard, isModerator);
  if (!reply) return posts.map(({ channel, message: id }) => toOutbox(kit, heard, { kind: 'remove', channel, id, place: keyOfPlace(heard.place) }));
  const { message, shown } = await messagesOf(kit, heard, reply);
  return message.slice(0, 1).map((one) => toOutbox(kit, heard, { kind: 'edit', channel: post.channel, id: post.message, message: one, given: givenOf(kit, heard, shown) }));
}

const toOutbox = (kit: Kit, { place, channel, user }: Heard, parcel: Parameters<typeof outgoing>[2]): Outgoing =>
  outgoing(laneOf({ place: keyOfPlace(place), channel }), kit.services.hash(personOf(user)), parcel);

const givenOf = (kit: Kit, { place, channel, id, user }: Heard, { answer, language }: Reply) => ({
  post: { place: keyOfPlace(place), channel, asked: id, person: kit.services.hash(personOf(user)) },
  reply: { answer, language },
});

async function replyTo(kit: Kit, { place, channel, user, text, addressed, to }: Heard, isModerator: boolean): Promise<Reply | undefined> {
  const about = to === undefined ? undefined : await kit.recall.about(keyOfPlace(place), to);
  return kit.respond({ person: personOf(user), place, thread: channel, text, addressed, about, isModerator: async () => isModerator });
}

/** What only one person shall see cannot be shown in a channel: a button shows it to whoever presses, with their own rights. */
async function messagesOf(kit: Kit, heard: Heard, reply: Reply) {
  const { place, text } = heard;
  const person = kit.services.hash(personOf(heard.user));
  const say = kit.services.speak(reply.language);
  const isHidden = !place.isPrivate && (reply.isPrivate === true || reply.form !== undefined);
  const shown = isHidden ? plainReply(reply.language, say('only-for-you')) : reply;
  const extra: Choice[] = isHidden ? [{ label: say(reply.form ? 'open-form' : 'show-it'), ...pressOf(text) }] : [];
  if (!isHidden && reply.form) extra.push({ label: say('open-form'), command: FORM, argument: await keepForm(kit, { ...heard, locale: undefined, isModerator: false }, reply.form) });
  const controls = await controlsOf(kit.buttons, shown, { place, person, extra });
  return { message: renderReply(shown, controls), shown };
}

/** What was typed, as a button. */
function pressOf(text: string): Pick<Choice, 'command' | 'argument'> {
  const [, command, argument = ''] = /^\/([a-z]+)(?:\s+([\s\S]*))?$/i.exec(text.trim()) ?? [];
  return command === undefined ? { command: 'ask', argument: text } : { command: command.toLowerCase(), argument };
}

const isFree = ({ pace }: Kit, { user, channel }: Heard): boolean => pace.person(user) === 'go' && pace.channel(channel) === 'go';

/** Too fast: said once, and privately. */
async function slowDown(kit: Kit, heard: Heard): Promise<readonly Outgoing[] | undefined> {
  const paces = [kit.pace.person(heard.user), kit.pace.channel(heard.channel)];
  if (paces.every((pace) => pace === 'go')) return undefined;
  if (!paces.includes('slow')) return [];
  const language = await languageOf(kit, { ...heard, locale: undefined });
  const [message] = renderReply(plainReply(language, kit.services.speak(language)('slow-down')));
  return message ? [toOutbox(kit, heard, { kind: 'notice', user: heard.user, nonce: `${heard.id}-s`, message })] : [];
}
