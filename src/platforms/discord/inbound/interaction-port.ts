import type { Reply } from '../../../bot/answers/reply.ts';
import { commandNamed } from '../../../bot/command.ts';
import { servesOthers } from '../../../bot/community/known-places.ts';
import type { Incoming } from '../../../bot/conversation/incoming.ts';
import { converse, type MemberMessage, type Port } from '../../../bot/platform/conversation.ts';
import type { Services, WithServices } from '../../../bot/services.ts';
import { PLATFORM } from '../config.ts';
import { type DiscordContext, inTime } from '../context.ts';
import { openForm } from '../forms/kept-forms.ts';
import { renderReply } from '../outbound/render.ts';
import { type PutOff, type Request, show, UNASKED, type WithFile, whisper } from '../outbound/show.ts';
import { languageOf, returnTo, whisperOf } from '../outbound/speech.ts';
import { troubleOf } from '../trouble.ts';
import { type DiscordAct, personOf } from './receive.ts';
import { knowledgeOf } from './world.ts';

/** An interaction as a message of the conversation. It must be acknowledged soon, and its answer may be ephemeral. */
interface ActMessage extends MemberMessage {
  readonly act: DiscordAct;
  readonly request: Request;
}

/** How special interactions differ from a command. */
interface Ways {
  /**
   * Shows a reply. Default: as the response to the interaction.
   * @param putOff how the response was deferred, if it was
   */
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

/**
 * Whether this process is the first to handle an update that may change something: another may serve the same shards
 * for a moment.
 * @param id of the update
 */
function isFirst({ store, now }: Services, id: string): Promise<boolean> {
  const update = { platform: PLATFORM, id, queue: '', person: '', payload: '', at: now() };
  return store.transact(async ({ inbox }) => {
    const fresh = await inbox.accept([update]);
    await inbox.done(PLATFORM, id);
    return fresh.length > 0;
  });
}

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
  // Deferred publicly only if the answer will quote its question: otherwise others could not tell what it answers.
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
function mayChange({ services }: WithServices, request: Pick<Request, 'command'>): boolean {
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

/** First stores the file and looks up the community of a private chat, which may take a while. */
async function respondWhole(
  context: DiscordContext,
  { scene }: DiscordAct,
  { attached }: WithFile,
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

async function pinMessage(context: DiscordContext, act: DiscordAct, message: string): Promise<void> {
  try {
    await context.calls.pin(act.scene.channel, message);
  } catch (error) {
    if (troubleOf(error) === 'later') throw error;
    await whisper(act, await whisperOf(context, act.scene, 'cannot-pin-message'));
  }
}

/** Shows a moderator the notes about what went wrong since a moderator was last here. */
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
