import { plainMarkdown } from '../../core/entry/markdown-words.ts';
import { isVisible } from '../format/files.ts';
import { saysSomething } from '../format/markdown.ts';
import { type Finding, type ProblemCode, quoted, shortened, warning } from '../format/problem.ts';
import { cleanAnswer } from './clean-lines.ts';
import type { Defaults, FileDrafts } from './draft.ts';
import { readableName } from './field-names.ts';
import { type Item, readItems } from './items.ts';
import { asksIn, outsideCode } from './lines.ts';
import { blocksOf, mendAnswer } from './mend.ts';
import { asList, asObject, asText, type Data } from './read-data.ts';

/** Reads the export of one program; undefined if the data has another form. Nothing about the data is certain. */
type ExportReader = (data: Data, defaults: Defaults) => FileDrafts | undefined;

/** Reads exports of bots and forums that can be recognised by their form; undefined for all others. */
export const readExport: ExportReader = (data, defaults) =>
  [readQnabot, readRose, readYagpdb, readDiscourse, readFaqPage].reduce<FileDrafts | undefined>(
    (found, read) => found ?? read(data, defaults),
    undefined,
  );

/**
 * "QnABot on AWS": `{"qna": [...]}`, or the list alone. The first of an item's questions becomes the title, its topic a
 * tag. Its Markdown answer is taken if that can be shown, else the plain one; cards, buttons and speech are not read.
 */
function readQnabot({ value, lineOf }: Data, defaults: Defaults): FileDrafts | undefined {
  const { qna = value } = asObject(value);
  const list = asList(qna);
  const isExport = qna !== value || list.some((item) => Array.isArray(asObject(item).q));
  if (!Array.isArray(qna) || !isExport) return undefined;
  const items = list.map((one): Item => {
    const { qid, type = 'qna', q, a, alt, t, l } = asObject(one);
    const [question = '', ...phrasings] = asList(q).map(asText).filter(isVisible);
    const [name, plain] = [asText(qid), asText(a)];
    const markdown = asText(asObject(alt).markdown);
    const item = name === '' ? quoted(question) : quoted(name);
    const wrong = isVisible(markdown) ? unusable(markdown, lineOf(one), item) : undefined;
    const why = whyNot({ type, isFunction: asText(l) !== '', isComputed: plain.includes('{{') }, question);
    return {
      line: lineOf(one),
      id: name === '' ? undefined : { suggested: name },
      question,
      phrasings,
      answers: [isVisible(markdown) && !wrong ? markdown : plainMarkdown(plain)],
      tags: [asText(t)],
      findings: wrong && isVisible(plain) ? [wrong] : [],
      why: why && [why, { type: shortened(asText(type)), item }],
    };
  });
  return readItems(items, defaults);
}

/** The reason for not using an item's Markdown, if its plain answer must be used. */
function unusable(markdown: string, line: number, item: string): Finding | undefined {
  if (markdown.includes('{{')) return warning(line, 'computed-markdown', { item });
  const blocks = blocksOf(mendAnswer(cleanAnswer(markdown, line).text, undefined, true).text) ?? [];
  // A quote at the beginning of an entry would be read as its other phrasings.
  return saysSomething(blocks) && blocks[0]?.kind !== 'quote'
    ? undefined
    : warning(line, 'unusable-markdown', { item });
}

function whyNot(
  { type, isFunction, isComputed }: { type: unknown; isFunction: boolean; isComputed: boolean },
  question: string,
): ProblemCode | undefined {
  if (type !== 'qna') return 'other-item-type';
  if (question.startsWith('no_hits')) return 'no-hits-item';
  if (isFunction) return 'function-answer';
  return isComputed ? 'computed-answer' : undefined;
}

/** Placeholders that Rose fills in when it answers, and its own marks for how to send a note. */
const FILLING =
  /\{(?:id|chatname|rules(?::same)?|preview(?::top)?|nonotif|protect|mediaspoiler|admin|count|private|noprivate)\}/g;

/** Notes, filters and rules of Rose, a bot for Telegram groups. */
function readRose({ value, lineOf }: Data, defaults: Defaults): FileDrafts | undefined {
  const root = asObject(value);
  const data = asObject(root.data);
  if (root.bot_id === undefined || (data.notes === undefined && data.filters === undefined)) return undefined;
  const rules = asText(asObject(data.rules).content);
  const notes = [...asList(asObject(data.notes).notes), ...asList(asObject(data.filters).filters)];
  const items = notes.map((one): Item => {
    // Types other than 0 are images and the like, and the text is a caption.
    const { name, text, type = 0 } = asObject(one);
    const said = asText(text);
    return {
      line: lineOf(one),
      // Rose puts filters of several words in quotation marks.
      question: readableName(asText(name).replace(/^"(.*)"$/, '$1')),
      answers: [telegramMarkdown(said.replace(FILLING, ''))],
      isCommand: true,
      why: isVisible(said) ? undefined : [type === 0 ? 'silent-item' : 'picture-item'],
    };
  });
  const own = rules === '' ? [] : [{ line: lineOf(data.rules), question: 'rules', answers: [telegramMarkdown(rules)] }];
  return readItems([...items, ...own], defaults);
}

/**
 * Rose's Markdown as CommonMark: one star is bold, two underscores are italic, buttons are links, and line breaks
 * count.
 */
const telegramMarkdown = (text: string): string =>
  outsideCode(
    text.replace(/\]\(buttonurl(?:#\w+)?:(?:\/\/)?(?:https?:\/\/)?([^)]*?)(?::same)?\)/g, '](https://$1)'),
    (words) =>
      words
        .replace(/(?<![*\w])\*([^\s*](?:[^*\n]*[^\s*])?)\*(?![*\w])/g, '**$1**')
        .replace(/(?<![_\w])__([^\s_](?:[^_\n]*[^\s_])?)__(?![_\w])/g, '*$1*'),
  ).replace(/(?<=\S)[ \t]*\n(?=[^\n\s>#*+-])(?!\d+[.)])/g, '\\\n');

/** Trigger types that a person types: a command, or a message that begins with, contains or equals the trigger. */
const TYPED: readonly unknown[] = [0, 1, 2, 4];

/** Custom commands of YAGPDB, a bot for Discord, in the form of its own code or of its database. */
function readYagpdb({ value, lineOf }: Data, defaults: Defaults): FileDrafts | undefined {
  const list = asList(value);
  if (list.length === 0 || list.some((one) => typeof asObject(one).trigger_type !== 'number')) return undefined;
  const items = list.map((one): Item => {
    const { trigger_type: type, trigger, text_trigger: words = trigger, ...command } = asObject(one);
    const [question = '', ...phrasings] = [asText(command.name), asText(words)].filter(isVisible).map(readableName);
    const answers = [command.response, ...asList(command.responses)].map(asText).filter(isVisible);
    const isOff = command.is_enabled === false || command.disabled === true;
    const isSilent: Item['why'] = answers.length === 0 ? ['silent-item'] : undefined;
    const why: Item['why'] = isOff
      ? ['disabled-item']
      : TYPED.includes(type) && question !== ''
        ? isSilent
        : ['wordless-trigger'];
    return { line: lineOf(one), question, phrasings, answers, isCommand: true, why };
  });
  return readItems(items, defaults);
}

/**
 * Topics of Discourse, a forum, as its API gives them (`/t/<slug>/<id>.json`). The answer is the accepted post; if the
 * title asks nothing, the first post answers if none was accepted.
 */
function readDiscourse({ value, lineOf }: Data, defaults: Defaults): FileDrafts | undefined {
  const topics = Array.isArray(value) ? asList(value) : [value];
  const postsOf = (topic: unknown) => asList(asObject(asObject(topic).post_stream).posts).map(asObject);
  if (topics.length === 0 || topics.some((topic) => postsOf(topic).length === 0)) return undefined;
  const items = topics.map((topic): Item => {
    const { title, tags } = asObject(topic);
    const [question, posts] = [asText(title), postsOf(topic)];
    const post = posts.find((one) => one.accepted_answer === true) ?? (asksIn(question) ? undefined : posts[0]);
    return { line: lineOf(topic), question, answers: [asText(post?.cooked)], tags: asList(tags).map(asText) };
  });
  return readItems(items, defaults);
}

/** Questions that pages state for search engines: schema.org's `FAQPage` and `QAPage`, anywhere in the data. */
export function readFaqPage({ value, lineOf }: Data, defaults: Defaults): FileDrafts | undefined {
  const items = questionsIn(value).flatMap((one): Item[] => {
    const answers = [one.acceptedAnswer, one.suggestedAnswer].flat().map((answer) => asText(asObject(answer).text));
    const [question, said] = [asText(one.name), answers.find(isVisible) ?? ''];
    return question === '' ? [] : [{ line: lineOf(one), question, answers: [said] }];
  });
  return items.length === 0 ? undefined : readItems(items, defaults);
}

function questionsIn(value: unknown): Readonly<Record<string, unknown>>[] {
  if (Array.isArray(value)) return value.flatMap(questionsIn);
  const object = asObject(value);
  return [object['@type']].flat().includes('Question') ? [object] : Object.values(object).flatMap(questionsIn);
}
