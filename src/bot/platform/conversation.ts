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
 * A message as its platform has read it. A command of the platform's own, or a press of a button, is a message, too: it
 * must be answered soon, and sometimes only one person may see the answer.
 */
export interface MemberMessage {
  /** `text` is empty if it has no words, such as a picture alone. */
  readonly incoming: Incoming;
  /** The platform's id. */
  readonly id: string;
  /** Id of the bot's message that it replies to. Default: none. */
  readonly to?: string;
  /** The words to pass on if it answers a question that helpers were asked. Default: it cannot answer one. */
  readonly help?: Pick<HelperMessage, 'to' | 'words' | 'name' | 'hasFile' | 'link'>;
  /** Whether it is so old that only commands that change something are still carried out. Default: no. */
  readonly isLate?: boolean;
  /** How it can wait, so that people can answer first. Default: it does not wait. */
  readonly waits?: Waits;
}

/** How a message that does not address the bot can wait. */
export interface Waits extends Pick<OverheardLine, 'spot' | 'at' | 'thread' | 'callName' | 'again'> {
  /** Whether it has waited already. */
  readonly hasWaited: boolean;
  /** Whether it opens a post of a forum. Default: no. */
  readonly isPost?: boolean;
}

/** Messages for the outbox, except those that a platform has sent already. */
export type UnsentMessages = readonly Outgoing[];

/** The steps of a conversation that platforms take in their own ways. */
export interface Port<M extends MemberMessage> {
  /**
   * Counts the message, and limits how often somebody is answered.
   * @param kind `wordless`: a message without words
   */
  readonly pace: (message: M, kind: 'message' | 'wordless') => Pace;
  /** Sends a reply: to everybody who reads there or, if it is private, to one person. */
  readonly say: (message: M, reply: Reply) => Promise<UnsentMessages>;
  /** Sends a sentence such as thanks, which gives no entry; everybody may read it. */
  readonly remark: (message: M, reply: Reply) => Promise<UnsentMessages>;
  /** Sends a sentence to the author only, as far as the platform can. */
  readonly whisper: (message: M, reply: Reply) => Promise<UnsentMessages>;
  /**
   * Pins a post; if the bot may not, it says so.
   * @param language of that sentence
   */
  readonly pin: (message: M, post: string, language: string) => UnsentMessages | Promise<UnsentMessages>;
  /** Whether the author may ask there. Default: everybody may. */
  readonly mayAsk?: (message: M) => Promise<boolean>;
  /** Continues a form that is asked question by question; undefined if none is open. Default: forms are shown whole. */
  readonly fill?: (message: M) => Promise<UnsentMessages | undefined>;
  /**
   * For conversations that only this platform has, such as managing a group from a private chat.
   * @returns messages, or the message as it is meant, with which the conversation continues; undefined for all other
   * messages. Default: none
   */
  readonly lead?: (message: M) => Promise<UnsentMessages | M | undefined>;
}

/** The bot and its memory of conversations, within an attempt. */
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
  /** Key. */
  readonly place: string;
}

/**
 * Handles one kind of message.
 * @returns undefined if it is of another kind, for the next step; or the message as it is meant, for the next step
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

/** Tells the person that the bot reads only words: in private chats, and once an hour. */
const hasNoWords: Step = async ({ talk, port, message }) => {
  const { incoming, isLate } = message;
  if (incoming.text !== '') return undefined;
  if (isLate || !incoming.place.isPrivate || port.pace(message, 'wordless') !== 'go') return NOTHING;
  return port.remark(message, await sentence(talk, message, 'words-only'));
};

const comesTooLate: Step = async ({ talk: { services }, message: { incoming, isLate } }) =>
  isLate && onlyAsks(incoming.text, services.commands) ? NOTHING : undefined;

/** Tells only that person. `pace` says `ignore` if they know it already, or if only the channel is busy. */
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
  // A person who did not address the bot is not told to slow down.
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
 * People come first: if several are active, a message that does not address the bot waits, and its author may go on. A
 * message to the bot is answered at once; if it only greets or calls the bot, the author's waiting lines are read as
 * the question.
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
    // A sure answer need not wait. Before mere offers, people get time to answer.
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

/** Lets the author of a forum's post be offered entries near the question. */
export const asPost = <M extends MemberMessage>(message: M): M => ({
  ...message,
  incoming: { ...message.incoming, isPost: message.waits?.isPost === true },
});

/** Reads lines that have waited as one question. None are left if a person has answered. */
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

/** The steps in their order; the first one that handles the message is the last. */
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

/** The steps for a message that has waited. */
const STEPS_AFTERWARDS: readonly Step[] = [mayNotAsk, isReadNow];

/** Handles a new message. */
export const converse = <M extends MemberMessage>(talk: Talk, port: Port<M>, message: M): Promise<UnsentMessages> =>
  take(message.waits?.hasWaited ? STEPS_AFTERWARDS : STEPS, talk, port, message);

/** Answers a message that certainly is for the bot, such as a filled-in form. */
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

/** The reply if somebody confirms, by a sign or in words, that a helper's answer has helped; else undefined. */
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
