import { plainReply, type Reply } from '../answers/reply.ts';
import type { RespondHere } from '../bot.ts';
import { homeLanguage, languageOfPerson } from '../conversation/choose-language.ts';
import { isThanks, type OverheardLine, readTogether } from '../conversation/held-lines.ts';
import type { Incoming } from '../conversation/incoming.ts';
import { isOverhearing } from '../conversation/listening.ts';
import { keyOfPlace } from '../conversation/place.ts';
import type { Outgoing } from '../delivery/courier.ts';
import { type HelperMessage, passOn } from '../handover/answer.ts';
import { solvedIn } from '../handover/solve.ts';
import type { Services } from '../services.ts';
import { numberOf } from '../settings/chosen.ts';
import { commandIn, onlyAsks, readCommand } from './command-text.ts';
import type { Pace } from './pace.ts';
import type { Recall, Replies } from './recall.ts';
import type { OfferVote } from './vote-offer.ts';

/**
 * Something that somebody wrote, as their platform has read it. A command of a client's own, or a press of a button, is
 * a message too: it has to be answered soon, and one person alone may see the answer.
 */
export interface MemberMessage {
  /** Its text is empty if it has no words, such as a picture alone. */
  readonly incoming: Incoming;
  /** The platform's id of it. */
  readonly id: string;
  /** The bot's message that it replies to. Default: none. */
  readonly to?: string;
  /** The words to pass on, if it answers a question that helpers were asked. Default: it cannot answer one. */
  readonly help?: Pick<HelperMessage, 'to' | 'words' | 'name' | 'hasFile' | 'link'>;
  /** Whether it is so old that only a change still counts. Default: no. */
  readonly isLate?: boolean;
  /** How it can wait for people, who come first. Default: it does not wait. */
  readonly waits?: Waits;
}

/** A message that nobody addressed to the bot, as it waits. */
export interface Waits extends Pick<OverheardLine, 'spot' | 'at' | 'thread' | 'callName' | 'again'> {
  /** Whether it has waited, and is looked at once more. */
  readonly hasWaited: boolean;
  /** Whether it opens a post of a forum. Default: no. */
  readonly isPost?: boolean;
}

/** Messages for the outbox, without those that a platform has sent already. */
export type UnsentMessages = readonly Outgoing[];

/** How one platform does what each step of a conversation needs. */
export interface Port<M extends MemberMessage> {
  /** The limit of how often somebody is answered; counts the message. @param kind `wordless`: one without words */
  readonly pace: (message: M, kind: 'message' | 'wordless') => Pace;
  /** A reply of the bot's, to everybody who reads there, or to one person if it is private. */
  readonly say: (message: M, reply: Reply) => Promise<UnsentMessages>;
  /** A sentence beside the conversation, such as thanks: it gives no entry, and everybody may read it. */
  readonly remark: (message: M, reply: Reply) => Promise<UnsentMessages>;
  /** A sentence for the author alone, as far as the platform can. */
  readonly whisper: (message: M, reply: Reply) => Promise<UnsentMessages>;
  /** Pins a post; if the bot may not, that is said. @param language of those words */
  readonly pin: (message: M, post: string, language: string) => UnsentMessages | Promise<UnsentMessages>;
  /** Whether the place lets the author ask. Default: every place lets everybody. */
  readonly mayAsk?: (message: M) => Promise<boolean>;
  /** Goes on with a form that is asked question by question. Default: forms are shown whole. */
  readonly fill?: (message: M) => Promise<UnsentMessages | undefined>;
  /**
   * Ways that this platform alone has, such as managing a group from a private chat: what is said there, or the message
   * as it is meant, with which the conversation goes on. Default: none.
   */
  readonly lead?: (message: M) => Promise<UnsentMessages | M | undefined>;
}

/** The bot and its memory of a conversation, as an attempt uses them. */
export interface Talk {
  readonly services: Services;
  readonly respond: RespondHere;
  readonly recall: Pick<Recall, 'about' | 'to'>;
  readonly replies: Replies;
  readonly offerVote: OfferVote;
}

interface Turn<M extends MemberMessage> {
  readonly talk: Talk;
  readonly port: Port<M>;
  readonly message: M;
  /** Key of the place in which it was written. */
  readonly place: string;
}

/**
 * Takes a message as one thing. `undefined` if it is none such: the next step looks at it, or at the message as it is
 * meant.
 */
type Step = <M extends MemberMessage>(turn: Turn<M>) => Promise<UnsentMessages | M | undefined>;

export const NOTHING: UnsentMessages = [];

const answersForm: Step = async ({ port, message }) => port.fill?.(message);

const passesOnHelp: Step = async ({ talk: { services }, port, message, place }) => {
  const { incoming, id, help } = message;
  if (!help || incoming.place.isPrivate) return undefined;
  const said = await passOn(services, { ...help, place, message: id, person: services.hash(incoming.person) });
  if (!said) return undefined;
  return (await Promise.all(said.map((reply) => port.remark(message, reply)))).flat();
};

/** Somebody alone with the bot is told once that it reads words. */
const hasNoWords: Step = async ({ talk, port, message }) => {
  const { incoming, isLate } = message;
  if (incoming.text !== '') return undefined;
  if (isLate || !incoming.place.isPrivate || port.pace(message, 'wordless') !== 'go') return NOTHING;
  return port.remark(message, await sentence(talk, message, 'words-only'));
};

const comesTooLate: Step = async ({ talk: { services }, message: { incoming, isLate } }) =>
  isLate && onlyAsks(incoming.text, services.commands) ? NOTHING : undefined;

/** Said once, and only to that person; not if only the channel is busy. */
const comesTooFast: Step = async ({ talk, port, message }) => {
  const pace = message.incoming.addressed ? port.pace(message, 'message') : 'go';
  if (pace === 'go') return undefined;
  return pace === 'ignore' ? NOTHING : port.whisper(message, await sentence(talk, message, 'slow-down'));
};

const mayNotAsk: Step = async ({ port, message }) =>
  port.mayAsk === undefined || (await port.mayAsk(message)) ? undefined : NOTHING;

const goesAnotherWay: Step = async ({ port, message }) => port.lead?.(message);

const saysSolved: Step = async ({ talk, port, message }) => {
  const reply = await solvedReply(talk, message);
  return reply && port.remark(message, reply);
};

const saysWrong: Step = async ({ talk, port, message }) => {
  const { incoming, to } = message;
  if (to === undefined) return undefined;
  const isFree = () => port.pace(message, 'message') === 'go';
  const said = await talk.offerVote(talk, incoming, { to, isFree });
  const [reply] = said ?? [];
  return reply ? port.say(message, reply) : said && NOTHING;
};

const isAnswered: Step = async ({ talk, port, message, place }) => {
  const reply = await replyTo(talk, message);
  // A person who spoke to somebody else is not told to slow down.
  if (!reply || (!message.incoming.addressed && port.pace(message, 'message') !== 'go')) return NOTHING;
  void talk.services.attempt.afterCommit(() => talk.replies.promise(place, message.id));
  const said = await port.say(message, unasked(message, reply));
  const post = reply.kind === 'notice' ? reply.pinMessage : undefined;
  return post === undefined ? said : [...said, ...(await port.pin(message, post, reply.language))];
};

/** Marks an answer to a message that did not address the bot. */
export const unasked = ({ incoming: { addressed, isReply, place } }: MemberMessage, reply: Reply): Reply =>
  reply.kind === 'answer' && !addressed && isReply !== true && !place.isPrivate ? { ...reply, isUnasked: true } : reply;

/**
 * People come first: a line that nobody addressed to the bot waits if several are active, and its author may go on.
 * What they ask the bot itself is answered at once, with what they wrote just before if it says nothing more.
 */
const waitsForPeople: Step = async ({ talk, port, message, place }) => {
  const { services } = talk;
  const { incoming, id, waits } = message;
  if (!waits) return undefined;
  const { heldLines, attempt } = services;
  const person = services.hash(incoming.person);
  const command = commandIn(services, incoming.text);
  const isAsked = incoming.addressed || incoming.isReply === true || readCommand(incoming.text) !== undefined;
  if (isAsked) {
    if (!command) return undefined;
    const lines = command.greets ? heldLines.waiting(waits.spot, person) : [];
    void attempt.afterCommit(() => heldLines.drop(waits.spot, person));
    const text = (await readTogether(services, incoming.place, lines)).at(-1);
    return text === undefined ? undefined : { ...message, incoming: { ...incoming, text } };
  }
  const community = await services.communities.of(incoming.place);
  const ms = 1000 * (numberOf(community, 'patience') ?? 0);
  if (!isOverhearing(community, incoming.place)) return undefined;
  const { hasWaited: _, isPost = false, ...where } = waits;
  const isShared = heldLines.isShared(waits.spot);
  if (isPost && (ms === 0 || !isShared)) {
    // People need no time for what is sure, but for what is near they do.
    const said = await isAnswered({ talk, port, message, place });
    if (isSaid(said) && said.length > 0) {
      void attempt.afterCommit(() => heldLines.remove(place, id));
      return said;
    }
    if (ms === 0) return isAnswered({ talk, port, message: asPost(message), place });
  }
  if (ms === 0 || !(isPost || isShared)) return undefined;
  if (await attempt.read(({ people }) => people.isQuiet(person))) return NOTHING;
  const line = {
    ...{ ...where, place, id, person, text: incoming.text },
    isThanks: isThanks(services, homeLanguage(community, services), incoming.text),
  };
  void attempt.afterCommit(() => heldLines.hold(line, ms));
  return NOTHING;
};

/** A message whose author may be offered what is near, if it opens a post. */
export const asPost = <M extends MemberMessage>(message: M): M => ({
  ...message,
  incoming: { ...message.incoming, isPost: message.waits?.isPost === true },
});

/** Lines that have waited, as one question; a person's answer has made them nobody's business. */
const isReadNow: Step = async ({ message: waited, ...turn }) => {
  const { talk, place } = turn;
  const message = asPost(waited);
  const lines = talk.services.heldLines.read(place, message.id) ?? [];
  for (const text of await readTogether(talk.services, message.incoming.place, lines)) {
    const said = await isAnswered({ ...turn, message: { ...message, incoming: { ...message.incoming, text } } });
    if (isSaid(said) && said.length > 0) return said;
  }
  return NOTHING;
};

/** The order in which a message is looked at; the first step that says something ends it. */
const STEPS: readonly Step[] = [
  answersForm,
  passesOnHelp,
  hasNoWords,
  comesTooLate,
  comesTooFast,
  mayNotAsk,
  goesAnotherWay,
  saysSolved,
  saysWrong,
  waitsForPeople,
  isAnswered,
];

/** The same for one that has waited. */
const STEPS_AFTERWARDS: readonly Step[] = [mayNotAsk, isReadNow];

/** A message of somebody, for the first time. */
export const converse = <M extends MemberMessage>(talk: Talk, port: Port<M>, message: M): Promise<UnsentMessages> =>
  take(message.waits?.hasWaited ? STEPS_AFTERWARDS : STEPS, talk, port, message);

/** Answers a message of which it is known that it asks the bot, such as a form that was filled in. */
export const answer = <M extends MemberMessage>(talk: Talk, port: Port<M>, message: M): Promise<UnsentMessages> =>
  take([isAnswered], talk, port, message);

async function take<M extends MemberMessage>(
  steps: readonly Step[],
  talk: Talk,
  port: Port<M>,
  written: M,
): Promise<UnsentMessages> {
  const place = keyOfPlace(written.incoming.place);
  let message = written;
  for (const step of steps) {
    const outcome = await step({ talk, port, message, place });
    if (isSaid(outcome)) return outcome;
    if (outcome) message = outcome;
  }
  return NOTHING;
}

const isSaid = (outcome: UnsentMessages | MemberMessage | undefined): outcome is UnsentMessages =>
  Array.isArray(outcome);

/** Somebody says by a sign, or in words, that a helper's answer has helped. @returns undefined if nobody does */
export async function solvedReply(
  { services, respond }: Pick<Talk, 'services' | 'respond'>,
  { incoming, to }: Pick<MemberMessage, 'incoming' | 'to'>,
): Promise<Reply | undefined> {
  const item = await solvedIn(services, incoming.place, to, incoming.text);
  return item && respond({ ...incoming, text: `/human solved ${item.id}` });
}

export async function replyTo({ respond, recall }: Talk, { incoming, to }: MemberMessage): Promise<Reply | undefined> {
  const about = to === undefined ? undefined : await recall.about(keyOfPlace(incoming.place), to);
  return respond(about ? { ...incoming, about } : incoming);
}

/** @param key in `locales/` */
async function sentence({ services }: Talk, { incoming }: MemberMessage, key: string): Promise<Reply> {
  const { person, place, locale } = incoming;
  const language = await languageOfPerson({ services, person: services.hash(person), place, locale });
  return plainReply(language, services.speak(language)(key));
}
