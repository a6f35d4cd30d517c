import { isOpenEnd } from '../../../bot/answers/human-choice.ts';
import { type Choice, plainReply, type Reply } from '../../../bot/answers/reply.ts';
import { keyOfPlace } from '../../../bot/conversation/place.ts';
import type { Outgoing } from '../../../bot/delivery/courier.ts';
import { EDITED_MS } from '../../../bot/delivery/lateness.ts';
import { queueOf } from '../../../bot/delivery/post-corrections.ts';
import { passOn } from '../../../bot/handover/answer.ts';
import { solvedIn } from '../../../bot/handover/solve.ts';
import { commandIn, onlyAsks, readCommand } from '../../../bot/platform/command-text.ts';
import { unask } from '../../../bot/questions/settle.ts';
import type { Context } from '../context.ts';
import { keepForm } from '../forms/kept-forms.ts';
import { SOLVED } from '../forums/solved.ts';
import type { Author } from '../moderation/permissions.ts';
import { controlsOf, FORM, ON } from '../outbound/controls.ts';
import { outgoing } from '../outbound/outbox-message.ts';
import { renderReply, renderWithin } from '../outbound/render.ts';
import { addressOf, languageOf, returnTo } from '../outbound/speech.ts';
import { type Heard, withoutMentions } from './heard.ts';
import { inOrder, keptChannel, madeAt, personOf } from './receive.ts';

/** Payloads for the outbox in reply to a message that was heard. */
export async function converse(context: Context, heard: Heard, author: Author): Promise<readonly Outgoing[]> {
  if (heard.text === '') return heard.place.isPrivate ? askForWords(context, heard) : passOnFile(context, heard);
  const slow = heard.addressed ? await slowDown(context, heard) : undefined;
  if (slow) return slow;
  const helped = await passOnWords(context, heard);
  if (helped) return helped;
  const solved = await solvedReply(context, heard, author);
  if (solved) return sayTo(context, heard, solved, 'v');
  const wrong = await offerVote(context, heard);
  if (wrong) return wrong;
  const reply = await replyTo(context, heard, author);
  // A person who spoke to somebody else is not told to slow down.
  if (!reply || (!heard.addressed && !isFree(context, heard))) return [];
  const { shown, controls } = await shownTo(context, heard, reply);
  const given = await givenOf(context, heard, shown, author);
  const said = renderReply(shown, controls).map((one, at) =>
    toOutbox(context, heard, {
      kind: 'say',
      channel: heard.channel,
      ...(at === 0 ? { to: heard.about ?? heard.id } : {}),
      nonce: nonceOf(heard, at),
      message: one,
      at: context.services.now(),
      given: { ...given, part: at },
      isAsked: heard.addressed || heard.to !== undefined,
    }),
  );
  void context.services.attempt.afterCommit(() => context.replies.promise(keyOfPlace(heard.place), heard.id));
  const pin =
    reply.kind !== 'notice' || reply.pinMessage === undefined
      ? []
      : [
          toOutbox(context, heard, {
            kind: 'pin',
            channel: heard.channel,
            id: reply.pinMessage,
            guild: heard.place.id,
          }),
        ];
  return [...said, ...pin];
}

/** Discord takes at most 25 units, and for a second message with the same ones gives the first. */
const nonceOf = ({ id, edited }: Heard, part: number): string =>
  edited === undefined ? `${id}-${part}` : `${BigInt(id).toString(36)}-${edited.toString(36)}-${part}`;

/** Somebody sends no words in private: they are told once that nothing else is read. */
async function askForWords(context: Context, heard: Heard): Promise<readonly Outgoing[]> {
  if (context.pace.noText(heard.user) !== 'go') return [];
  const [at, nonce] = [context.services.now(), `${heard.id}-t`];
  const language = await languageOf(context, { ...heard, locale: undefined });
  return renderReply(plainReply(language, context.services.speak(language)('words-only'))).map((message) =>
    toOutbox(context, heard, { kind: 'say', channel: heard.channel, to: heard.id, nonce, message, at }),
  );
}

const passOnFile = async (context: Context, heard: Heard): Promise<readonly Outgoing[]> =>
  (await passOnWords(context, heard)) ?? [];

/** @returns undefined if nobody answers a question that was handed over */
export async function passOnWords(context: Context, heard: Heard): Promise<readonly Outgoing[] | undefined> {
  const { place, user, name, id, channel, to, thread } = heard;
  const post = to ?? (thread ? channel : undefined);
  if (post === undefined || place.isPrivate) return undefined;
  const said = await passOn(context.services, {
    place: keyOfPlace(place),
    to: post,
    message: id,
    person: context.services.hash(personOf(user)),
    name,
    words: withoutMentions(heard.text),
    hasFile: heard.hasFile,
    link: addressOf(place.id, channel, id),
  });
  if (!said) return undefined;
  return (await Promise.all(said.map((reply) => sayTo(context, heard, reply, 'h')))).flat();
}

/** @returns undefined if nobody says that a helper's answer has helped */
export async function solvedReply(context: Context, heard: Heard, author: Author): Promise<Reply | undefined> {
  const item = await solvedIn(context.services, heard.place, heard.to, heard.text);
  return item && replyTo(context, { ...heard, text: `/human solved ${item.id}` }, author);
}

/** @param mark tells it from other messages in answer to the same one */
async function sayTo(context: Context, heard: Heard, reply: Reply, mark: string): Promise<readonly Outgoing[]> {
  const { place, channel, id, user } = heard;
  const [at, nonce] = [context.services.now(), `${id}-${mark}`];
  const controls = await controlsOf(context, reply, { place, person: context.services.hash(personOf(user)) });
  return renderReply(reply, controls).map((message) =>
    toOutbox(context, heard, { kind: 'say', channel, to: id, nonce, message, at }),
  );
}

/** @returns undefined if nobody says that an answer is wrong */
async function offerVote(context: Context, heard: Heard): Promise<readonly Outgoing[] | undefined> {
  const person = personOf(heard.user);
  const { to } = heard;
  const below = { to, vote: { command: ON, argument: `${to} helpful no` }, isFree: () => isFree(context, heard) };
  const said = await context.offerVote(context, { ...heard, person }, below);
  const [reply] = said ?? [];
  return reply ? sayTo(context, heard, reply, 'w') : said && [];
}

/** An edited question has its answer edited, or taken away if there is none any more. */
export async function converseAgain(
  context: Context,
  heard: Heard,
  author: Author,
  posts: readonly string[],
): Promise<readonly Outgoing[]> {
  if (posts.length === 0) return isFresh(context, heard) ? converse(context, heard, author) : [];
  const reply = await replyTo(context, heard, author);
  if (!isOpenEnd(reply))
    void context.services.attempt.afterCommit(() => unask(context.services, keyOfPlace(heard.place), [heard.id]));
  const ids = inOrder(posts);
  const remove = (id: string, isLeftOver: boolean) =>
    toOutbox(context, heard, {
      kind: 'remove',
      channel: heard.channel,
      id,
      place: keyOfPlace(heard.place),
      isLeftOver,
    });
  if (!reply) {
    const { place, id: asked } = heard;
    void context.services.attempt.afterCommit(() => context.replies.withdraw(keyOfPlace(place), asked));
    return ids.map((id) => remove(id, false));
  }
  const { shown, controls } = await shownTo(context, heard, reply);
  const given = await givenOf(context, heard, shown, author);
  const messages = renderWithin(ids.length, shown, controls);
  return ids.map((id, at) => {
    const message = messages[at];
    return message
      ? toOutbox(context, heard, { kind: 'edit', channel: heard.channel, id, message, given })
      : remove(id, true);
  });
}

/** Whether a message that has no answer may get one by an edit: it is new, and does nothing a second time. */
const isFresh = ({ services }: Context, { id, text }: Heard): boolean =>
  onlyAsks(text, services.commands) && Date.parse(services.now()) - madeAt(id) < EDITED_MS;

const toOutbox = (
  context: Context,
  { place, channel, user }: Heard,
  payload: Parameters<typeof outgoing>[2],
): Outgoing =>
  outgoing(
    queueOf({ place: keyOfPlace(place), channel: keptChannel(place, channel) }),
    context.services.hash(personOf(user)),
    payload,
  );

/** In private it may be a server's own answer, which is corrected with it. */
const givenOf = async (context: Context, { place, channel, id, user }: Heard, reply: Reply, { knowledge }: Author) => ({
  post: {
    ...(knowledge ? { community: (await context.services.communities.of(knowledge)).id } : {}),
    place: keyOfPlace(place),
    channel: keptChannel(place, channel),
    asked: id,
    person: context.services.hash(personOf(user)),
  },
  answer: reply.kind === 'answer' ? { about: reply.about, language: reply.language } : undefined,
});

async function replyTo(
  context: Context,
  { id, place, channel, user, name, text, addressed, to }: Heard,
  { isModerator, roles, knowledge }: Author,
): Promise<Reply | undefined> {
  const about = to === undefined ? undefined : await context.recall.about(keyOfPlace(place), to);
  return context.respond({
    person: personOf(user),
    place,
    knowledge,
    roles,
    name,
    returnTo: returnTo(place, channel, user, id),
    thread: channel,
    text: commandIn(context.services, text)?.gives === 'answer' ? withoutMentions(text) : text,
    addressed,
    isReply: to !== undefined && !addressed,
    about,
    isModerator: async () => isModerator,
  });
}

/**
 * A channel cannot show something to one person only: a button shows it to the person who presses, with their own
 * permissions.
 */
async function shownTo(context: Context, heard: Heard, reply: Reply) {
  const { place, text } = heard;
  const person = context.services.hash(personOf(heard.user));
  const say = context.services.speak(reply.language);
  const isHidden = !place.isPrivate && (reply.isPrivate === true || reply.kind === 'form');
  const shown = isHidden ? plainReply(reply.language, say('only-for-you')) : reply;
  const extra: Choice[] = isHidden
    ? [{ label: say(reply.kind === 'form' ? 'open-form' : 'show-it'), ...pressOf(text) }]
    : [];
  if (!isHidden && reply.kind === 'form')
    extra.push({ label: say('open-form'), command: FORM, argument: await keepForm(context, heard, reply.form) });
  if (shown.kind === 'answer' && heard.isPost)
    extra.push({ label: say('forum-solved'), command: SOLVED, argument: '' });
  return { shown, controls: await controlsOf(context, shown, { place, person, extra }) };
}

/** A typed command, as a button. */
function pressOf(text: string): Pick<Choice, 'command' | 'argument'> {
  const typed = readCommand(text);
  return typed ? { command: typed.name, argument: typed.argument } : { command: 'ask', argument: text };
}

const isFree = ({ pace }: Context, { user, channel }: Heard): boolean =>
  pace.person(user) === 'go' && pace.channel(channel) === 'go';

/** Too fast: said once, privately, and only to that person; a busy channel is nobody's fault. */
async function slowDown(context: Context, heard: Heard): Promise<readonly Outgoing[] | undefined> {
  const pace = context.pace.person(heard.user);
  if (pace === 'go') return context.pace.channel(heard.channel) === 'go' ? undefined : [];
  if (pace === 'ignore') return [];
  const language = await languageOf(context, { ...heard, locale: undefined });
  const [at, nonce] = [context.services.now(), `${heard.id}-s`];
  return renderReply(plainReply(language, context.services.speak(language)('slow-down'))).map((message) =>
    toOutbox(context, heard, { kind: 'notice', user: heard.user, nonce, message, at }),
  );
}
