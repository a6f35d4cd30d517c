import { titleOf } from '../src/bot/answers/compose.ts';
import { humanChoice } from '../src/bot/answers/human-choice.ts';
import type { Say } from '../src/bot/answers/messages.ts';
import { type Choice, plainReply, whisper } from '../src/bot/answers/reply.ts';
import type { Call, Command } from '../src/bot/command.ts';
import { countCall } from '../src/bot/community/counting.ts';
import type { About } from '../src/bot/conversation/incoming.ts';
import { keyOfPlace } from '../src/bot/conversation/place.ts';
import { report } from '../src/bot/delivery/report.ts';
import { hear, questionFor } from '../src/bot/learning/hear.ts';
import { REASONS, type Reason, type Vote } from '../src/bot/ports/memory.ts';
import { phraseKey } from '../src/core/text/normalize.ts';

/** Votes on an answer: one vote for each person and answer, which may be changed. */
export const helpful: Command = {
  name: 'helpful',
  group: 'you',
  options: [
    {
      name: 'vote',
      kind: 'text',
      required: true,
      suggest: ({ say }) => [
        { value: 'yes', label: `👍 ${firstWord(say('vote-yes'))}` },
        { value: 'no', label: `👎 ${firstWord(say('vote-no'))}` },
        ...REASONS.map((reason) => ({ value: reason, label: `👎 ${say(`vote-${reason}`)}` })),
      ],
    },
  ],
  scope: 'person',
  votes: true,
  run: async (call) => {
    const cast = voteIn(call);
    if (cast === undefined) return whisper(call, 'missing-helpful');
    const { about, community, services, person, place } = call;
    if (!about || !community.knowledge().all.has(about.entry)) return whisper(call, 'no-answer-meant');
    const answer = about.message === undefined ? about.entry : `${keyOfPlace(place)}/${about.message}`;
    const vote = { ...cast, community: community.id, person, answer, entry: about.entry, at: services.now() };
    const before = await services.attempt.write(async ({ votes }) => {
      const found = await votes.find(vote);
      await votes.cast(vote);
      return found;
    });
    judge(call, about, cast.helpful);
    learn(call, about, cast.helpful);
    if (cast.helpful) return whisper(call, 'voted-yes');
    await tell(call, about.entry, cast.reason);
    const human = about.question === undefined ? [] : humanChoice(call);
    if (cast.reason !== '') return whisper(call, 'voted-why', undefined, human);
    // Somebody who votes again was asked before, and others in the chat need not read the question.
    const isAlone = call.isSeenAlone === true || place.isPrivate === true;
    if (!isAlone || before?.helpful === false || about.message === undefined)
      return whisper(call, 'voted-no', undefined, human);
    return whisper(call, 'voted-no-why', undefined, [...reasonChoices(call, about.message), ...human]);
  },
};

/** Choices for what was wrong. @param message id of the answer's message; the choices are in another one */
const reasonChoices = ({ say }: Call, message: string): readonly Choice[] =>
  REASONS.map((reason) => ({ label: say(`vote-${reason}`), command: 'helpful', argument: `${reason} ${message}` }));

/** Takes a vote as a sign of whether the question meant this entry. */
function learn(call: Call, { entry, question, asker }: About, helped: boolean): void {
  const asked = question ?? questionFor(call, entry);
  if (asked !== undefined) hear(call, { question: asked, asker, entry, kind: helped ? 'up' : 'down' });
}

/** Reports a negative vote where moderators want reports, with a button to correct the entry. */
function tell(call: Call, entry: string, reason: Reason | ''): Promise<unknown> {
  const choices = (say: Say) => [
    { label: say('report-show'), command: 'show', argument: entry },
    { label: say('report-correct'), command: 'correct', argument: entry },
  ];
  return report(call.services, call.community, {
    key: `unhelpful ${entry} ${reason}`.trim(),
    isInDigest: true,
    words: (say, language) => {
      const title = titleOf({ ...call, language }, entry);
      const words =
        reason === ''
          ? say('report-unhelpful', { title })
          : say('report-unhelpful-why', { title, reason: say(`vote-${reason}`) });
      return plainReply(language, words, choices(say));
    },
  });
}

/**
 * Counts votes by confidence, so that moderators see whether answers of 90 % confidence help nine times in ten. Pins
 * and choices have no confidence.
 */
function judge(call: Call, { entry, question, pin }: About, helped: boolean): void {
  if (question === undefined || pin !== undefined) return;
  const { kind, candidates } = call.community.answer(question, call.language);
  const [best] = candidates;
  if (kind !== 'sure' || best?.entry.id !== entry) return;
  countCall(call, helped ? 'liked' : 'disliked', (Math.min(9, Math.floor(best.confidence * 10)) / 10).toFixed(1));
}

const firstWord = (words: string): string => words.split(/[,，、،]/)[0] ?? words;

/** A vote from a button, or in words of any language, the caller's first. */
function voteIn({ options, say, services: { languages, speak } }: Call): Pick<Vote, 'helpful' | 'reason'> | undefined {
  const vote = phraseKey(options.vote ?? '');
  const is = (words: string): boolean => words.split(/[,，、،]/).some((word) => phraseKey(word) === vote);
  for (const tell of [() => '', say, ...[...languages.keys()].map(speak)]) {
    const reason = REASONS.find((one) => vote === one || is(tell(`vote-${one}`)));
    if (reason !== undefined) return { helpful: false, reason };
    if (vote === 'yes' || is(tell('vote-yes'))) return { helpful: true, reason: '' };
    if (vote === 'no' || is(tell('vote-no'))) return { helpful: false, reason: '' };
  }
  return undefined;
}
