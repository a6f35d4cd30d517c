import { plainText } from '../../core/entry/blocks.ts';
import { isVisible } from '../format/files.ts';
import { type Finding, fault, type ProblemCode, quoted, shortened, warning } from '../format/problem.ts';
import { cleanAnswer } from './clean-lines.ts';
import type { Defaults, EntryDraft, FileDrafts, LineRepair } from './draft.ts';
import { tooMany } from './gather.ts';
import { MOST_ENTRIES } from './imported.ts';
import { asksIn, withoutIndent } from './lines.ts';
import { blocksOf, mendAnswer, plainWords } from './mend.ts';
import { readHtml } from './read-html.ts';
import { readMarkdown } from './read-markdown.ts';

/** A question with its answer as a table, a list or another bot keeps it. */
export interface Item extends Partial<Pick<EntryDraft, 'id' | 'source' | 'language' | 'chapter'>> {
  readonly line: number;
  /** Markdown. */
  readonly question: string;
  readonly phrasings?: readonly string[];
  /** Markdown or HTML; of several the first. */
  readonly answers: readonly string[];
  readonly tags?: readonly string[];
  /** Whether a bot says it when it is told to: it may speak to somebody, or work the answer out. */
  readonly isCommand?: boolean;
  /** Parts of it that are not taken. */
  readonly findings?: readonly Finding[];
  /** Why it is left out. */
  readonly why?: readonly [code: ProblemCode, values?: Finding['values']];
}

/** Answers that a bot works out when it is asked: templates, and blocks of tags. */
const COMPUTED = new RegExp(
  String.raw`\{\{[^{}]*\}\}|\{(?:=|let|assign|if|any|or|all|and|break|random|rand|rr|#|range|math|m|strf|args?|` +
    String.raw`\$?\d+|user|target|member|server|channel|uses|mention|embed|redirect|command|c|react|reactu|require|` +
    `blacklist|dm|delete|silent|cycle|list|in|contains|join|replace|choose|urlencode|unix)` +
    String.raw`(?:\([^{}]*\))?(?::[^{}]*)?\}`,
  'i',
);
/** Names that a bot fills in, spoken to: what is said is as right without them. */
const NAME =
  String.raw`\{(?:user|mention|target|member|first|last|fullname|username)` +
  String.raw`(?:\((?:name|mention|nick|proper)\))?\}`;
const SPOKEN_TO = new RegExp(
  String.raw`^${NAME}[ \t]*[,:!][ \t]*|,[ \t]*${NAME}(?=[ \t]*(?:[.!?,\n]|$))|` +
    String.raw`(?<=^\p{L}{2,10})[ \t]+${NAME}(?=[ \t]*[,.!])`,
  'gimu',
);
/** Share of an article's text that is below its questions if it is a list of them. */
const LEAST_SHARE = 2 / 3;

/** Makes drafts of items; one that cannot be a draft is told. */
export function readItems(items: readonly Item[], defaults: Defaults): FileDrafts {
  if (items.length > MOST_ENTRIES) return { drafts: [], findings: [tooMany(items.length)] };
  const read = items.map((item) => readItem(item, defaults));
  return {
    drafts: read.flatMap(({ drafts }) => drafts),
    findings: read.flatMap(({ findings }) => findings),
    repairs: read.flatMap(({ repairs = [] }) => repairs),
  };
}

function readItem(item: Item, defaults: Defaults): FileDrafts {
  const { line, question, answers, isCommand = false } = item;
  const full = withoutIndent(answers.find(isVisible) ?? '');
  const said = isCommand ? full.replace(SPOKEN_TO, '') : full;
  const title = plainWords(question);
  const name = quoted(title);
  const [code, values] = item.why ?? (isCommand && COMPUTED.test(said) ? ['computed-answer' as const] : []);
  if (code !== undefined) return told(warning(line, code, { item: name, ...values }));
  if (title === '') return said === '' ? told() : told(fault(line, 'unasked-answer', { what: shortened(said) }));
  if (said === '') return told(fault(line, 'unanswered-item', { item: name }));
  const { text, repairs: cleaned } = cleanAnswer(said, line);
  const repairs: LineRepair[] =
    said === full ? cleaned : [...cleaned, { line, what: 'a placeholder for names was left out' }];
  const draft: EntryDraft = {
    ...defaults,
    source: item.source ?? defaults.source,
    id: item.id,
    chapter: item.chapter,
    language: item.language || defaults.language,
    title,
    phrasings: item.phrasings ?? [],
    answer: text,
    tags: item.tags ?? [],
    line,
    answerLine: () => line,
  };
  const several = answers.length > 1 ? [warning(line, 'several-answers', { count: answers.length, item: name })] : [];
  const inside = listInArticle(draft, defaults);
  return {
    drafts: inside?.drafts ?? [draft],
    findings: [...several, ...(item.findings ?? []), ...(inside?.findings ?? [])],
    repairs: [...repairs, ...(inside?.repairs ?? [])],
  };
}

const told = (...findings: readonly Finding[]): FileDrafts => ({ drafts: [], findings });

/** The questions inside an article whose own title asks nothing, such as "FAQ"; absent if it is no list of them. */
function listInArticle(article: EntryDraft, defaults: Defaults): FileDrafts | undefined {
  const { title, answer, tags, source, language, line } = article;
  if (asksIn(title) || (answer.match(/[?？؟]/g)?.length ?? 0) < 2) return undefined;
  const isHtml = /<(?:h[1-6]|p|details|dl|div|ul|table)\b/i.test(answer);
  const read = (isHtml ? readHtml : readMarkdown)(answer, { ...defaults, source, language, name: undefined });
  const { drafts, findings, repairs = [] } = read;
  const asking = drafts.filter((draft) => asksIn(draft.title));
  const share = lengthOf(drafts.map((draft) => `${draft.title}\n\n${draft.answer}`).join('\n\n')) / lengthOf(answer);
  if (asking.length < 2 || asking.length * 2 < drafts.length || share < LEAST_SHARE) return undefined;
  return {
    drafts: drafts.map(
      (draft): EntryDraft => ({ ...draft, tags: [...tags, ...draft.tags], line, answerLine: () => line }),
    ),
    findings: findings.map((finding) => ({ ...finding, line })),
    repairs: repairs.map((repair) => ({ ...repair, line })),
  };
}

/** In characters that a reader sees. */
function lengthOf(markdown: string): number {
  const { text } = mendAnswer(markdown, undefined, true);
  const blocks = blocksOf(text);
  return blocks ? plainText(blocks).length : text.length;
}
