import { titleOf } from '../src/bot/answers/compose.ts';
import { humanChoice } from '../src/bot/answers/human-choice.ts';
import type { Say } from '../src/bot/answers/messages.ts';
import { plainReply, whisper } from '../src/bot/answers/reply.ts';
import type { Call, Command } from '../src/bot/command.ts';
import { countCall } from '../src/bot/community/counting.ts';
import type { About } from '../src/bot/conversation/incoming.ts';
import { keyOfPlace } from '../src/bot/conversation/place.ts';
import { report } from '../src/bot/delivery/report.ts';
import { hear, questionFor } from '../src/bot/learning/hear.ts';
import { phraseKey } from '../src/core/text/normalize.ts';

/** Says whether an answer helped: one vote a person and answer, which may change. */
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
      ],
    },
  ],
  scope: 'person',
  votes: true,
  run: async (call) => {
    const helped = voteIn(call);
    if (helped === undefined) return whisper(call, 'missing-helpful');
    const { about, community, services, person, place } = call;
    if (!about || !community.knowledge().all.has(about.entry)) return whisper(call, 'no-answer-meant');
    const vote = {
      community: community.id,
      person,
      answer: about.message === undefined ? about.entry : `${keyOfPlace(place)}/${about.message}`,
      entry: about.entry,
      helpful: helped,
      at: services.now(),
    };
    await services.attempt.write(({ votes }) => votes.cast(vote));
    judge(call, about, helped);
    learn(call, about, helped);
    if (!helped) await tell(call, about.entry);
    if (helped) return whisper(call, 'voted-yes');
    return whisper(call, 'voted-no', undefined, about.question === undefined ? [] : humanChoice(call));
  },
};

/** A vote says whether the question that was asked, or for which the entry was chosen, meant it. */
function learn(call: Call, { entry, question, asker }: About, helped: boolean): void {
  const asked = question ?? questionFor(call, entry);
  if (asked !== undefined) hear(call, { question: asked, asker, entry, kind: helped ? 'up' : 'down' });
}

/** At the place where moderators want to be told, with a way to put it right. */
function tell(call: Call, entry: string): Promise<unknown> {
  const choices = (say: Say) => [
    { label: say('report-show'), command: 'show', argument: entry },
    { label: say('report-correct'), command: 'correct', argument: entry },
  ];
  return report(call.services, call.community, {
    key: `unhelpful ${entry}`,
    isInDigest: true,
    words: (say, language) =>
      plainReply(language, say('report-unhelpful', { title: titleOf({ ...call, language }, entry) }), choices(say)),
  });
}

/**
 * So that moderators see whether answers that were given as 90 % sure help nine times in ten. Pins and choices claim
 * nothing.
 */
function judge(call: Call, { entry, question, pin }: About, helped: boolean): void {
  if (question === undefined || pin !== undefined) return;
  const { kind, candidates } = call.community.answer(question, call.language);
  const [best] = candidates;
  if (kind !== 'sure' || best?.entry.id !== entry) return;
  countCall(call, helped ? 'liked' : 'disliked', (Math.min(9, Math.floor(best.confidence * 10)) / 10).toFixed(1));
}

const firstWord = (words: string): string => words.split(/[,，、،]/)[0] ?? words;

/** As buttons send it, or in words of any language: the caller's comes first. */
function voteIn({ options, say, services: { languages, speak } }: Call): boolean | undefined {
  const vote = phraseKey(options.vote ?? '');
  const is = (words: string): boolean => words.split(/[,，、،]/).some((word) => phraseKey(word) === vote);
  if (vote === 'yes' || vote === 'no') return vote === 'yes';
  return [say, ...[...languages.keys()].map(speak)]
    .map((tell) => (is(tell('vote-yes')) ? true : is(tell('vote-no')) ? false : undefined))
    .find((helped) => helped !== undefined);
}
