import { isVisible } from '../format/files.ts';
import { type Finding, shortened, warning } from '../format/problem.ts';
import { isWebAddress } from '../format/web-address.ts';
import type { Defaults, FileDrafts } from './draft.ts';
import { type FieldPurpose, fieldOf, fieldsIn, isCommandName, partsOf, readableName } from './field-names.ts';
import { type Item, readItems } from './items.ts';
import { asksIn } from './lines.ts';
import { asObject, asText, type Data, isObject } from './read-data.ts';

/** Least average length of texts that count as answers only because they have a name. */
const LEAST_TEXT = 20;
/** Keys about the file rather than its subject. */
const ABOUT_FILE = new RegExp(
  String.raw`^(?:\$?schema|version|title|tagline|name|description|author|licen[cs]e|created|updated|date|comment|` +
    `source|url|lang|language|locale|id)$`,
  'i',
);
/** Keys that say only that there is a list, and therefore become no tag. */
const CONTAINER = new RegExp(
  `^(?:faqs?|q(?:uestions?|na|as)|q&a|items?|entries|data|list|results?|tags|commands|custom_?commands|` +
    String.raw`notes|filters|records|rows|\d+)$`,
  'i',
);

type Object = Readonly<Record<string, unknown>>;

interface Walk {
  readonly items: Item[];
  readonly findings: Finding[];
  readonly lineOf: Data['lineOf'];
}

/**
 * Reads lists of questions as programs keep them: objects with a question and an answer under many usual names, in
 * lists or in groups whose names become tags, and `name: answer`. That includes exports of bots' tags and commands, and
 * the articles of help centres such as Zendesk's and Intercom's.
 */
export function readList({ value, lineOf }: Data, defaults: Defaults): FileDrafts {
  const walk: Walk = { items: [], findings: [], lineOf };
  // Beside its articles, the export of a help centre has sections without answers.
  const { articles } = asObject(value);
  read(Array.isArray(articles) ? articles : value, [], walk);
  const { drafts, findings, repairs = [] } = readItems(walk.items, defaults);
  return { drafts, findings: [...walk.findings, ...findings], repairs };
}

function read(value: unknown, tags: readonly string[], walk: Walk): void {
  if (Array.isArray(value)) {
    const isList = value.some((item) => isObject(item) && isItem(item));
    for (const item of value) if (isObject(item)) readMember(item, isList, tags, walk);
  } else if (isObject(value) && isItem(value)) walk.items.push(itemOf(value, value, undefined, tags, walk));
  else if (isObject(value)) readGroup(value, tags, walk);
}

/**
 * @param isList whether other members are items: one with nothing inside is then an item that lacks its question or
 * answer.
 */
function readMember(item: Object, isList: boolean, tags: readonly string[], walk: Walk): void {
  const group = fieldsOf(item);
  const name = asText(group.get('tags')) || asText(group.get('question'));
  if (isItem(item) || (isList && !holdsMore(item))) walk.items.push(itemOf(item, item, undefined, tags, walk));
  else {
    const before = walk.items.length;
    for (const part of Object.values(item))
      if (typeof part === 'object') read(part, name === '' ? tags : [...tags, name], walk);
    if (walk.items.length === before && asText(group.get('question')) !== '')
      walk.items.push(itemOf(item, item, undefined, tags, walk));
  }
}

/** Reads a group: of lists, or of answers by their names. */
function readGroup(object: Object, tags: readonly string[], walk: Walk): void {
  const isTexts = holdsAnswers(object);
  for (const [key, part] of Object.entries(object)) {
    if (isTexts && (typeof part === 'string' || part === null || (typeof part === 'number' && asksIn(key))))
      walk.items.push(itemOf(object, { answer: part }, key, tags, walk));
    else if (typeof part === 'string' && !ABOUT_FILE.test(key) && isProse(part))
      walk.findings.push(warning(walk.lineOf(object), 'text-beside-list', { key: shortened(key) }));
    else if (isObject(part) && answersIn(part).length > 0 && !isItem(part))
      walk.items.push(itemOf(part, part, key, tags, walk));
    else if (typeof part === 'object') read(part, CONTAINER.test(key) ? tags : [...tags, readableName(key)], walk);
  }
}

/**
 * Whether the texts of an object are answers, and their keys the questions: there are no lists beside them, and either
 * a key asks or the texts are long enough.
 */
function holdsAnswers(object: Object): boolean {
  const parts = Object.entries(object);
  const isMixed = parts.some(([, part]) => typeof part === 'object' && part !== null);
  const isAbout = !isMixed && parts.every(([key]) => ABOUT_FILE.test(key));
  const isAsked = parts.some(([key]) => asksIn(key));
  const texts = parts.flatMap(([key, part]) =>
    typeof part === 'string' && !((isMixed || isAbout) && ABOUT_FILE.test(key)) ? [part] : [],
  );
  // A switch or a number means that the object holds settings. Beside keys that ask, it is only ignored.
  const isOther = parts.some(
    ([key, part]) =>
      Array.isArray(part) ||
      (!isAsked && typeof part !== 'object' && typeof part !== 'string') ||
      (isObject(part) && CONTAINER.test(key)),
  );
  return !isOther && texts.length > 0 && (isAsked || lengthOf(texts.join('')) / texts.length >= LEAST_TEXT);
}

/** Length in letters of an alphabet: a character of Chinese, Japanese or Korean says as much as three letters. */
const lengthOf = (text: string): number =>
  text.length +
  2 * (text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu)?.length ?? 0);

/** Whether a text says more than a number or an address. */
const isProse = (text: string): boolean => lengthOf(text.trim()) >= LEAST_TEXT && /\s|[^\p{ASCII}]/u.test(text.trim());

const fieldsOf = (object: Object): ReadonlyMap<FieldPurpose, unknown> =>
  new Map([...fieldsIn(Object.keys(object))].map(([field, key]) => [field, object[key]]));

const textsIn = (value: unknown): string[] => [value].flat().map(asText).filter(isVisible);

/**
 * Whether an object has a question and an answer. If the "answer" is a list of objects without answers, the object is a
 * group.
 */
function isItem(object: Object): boolean {
  const fields = fieldsOf(object);
  const answer = fields.get('answer');
  const isNested = Array.isArray(answer) && answer.some((part) => isObject(part) && answersIn(part).length === 0);
  return textsIn(fields.get('question')).length > 0 && fields.has('answer') && !isNested;
}

/** Whether an object contains others, which may be items. */
const holdsMore = (item: Object): boolean =>
  Object.values(item).some((part) => isObject(part) || (Array.isArray(part) && part.some(isObject)));

function answersIn(object: Object): string[] {
  const answers = [fieldsOf(object).get('answer')].flat();
  return answers.flatMap((answer) => (isObject(answer) ? answersIn(answer) : asText(answer))).filter(isVisible);
}

function itemOf(place: Object, item: Object, key: string | undefined, tags: readonly string[], walk: Walk): Item {
  const fields = fieldsOf(item);
  const [question = '', ...others] = key === undefined ? textsIn(fields.get('question')) : [key];
  const url = asText(fields.get('url'));
  const title = asText(fields.get('source')) || url;
  return {
    line: walk.lineOf(place),
    question: readableName(question),
    phrasings: [...others, ...listIn(item, 'phrasings'), ...listIn(item, 'names')].map(readableName),
    answers: answersIn(item),
    tags: [...tags, ...listIn(item, 'tags')],
    chapter: tags.at(-1),
    source: title === '' ? undefined : { title, url: isWebAddress(url) ? url : undefined },
    language: asText(fields.get('language')),
    isCommand: Object.keys(item).some(isCommandName),
    why: whyNot(item),
  };
}

/** The values of all keys with this purpose. */
const listIn = (item: Object, field: FieldPurpose): string[] =>
  Object.entries(item).flatMap(([key, value]) =>
    fieldOf(key) === field ? textsIn(value).flatMap((text) => partsOf(field, text)) : [],
  );

/** Why an item is left out: it is switched off or unpublished. */
function whyNot(item: Object): Item['why'] {
  if (item.is_enabled === false || item.enabled === false || item.disabled === true || item.Disabled === true)
    return ['disabled-item'];
  const isDraft = item.draft === true || item.published === false || item.status === 'draft' || item.state === 'draft';
  return isDraft ? ['unpublished-item'] : undefined;
}
