import { plainText } from '../../core/entry/blocks.ts';
import type { Defaults, Draft, Drafts } from './draft.ts';
import { asksIn } from './faq-lines.ts';
import { readHtml } from './import-html.ts';
import { readMarkdown } from './import-markdown.ts';
import { blocksOf, mendAnswer } from './mend.ts';

/** Share of an article's text that stands below its questions where it is a list of them. */
const LEAST_SHARE = 2 / 3;

/**
 * The questions inside an article whose own title asks nothing, such as "FAQ"; absent where it is no list of them.
 * @param article as a draft, on whose line its questions are said to stand.
 */
export function listInArticle(article: Draft, defaults: Defaults): Drafts | undefined {
  const { title, answer, tags, source, language, line } = article;
  if (asksIn(title) || (answer.match(/[?？؟]/g)?.length ?? 0) < 2) return undefined;
  const shared: Defaults = { ...defaults, source, language, name: undefined };
  const {
    drafts,
    findings,
    repairs = [],
  } = /<(?:h[1-6]|p|details|dl|div|ul|table)\b/i.test(answer) ? readHtml(answer, shared) : readMarkdown(answer, shared);
  const asking = drafts.filter((draft) => asksIn(draft.title));
  const share = lengthOf(drafts.map((draft) => `${draft.title}\n\n${draft.answer}`).join('\n\n')) / lengthOf(answer);
  if (asking.length < 2 || asking.length * 2 < drafts.length || share < LEAST_SHARE) return undefined;
  return {
    drafts: drafts.map((draft): Draft => ({ ...draft, tags: [...tags, ...draft.tags], line, answerLine: () => line })),
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
