import { type Finding, type ProblemCode, wordsOf } from '../format/problem.ts';

/** A problem for people who see no file: a message of `locales/` and its values. */
export interface Flaw {
  readonly key: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** A finding as a message of `locales/`; one that people's texts cannot have keeps its English words. */
export function flawOf(finding: Pick<Finding, 'code' | 'values'>): Flaw {
  const key = FLAWS.get(finding.code);
  if (key !== undefined) return { key, values: finding.values };
  const { message, cure } = wordsOf(finding);
  return { key: 'flaw-other', values: { what: `${message} (${cure})` } };
}

export type Repair = keyof typeof MENDED;

/** A change that an import made, in the words of `locales/`. */
export const mendedOf = (repair: Repair): Flaw => ({ key: MENDED[repair], values: {} });

/**
 * Messages of `locales/` and the codes that they stand for: all problems that a text or file sent by people can have.
 * Front matter is not among them: people who write one read its fields in English.
 */
const CODES: Readonly<Record<string, readonly ProblemCode[]>> = {
  'flaw-html': ['html'],
  'flaw-image': ['image'],
  'flaw-struck': ['struck'],
  'flaw-address': ['link-address', 'not-a-web-address'],
  'flaw-link-words': ['link-words'],
  'flaw-nested': ['nested-blocks', 'nested-words'],
  'flaw-heading': ['second-heading', 'deep-heading', 'inner-heading'],
  'flaw-long-heading': ['long-inner-heading'],
  'flaw-rule': ['rule'],
  'flaw-table': ['inner-table', 'table-columns', 'table-rows'],
  'flaw-table-row': ['table-cells', 'broken-table'],
  'flaw-empty': ['empty-code', 'empty-quote', 'empty-item', 'empty-table', 'wordless-heading'],
  'flaw-list-start': ['list-start'],
  'flaw-long-question': ['long-heading', 'long-question'],
  'flaw-long-phrasing': ['long-phrasing'],
  'flaw-no-question': ['empty-heading', 'no-heading'],
  'flaw-empty-phrasing': ['empty-phrasing'],
  'flaw-no-answer': ['no-answer', 'draft-without-answer'],
  'flaw-long-answer': ['long-answer'],
  'flaw-bytes': ['long-text'],
  'flaw-asked-twice': ['repeated-question'],
  'flaw-asked-elsewhere': ['question-in-other-file'],
  'flaw-same-entry': ['repeated-entry'],
  'flaw-same-phrasing': ['repeated-phrasing', 'repeats-heading', 'repeats-phrasing'],
  'flaw-heading-no-answer': ['unanswered-heading', 'asking-chapter'],
  'flaw-item-no-answer': ['unanswered-item'],
  'flaw-no-question-to': ['unasked-answer'],
  'flaw-open-quote': ['endless-quotation', 'long-row'],
  'flaw-no-questions': [
    'text-without-questions',
    'table-without-questions',
    'json-without-questions',
    'yaml-without-questions',
    'page-without-questions',
  ],
  'flaw-no-columns': ['no-question-column', 'no-answer-column', 'no-question-or-answer-column'],
  'flaw-column': ['unknown-column'],
  'flaw-encoding': ['other-encoding', 'unlike-its-encoding', 'not-utf8'],
  'flaw-file-kind': ['unknown-file-kind', 'spreadsheet-file', 'markup-file', 'document-file', 'nothing-to-import'],
  'flaw-archive': ['not-an-archive', 'locked-archived-file', 'broken-archived-file'],
  'flaw-text-outside': ['unheaded-text', 'text-below-heading', 'rows-above-columns', 'text-beside-list'],
  'flaw-cut': ['cut-answer'],
  'flaw-moved': ['moved-page'],
  'flaw-links-only': ['links-only'],
  'flaw-not-data': ['not-json', 'not-yaml', 'unreadable-table'],
  'flaw-too-large': [
    'long-file',
    'large-source-file',
    'large-archive',
    'many-archived-files',
    'large-archived-file',
    'too-large-import',
    'too-many-files',
    'too-large-packs',
    'many-source-files',
    'passed-over-folder',
    'many-lines',
    'many-questions',
    'many-columns',
    'long-yaml',
    'deep-data',
    'large-page',
    'deep-page',
  ],
  'flaw-item-unasked': [
    'silent-item',
    'picture-item',
    'wordless-trigger',
    'other-item-type',
    'no-hits-item',
    'function-answer',
    'computed-answer',
  ],
  'flaw-item-off': ['disabled-item', 'unpublished-item'],
  'flaw-plain-answer': ['computed-markdown', 'unusable-markdown'],
  'flaw-first-answer': ['several-answers'],
  'flaw-in-answer': ['question-in-answer'],
  'flaw-unread': ['unread-question', 'question-in-code', 'question-in-markup'],
  'flaw-column-twice': ['repeated-column'],
  'flaw-cells': ['extra-cells'],
  'flaw-passed-over': ['passed-over-files'],
  'flaw-archive-name': ['unsafe-archived-name'],
  'flaw-language': ['not-a-language-tag'],
  'flaw-source-title': ['empty-source-title'],
  'flaw-pack-name': ['unsafe-pack-name'],
  'flaw-id': ['unsafe-id'],
  'flaw-id-twice': ['repeated-id', 'id-in-other-pack'],
  'flaw-related': ['related-left-out'],
  'flaw-source': ['unexplained-source', 'unknown-source'],
  'flaw-quote-first': ['quote-first'],
  'flaw-phrasings': ['empty-phrasings', 'other-than-phrasings', 'manifold-phrasing'],
  'flaw-unshowable': ['unshowable'],
};

const FLAWS = new Map(Object.entries(CODES).flatMap(([key, codes]) => codes.map((code) => [code, key] as const)));

/** An import's changes of a text, in English, and their messages of `locales/`. */
const MENDED = {
  'HTML became plain text': 'mended-html',
  'an empty part was left out': 'mended-empty',
  'an image became a link': 'mended-image',
  'an image without a whole address was left out': 'mended-media',
  'a video or another embedded part was left out': 'mended-media',
  'the caption of an image was left out': 'mended-media',
  'a table became a list': 'mended-table',
  'an inner heading became strong text': 'mended-heading',
  'a heading was put below the question': 'mended-level',
  'a rule was left out': 'mended-rule',
  'struck out words were left out': 'mended-struck',
  'a link without a whole address became text': 'mended-link',
  'a link between pages became text': 'mended-link',
  'a part that folds out became plain text': 'mended-box',
  'a box became plain text': 'mended-box',
  'a quote at the beginning became plain text': 'mended-box',
  'a line for the program that makes the page was left out': 'mended-note',
  'a note to editors was left out': 'mended-note',
  'a variable of the page was left out': 'mended-note',
  'a placeholder for names was left out': 'mended-note',
  'a footnote became words in brackets': 'mended-footnote',
  'a mention became words': 'mended-mention',
  'lists or quotes nested too deeply were flattened': 'mended-nested',
  'a list was numbered again': 'mended-list',
  'a long answer was split at its headings': 'mended-split',
  'a long answer was cut': 'mended-cut',
  'the same question a second time was told apart': 'mended-twice',
} as const satisfies Readonly<Record<string, string>>;
