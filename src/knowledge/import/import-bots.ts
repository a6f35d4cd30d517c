import { isVisible } from '../format/files.ts';
import { type ProblemCode, quoted, warning } from '../format/problem.ts';
import { cleanAnswer } from './clean-lines.ts';
import type { Defaults, Draft, Drafts } from './draft.ts';
import { readableName } from './field-names.ts';
import { severalAnswers } from './import-list.ts';
import type { Data } from './read-data.ts';

/** A note or filter of Rose, a bot for Telegram groups. */
interface Note {
  readonly name?: unknown;
  readonly text?: unknown;
  /** What it is: 0 is text; others are pictures, stickers and the like, whose text is a caption. */
  readonly type?: unknown;
}

/** A command of YAGPDB, a bot for Discord, as its own code writes it. */
interface CustomCommand {
  readonly trigger_type?: unknown;
  readonly trigger?: unknown;
  /** The same, and whether it is off, as its database calls them. */
  readonly text_trigger?: unknown;
  readonly disabled?: unknown;
  readonly name?: unknown;
  readonly response?: unknown;
  readonly responses?: unknown;
  readonly is_enabled?: unknown;
}

/** Names that a bot fills in when it answers. */
const FILLING =
  /\{(?:first|last|fullname|username|mention|id|chatname|rules(?::same)?|preview(?::top)?|nonotif|protect|mediaspoiler|admin|user|count|private|noprivate)\}/g;
/**
 * How commands of YAGPDB are set off by what somebody writes: by a command, or by a message that begins with, holds or
 * is the trigger.
 */
const TYPED = [0, 1, 2, 4];

const asObject = <T extends object>(value: unknown): Partial<T> =>
  typeof value === 'object' && value !== null ? value : {};

const asText = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** Notes, filters and rules in Rose's export; absent where it is something else. */
export function readRose({ value, lineOf }: Data, defaults: Defaults): Drafts | undefined {
  const root = asObject<{ data?: unknown; bot_id?: unknown }>(value);
  const data = asObject<{ notes?: unknown; filters?: unknown; rules?: unknown }>(root.data);
  if (root.bot_id === undefined || (data.notes === undefined && data.filters === undefined)) return undefined;
  const notes = [
    asObject<{ notes?: unknown }>(data.notes).notes,
    asObject<{ filters?: unknown }>(data.filters).filters,
  ].flatMap((list): unknown[] => (Array.isArray(list) ? list : []));
  const rules = asText(asObject<{ content?: unknown }>(data.rules).content);
  const read = [
    ...notes.map((note) => readNote(asObject<Note>(note), lineOf(note), defaults)),
    ...(rules === '' ? [] : [readNote({ name: 'rules', text: rules }, lineOf(data.rules), defaults)]),
  ];
  return {
    drafts: read.flatMap(({ drafts }) => drafts),
    findings: read.flatMap(({ findings }) => findings),
    repairs: read.flatMap(({ repairs = [] }) => repairs),
  };
}

function readNote({ name, text, type = 0 }: Note, line: number, defaults: Defaults): Drafts {
  // A filter of several words stands in quotation marks.
  const title = readableName(asText(name).replace(/^"(.*)"$/, '$1'));
  const said = asText(text);
  if (!isVisible(said))
    return {
      drafts: [],
      findings: [warning(line, type === 0 ? 'silent-item' : 'picture-item', { item: quoted(title) })],
    };
  const filled = said
    .replace(
      new RegExp(
        `(?:^|,[ \\t]*)${FILLING.source}[ \\t]*,?[ \\t]*(?=[.!?\\n]|$)|^${FILLING.source}[ \\t]*[,:]?[ \\t]*`,
        'gm',
      ),
      '',
    )
    .replace(new RegExp(`(?<=^\\p{L}{2,10})[ \\t]+${FILLING.source}(?=[ \\t]*[,.!])`, 'gmu'), '')
    .replace(FILLING, '')
    .replace(/[ \t]{2,}/g, ' ');
  const draft: Draft = {
    ...defaults,
    title,
    phrasings: [],
    answer: telegramMarkdown(filled),
    tags: [],
    line,
    answerLine: () => line,
  };
  return {
    drafts: [draft],
    findings: [],
    repairs: filled === said ? [] : [{ line, what: 'a placeholder for names was left out' }],
  };
}

/** There one star is strong, two lines below are emphasis, and buttons are links; line breaks count. */
function telegramMarkdown(text: string): string {
  return text
    .replace(/\]\(buttonurl(?:#\w+)?:\/{0,2}(?=https?:)/g, '](')
    .replace(/\]\(buttonurl(?:#\w+)?:(?:\/\/)?([^)]*?)(?::same)?\)/g, '](https://$1)')
    .replace(/:same\)/g, ')')
    .split(/(`+[^`]*`+)/)
    .map((part, at) =>
      at % 2 === 1
        ? part
        : part
            .replace(/(?<![*\w])\*([^\s*](?:[^*\n]*[^\s*])?)\*(?![*\w])/g, '**$1**')
            .replace(/(?<![_\w])__([^\s_](?:[^_\n]*[^\s_])?)__(?![_\w])/g, '*$1*'),
    )
    .join('')
    .replace(/(?<=\S)[ \t]*\n(?=[^\n\s>#*+-])(?!\d+[.)])/g, '\\\n');
}

/** Custom commands of YAGPDB; absent where it is something else. */
export function readYagpdb({ value, lineOf }: Data, defaults: Defaults): Drafts | undefined {
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  const isExport =
    list.length > 0 && list.every((item) => typeof asObject<CustomCommand>(item).trigger_type === 'number');
  if (!isExport) return undefined;
  const read = list.map((item) => readCommand(asObject<CustomCommand>(item), lineOf(item), defaults));
  return {
    drafts: read.flatMap(({ drafts }) => drafts),
    findings: read.flatMap(({ findings }) => findings),
    repairs: read.flatMap(({ repairs = [] }) => repairs),
  };
}

function readCommand(
  {
    trigger_type: type,
    trigger,
    text_trigger: words = trigger,
    name,
    response,
    responses,
    disabled,
    is_enabled: isEnabled = disabled !== true,
  }: CustomCommand,
  line: number,
  defaults: Defaults,
): Drafts {
  const all = [response, ...(Array.isArray(responses) ? responses : [])].map(asText).filter((text) => text !== '');
  const [answer = ''] = all;
  const [title = '', ...phrasings] = [asText(name), asText(words)].filter(isVisible).map(readableName);
  const item = quoted(title === '' ? 'a command' : title);
  const wrong = whyNot(type, isEnabled, answer, title);
  if (wrong !== undefined) return { drafts: [], findings: [warning(line, wrong, { item })] };
  const { text, repairs } = cleanAnswer(answer, line);
  const several = all.length > 1 ? [severalAnswers(line, all.length, item)] : [];
  return {
    drafts: [{ ...defaults, title, phrasings, answer: text, tags: [], line, answerLine: () => line }],
    findings: several,
    repairs,
  };
}

function whyNot(type: unknown, isEnabled: unknown, answer: string, title: string): ProblemCode | undefined {
  if (isEnabled === false) return 'disabled-item';
  if (!TYPED.some((typed) => typed === type) || title === '') return 'wordless-trigger';
  if (answer === '') return 'silent-item';
  return answer.includes('{{') ? 'computed-answer' : undefined;
}
