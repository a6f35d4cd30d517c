import { needsAsked, withoutAsked } from '../../../bot/answers/human-choice.ts';
import type { Attachment, Choice, Reply } from '../../../bot/answers/reply.ts';
import { commandNamed } from '../../../bot/command.ts';
import { servesOthers } from '../../../bot/community/known-places.ts';
import type { About, Incoming, Quoted } from '../../../bot/conversation/incoming.ts';
import { keyOfPlace } from '../../../bot/conversation/place.ts';
import { converse, type MemberMessage, type Port } from '../../../bot/platform/conversation.ts';
import type { Services } from '../../../bot/services.ts';
import { type DiscordContext, inTime } from '../context.ts';
import { keepForm, openForm } from '../forms/kept-forms.ts';
import {
  type DiscordAct,
  isServer,
  keptChannel,
  NAME,
  personOf,
  type Scene,
  snowflake,
  type TargetMessage,
} from '../inbound/receive.ts';
import { knowledgeOf } from '../inbound/world.ts';
import { troubleOf } from '../trouble.ts';
import { controlsOf, FORM, SOLVED } from './controls.ts';
import { namesOf } from './outbox-message.ts';
import { isQuotable, renderReply } from './render.ts';
import type { AddressedMessage } from './send.ts';
import { addressOf, languageOf, pointer, returnTo, whisperOf } from './speech.ts';

/** The request that an interaction makes to the bot. */
export interface Request {
  /** As a command or question would be typed. */
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
  /** Visible to everybody, to the person only, or in place of the message with the button. */
  readonly way: 'public' | 'private' | 'update';
  /** The question, if others cannot see it in the channel. */
  readonly asked?: string;
  /** Buttons of the platform's own. */
  readonly extra?: readonly Choice[];
}

/** An interaction as a message of the conversation. It must be acknowledged soon, and its answer may be ephemeral. */
interface ActMessage extends MemberMessage {
  readonly act: DiscordAct;
  readonly request: Request;
}

/** Overrides for special interactions. */
interface Ways {
  /** Shows a reply. Default: as the response to the interaction. @param putOff how it was deferred, if it was */
  readonly show?: (reply: Reply, putOff: PutOff | undefined) => Promise<void>;
  /** Shows something of the platform's own instead of a reply, such as a panel. Default: the bot replies. */
  readonly lead?: () => Promise<void>;
}

/** Passes a request through the conversation and answers the interaction, directly or after deferring it. */
export async function answer(
  context: DiscordContext,
  act: DiscordAct,
  request: Request,
  { show: showReply = (reply, putOff) => showAnswer(context, act, request, reply, putOff), lead }: Ways = {},
): Promise<void> {
  let putOff: PutOff | undefined;
  const respond = async (incoming: Incoming): Promise<Reply | undefined> => {
    const made = await inThreeSeconds(context, act, request, () => respondWhole(context, act, request, incoming));
    putOff = made?.putOff;
    return made?.reply;
  };
  const port: Port<ActMessage> = {
    // Moderators at work are not slowed down. Others are told every time that they are too fast, as an interaction
    // always needs a response.
    pace: () => (act.scene.isModerator || context.pace.person(act.scene.user) === 'go' ? 'go' : 'slow'),
    lead: lead && (() => lead().then(() => [])),
    say: (_, reply) => showReply(reply, putOff).then(() => []),
    remark: (_, reply) => show(context, act, UNASKED, reply).then(() => []),
    whisper: (_, reply) => show(context, act, UNASKED, reply).then(() => []),
    pin: (_, post) => pinMessage(context, act, post).then(() => []),
  };
  const incoming = incomingOf(context, act, request);
  await converse({ ...context, respond }, port, { act, request, id: act.ticket.id, incoming });
}

/**
 * A form opens directly. If it comes with a message about refused values, that is shown first, with a button that opens
 * the form.
 */
async function showAnswer(
  context: DiscordContext,
  act: DiscordAct,
  request: Request,
  reply: Reply,
  putOff: PutOff | undefined,
): Promise<void> {
  if (reply.kind === 'form' && reply.blocks.length === 0 && act.kind !== 'form' && !putOff)
    return openForm(context, act, reply.form);
  try {
    await show(context, act, request, reply, putOff);
  } catch (error) {
    if (troubleOf(error) !== 'over' || !mayChange(context, request)) throw error;
    return tellAlone(context, act, reply);
  }
  await context.untold.told(act);
  await tellModerator(context, act);
}

/** The request behind a message that answers no question: it goes to the person only. */
export const UNASKED: Request = { text: '', command: '', way: 'private' };

/** Says one of the bot's messages in the person's language, to them only. */
export const sayPrivately = async (context: DiscordContext, act: DiscordAct, key: string): Promise<void> =>
  show(context, act, UNASKED, await whisperOf(context, act.scene, key));

/** Whether this process is the first to handle an update that may change something. @param id of the update */
function isFirst({ store, now }: Pick<Services, 'store' | 'now'>, id: string): Promise<boolean> {
  const update = { platform: NAME, id, queue: '', person: '', payload: '', at: now() };
  return store.transact(async ({ inbox }) => {
    const fresh = await inbox.accept([update]);
    await inbox.done(NAME, id);
    return fresh.length > 0;
  });
}

/** Visibility with which an interaction was deferred. */
export type PutOff = 'public' | 'private';

interface Made {
  readonly reply: Reply;
  /** How the interaction was deferred, if it took long. */
  readonly putOff?: PutOff;
}

/**
 * Defers a response that takes long, as Discord waits three seconds. A command that changes something is deferred
 * sooner, before it waits for the disk.
 * @returns undefined if another process has handled the interaction
 */
async function inThreeSeconds(
  context: DiscordContext,
  act: DiscordAct,
  request: Request,
  respond: () => Promise<Reply | undefined>,
): Promise<Made | undefined> {
  const command = commandNamed(context.services, request.command);
  const isWork = command?.forModerators === true;
  const made = async (): Promise<Made | undefined> =>
    mayChange(context, request) && !(await isFirst(context.services, `interaction ${act.ticket.id}`))
      ? undefined
      : { reply: (await respond()) ?? (await whisperOf(context, act.scene, 'unknown-short')) };
  const coming = made();
  const first = await inTime(coming, isWork ? context.patience.acknowledge : context.patience.defer, 'late' as const);
  if (first !== 'late') return first;
  coming.catch(() => undefined);
  // Without `asked`, others saw or see no question, so the answer is private, too.
  const putOff =
    command?.gives === 'answer' && request.way === 'public' && request.asked !== undefined ? 'public' : 'private';
  try {
    await act.responder.first(
      request.way === 'update' ? { kind: 'defer-update' } : { kind: 'defer', isPrivate: putOff === 'private' },
    );
  } catch (error) {
    if (troubleOf(error) !== 'over' || !mayChange(context, request)) throw error;
    const done = await coming;
    if (done) await tellAlone(context, act, done.reply);
    return undefined;
  }
  try {
    const late = await coming;
    return late && { ...late, putOff };
  } catch (error) {
    // Otherwise the apology would be edited into the public deferred response.
    if (putOff === 'public') await act.responder.takeBack();
    throw error;
  }
}

/** Whether a command may change something. One that only reads, such as the doctor, need not record that it ran. */
function mayChange({ services }: Pick<DiscordContext, 'services'>, request: Pick<Request, 'command'>): boolean {
  const command = commandNamed(services, request.command);
  return command?.forModerators === true && command.readOnly !== true;
}

/**
 * Tells the outcome of a change in a private message if Discord no longer accepts a response, as after a slow start.
 * Only changes are told; anything else did nothing yet.
 */
async function tellAlone(context: DiscordContext, { scene, ticket }: DiscordAct, reply: Reply): Promise<void> {
  if (reply.kind !== 'notice' || reply.question !== undefined) return;
  const [message] = renderReply(reply);
  if (message)
    await context.out.post(await context.calls.privateChannel(scene.user), message, { nonce: `${ticket.id}-l` });
}

/** The bot's reply to typed words, with the permissions of the person who acts. */
export const replyTo = (
  context: DiscordContext,
  act: DiscordAct,
  request: Pick<Request, 'text' | 'about' | 'options'>,
): Promise<Reply | undefined> => respondWhole(context, act, {}, incomingOf(context, act, request));

/** Stores the file and looks up the community of a private chat first, which may take a while. */
async function respondWhole(
  context: DiscordContext,
  { scene }: DiscordAct,
  { attached }: Pick<Request, 'attached'>,
  incoming: Incoming,
): Promise<Reply | undefined> {
  const attachment = await attached?.();
  if (attached && !attachment) return whisperOf(context, scene, 'file-not-kept');
  return context.respond({ ...incoming, attachment, knowledge: await knowledgeOf(context, scene) });
}

function incomingOf(
  { untold }: DiscordContext,
  { scene, ...act }: DiscordAct,
  { text, about, options, quoted, isForm }: Pick<Request, 'text' | 'about' | 'options' | 'quoted' | 'isForm'>,
): Incoming {
  const { place, channel, user, name, locale, mayModerate, roles } = scene;
  const below = 'target' in act && act.target?.isPrivate === false ? act.target.id : '';
  return {
    person: personOf(user),
    place,
    name,
    returnTo: returnTo(place, channel, user, below),
    thread: channel,
    text,
    addressed: true,
    isSeenAlone: true,
    hasTicks: true,
    locale,
    about,
    options,
    isForm,
    quoted,
    roles,
    isModerator: async () => mayModerate,
    keepReply: (unit, reply) => untold.keep(unit, { scene, ticket: act.ticket }, reply),
  };
}

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
 * Whether a reply is of no use to others in a channel: nothing was found, a mere sentence, a personal setting, or a
 * reply to moderators.
 */
function isForAsker(context: DiscordContext, request: Request, reply: Reply): boolean {
  const isShort =
    reply.kind === 'notice' &&
    (reply.isUnknown || (reply.title === undefined && reply.choices.length === 0 && reply.notes.length === 0));
  const command = commandNamed(context.services, request.command);
  return isShort || command?.scope === 'person' || command?.forModerators === true;
}

const targetOf = (act: DiscordAct): TargetMessage | undefined => ('target' in act ? act.target : undefined);

/** The button that opens a form which could not be opened directly. */
async function formChoice(context: DiscordContext, { scene, kind }: DiscordAct, reply: Reply): Promise<Choice[]> {
  // A submitted form has its own button.
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

async function pinMessage(context: DiscordContext, act: DiscordAct, message: string): Promise<void> {
  try {
    await context.calls.pin(act.scene.channel, message);
  } catch (error) {
    if (troubleOf(error) === 'later') throw error;
    await whisper(act, await whisperOf(context, act.scene, 'cannot-pin-message'));
  }
}

/** Tells a moderator what went wrong since a moderator was last here. */
export async function tellModerator(context: DiscordContext, act: DiscordAct): Promise<void> {
  const { scene } = act;
  if (!scene.isModerator) return;
  const { services } = context;
  // The state of the knowledge folder concerns the operator if the bot serves other communities, too.
  const { id } = scene.place;
  const isAlone =
    context.notes.isForAll(id) && !(await servesOthers(services, (await services.communities.of(scene.place)).id));
  const notes = context.notes.take(id, isAlone);
  if (notes.length === 0) return;
  const language = await languageOf(context, scene);
  for (const note of notes) await whisper(act, note(language));
}

/** Sends a further ephemeral message. */
export async function whisper(act: DiscordAct, reply: Reply): Promise<void> {
  for (const message of renderReply(reply)) await act.responder.further({ ...message, isPrivate: true });
}
