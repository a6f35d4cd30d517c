import { showChoice, titleIn } from '../src/bot/answers/compose.ts';
import { sayLanguage, sayShare } from '../src/bot/answers/formats.ts';
import { list, notice, type Reply, text, whisper } from '../src/bot/answers/reply.ts';
import { whyLines } from '../src/bot/answers/why-answer.ts';
import type { Call, Command } from '../src/bot/command.ts';
import { chooseLanguage, homeLanguage } from '../src/bot/conversation/choose-language.ts';
import { LONGEST_QUESTION } from '../src/core/calibration/policy.ts';
import type { Candidate } from '../src/core/search/pool.ts';

const SHOWN = 3;

/** Explains what a question finds, as a member would ask it who has chosen no language. */
export const why: Command = {
  name: 'why',
  group: 'review',
  isExplained: true,
  options: [{ name: 'question', kind: 'text', required: true }],
  readOnly: true,
  forModerators: true,
  forEditors: true,
  completesQuestions: true,
  run: async (call): Promise<Reply> => {
    const { services, community, say } = call;
    const question = call.options.question ?? '';
    if (question.length > LONGEST_QUESTION) return whisper(call, 'too-long', { most: LONGEST_QUESTION });
    const asked = chooseLanguage(
      { detection: services.detect(question) },
      services.languages,
      homeLanguage(community, services),
    );
    const answer = community.answer(question, asked);
    const best = answer.candidates.slice(0, SHOWN);
    const blocks = [list(whyLines(call, question, answer, asked).map((line) => [text(line)]))];
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

function labelOf(call: Call, { entry, confidence, language }: Candidate): string {
  return call.say('why-candidate', {
    title: titleIn(entry, call),
    language: sayLanguage(language, call),
    share: sayShare(confidence, call.language),
  });
}
