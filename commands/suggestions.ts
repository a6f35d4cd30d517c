import { titleIn } from '../src/bot/answers/compose.ts';
import { type Choice, notice, paragraph, type Reply, text, whisper } from '../src/bot/answers/reply.ts';
import type { Call, Command, Suggested } from '../src/bot/command.ts';
import { isLearning } from '../src/bot/learning/setting.ts';
import {
  drop,
  droppedSuggestions,
  editsFor,
  type Suggestion,
  suggestionsFor,
} from '../src/bot/learning/suggestions.ts';
import { formReply } from '../src/bot/moderation/form.ts';
import { WHY_AND_FORCE } from '../src/bot/moderation/named-change.ts';
import { perform } from '../src/bot/moderation/perform.ts';
import { propose } from '../src/bot/moderation/proposed-change.ts';

/** Most suggestions shown at once; each has two choices. */
const MOST_SHOWN = 6;
/** Most suggestions in a form. */
const MOST_TICKED = 10;
const ALL = 'all';
/** Argument that means the suggestions that were ticked in a form. */
const SEVERAL = 'several';

/** Shows phrasings suggested by members' choices, and accepts or rejects them. */
export const suggestions: Command = {
  name: 'suggestions',
  group: 'review',
  isExplained: true,
  options: [
    { name: 'take', kind: 'text', suggest: suggestIds },
    { name: 'leave', kind: 'text', suggest: suggestIds },
    { name: 'back', kind: 'text', suggest: async (call) => labelled(call, await droppedSuggestions(call)) },
    ...WHY_AND_FORCE,
  ],
  forModerators: true,
  onlyShows: (argument) => argument === '',
  run: async (call) => {
    const { take, leave, back } = fromForm(call.options);
    if (!isLearning(call.community)) return whisper(call, 'suggestions-off');
    if (take === SEVERAL) return severalForm(call);
    const named = take ?? leave ?? back;
    if (named === undefined) return shown(call, await suggestionsFor(call, { most: MOST_SHOWN }));
    const isMeant = ({ id }: Suggestion): boolean => named.toLowerCase() === ALL || named.split(/\s+/).includes(id);
    const found =
      named === back ? (await droppedSuggestions(call)).filter(isMeant) : await suggestionsFor(call, { isMeant });
    if (found.length === 0) return whisper(call, 'no-suggestion');
    if (take !== undefined) return takeThem(call, found);
    return leave === undefined ? bringBack(call, found) : leaveThem(call, found);
  },
};

/** The ticked suggestions of the form, as typed options. */
const fromForm = ({ ids, does, ...options }: Call['options']): Call['options'] =>
  ids === undefined ? options : { ...options, [does === 'leave' ? 'leave' : 'take']: ids };

/** A form for several suggestions at once. */
async function severalForm(call: Call): Promise<Reply> {
  const { say } = call;
  const open = await suggestionsFor(call, { most: MOST_TICKED });
  if (open.length === 0) return whisper(call, 'none-suggestions');
  const does = [
    { value: 'take', label: say('suggestions-take-ticked') },
    { value: 'leave', label: say('suggestions-leave-ticked') },
  ];
  const boxes = open.map((one) => ({
    value: one.id,
    label: one.question,
    hint: say('suggestion-hint', { title: titleIn(one.entry, call), count: one.for, against: one.against }),
  }));
  const common = { required: true, long: false };
  return formReply(call, {
    command: 'suggestions',
    title: say('suggestions-title'),
    fields: [
      { ...common, name: 'ids', label: say('suggestions-question-short'), value: '', boxes },
      { ...common, name: 'does', label: say('suggestions-does'), value: 'take', boxes: does, isSingle: true },
    ],
  });
}

/** Completes ids of open suggestions, and "all". */
async function suggestIds(call: Call): Promise<Suggested[]> {
  const open = await suggestionsFor(call);
  const all = open.length > 1 ? [{ value: ALL, label: call.say('suggestions-many', { count: open.length }) }] : [];
  return [...labelled(call, open), ...all];
}

const labelled = (call: Call, some: readonly Suggestion[]): Suggested[] =>
  some.map((one) => ({ value: one.id, label: lineOf(call, one) }));

function shown(call: Call, open: readonly Suggestion[]): Reply {
  const { say, language } = call;
  if (open.length === 0) return whisper(call, 'none-suggestions');
  const choice = (label: string, argument: string): Choice => ({ label, command: 'suggestions', argument });
  const each = open.flatMap(({ id }, at) => [
    choice(say('suggestion-take', { number: at + 1 }), `take: ${id}`),
    choice(say('suggestion-leave', { number: at + 1 }), `leave: ${id}`),
  ]);
  // Only those that were shown, not suggestions that came since.
  const ids = open.map(({ id }) => id).join(' ');
  const all =
    open.length > 1
      ? [choice(say('suggestions-take-all'), `take: ${ids}`), choice(say('suggestions-leave-all'), `leave: ${ids}`)]
      : [];
  const isMany = open.length > 1 && call.hasTicks === true;
  const several = isMany ? [choice(`☑️ ${say('suggestions-several')}`, `take: ${SEVERAL}`)] : [];
  return notice(language, {
    title: say('suggestions-title'),
    blocks: [{ kind: 'list', ordered: true, items: open.map((one) => [paragraph(text(lineOf(call, one)))]) }],
    question: say('suggestions-question'),
    choices: [...each, ...several, ...all],
    isPrivate: true,
  });
}

const lineOf = (call: Call, { question, entry, for: pro, against }: Suggestion): string =>
  call.say('suggestion-line', { question, title: titleIn(entry, call), count: pro, against });

/** Accepts suggestions in one change, which one undo reverts. */
function takeThem(call: Call, taken: readonly Suggestion[]): Promise<Reply> {
  const { say, options } = call;
  const [first] = taken;
  const people = Math.min(...taken.map((one) => one.for));
  return perform(
    call,
    propose(call, {
      command: 'suggestions',
      subject: taken.length === 1 && first ? first.question : say('suggestions-many', { count: taken.length }),
      edits: editsFor(call, taken),
      why: options.why ?? say('suggestion-why', { count: people }),
    }),
  );
}

async function leaveThem(call: Call, left: readonly Suggestion[]): Promise<Reply> {
  await drop(call, left, 1);
  const argument = `back: ${left.map(({ id }) => id).join(' ')}`;
  return whisper(call, 'suggestions-left', { count: left.length }, [
    { label: call.say('undo-it'), command: 'suggestions', argument },
  ]);
}

async function bringBack(call: Call, left: readonly Suggestion[]): Promise<Reply> {
  await drop(call, left, 0);
  return whisper(call, 'suggestions-back', { count: left.length });
}
