import { phraseKey } from '../../core/text/normalize.ts';
import { fault } from '../format/problem.ts';
import { type BalancedHtml, balancedHtml, LargeHtmlError } from './balanced-html.ts';
import { type Defaults, type FileDrafts, type LineRepair, UNSAID } from './draft.ts';
import { htmlToMarkdown, numberedLines } from './html-to-markdown.ts';
import { markdownTree } from './markdown-tree.ts';
import { readJson } from './read-data.ts';
import { readFaqPage } from './read-exports.ts';
import { readQuestions } from './read-questions.ts';

/**
 * Reads the questions of a page: those in its visible text, and those in its data for search engines. The page's own
 * address and language are used if the import names none.
 */
export function readHtml(text: string, defaults: Defaults): FileDrafts {
  try {
    return readPage(balancedHtml(text, true), defaults);
  } catch (error) {
    if (!(error instanceof LargeHtmlError)) throw error;
    return { drafts: [], findings: [fault(1, error.code, { most: error.most })] };
  }
}

function readPage({ html, language = UNSAID, url, told }: BalancedHtml, defaults: Defaults): FileDrafts {
  const { source } = defaults;
  const shared: Defaults = {
    ...defaults,
    source: source.url === undefined && url !== undefined ? { ...source, url } : source,
    language: defaults.language === UNSAID ? language : defaults.language,
  };
  const repairs: LineRepair[] = [];
  const base = defaults.base ?? shared.source.url;
  const markdown = htmlToMarkdown(html, {
    base,
    isPage: true,
    repaired: (what, line) => repairs.push({ line, what }),
  });
  const seen = readQuestions(markdownTree(numberedLines(markdown)), shared);
  // Search engines are often told the same questions once more. The visible ones count, as they keep their form.
  const titles = new Set(seen.drafts.map(({ title }) => phraseKey(title)));
  const others = told.flatMap(({ text, line }) => {
    const data = readJson(text);
    return 'findings' in data ? [] : (readFaqPage({ ...data, lineOf: () => line }, shared) ?? []);
  });
  const further = others.flatMap(({ drafts }) => drafts).filter(({ title }) => !titles.has(phraseKey(title)));
  return {
    drafts: [...seen.drafts, ...further],
    findings: seen.findings,
    repairs: [...repairs, ...others.flatMap((one) => one.repairs ?? [])],
  };
}
