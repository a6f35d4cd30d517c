import { z } from 'zod';
import { checkJson } from '../json-file.ts';
import { errorAt, type Finding, hasErrors, quoted, warningAt, wordsOf } from '../problem.ts';
import type { Shape } from '../shape.ts';
import { isVisible } from '../visible.ts';
import { plainMarkdown } from '../write/words.ts';
import { type Defaults, type Draft, type Drafts, fileOf } from './draft.ts';
import { tooMany } from './gather.ts';
import { MOST_ENTRIES } from './imported.ts';
import { scanJson, WHOLE } from './scan-json.ts';

/** An export has six. */
const DEEPEST = 30;
const ANYTHING: Shape<unknown> = { schema: z.unknown(), keys: () => [], cure: () => '' };
/** What an export looks like. */
export const QNABOT_FORM = 'an export of QnABot is {"qna": [{"qid": "...", "q": ["..."], "a": "..."}]}';
/** Answers that QnABot works out when it is asked. */
const COMPUTED = /\{\{/;

/** What is read of an item; nothing of it is certain. */
interface Item {
  readonly qid?: unknown;
  readonly type?: unknown;
  readonly q?: unknown;
  readonly a?: unknown;
  readonly alt?: { readonly markdown?: unknown };
  /** The topic. */
  readonly t?: unknown;
  /** The function that works out the answer. */
  readonly l?: unknown;
}

/**
 * Reads what "QnABot on AWS" exports: `{"qna": [...]}`, or the list alone. The first of an item's questions becomes the title, its topic a tag.
 * Its Markdown answer is taken where that can be shown, else the plain one. Items whose answer is worked out when it is asked for are left
 * out with a warning; cards, buttons and speech are not read.
 */
export function readQnabot(text: string, defaults: Defaults): Drafts {
  const { depth, items } = scanJson(text);
  if (depth > DEEPEST) return { drafts: [], findings: [errorAt(1, 'the file is nested too deeply', QNABOT_FORM)] };
  const parsed = parse(text);
  if ('findings' in parsed) return { drafts: [], findings: parsed.findings };
  const list = Array.isArray(parsed.value) ? parsed.value : asObject<{ readonly qna?: unknown }>(parsed.value).qna;
  const lines = items.get(Array.isArray(parsed.value) ? WHOLE : 'qna') ?? [];
  if (!Array.isArray(list)) return { drafts: [], findings: [errorAt(1, 'the file has no list of questions', QNABOT_FORM)] };
  if (list.length > MOST_ENTRIES) return { drafts: [], findings: [tooMany(list.length)] };
  const read = list.map((value: unknown, at) => readItem(asObject<Item>(value), lines[at] ?? 1, defaults));
  return { drafts: read.flatMap(({ draft }) => draft ?? []), findings: read.flatMap(({ findings }) => findings) };
}

function parse(text: string): { value: unknown } | { findings: readonly Finding[] } {
  try {
    const value: unknown = JSON.parse(text);
    return { value };
  } catch {
    return { findings: checkJson(text, ANYTHING).findings };
  }
}

const asObject = <T extends object>(value: unknown): Partial<T> => (typeof value === 'object' && value !== null ? value : {});

const asText = (value: unknown): string => (typeof value === 'string' ? value : '');

function readItem(item: Item, line: number, defaults: Defaults): { draft?: Draft; findings: Finding[] } {
  const qid = asText(item.qid).trim();
  const name = qid === '' ? 'an item' : `the item ${quoted(qid)}`;
  const [title, ...phrasings] = Array.isArray(item.q) ? item.q.map(asText).filter(isVisible) : [];
  const reason = leftOut(item, title);
  if (reason !== undefined) return { findings: [warningAt(line, `${name} is left out: ${reason}`, 'write an entry for it by hand where it is needed')] };
  if (title === undefined) return { findings: [errorAt(line, `${name} has no question`, QNABOT_FORM)] };
  const shared = { id: qid === '' ? undefined : { suggested: qid }, title, phrasings, tags: [asText(item.t)], ...defaults, line, answerLine: () => line };
  return chooseAnswer(shared, asText(item.a), asText(asObject<NonNullable<Item['alt']>>(item.alt).markdown), name);
}

function leftOut({ type = 'qna', l, a }: Item, title: string | undefined): string | undefined {
  if (type !== 'qna') return `it is of the type ${quoted(asText(type))}`;
  if (title !== undefined && /^no_hits/.test(title)) return 'it stands for questions without an answer';
  if (asText(l).trim() !== '') return 'a function works its answer out';
  return COMPUTED.test(asText(a)) ? 'its answer is worked out when it is asked for' : undefined;
}

function chooseAnswer(shared: Omit<Draft, 'answer'>, plain: string, markdown: string, name: string): { draft: Draft; findings: Finding[] } {
  const plainDraft = { ...shared, answer: plainMarkdown(plain) };
  if (markdown.trim() === '') return { draft: plainDraft, findings: [] };
  const draft = { ...shared, answer: markdown };
  const { findings } = fileOf(draft);
  const error = findings.find((finding) => hasErrors([finding]));
  const wrong = COMPUTED.test(markdown) ? 'it is worked out when it is asked for' : error && wordsOf(error).message;
  if (wrong === undefined || plain.trim() === '') return { draft, findings: [] };
  return { draft: plainDraft, findings: [warningAt(shared.line, `the Markdown answer of ${name} is not imported: ${wrong}`, 'its plain answer is taken instead')] };
}
