import { sayDate } from '../src/bot/answers/messages.ts';
import { list, notice, paragraph, type Reply, text, whisper } from '../src/bot/answers/reply.ts';
import type { Call, Command } from '../src/bot/command.ts';
import { keyOfPlace } from '../src/bot/conversation/place.ts';
import { dayOf } from '../src/bot/moment.ts';
import { stillOpen } from '../src/bot/questions/closing.ts';
import { keptDays } from '../src/bot/questions/keeping.ts';
import { droppedOf, hasGap, inOrder, openChoices, type QuestionSummary } from '../src/bot/questions/listed.ts';
import type { Inline } from '../src/core/entry/blocks.ts';

/** Most questions shown at once; each has three choices. */
const MOST_SHOWN = 6;

/** Lists unanswered questions, with actions. */
export const questions: Command = {
  name: 'questions',
  group: 'review',
  inMenu: 'flat',
  isExplained: true,
  options: [],
  readOnly: true,
  forModerators: true,
  forEditors: true,
  personal: true,
  run: async (call): Promise<Reply> => {
    if (keptDays(call.community) === 0) return whisper(call, 'questions-none-kept');
    const open = inOrder(await stillOpen(call.services, call.community));
    const dropped = await droppedOf(call);
    const rest = [
      ...(open.length > MOST_SHOWN ? [call.say('questions-more', { count: open.length - MOST_SHOWN })] : []),
      ...(dropped > 0 ? [call.say('questions-dropped', { count: dropped })] : []),
      ...(open.some(hasGap) ? [call.say('questions-gap')] : []),
    ];
    if (open.length === 0 && dropped === 0) return whisper(call, 'none-questions');
    const shown = open.slice(0, MOST_SHOWN);
    return notice(call.language, {
      title: call.say('questions-title'),
      blocks: [list(shown.map((one) => lineOf(call, one))), ...rest.map((words) => paragraph(text(words)))],
      question: shown.length > 0 ? call.say('questions-question') : undefined,
      choices: shown.flatMap((one) => openChoices(call.say, one)),
      isPrivate: true,
    });
  },
};

const STATES = { choices: 'question-choices', helpers: 'question-helpers' } as const;

/** A question's text, how many people asked it, and its place; never the people. */
function lineOf(call: Call, one: QuestionSummary): Inline[] {
  const { say, place, channelName } = call;
  const name = one.place === keyOfPlace(place) ? channelName?.(one.channel) : undefined;
  const words = say('question-line', {
    group: String(one.id),
    text: one.text,
    count: one.count,
    last: sayDate(dayOf(one.last), say.locale),
  });
  const where = name ?? say('human-where');
  return [
    text(words),
    ...(one.state === 'open' ? [] : [text(` ${say(STATES[one.state])}`)]),
    ...(one.waiting > 0 ? [text(` ${say('question-waiting', { count: one.waiting })}`)] : []),
    ...(one.link === '' ? [] : [text(' '), { kind: 'link' as const, url: one.link, children: [text(where)] }]),
  ];
}
