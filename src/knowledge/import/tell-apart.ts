import { inFile, type Problem, quoted, warningAt } from '../problem.ts';
import { oneLine } from '../write/words.ts';
import { type FileDraft, questionKey, repeated } from './gather.ts';
import type { Repaired } from './imported.ts';

/**
 * Nobody could know which of two entries is meant by the same question. What says the same a second time is left out, a title that
 * stands in two chapters names its chapter, and another entry's question is no phrasing.
 */
export function tellApart(drafts: readonly FileDraft[]): { readonly drafts: readonly FileDraft[]; readonly problems: readonly Problem[]; readonly repaired: readonly Repaired[] } {
  const problems: Problem[] = [];
  const repaired: Repaired[] = [];
  const titles = new Map<string, FileDraft>();
  const single = withoutCopies(drafts, problems);
  const counts = new Map<string, number>();
  for (const draft of single) counts.set(keyOf(draft), (counts.get(keyOf(draft)) ?? 0) + 1);
  const kept = single.map((draft) => {
    const apart = (counts.get(keyOf(draft)) ?? 0) > 1 ? withChapter(draft, titles) : draft;
    const before = titles.get(keyOf(apart));
    if (apart !== draft) repaired.push({ file: draft.file, line: draft.line, what: 'the same question a second time was told apart' });
    if (before && draft.title.trim() !== '') problems.push(...inFile(draft.file, [repeated(draft.line, oneLine(draft.title), placeOf(before, draft))]));
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
    else problems.push(...inFile(draft.file, [warningAt(draft.line, `${quoted(oneLine(draft.title))} is left out, because it says the same as ${placeOf(known, draft)}`, 'keep one of the two')]));
    return !known;
  });
}

const keyOf = ({ language, title }: FileDraft): string => questionKey(language, oneLine(title));

const placeOf = ({ file, line }: FileDraft, { file: own }: FileDraft): string => `on line ${line}${file === own ? '' : ` of ${file}`}`;

function withChapter(draft: FileDraft, titles: ReadonlyMap<string, FileDraft>): FileDraft {
  const chapter = oneLine(draft.chapter ?? '');
  const named = { ...draft, title: `${oneLine(draft.title)} (${chapter})` };
  return chapter === '' || titles.has(keyOf(named)) ? draft : named;
}

function withoutRepeats(drafts: readonly FileDraft[], titles: ReadonlyMap<string, FileDraft>, problems: Problem[]): FileDraft[] {
  const seen = new Map<string, FileDraft>();
  return drafts.map((draft) => {
    const { file, line, language } = draft;
    const phrasings = draft.phrasings.filter((words) => {
      const text = oneLine(words);
      const key = questionKey(language, text);
      const other = titles.get(key) ?? seen.get(key);
      seen.set(key, other ?? draft);
      if (text === '' || !other || other === draft) return true;
      problems.push(...inFile(file, [warningAt(line, `the phrasing ${quoted(text)} is left out, because it stands ${placeOf(other, draft)}, too`, 'keep it where the answer fits')]));
      return false;
    });
    return phrasings.length === draft.phrasings.length ? draft : { ...draft, phrasings };
  });
}
