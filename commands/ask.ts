import type { Call, Command } from '../src/bot/command.ts';
import { composeChoices, composeEntry, composeRetired } from '../src/bot/compose.ts';
import { countCall } from '../src/bot/counting.ts';
import { modeOf, toneOf } from '../src/bot/listening.ts';
import { languageOfText } from '../src/bot/moderate/lookup.ts';
import { plainReply, type Reply } from '../src/bot/reply.ts';
import { RUNNER_UP } from '../src/core/calibration/policy.ts';
import { LONGEST_QUESTION } from '../src/core/engine.ts';
import type { Candidate } from '../src/core/pool.ts';

/** Answers a question; one that nobody asked the bot is answered only where it shall listen, and when it is sure. */
export const ask: Command = {
  name: 'ask',
  options: [
    { name: 'question', kind: 'text', required: true },
    { name: 'private', kind: 'flag' },
  ],
  run: async (call) => {
    const question = call.options.question ?? '';
    if (!call.addressed) return overhear(call, question);
    const given = await reply(call, question);
    return given && call.options.private !== undefined ? { ...given, isPrivate: true } : given;
  },
};

async function reply(call: Call, question: string): Promise<Reply | undefined> {
  const { language, say, community } = call;
  if (question.length > LONGEST_QUESTION) return plainReply(language, say('too-long', { most: LONGEST_QUESTION }));
  const { kind, candidates } = community.answer(question, language);
  const [best] = candidates;
  if (kind === 'sure' && best && !best.hidden) return give(call, question, best);
  countCall(call, 'asked');
  countCall(call, kind === 'unsure' ? 'offered' : 'unanswered');
  if (kind === 'sure' && best) return composeRetired(best.entry, call);
  await call.services.questions.note({ community: community.id, person: call.person, text: question, language: languageOfText(call, question) });
  return kind === 'unsure' ? offer(call, candidates) : dontKnow(call);
}

/** Meant for nobody in particular: silence is never wrong. */
function overhear(call: Call, question: string): Reply | undefined {
  const mode = modeOf(call.community, call.place);
  if (mode !== 'questions' && mode !== 'shadow') return undefined;
  const { kind, candidates } = call.community.answer(question, call.language);
  const [best] = candidates;
  if (kind !== 'sure' || !best || best.hidden) return undefined;
  if (mode === 'questions') return give(call, question, best);
  countCall(call, 'shadow', best.entry.id);
  return undefined;
}

function give(call: Call, question: string, { entry, pin }: Candidate): Reply {
  countCall(call, 'asked');
  countCall(call, 'answered', entry.id);
  return composeEntry(entry, call, { question, pin });
}

function offer(call: Call, candidates: readonly Candidate[]): Reply {
  return composeChoices(
    candidates.filter(({ confidence }) => confidence >= RUNNER_UP),
    call,
  );
}

/** Whoever is alone with the bot always hears something. */
function dontKnow({ community, place, language, say }: Call): Reply | undefined {
  const tone = toneOf(community);
  if (tone === 'silent' && !place.isPrivate) return undefined;
  if (community.knowledge().entries.size === 0) return plainReply(language, say('no-entries'));
  return plainReply(language, tone === 'helpful' ? say('unknown') : say('unknown-short'));
}
