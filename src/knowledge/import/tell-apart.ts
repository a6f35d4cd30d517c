import { oneLine } from '../../core/entry/markdown-words.ts';
import { type Problem, type ProblemCode, shortened, warning } from '../format/problem.ts';
import { type FileDraft, questionKey } from './gather.ts';
import type { Repaired } from './imported.ts';

/**
 * Makes every question unique, as nobody could know which of two entries with the same question is meant. A repeated
 * entry is left out, a title that is in two chapters gets its chapter's name, and a phrasing that another entry has
 * already is dropped.
 */
export function tellApart(drafts: readonly FileDraft[]): {
  readonly drafts: readonly FileDraft[];
  readonly problems: readonly Problem[];
  readonly repaired: readonly Repaired[];
} {
  const problems: Problem[] = [];
  const repaired: Repaired[] = [];
  const titles = new Map<string, FileDraft>();
  const single = withoutCopies(drafts, problems);
  const counts = new Map<string, number>();
  for (const draft of single) counts.set(keyOf(draft), (counts.get(keyOf(draft)) ?? 0) + 1);
  const kept = single.map((draft) => {
    const isTwice = (counts.get(keyOf(draft)) ?? 0) > 1;
    const apart = draft.isShort ? belowChapter(draft, titles, isTwice) : isTwice ? withChapter(draft, titles) : draft;
    const before = titles.get(keyOf(apart));
    if (apart !== draft && isTwice)
      repaired.push({ file: draft.file, line: draft.line, what: 'the same question a second time was told apart' });
    const code = before?.file === draft.file ? 'repeated-question' : 'question-in-other-file';
    if (before && draft.title.trim() !== '') problems.push(repeated(draft, oneLine(draft.title), before, code));
    if (!before) titles.set(keyOf(apart), apart);
    return apart;
  });
  return { drafts: withoutRepeats(kept, titles, problems), problems, repaired };
}

function withoutCopies(drafts: readonly FileDraft[], problems: Problem[]): FileDraft[] {
  const seen = new Map<string, FileDraft>();
  return drafts.filter((draft) => {
    const key = JSON.stringify([keyOf(draft), draft.answer, draft.id]);
    const known = draft.answer.trim() === '' ? undefined : seen.get(key);
    if (!known) seen.set(key, draft);
    else problems.push(repeated(draft, oneLine(draft.title), known, 'repeated-entry'));
    return !known;
  });
}

const keyOf = ({ language, title }: FileDraft): string => questionKey(language, oneLine(title));

/** The problem of words that an earlier draft has already, in the same file or another. */
function repeated({ file, line }: FileDraft, what: string, before: FileDraft, code: ProblemCode): Problem {
  const { line: number, file: other } = before;
  const place = other === file ? String(number) : `${number} of ${other}`;
  return { file, ...warning(line, code, { what: shortened(what), before: number, other, place }) };
}

function withChapter(draft: FileDraft, titles: ReadonlyMap<string, FileDraft>): FileDraft {
  const chapter = oneLine(draft.chapter ?? '');
  const named = { ...draft, title: `${oneLine(draft.title)} (${chapter})` };
  return chapter === '' || titles.has(keyOf(named)) ? draft : named;
}

/**
 * Puts the chapter before a title of a word or two. The short title becomes a phrasing, unless another entry has it
 * too.
 */
function belowChapter(draft: FileDraft, titles: ReadonlyMap<string, FileDraft>, isTwice: boolean): FileDraft {
  const title = oneLine(draft.title);
  const between = /\p{Script=Han}$/u.test(draft.chapter ?? '') ? '：' : ': ';
  const named = { ...draft, title: `${oneLine(draft.chapter ?? '')}${between}${title}` };
  return titles.has(keyOf(named)) ? draft : { ...named, phrasings: [...(isTwice ? [] : [title]), ...draft.phrasings] };
}

function withoutRepeats(
  drafts: readonly FileDraft[],
  titles: ReadonlyMap<string, FileDraft>,
  problems: Problem[],
): FileDraft[] {
  const seen = new Map<string, FileDraft>();
  return drafts.map((draft) => {
    const { language } = draft;
    const phrasings = draft.phrasings.filter((words) => {
      const text = oneLine(words);
      const key = questionKey(language, text);
      const other = titles.get(key) ?? seen.get(key);
      seen.set(key, other ?? draft);
      if (text === '' || !other || other === draft) return true;
      problems.push(repeated(draft, text, other, 'repeated-phrasing'));
      return false;
    });
    return phrasings.length === draft.phrasings.length ? draft : { ...draft, phrasings };
  });
}
