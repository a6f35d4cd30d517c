import { plainText } from '../../core/entry/blocks.ts';
import { phraseKey } from '../../core/text/phrase-key.ts';
import { headingText } from '../export/words.ts';
import { isProperTag, spelledProperly } from '../format/language-tag.ts';
import { fault } from '../format/problem.ts';
import { isWebAddress } from '../format/web-address.ts';
import { type Defaults, type Draft, type Drafts, type LineRepair, UNSAID } from './draft.ts';
import { asksIn, type Heading, type Line } from './faq-lines.ts';
import { outlineDocument } from './faq-outline.ts';
import { boldClassesIn, tableRows, toBlocks } from './html-blocks.ts';
import { type HtmlElement, type HtmlNode, LargeHtmlError, parseHtml, textOf, visit } from './html-tree.ts';
import { HEADINGS } from './html-words.ts';
import { readDocument } from './import-faq.ts';
import { readFaqPage } from './import-faq-page.ts';
import { MARKED_LEVEL, markedLevel } from './marked-text.ts';
import { bySections } from './question-marks.ts';
import { readJson } from './read-data.ts';
import { questionColumns } from './table-marks.ts';
import { writeBlocks } from './write-blocks.ts';

/** What stands around a page's text. */
const AROUND = new Set([
  'nav',
  'header',
  'footer',
  'aside',
  'script',
  'style',
  'form',
  'template',
  'noscript',
  'head',
  'svg',
]);
const AROUND_ROLES = new Set(['navigation', 'banner', 'contentinfo', 'search', 'complementary']);
/** The same where a page names its parts only. */
const AROUND_NAME = /^(?:main-header|footer|breadcrumbs?(?:-section)?|page-metadata|sidebar)$/;
/** Classes with which pages mark the head of a part that folds out. */
const QUESTION_CLASS =
  /(?:^|[\s_-])(?:question|q|accordion[_-]{1,2}(?:header|button|title|trigger|toggle|head)|faq[_-]{1,2}(?:q|title|header|question)|toggle[_-]title|expand-control-text)(?:$|\s)/i;
/** With which pages show that something folds out. */
const FOLDING_SIGN = /^[+−–×✕▶►▸▾▼›⌄]\s*|\s*[+−–×✕▶►▸▾▼›⌄]$/gu;
const LONGEST_QUESTION = 300;

/** A page's parts in order: lines of Markdown, and where headings are among them. */
interface Page {
  readonly lines: Line[];
  readonly headings: Heading[];
  readonly repairs: LineRepair[];
  readonly base: string | undefined;
  readonly boldClasses: ReadonlySet<string>;
}

/**
 * Reads a page with questions: headings, terms with their descriptions, parts that fold out, and what acts as such.
 * What stands around the page's text is passed over. Where the page names its own address, that is taken for what none
 * was given for.
 */
export function readHtml(text: string, defaults: Defaults): Drafts {
  let root: HtmlElement;
  try {
    root = parseHtml(text);
  } catch (error) {
    if (!(error instanceof LargeHtmlError)) throw error;
    return { drafts: [], findings: [fault(1, error.code, { most: error.most })] };
  }
  const about = aboutPage(root);
  const source = {
    ...defaults.source,
    ...(defaults.source.url === undefined && about.url !== undefined ? { url: about.url } : {}),
  };
  const shared: Defaults = {
    ...defaults,
    source,
    ...(about.language === undefined || defaults.language !== UNSAID ? {} : { language: about.language }),
  };
  const page: Page = {
    lines: [],
    headings: [],
    repairs: [],
    base: defaults.base ?? source.url,
    boldClasses: boldClasses(root),
  };
  addParts(page, mainPart(root).children, 1);
  const marked = bySections(page);
  const read = readDocument(outlineDocument(marked.lines, marked.headings), shared);
  const told = toldQuestions(root, shared);
  // What is seen keeps its form; search engines are often told the same once more.
  const seen = new Set(read.drafts.map(({ title }) => phraseKey(title)));
  const others = told.drafts.filter(({ title }) => !seen.has(phraseKey(title)));
  return {
    drafts: [...read.drafts, ...others],
    findings: read.findings,
    repairs: [...page.repairs, ...(told.repairs ?? [])],
  };
}

/** What the page tells search engines; what of it cannot be read is passed over. */
function toldQuestions(root: HtmlElement, defaults: Defaults): Drafts {
  const drafts: Draft[] = [];
  const repairs: LineRepair[] = [];
  visit(root, (element) => {
    if (element.tag !== 'script' || element.attributes.type !== 'application/ld+json') return true;
    const data = readJson(textOf(element));
    const found = 'findings' in data ? undefined : readFaqPage({ ...data, lineOf: () => element.line }, defaults);
    drafts.push(...(found?.drafts ?? []));
    repairs.push(...(found?.repairs ?? []));
    return false;
  });
  return { drafts, findings: [], repairs };
}

function aboutPage(root: HtmlElement): { url?: string; language?: string } {
  let [url, language]: [string | undefined, string | undefined] = [undefined, undefined];
  visit(root, ({ tag, attributes }) => {
    const lang = spelledProperly(attributes.lang ?? '');
    if (tag === 'html' && isProperTag(lang)) language ??= lang;
    if (tag === 'link' && attributes.rel === 'canonical' && isWebAddress(attributes.href ?? ''))
      url ??= attributes.href;
    return true;
  });
  return { ...(url === undefined ? {} : { url }), ...(language === undefined ? {} : { language }) };
}

function boldClasses(root: HtmlElement): ReadonlySet<string> {
  const found = new Set<string>();
  visit(root, (element) => {
    if (element.tag === 'style') for (const name of boldClassesIn(textOf(element))) found.add(name);
    return true;
  });
  return found;
}

/** `<main>`, or the one article, where the page has such. */
function mainPart(root: HtmlElement): HtmlElement {
  const found: HtmlElement[] = [];
  visit(root, (element) => {
    const isMain = element.tag === 'main' || element.attributes.role === 'main' || element.tag === 'article';
    if (isMain) found.push(element);
    return !isMain;
  });
  const [only, ...others] = found;
  return only && (only.tag !== 'article' || others.length === 0) ? only : root;
}

function addParts(page: Page, nodes: readonly HtmlNode[], line: number): void {
  let loose: HtmlNode[] = [];
  let at = line;
  const flush = () => {
    addText(page, loose, at);
    loose = [];
  };
  for (const node of nodes) {
    if (
      typeof node === 'string' ||
      !(isAround(node) || isQuestion(node) || questionRows(node) || holdsQuestions(node))
    ) {
      if (loose.length === 0 && typeof node !== 'string') at = node.line;
      loose.push(node);
      continue;
    }
    flush();
    at = node.line;
    if (isAround(node)) continue;
    const rows = questionRows(node);
    if (isQuestion(node)) addQuestion(page, node);
    else if (rows) addRows(page, rows);
    else addParts(page, node.children, node.line);
  }
  flush();
}

const isAround = ({ tag, attributes }: HtmlElement): boolean =>
  AROUND.has(tag) ||
  AROUND_ROLES.has(attributes.role ?? '') ||
  attributes.hidden !== undefined ||
  AROUND_NAME.test(attributes.id ?? attributes.class ?? '');

/** Inside lists, tables and quotes a heading is only a part of what they say. */
function holdsQuestions(element: HtmlElement): boolean {
  let isFound = false;
  if (/^(?:table|blockquote|pre)$/.test(element.tag)) return false;
  visit(element, (inner) => {
    if (isQuestion(inner) || questionRows(inner)) isFound = true;
    return !isFound && !isAround(inner);
  });
  return isFound;
}

/** The rows of a table that hold a question and its answer; absent where it is no such table. */
function questionRows(element: HtmlElement): { question: HtmlElement; answer: HtmlElement | undefined }[] | undefined {
  if (element.tag !== 'table') return undefined;
  const { header, rows } = tableRows(element);
  const all = header.length > 0 ? [header, ...rows] : rows;
  const [first = [], ...others] = all.map((cells) => cells.map((cell) => textOf(cell).replace(/\s+/g, ' ').trim()));
  const named = questionColumns(first, others);
  const columns = named ?? questionColumns([], [first, ...others]);
  const isHeader = header.length > 0 || columns?.isNamed;
  return (
    columns &&
    all.slice(isHeader ? 1 : 0).flatMap((cells) => {
      const question = cells[columns.question];
      return question ? [{ question, answer: cells[columns.answer] }] : [];
    })
  );
}

function isQuestion(element: HtmlElement): boolean {
  const { tag, attributes } = element;
  if (HEADINGS.has(tag) || tag === 'summary' || tag === 'dt') return true;
  const isAskingButton = tag === 'button' && asksIn(textOf(element).trim());
  const isHead =
    attributes['aria-expanded'] !== undefined ||
    attributes['data-bs-toggle'] === 'collapse' ||
    QUESTION_CLASS.test(attributes.class ?? '') ||
    isAskingButton;
  if (!isHead) return false;
  let isBox = false;
  visit(element, (inner) => {
    if (HEADINGS.has(inner.tag) || /^(?:p|ul|ol|table|summary|dt)$/.test(inner.tag)) isBox = true;
    return !isBox;
  });
  return !isBox && textOf(element).trim().length <= LONGEST_QUESTION;
}

function addQuestion({ lines, headings }: Page, element: HtmlElement): void {
  const words = plainText(toBlocks(element.children, { repaired: () => undefined }))
    .replace(/\s+/g, ' ')
    .trim()
    .replace(FOLDING_SIGN, '');
  const isHeading = HEADINGS.has(element.tag);
  const level = isHeading
    ? Number(element.tag.slice(1))
    : asksIn(words)
      ? markedLevel(
          headings.findLast((one) => one.level < MARKED_LEVEL),
          lines,
        )
      : MARKED_LEVEL;
  // A term is what its description answers, whether or not it asks; inside an answer it only names a part of that.
  const asks = asksIn(words) || !isHeading;
  if (words === '') return;
  const above = headings.at(-1);
  // Terms one after the other have the same description.
  if (element.tag === 'dt' && above?.isMade && above.to === lines.length && above.others) {
    headings[headings.length - 1] = { ...above, others: [...above.others, headingText(words)] };
    return;
  }
  headings.push({
    level,
    text: headingText(words),
    asks,
    ...(element.tag === 'dt' ? { isMade: true, others: [] } : {}),
    from: lines.length,
    to: lines.length + 1,
  });
  lines.push({ text: '', number: element.line, isCode: false });
}

function addRows(page: Page, rows: NonNullable<ReturnType<typeof questionRows>>): void {
  for (const { question, answer } of rows) {
    addQuestion(page, question);
    if (answer) addText(page, answer.children, answer.line);
  }
}

function addText({ lines, repairs, base, boldClasses: bold }: Page, nodes: readonly HtmlNode[], line: number): void {
  const blocks = toBlocks(nodes, { base, boldClasses: bold, repaired: (what) => repairs.push({ line, what }) });
  if (blocks.length === 0) return;
  let isCode = false;
  for (const text of ['', ...writeBlocks(blocks).split('\n')]) {
    const isFence = /^\s*(?:[->*\d.)]+ )*`{3,}/.test(text);
    lines.push({ text, number: line, isCode: isCode || isFence });
    if (isFence) isCode = !isCode;
  }
}
