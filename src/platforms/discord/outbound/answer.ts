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

/** A request of an act to the bot. */
export interface Request {
  /** As it would be typed. */
  readonly text: string;
  /** The command's name. */
  readonly command: string;
  readonly options?: Readonly<Record<string, string>>;
  readonly about?: About;
  /** Default: it replies to nobody. */
  readonly quoted?: Quoted;
  /** Keeps the file that came with it; undefined if that is not possible. Default: none came. */
  readonly attached?: () => Promise<Attachment | undefined>;
  /** See Incoming. Default: no. */
  readonly isForm?: boolean;
  /** A message for all, for one, or in the place of the one that was acted on. */
  readonly way: 'public' | 'private' | 'update';
  /** The question, if others cannot see it. */
  readonly asked?: string;
  /** Buttons of the platform's own. */
  readonly extra?: readonly Choice[];
}

/** An act as the conversation takes it: a message that must be acknowledged soon, and that one person may see alone. */
interface ActMessage extends MemberMessage {
  readonly act: DiscordAct;
  readonly request: Request;
}

/** Ways of an act that others do not have. */
interface Ways {
  /** Shows a reply. Default: as the answer to the act. @param putOff as what it was acknowledged, if it took long */
  readonly show?: (reply: Reply, putOff: PutOff | undefined) => Promise<void>;
  /** Shows something of the platform's own instead of a reply, such as a panel. Default: the bot replies. */
  readonly lead?: () => Promise<void>;
}

/** Takes a request as a message of the conversation, and answers it: at once, or after a sign that it was heard. */
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
    // Moderators at work are not slowed down. All others are told each time: an act always gets an answer.
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

/** A form opens at once; a refusal of one is shown first, with a button that opens it. */
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

/** Nothing was asked: something is said to one person. */
export const UNASKED: Request = { text: '', command: '', way: 'private' };

/** One of the bot's messages, in its language, to the person who acted. */
export const sayPrivately = async (context: DiscordContext, act: DiscordAct, key: string): Promise<void> =>
  show(context, act, UNASKED, await whisperOf(context, act.scene, key));

/** Whether something that may change something is seen for the first time, by whatever process. @param id of it */
function isFirst({ store, now }: Pick<Services, 'store' | 'now'>, id: string): Promise<boolean> {
  const update = { platform: NAME, id, queue: '', person: '', payload: '', at: now() };
  return store.transact(async ({ inbox }) => {
    const fresh = await inbox.accept([update]);
    await inbox.done(NAME, id);
    return fresh.length > 0;
  });
}

/** Who sees that an answer is on its way. */
export type PutOff = 'public' | 'private';

interface Made {
  readonly reply: Reply;
  /** As what it was acknowledged, if it took long. */
  readonly putOff?: PutOff;
}

/**
 * What takes long is acknowledged, for Discord waits for three seconds. What changes something takes its time and is
 * acknowledged soon, before anything waits for the disk. @returns undefined if it was done before, by whatever process
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
  // A question whose words nobody else is shown was asked in private.
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
    // Otherwise the apology would take its place.
    if (putOff === 'public') await act.responder.takeBack();
    throw error;
  }
}

/** What only says something, such as what the doctor finds, needs nothing to be written. */
function mayChange({ services }: Pick<DiscordContext, 'services'>, request: Pick<Request, 'command'>): boolean {
  const command = commandNamed(services, request.command);
  return command?.forModerators === true && command.readOnly !== true;
}

/**
 * Discord no longer takes the answer, as after a start that took long: what was done meanwhile is told in a private
 * message, if the person takes any. What only asks something did nothing yet.
 */
async function tellAlone(context: DiscordContext, { scene, ticket }: DiscordAct, reply: Reply): Promise<void> {
  if (reply.kind !== 'notice' || reply.question !== undefined) return;
  const [message] = renderReply(reply);
  if (message)
    await context.out.post(await context.calls.privateChannel(scene.user), message, { nonce: `${ticket.id}-l` });
}

/** The bot's reply to words, with the permissions of the person who acts. */
export const replyTo = (
  context: DiscordContext,
  act: DiscordAct,
  request: Pick<Request, 'text' | 'about' | 'options'>,
): Promise<Reply | undefined> => respondWhole(context, act, {}, incomingOf(context, act, request));

/** With what it may take a while to get. */
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

/** Renders a reply, hands it over, and remembers its message. */
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

/** @returns the message's id, if it is asked for and can be told */
async function handOver(
  { responder }: DiscordAct,
  response: { readonly kind: 'message' | 'update'; readonly message: AddressedMessage },
  wantsId: boolean,
  putOff: PutOff | undefined,
): Promise<string | undefined> {
  const { message } = response;
  if (putOff === undefined) return responder.first(response, wantsId);
  if (putOff === 'private' || !message.isPrivate) return responder.later(message);
  // What was acknowledged in public would be answered in public.
  await responder.takeBack();
  return responder.further(message);
}

/**
 * Replies that help nobody else in a channel: that nothing is known, a mere sentence, a personal setting, and those to
 * moderators.
 */
function isForAsker(context: DiscordContext, request: Request, reply: Reply): boolean {
  const isShort =
    reply.kind === 'notice' &&
    (reply.isUnknown || (reply.title === undefined && reply.choices.length === 0 && reply.notes.length === 0));
  const command = commandNamed(context.services, request.command);
  return isShort || command?.scope === 'person' || command?.forModerators === true;
}

const targetOf = (act: DiscordAct): TargetMessage | undefined => ('target' in act ? act.target : undefined);

/** A form that is not opened at once is opened at a press. */
async function formChoice(context: DiscordContext, { scene, kind }: DiscordAct, reply: Reply): Promise<Choice[]> {
  // A form that was just sent has its own button.
  if (reply.kind !== 'form' || kind === 'form') return [];
  const label = context.services.speak(reply.language)('open-form');
  return [{ label, command: FORM, argument: await keepForm(context, scene, reply.form) }];
}

/** The person who opened the forum post says below an answer that it is solved. */
const solvedChoice = (
  { services, world }: DiscordContext,
  { channel, user }: Scene,
  reply: Reply,
): readonly Choice[] =>
  reply.kind === 'answer' && world.threadOf(channel)?.asker === user
    ? [{ label: services.speak(reply.language)('forum-solved'), command: SOLVED, argument: '' }]
    : [];

/** @param messages that give it together: what none asked has the interaction in common */
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
  // A message that only one person sees can be voted on, but nobody can change it later: it has no channel.
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

/** Problems since a moderator was last here. */
export async function tellModerator(context: DiscordContext, act: DiscordAct): Promise<void> {
  const { scene } = act;
  if (!scene.isModerator) return;
  const { services } = context;
  // The state of the knowledge folder is the operator's business if it serves others, too.
  const { id } = scene.place;
  const isAlone =
    context.notes.isForAll(id) && !(await servesOthers(services, (await services.communities.of(scene.place)).id));
  const notes = context.notes.take(id, isAlone);
  if (notes.length === 0) return;
  const language = await languageOf(context, scene);
  for (const note of notes) await whisper(act, note(language));
}

/** A further message that one person sees. */
export async function whisper(act: DiscordAct, reply: Reply): Promise<void> {
  for (const message of renderReply(reply)) await act.responder.further({ ...message, isPrivate: true });
}
