import { showChoice, titleIn, titleOf } from '../src/bot/answers/compose.ts';
import { sayLanguage, sayShare } from '../src/bot/answers/messages.ts';
import { list, notice, type Reply, text, whisper } from '../src/bot/answers/reply.ts';
import { whyLines } from '../src/bot/answers/why-answer.ts';
import type { Call, Command } from '../src/bot/command.ts';
import { chooseLanguage, homeLanguage } from '../src/bot/conversation/choose-language.ts';
import { entryBefore, lookAt } from '../src/bot/conversation/follow-up.ts';
import { LONGEST_QUESTION } from '../src/core/calibration/policy.ts';
import type { Candidate } from '../src/core/search/pool.ts';

const SHOWN = 3;

/**
 * Explains a question's result, in the language that a member without a chosen language would get. Without a question,
 * it explains the answer replied to, or the last one.
 */
export const why: Command = {
  name: 'why',
  group: 'review',
  isExplained: true,
  options: [{ name: 'question', kind: 'text' }],
  readOnly: true,
  forModerators: true,
  forEditors: true,
  completesQuestions: true,
  run: async (call): Promise<Reply> => {
    const { services, community, say } = call;
    const question = call.options.question ?? call.about?.question ?? '';
    if (question === '') return withoutQuestion(call);
    if (question.length > LONGEST_QUESTION) return whisper(call, 'too-long', { most: LONGEST_QUESTION });
    const asked = chooseLanguage(
      { detection: services.detect(question) },
      services.languages,
      homeLanguage(community, services),
    );
    // A stored question is clear by itself, so it is read without the answer before it.
    const isAlone = call.options.question === undefined;
    const look = lookAt({ ...call, language: asked, ...(isAlone ? {} : { about: undefined }) }, question);
    const best = look.candidates.slice(0, SHOWN);
    const blocks = [list(whyLines(call, question, look, asked).map((line) => [text(line)]))];
    const choices = best.map((candidate) => ({
      ...showChoice(candidate.entry, call),
      label: labelOf(call, candidate),
    }));
    return notice(call.language, {
      title: say('why-title', { question }),
      blocks,
      question: say('why-candidates'),
      choices,
      isPrivate: true,
    });
  },
};

/** The question is not stored, as it was a follow-up or the answer is too old. */
function withoutQuestion(call: Call): Reply {
  const entry = call.about?.entry ?? entryBefore(call, '')?.entry.id;
  return entry === undefined
    ? whisper(call, 'missing-why')
    : whisper(call, 'why-forgotten', { title: titleOf(call, entry) });
}

function labelOf(call: Call, { entry, confidence, language }: Candidate): string {
  return call.say('why-candidate', {
    title: titleIn(entry, call),
    language: sayLanguage(language, call),
    share: sayShare(confidence, call.language),
  });
}
