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

/** A question with its answer, as a table, a list or another bot keeps it. */
export interface Item extends Partial<Pick<EntryDraft, 'id' | 'source' | 'language' | 'chapter'>> {
  readonly line: number;
  /** Markdown; only its plain text becomes the title. */
  readonly question: string;
  readonly phrasings?: readonly string[];
  /** Markdown or HTML. The first one that shows anything is taken, with a warning if there are several. */
  readonly answers: readonly string[];
  readonly tags?: readonly string[];
  /** Whether it is a bot's command. Its answer may then address the person or contain values that the bot fills in. */
  readonly isCommand?: boolean;
  /** Problems of parts that were left out while the item was read. */
  readonly findings?: readonly Finding[];
  /** Why the whole item is left out. Default: it is imported. */
  readonly why?: readonly [code: ProblemCode, values?: Finding['values']];
}

/** Placeholders that a bot fills in when it answers: templates and tags. An answer with one cannot be imported. */
const COMPUTED = new RegExp(
  String.raw`\{\{[^{}]*\}\}|\{(?:=|let|assign|if|any|or|all|and|break|random|rand|rr|#|range|math|m|strf|args?|` +
    String.raw`\$?\d+|user|target|member|server|channel|uses|mention|embed|redirect|command|c|react|reactu|require|` +
    `blacklist|dm|delete|silent|cycle|list|in|contains|join|replace|choose|urlencode|unix)` +
    String.raw`(?:\([^{}]*\))?(?::[^{}]*)?\}`,
  'i',
);
/** Placeholders for the name of the person who is addressed; the answer is as right without them. */
const NAME =
  String.raw`\{(?:user|mention|target|member|first|last|fullname|username)` +
  String.raw`(?:\((?:name|mention|nick|proper)\))?\}`;
const SPOKEN_TO = new RegExp(
  String.raw`^${NAME}[ \t]*[,:!][ \t]*|,[ \t]*${NAME}(?=[ \t]*(?:[.!?,\n]|$))|` +
    String.raw`(?<=^\p{L}{2,10})[ \t]+${NAME}(?=[ \t]*[,.!])`,
  'gimu',
);
/** Least share of an article's text that must be in its questions and answers for the article to be a list of them. */
const LEAST_SHARE = 2 / 3;

/** Makes drafts of items. An item that cannot be a draft becomes a finding. */
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

/**
 * Takes apart an article such as "FAQ", whose own title asks nothing, into the questions inside it; undefined if it is
 * not mainly a list of questions.
 */
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

/** Characters that a reader sees. */
function lengthOf(markdown: string): number {
  const { text } = mendAnswer(markdown, undefined, true);
  const blocks = blocksOf(text);
  return blocks ? plainText(blocks).length : text.length;
}
