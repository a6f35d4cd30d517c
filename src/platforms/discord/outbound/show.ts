import { needsAsked, withoutAsked } from '../../../bot/answers/human-choice.ts';
import type { Attachment, Choice, Reply } from '../../../bot/answers/reply.ts';
import { commandNamed } from '../../../bot/command.ts';
import type { About, Quoted } from '../../../bot/conversation/incoming.ts';
import { keyOfPlace } from '../../../bot/conversation/place.ts';
import type { DiscordContext } from '../context.ts';
import { keepForm } from '../forms/kept-forms.ts';
import {
  type DiscordAct,
  isServer,
  keptChannel,
  personOf,
  type Scene,
  snowflake,
  type TargetMessage,
} from '../inbound/receive.ts';
import { knowledgeOf } from '../inbound/world.ts';
import { controlsOf, FORM, SOLVED } from './controls.ts';
import { namesOf } from './outbox-message.ts';
import { isQuotable, renderReply } from './render.ts';
import type { AddressedMessage } from './send.ts';
import { addressOf, pointer, whisperOf } from './speech.ts';

/** The request that an interaction makes to the bot. */
/** A request, as far as a file came with it. */
export type WithFile = Pick<Request, 'attached'>;

export interface Request {
  /** The text as somebody would type it. */
  readonly text: string;
  readonly command: string;
  readonly options?: Readonly<Record<string, string>>;
  readonly about?: About;
  /** The message that is replied to. Default: none. */
  readonly quoted?: Quoted;
  /** Stores the file that came with it; undefined if that failed. Default: no file came. */
  readonly attached?: () => Promise<Attachment | undefined>;
  /** See Incoming. Default: false. */
  readonly isForm?: boolean;
  /** Shown to everybody, to the person only, or in place of the message with the button. */
  readonly way: 'public' | 'private' | 'update';
  /** The question, if others cannot see it in the channel. */
  readonly asked?: string;
  /** Buttons of the platform's own. */
  readonly extra?: readonly Choice[];
}

/** Who can see the deferred response to an interaction. */
export type PutOff = 'public' | 'private';

/** Renders a reply, sends it, and remembers its message. */
export async function show(
  context: DiscordContext,
  act: DiscordAct,
  request: Request,
  reply: Reply,
  putOff?: PutOff,
): Promise<void> {
  const { scene } = act;
  const known =
    request.way === 'public' &&
    reply.kind === 'answer' &&
    reply.to === undefined &&
    !reply.isPrivate &&
    isServer(scene.place)
      ? context.said.find(scene.channel, namesOf(reply))
      : undefined;
  const isHandable = needsAsked(reply, context.services) && isQuotable(request.asked ?? '');
  const shown = known
    ? { ...pointer(context, reply.language, addressOf(scene.place.id, scene.channel, known)), isPrivate: true }
    : isHandable
      ? reply
      : withoutAsked(reply, context.services);
  const isPrivate =
    putOff === 'private' ||
    request.way === 'private' ||
    (request.way === 'update' && targetOf(act)?.isPrivate === true) ||
    shown.isPrivate === true ||
    (request.way === 'public' && !scene.place.isPrivate && isForAsker(context, request, shown));
  const extra = [
    ...(await formChoice(context, act, shown)),
    ...solvedChoice(context, scene, shown),
    ...(request.extra ?? []),
  ];
  const controls = await controlsOf(context, shown, {
    place: scene.place,
    person: context.services.hash(personOf(scene.user)),
    isPrivate,
    isModerator: scene.isModerator,
    extra,
  });
  const [first, ...rest] = renderReply(shown, controls, isPrivate && !isHandable ? undefined : request.asked);
  if (!first) return;
  const message = { ...first, isPrivate, to: isPrivate ? undefined : snowflake(shown.to) };
  const kind = request.way === 'update' ? ('update' as const) : ('message' as const);
  const id = await handOver(act, { kind, message }, shown.kind === 'answer' && kind === 'message', putOff);
  const ids = [kind === 'update' ? targetOf(act)?.id : id];
  for (const further of rest) ids.push(await act.responder.further({ ...further, isPrivate }));
  const messages = ids.filter((one) => one !== undefined);
  await remember(context, act, shown, messages, isPrivate);
}

/** @returns the message's id, if it is wanted and Discord tells it */
async function handOver(
  { responder }: DiscordAct,
  response: { readonly kind: 'message' | 'update'; readonly message: AddressedMessage },
  wantsId: boolean,
  putOff: PutOff | undefined,
): Promise<string | undefined> {
  const { message } = response;
  if (putOff === undefined) return responder.first(response, wantsId);
  if (putOff === 'private' || !message.isPrivate) return responder.later(message);
  // A public deferred response would make the answer public, too.
  await responder.takeBack();
  return responder.further(message);
}

/**
 * Whether a reply is useless to others in the channel: nothing was found, it is one sentence, or a personal setting, or
 * for moderators.
 */
function isForAsker(context: DiscordContext, request: Request, reply: Reply): boolean {
  const isShort =
    reply.kind === 'notice' &&
    (reply.isUnknown || (reply.title === undefined && reply.choices.length === 0 && reply.notes.length === 0));
  const command = commandNamed(context.services, request.command);
  return isShort || command?.scope === 'person' || command?.forModerators === true;
}

const targetOf = (act: DiscordAct): TargetMessage | undefined => ('target' in act ? act.target : undefined);

/** A button for a form that could not be opened directly. */
async function formChoice(context: DiscordContext, { scene, kind }: DiscordAct, reply: Reply): Promise<Choice[]> {
  // After a submitted form, the refusal has a button of its own.
  if (reply.kind !== 'form' || kind === 'form') return [];
  const label = context.services.speak(reply.language)('open-form');
  return [{ label, command: FORM, argument: await keepForm(context, scene, reply.form) }];
}

/** The button "solved", for the opener of a forum post below an answer. */
const solvedChoice = (
  { services, world }: DiscordContext,
  { channel, user }: Scene,
  reply: Reply,
): readonly Choice[] =>
  reply.kind === 'answer' && world.threadOf(channel)?.asker === user
    ? [{ label: services.speak(reply.language)('forum-solved'), command: SOLVED, argument: '' }]
    : [];

/** @param messages that give the answer together; as no message asked, they are linked by the interaction's id */
async function remember(
  context: DiscordContext,
  { scene, ticket }: DiscordAct,
  reply: Reply,
  messages: readonly string[],
  isPrivate: boolean,
): Promise<void> {
  const { said, last, addresses, services } = context;
  const { place, channel, user } = scene;
  const [first, message] = [messages[0], messages.at(-1)];
  if (reply.kind !== 'answer' || first === undefined || message === undefined) return;
  const knowledge = await knowledgeOf(context, scene);
  const community = knowledge && (await services.communities.of(knowledge)).id;
  const asked = messages.length > 1 ? `interaction ${ticket.id}` : '';
  if (place.isPrivate && !isPrivate) addresses.set(keyOfPlace(place), channel);
  last.set(`${channel} ${user}`, { ...reply.about, message });
  if (!isPrivate) said.note(channel, namesOf(reply), first);
  // An ephemeral answer can be voted on but not corrected later, so it is stored without a channel.
  const post = {
    community,
    place: keyOfPlace(place),
    channel: isPrivate ? '' : keptChannel(place, channel),
    asked,
    person: services.hash(personOf(user)),
  };
  await Promise.all(messages.map((one) => context.remember({ ...post, message: one }, reply, scene.isErased)));
}

/** The request behind a message of the platform's own, which goes to the person only. */
export const UNASKED: Request = { text: '', command: '', way: 'private' };

/** Shows one of the bot's messages to the person only, in their language. */
export const sayPrivately = async (context: DiscordContext, act: DiscordAct, key: string): Promise<void> =>
  show(context, act, UNASKED, await whisperOf(context, act.scene, key));

/** Sends a further ephemeral message. */
export async function whisper(act: DiscordAct, reply: Reply): Promise<void> {
  for (const message of renderReply(reply)) await act.responder.further({ ...message, isPrivate: true });
}
