import { composeChoices, composeEntry, composeRetired, composeSources } from '../src/bot/answers/compose.ts';
import { composeGreeting } from '../src/bot/answers/greeting.ts';
import { openEnds, withNone } from '../src/bot/answers/human-choice.ts';
import { composeIn } from '../src/bot/answers/languages.ts';
import { sayLanguage } from '../src/bot/answers/messages.ts';
import { ownWords } from '../src/bot/answers/own-words.ts';
import { type Choice, notice, plainReply, type Reply, tell, text } from '../src/bot/answers/reply.ts';
import type { Call, Command } from '../src/bot/command.ts';
import { countCall } from '../src/bot/community/counting.ts';
import {
  asksNothing,
  entryBefore,
  type FollowUp,
  isAnswered,
  isQuestion,
  lookAt,
  noteAnswer,
  noteOther,
} from '../src/bot/conversation/follow-up.ts';
import { isPrivateKey, keyOfPlace } from '../src/bot/conversation/place.ts';
import { languageRequest, type Remark, remarkIn, saysThanks } from '../src/bot/conversation/remark.ts';
import { beginsWithThanks, type SmallTalk, smallTalkIn } from '../src/bot/conversation/small-talk.ts';
import { report } from '../src/bot/delivery/report.ts';
import { noteOffer } from '../src/bot/learning/hear.ts';
import { askedBy } from '../src/bot/questions/asked.ts';
import { keptDays } from '../src/bot/questions/keeping.ts';
import { openChoices } from '../src/bot/questions/listed.ts';
import { choiceOf } from '../src/bot/settings/chosen.ts';
import { LONGEST_QUESTION, MOST_OFFERED } from '../src/core/calibration/policy.ts';
import type { Entry } from '../src/core/entry/entry.ts';
import type { EngineAnswer } from '../src/core/search/engine.ts';
import { offersOf } from '../src/core/search/offers.ts';
import type { Candidate } from '../src/core/search/pool.ts';

/** Answers a question. One that did not address the bot is answered only in listening mode, and with confidence. */
export const ask: Command = {
  name: 'ask',
  group: 'ask',
  inMenu: 'always',
  isExplained: true,
  options: [
    { name: 'question', kind: 'text', required: true },
    { name: 'private', kind: 'flag' },
  ],
  readOnly: true,
  gives: 'answer',
  completesQuestions: true,
  run: async (call) => {
    const question = call.options.question ?? '';
    const { services, community } = call;
    services.attempt.dependsOn(`community ${community.id}`, () => community.state.version);
    services.attempt.dependsOn('packs', () => services.knowledge.current().packs);
    if (!call.addressed && call.isReply !== true) return overhear(call, question);
    const given = await reply(call, question);
    return given && call.options.private !== undefined ? { ...given, isPrivate: true } : given;
  },
};

/** Answers a question again that had no answer when it was asked. @returns undefined if there still is none */
export async function answerByNow(call: Call, question: string): Promise<Reply | undefined> {
  const { kind, candidates } = call.community.answer(question, call.language);
  return kind === 'sure' && candidates[0]?.hidden !== true ? ask.run({ ...call, options: { question } }) : undefined;
}

async function reply(call: Call, question: string): Promise<Reply | undefined> {
  const { language, say } = call;
  if (question.length > LONGEST_QUESTION)
    return call.addressed ? plainReply(language, say('too-long', { most: LONGEST_QUESTION })) : undefined;
  const remark = remarkIn(call.services, question);
  const wish = languageRequest(question, call.services.languages, language);
  const before = wish || remark === 'source' ? entryBefore(call, question) : undefined;
  if (before && remark === 'source') return composeSources(before.entry, inLanguage(call, before));
  if (before && wish && !wish.isBare) return inLanguageAskedFor(call, before.entry, wish.language);
  const { answer, after } = lookAt(call, question);
  // The name of a language can also be a question: "Italian?" may ask about Italian lessons.
  if (before && wish && answer.kind !== 'sure') return inLanguageAskedFor(call, before.entry, wish.language);
  const given = outright(call, question, answer, after);
  if (given) return give(given);
  // There is no previous answer to translate: "can you speak Chinese".
  if (wish && !before && call.addressed && !(wish.isBare && answer.kind === 'unsure'))
    return greet({ ...call, language: wish.language, say: call.services.speak(wish.language) });
  if (remark !== undefined && remark !== 'source') return answerRemark(call, remark);
  if (saysNothing(question) && !isAnswered(call)) return greetSilent(call, question);
  if (after && (after.offers.length > 0 || answer.kind === 'sure')) return offerMore(call, question, answer, after);
  const { kind, candidates } = answer;
  const [best] = candidates;
  const isThanks = call.addressed ? asksNothing(call, question) && isAnswered(call) : !isQuestion(call, question);
  const smallTalk = call.addressed ? smallTalkBeside(call, question, kind) : undefined;
  if (smallTalk) return returnSmallTalk(call, question, smallTalk);
  noteOther(call, question);
  if (isThanks) return undefined;
  countCall(call, 'asked');
  countCall(call, kind === 'unsure' ? 'offered' : 'unanswered');
  if (kind === 'sure' && best) return composeRetired(best.entry, call);
  if (kind === 'unsure') return composeOffer(call, question, offersOf(candidates));
  noteOpen(call, question);
  return call.addressed ? dontKnow(call, question) : undefined;
}

/** Repeats the last answer in another language. It still counts as the answer to the same question. */
function inLanguageAskedFor(call: Call, entry: Entry, language: string): Reply {
  const reply = composeIn(entry, language, call, { question: call.about?.question, pin: call.about?.pin });
  if (reply.kind === 'answer') noteAnswer({ ...call, language }, entry);
  return reply;
}

/**
 * A short reply to a remark about the bot. One that did not address the bot gets none, except "who are you"; a request
 * to be quiet gets none in groups.
 */
function answerRemark(call: Call, remark: Exclude<Remark, 'source'>): Reply | undefined {
  if (isSilent(call)) return undefined;
  if (remark === 'who') return tell(call, 'i-am-a-bot');
  if (!call.addressed) return undefined;
  if (remark === 'help') return composeGreeting(call);
  if (remark === 'praise') return tell(call, 'praised');
  if (remark === 'wrong') return tell(call, 'wrong-offer');
  return remark === 'insult' || call.place.isPrivate ? tell(call, 'here-if-needed') : undefined;
}

const greet = (call: Call): Reply | undefined => (isSilent(call) ? undefined : composeGreeting(call));

/** Whether a text has no letters or digits: pictures, or punctuation. */
const saysNothing = (said: string): boolean => !/[\p{L}\p{N}]/u.test(said);

/** Greets somebody who sends only a question mark, or anything without text in a private chat. */
const greetSilent = (call: Call, said: string): Reply | undefined =>
  call.addressed && !isSilent(call) && (call.place.isPrivate || /[?？؟]/.test(said))
    ? composeGreeting(call)
    : undefined;

/** Small talk in a text that has no answer. Thanks with a little more get no offers unless they ask something. */
function smallTalkBeside(call: Call, question: string, kind: EngineAnswer['kind']): SmallTalk | undefined {
  const languages = [...call.services.languages.values()];
  const alone = kind === 'unknown' ? smallTalkIn(question, languages) : undefined;
  if (alone || kind === 'sure') return alone;
  return beginsWithThanks(question, languages) && !isQuestion(call, question) ? 'closing' : undefined;
}

/**
 * Stores a question without an answer, and reports it to moderators unless choices were offered. Questions in private
 * chats belong to no community and are not stored, nor are those with the option `private`.
 */
export function noteOpen(call: Call, question: string, offered?: readonly string[]): void {
  const { services, community, place } = call;
  if (keptDays(community) === 0 || call.options.private !== undefined || isPrivateKey(keyOfPlace(place))) return;
  void services.attempt.afterCommit(() =>
    services.questions.note(
      askedBy(call, question, { offered, days: () => keptDays(community) }),
      undefined,
      async (open) =>
        void (await report(services, community, {
          key: `open ${open.id}`,
          isInDigest: true,
          words: (words, spoken) => ({
            ...plainReply(spoken, words('report-open', { text: open.text, count: open.askers.length })),
            choices: openChoices(words, open),
          }),
        })),
    ),
  );
}

/**
 * Answers a message that addressed nobody, if it is a question with a confident answer. In the mode `shadow` such
 * answers are only counted.
 */
async function overhear(call: Call, question: string): Promise<Reply | undefined> {
  const mode = choiceOf(call.community, 'mode', call.place);
  if (mode !== 'questions' && mode !== 'shadow') return undefined;
  const look = isQuestion(call, question) ? lookAt(call, question) : undefined;
  const given = look && outright(call, question, look.answer, look.after);
  if (!given) noteOther(call, question);
  if (given && mode === 'questions') return give(given);
  if (given) countCall(given.call, 'shadow', given.candidate.entry.id);
  return look && !given && mode === 'questions' && call.isPost ? besidePost(call, question, look.answer) : undefined;
}

/** Offers a guess behind a button in a new forum post, if there is no confident answer. */
function besidePost(call: Call, question: string, { kind, candidates }: EngineAnswer): Reply | undefined {
  const near = kind === 'unsure' ? offersOf(candidates).filter(({ hidden }) => !hidden) : [];
  noteOpen(call, question, near.length > 0 ? near.map(({ entry }) => entry.id) : undefined);
  return near.length > 0 ? { ...tell(call, 'forum-near'), hasSimilar: true } : undefined;
}

interface Given {
  /** The call in the answer's language. */
  readonly call: Call;
  readonly candidate: Candidate;
  /** The question; missing if it is too vague by itself to be pinned or learned from. */
  readonly question?: string;
  /** Id of the entry that was followed up on. */
  readonly after?: string;
}

/** A confident answer: to the question itself, or else as a follow-up. */
function outright(
  call: Call,
  question: string,
  { kind, candidates: [best] }: EngineAnswer,
  after: FollowUp | undefined,
): Given | undefined {
  if (after)
    return after.candidate && { call: inLanguage(call, after), candidate: after.candidate, after: after.after };
  return kind === 'sure' && best && !best.hidden ? { call, candidate: best, question } : undefined;
}

const inLanguage = (call: Call, { language }: Pick<FollowUp, 'language'>): Call => ({
  ...call,
  language,
  say: call.services.speak(language),
});

/**
 * Offers entries on the previous subject, and entries for the question by itself; the conversation stays on the
 * subject.
 */
function offerMore(call: Call, question: string, { candidates }: EngineAnswer, after: FollowUp): Reply {
  countCall(call, 'asked');
  countCall(call, 'offered');
  const [own, ofSubject] = [offersOf(candidates).filter(({ hidden }) => !hidden), after.offers];
  const all = ofSubject.flatMap((one, at) => [one, ...own.slice(at, at + 1)]).concat(own);
  const offers = all.filter(({ entry }, at) => all.findIndex((one) => one.entry.id === entry.id) === at);
  return composeOffer(inLanguage(call, after), question, offers.slice(0, MOST_OFFERED));
}

/** Offers choices, and notes them: the bot learns from the choice, and from a press of "none of these". */
function composeOffer(call: Call, question: string, candidates: readonly Candidate[]): Reply {
  const entries = candidates.map(({ entry }) => entry.id);
  noteOpen(call, question, entries);
  noteOffer(call, entries, question);
  return withNone(composeChoices(candidates, call), call, question);
}

function give({ call, candidate: { entry, pin }, question, after }: Given): Reply {
  noteAnswer(call, entry, after);
  countCall(call, 'asked');
  countCall(call, 'answered', entry.id);
  return composeEntry(entry, call, { question, pin });
}

/** Replies to small talk. It is neither counted nor stored as a question. */
function returnSmallTalk(call: Call, said: string, smallTalk: SmallTalk): Reply | undefined {
  if (call.community.knowledge().entries.size === 0 || isSilent(call)) return dontKnow(call);
  if (smallTalk === 'opening') return composeGreeting(call);
  return tell(call, saysThanks(call.services, said) ? 'welcome' : 'here-if-needed');
}

/** Whether the bot says nothing if it has no answer; in private chats it always replies. */
const isSilent = ({ community, place }: Call): boolean =>
  choiceOf(community, 'unknown') === 'silent' && !place.isPrivate;

/** @param question to be passed to helpers; undefined for small talk */
export function dontKnow(call: Call, question?: string): Reply | undefined {
  const { community, place, services } = call;
  if (isSilent(call)) return undefined;
  const choices = question === undefined ? [] : openEnds(call);
  if (community.knowledge().entries.size === 0) return tell(call, 'no-entries', undefined, choices);
  if (question !== undefined && services.detect(question).isUnspoken === true) return sayWhatItSpeaks(call, choices);
  const own = ownWords(call, 'unknown');
  const isShowable = choices.some(({ command }) => command === 'tell') && isPrivateKey(keyOfPlace(place));
  const notes = isShowable ? [[text(call.say('show-what'))]] : [];
  if (own) return notice(call.language, { blocks: own, isUnknown: true, choices, notes });
  // In a private chat there is nobody else to ask.
  const helpful = place.isPrivate ? 'unknown-alone' : 'unknown';
  const said = tell(call, choiceOf(community, 'unknown') === 'helpful' ? helpful : 'unknown-short', {}, choices);
  return { ...said, isUnknown: true, notes };
}

/** Lists the bot's languages, for a question in another one: asking in other words would not help. */
function sayWhatItSpeaks(call: Call, choices: readonly Choice[]): Reply {
  const names = [...call.services.languages.keys()].map((tag) => sayLanguage(tag, call));
  return { ...tell(call, 'i-speak', { languages: names.join(call.say('list-comma')) }, choices), isUnknown: true };
}
