import { isVisible } from '../format/files.ts';
import { type Finding, fault, type ProblemCode, quoted, shortened, warning } from '../format/problem.ts';
import { isWebAddress } from '../format/web-address.ts';
import { cleanAnswer } from './clean-lines.ts';
import type { Defaults, Draft, Drafts, LineRepair } from './draft.ts';
import { asksIn } from './faq-lines.ts';
import { type Field, fieldOf, fieldsIn, readableName } from './field-names.ts';
import type { Repair } from './html-words.ts';
import { MOST_ENTRIES } from './imported.ts';
import { listInArticle } from './list-in-article.ts';
import { plainWords } from './mend.ts';
import type { Data } from './read-data.ts';

/** Characters that an answer has at least on average where nothing but its key says that it is one. */
const LEAST_TEXT = 20;
/** Answers that a bot works out when it is asked: templates, and blocks of tags. */
const COMPUTED =
  /\{\{[^{}]*\}\}|\{(?:=|let|assign|if|any|or|all|and|break|random|rand|rr|#|range|math|m|strf|args?|\$?\d+|user|target|member|server|channel|uses|mention|embed|redirect|command|c|react|reactu|require|blacklist|dm|delete|silent|cycle|list|in|contains|join|replace|choose|urlencode|unix)(?:\([^{}]*\))?(?::[^{}]*)?\}/i;

/** Names that a bot fills in, spoken to: what is said is as right without them. */
const NAME = String.raw`\{(?:user|mention|target|member)(?:\((?:name|mention|nick|proper)\))?\}`;
const SPOKEN_TO = new RegExp(
  String.raw`^${NAME}[ \t]*[,:!][ \t]*|,[ \t]*${NAME}(?=[ \t]*(?:[.!?,\n]|$))|(?<=^\p{L}{2,10})[ \t]+${NAME}(?=[ \t]*[,.!])`,
  'gimu',
);

/** An answer without the names in it to which it is spoken. */
export const unaddressed = (answer: string): string => answer.replace(SPOKEN_TO, '');

type Fields = ReadonlyMap<Field, unknown>;

interface Walk {
  readonly drafts: Draft[];
  readonly findings: Finding[];
  readonly repairs: LineRepair[];
  readonly data: Data;
  readonly defaults: Defaults;
}

/**
 * Reads lists of questions as programs keep them: objects with a question and an answer under many usual names, in
 * lists or groups whose names become tags, and `name: answer`. Also what is exported from bots' tags and commands.
 */
export function readList(data: Data, defaults: Defaults): Drafts {
  const walk: Walk = { drafts: [], findings: [], repairs: [], data, defaults };
  read(data.value, [], walk);
  return { drafts: walk.drafts, findings: walk.findings, repairs: walk.repairs };
}

function read(value: unknown, tags: readonly string[], walk: Walk): void {
  if (walk.drafts.length > MOST_ENTRIES) return;
  if (Array.isArray(value)) {
    const isList = value.some((item) => isObject(item) && isItem(item));
    for (const item of value) readMember(item, isList, tags, walk);
  } else if (isObject(value)) readObject(value, tags, walk);
}

/** @param isList whether other members are items: one that holds no more is an item without an answer or a question. */
function readMember(item: unknown, isList: boolean, tags: readonly string[], walk: Walk): void {
  if (!isObject(item)) return;
  const group = fieldsOf(item);
  const name = textOf(group.get('tags')) || textOf(group.get('question'));
  if (isItem(item) || (isList && !holdsMore(item))) addItem(item, item, undefined, tags, walk);
  else
    for (const part of Object.values(item))
      if (typeof part === 'object') read(part, name === '' ? tags : [...tags, name], walk);
}

/** A group of lists, or of entries by their names. */
function readObject(object: Readonly<Record<string, unknown>>, tags: readonly string[], walk: Walk): void {
  if (isItem(object)) addItem(object, object, undefined, tags, walk);
  else readGroup(object, tags, walk);
}

function readGroup(object: Readonly<Record<string, unknown>>, tags: readonly string[], walk: Walk): void {
  const isTexts = holdsAnswers(object);
  for (const [key, part] of Object.entries(object)) {
    if (isTexts && (typeof part === 'string' || part === null || (typeof part === 'number' && asksIn(key))))
      addItem(object, { answer: part }, key, tags, walk);
    else if (typeof part === 'string' && !ABOUT_FILE.test(key) && isProse(part))
      walk.findings.push(warning(walk.data.lineOf(object), 'text-beside-list', { key: shortened(key) }));
    else if (isObject(part) && hasAnswer(part) && !isItem(part)) addItem(part, part, key, tags, walk);
    else if (typeof part === 'object') read(part, isContainer(key) ? tags : [...tags, readableName(key)], walk);
  }
}

/**
 * Whether texts by their names are answers: there are no lists beside them, and a name asks, or they are long enough.
 */
function holdsAnswers(object: Readonly<Record<string, unknown>>): boolean {
  const isMixed = Object.values(object).some((part) => typeof part === 'object' && part !== null);
  const isAbout = !isMixed && Object.keys(object).every((key) => ABOUT_FILE.test(key));
  const isAsked = Object.keys(object).some(asksIn);
  const texts = Object.entries(object).flatMap(([key, part]) =>
    typeof part === 'string' && !((isMixed || isAbout) && ABOUT_FILE.test(key)) ? [part] : [],
  );
  // Beside questions, a switch or a number is a setting of the file.
  const isOther = Object.entries(object).some(
    ([key, part]) =>
      Array.isArray(part) ||
      (!isAsked && typeof part !== 'object' && typeof part !== 'string') ||
      (isObject(part) && isContainer(key)),
  );
  return !isOther && texts.length > 0 && (isAsked || lengthOf(texts.join('')) / texts.length >= LEAST_TEXT);
}

/** In characters of an alphabet. */
const lengthOf = (text: string): number =>
  text.length +
  2 * (text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu)?.length ?? 0);

/** Keys that tell of the file, and not of its subject. */
const ABOUT_FILE =
  /^(?:\$?schema|version|title|tagline|name|description|author|licen[cs]e|created|updated|date|comment|source|url|lang|language|locale|id)$/i;

/** More than a number or an address. */
const isProse = (text: string): boolean => lengthOf(text.trim()) >= LEAST_TEXT && /\s|[^\p{ASCII}]/u.test(text.trim());

/** Keys that only say that there is a list. */
const isContainer = (key: string): boolean =>
  /^(?:faqs?|q(?:uestions?|na|as)|q&a|items?|entries|data|list|results?|tags|commands|custom_?commands|notes|filters|records|rows|\d+)$/i.test(
    key,
  );

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const fieldsOf = (object: Readonly<Record<string, unknown>>): Fields =>
  new Map([...fieldsIn(Object.keys(object))].map(([field, key]) => [field, object[key]]));

const hasAnswer = (object: Readonly<Record<string, unknown>>): boolean =>
  answerIn(fieldsOf(object).get('answer')) !== '';

function isItem(object: Readonly<Record<string, unknown>>): boolean {
  const fields = fieldsOf(object);
  return questionsIn(fields.get('question')).length > 0 && fields.has('answer') && !isNested(fields.get('answer'));
}

/** A list of objects is no answer, but what belongs to a group. */
const isNested = (value: unknown): boolean =>
  Array.isArray(value) && value.some((part) => isObject(part) && !hasAnswer(part));

/** Whether there is anything inside that may be items. */
const holdsMore = (item: Readonly<Record<string, unknown>>): boolean =>
  Object.values(item).some((part) => isObject(part) || (Array.isArray(part) && part.some(isObject)));

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';

function questionsIn(value: unknown): string[] {
  const all = Array.isArray(value) ? value : [value];
  return all.map(textOf).filter(isVisible);
}

/** Of several answers a bot says any; the first is as good as the others. */
function answerIn(value: unknown): string {
  if (Array.isArray(value)) return value.map(answerIn).find((text) => text !== '') ?? '';
  return isObject(value) ? answerIn(fieldsOf(value).get('answer')) : textOf(value);
}

function addItem(
  place: unknown,
  item: Readonly<Record<string, unknown>>,
  key: string | undefined,
  tags: readonly string[],
  walk: Walk,
): void {
  const line = walk.data.lineOf(place);
  const fields = fieldsOf(item);
  const answers = fields.get('answer');
  const full = answerIn(answers);
  const said = isTrigger(item) ? unaddressed(full) : full;
  const [question = '', ...others] = key === undefined ? questionsIn(fields.get('question')) : [readableName(key)];
  const name = quoted(plainWords(question));
  const wrong = whyNot(item, said);
  if (wrong !== undefined) return void walk.findings.push(warning(line, wrong, { item: name }));
  if (question === '' && said === '') return;
  if (question === '') return void walk.findings.push(fault(line, 'unasked-answer', { what: shortened(said) }));
  if (said === '') return void walk.findings.push(fault(line, 'unanswered-item', { item: name }));
  if (Array.isArray(answers) && answers.length > 1) walk.findings.push(severalAnswers(line, answers.length, name));
  const { text, repairs } = cleanAnswer(said, line);
  walk.repairs.push(...repairs, ...(said === full ? [] : [{ line, what: NAMELESS }]));
  const draft: Draft = {
    ...walk.defaults,
    ...sourceOf(fields),
    language: textOf(fields.get('language')) || walk.defaults.language,
    title: plainWords(readableName(question)),
    phrasings: [...others, ...listIn(item, 'phrasings', /[|\n]/), ...listIn(item, 'names', /[|,;，、；\n]/)].map(
      readableName,
    ),
    answer: text,
    tags: [...tags, ...listIn(item, 'tags', /[|,;，、；\n]/)],
    line,
    answerLine: () => line,
  };
  const inside = listInArticle(draft, walk.defaults);
  walk.drafts.push(...(inside?.drafts ?? [draft]));
  walk.findings.push(...(inside?.findings ?? []));
  walk.repairs.push(...(inside?.repairs ?? []));
}

/** The repair. */
export const NAMELESS: Repair = 'a placeholder for names was left out';

export const severalAnswers = (line: number, count: number, item: string): Finding =>
  warning(line, 'several-answers', { count, item });

function sourceOf(fields: Fields): Pick<Draft, 'source'> | undefined {
  const url = textOf(fields.get('url'));
  const title = textOf(fields.get('source')) || url;
  return title === '' ? undefined : { source: { title, ...(isWebAddress(url) ? { url } : {}) } };
}

/** What all keys for a field hold. */
const listIn = (item: Readonly<Record<string, unknown>>, field: Field, parts: RegExp): string[] =>
  Object.entries(item).flatMap(([key, value]) =>
    fieldOf(key) === field
      ? (Array.isArray(value) ? value : [value]).flatMap((part) => textOf(part).split(parts)).filter(isVisible)
      : [],
  );

/** Commands of bots that are switched off, or do something instead of saying it. */
function whyNot(item: Readonly<Record<string, unknown>>, answer: string): ProblemCode | undefined {
  if (item.is_enabled === false || item.enabled === false || item.disabled === true || item.Disabled === true)
    return 'disabled-item';
  if (item.draft === true || item.published === false || item.status === 'draft' || item.state === 'draft')
    return 'unpublished-item';
  return isTrigger(item) && isComputed(answer) ? 'computed-answer' : undefined;
}

/** What the question of a bot's command goes by: only such bots work answers out. */
export const isTriggerName = (key: string): boolean =>
  fieldOf(key) === 'question' && /^(?:name|trigger|command)$/i.test(key.trim());

const isTrigger = (item: Readonly<Record<string, unknown>>): boolean => Object.keys(item).some(isTriggerName);

export const isComputed = (answer: string): boolean => COMPUTED.test(answer);
