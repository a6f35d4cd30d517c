import { plainMarkdown } from '../export/words.ts';
import { isVisible } from '../format/files.ts';
import {
  type Finding,
  fault,
  hasErrors,
  type ProblemCode,
  quoted,
  shortened,
  warning,
  wordsOf,
} from '../format/problem.ts';
import { type Defaults, type Draft, type Drafts, fileOf } from './draft.ts';
import { tooMany } from './gather.ts';
import { MOST_ENTRIES } from './imported.ts';
import { mendDraft } from './mend-draft.ts';
import type { Data } from './read-data.ts';

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
 * Reads what "QnABot on AWS" exports: `{"qna": [...]}`, or the list alone. The first of an item's questions becomes the
 * title, its topic a tag. Its Markdown answer is taken where that can be shown, else the plain one. Items whose answer
 * is worked out when it is asked for are left out with a warning; cards, buttons and speech are not read. Absent where
 * it is something else.
 */
export function readQnabot({ value, lineOf }: Data, defaults: Defaults): Drafts | undefined {
  const list = qnaList(value);
  if (!list) return undefined;
  if (list.length > MOST_ENTRIES) return { drafts: [], findings: [tooMany(list.length)] };
  const read = list.map((item: unknown) => readItem(asObject<Item>(item), lineOf(item), defaults));
  return { drafts: read.flatMap(({ draft }) => draft ?? []), findings: read.flatMap(({ findings }) => findings) };
}

function qnaList(value: unknown): readonly unknown[] | undefined {
  const { qna } = asObject<{ readonly qna?: unknown }>(value);
  if (Array.isArray(qna)) return qna;
  return Array.isArray(value) && value.some((item) => Array.isArray(asObject<Item>(item).q)) ? value : undefined;
}

const asObject = <T extends object>(value: unknown): Partial<T> =>
  typeof value === 'object' && value !== null ? value : {};

const asText = (value: unknown): string => (typeof value === 'string' ? value : '');

function readItem(item: Item, line: number, defaults: Defaults): { draft?: Draft; findings: Finding[] } {
  const qid = asText(item.qid).trim();
  const name = qid === '' ? 'an item' : `the item ${quoted(qid)}`;
  const [title, ...phrasings] = Array.isArray(item.q) ? item.q.map(asText).filter(isVisible) : [];
  const wrong = whyNot(item, title);
  if (wrong !== undefined)
    return { findings: [warning(line, wrong, { item: name, type: shortened(asText(item.type)) })] };
  if (title === undefined) return { findings: [fault(line, 'item-without-question', { item: name })] };
  const shared = {
    id: qid === '' ? undefined : { suggested: qid },
    title,
    phrasings,
    tags: [asText(item.t)],
    ...defaults,
    line,
    answerLine: () => line,
  };
  return chooseAnswer(shared, asText(item.a), asText(asObject<NonNullable<Item['alt']>>(item.alt).markdown), name);
}

function whyNot({ type = 'qna', l, a }: Item, title: string | undefined): ProblemCode | undefined {
  if (type !== 'qna') return 'other-item-type';
  if (title !== undefined && /^no_hits/.test(title)) return 'no-hits-item';
  if (asText(l).trim() !== '') return 'function-answer';
  return COMPUTED.test(asText(a)) ? 'computed-answer' : undefined;
}

function chooseAnswer(
  shared: Omit<Draft, 'answer'>,
  plain: string,
  markdown: string,
  item: string,
): { draft: Draft; findings: Finding[] } {
  const plainDraft = { ...shared, answer: plainMarkdown(plain) };
  if (markdown.trim() === '') return { draft: plainDraft, findings: [] };
  const draft = { ...shared, answer: markdown };
  const { findings } = fileOf(mendDraft(draft).drafts[0] ?? draft);
  const error = findings.find((finding) => hasErrors([finding]));
  const { line } = shared;
  const wrong = COMPUTED.test(markdown)
    ? warning(line, 'computed-markdown', { item })
    : error && warning(line, 'unusable-markdown', { item, reason: wordsOf(error).message });
  if (!wrong || plain.trim() === '') return { draft, findings: [] };
  return { draft: plainDraft, findings: [wrong] };
}
