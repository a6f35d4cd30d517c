import { isProperTag, tagCure } from '../language-tag.ts';
import { phraseKey } from '../phrase-key.ts';
import { errorAt, type Finding, hasErrors, inFile, quoted, sortProblems, warningAt } from '../problem.ts';
import { OWN_PACK } from '../write/records.ts';
import { freeId } from '../write/slug.ts';
import { oneLine } from '../write/words.ts';
import { type Draft, type Drafts, fileOf, UNSAID } from './draft.ts';
import { type Import, type ImportedEntry, type ImportOptions, MOST_ENTRIES } from './imported.ts';
import { sourceId } from './source-id.ts';

/** Makes entries of drafts from one file. @param form what such a file looks like. */
export function gather(file: string, { drafts: read, findings: told }: Drafts, options: ImportOptions, form: string): Import {
  const findings: Finding[] = [...told];
  const drafts = read.map((draft) => (draft.language === UNSAID ? { ...draft, language: languageOf(draft, options) } : draft));
  if (drafts.length > MOST_ENTRIES) findings.push(tooMany(drafts.length));
  if (drafts.length === 0 && !hasErrors(told)) findings.push(errorAt(1, 'no questions were found', form));
  if (drafts.length > MOST_ENTRIES || drafts.length === 0) return { packs: [], problems: inFile(file, findings) };
  const entries: ImportedEntry[] = [];
  const idFor = idGiver(findings);
  for (const draft of drafts) {
    const { text, findings: wrong } = fileOf(draft);
    findings.push(...wrong, ...languageFindings(draft));
    const title = oneLine(draft.title);
    entries.push({ ...idFor(draft), language: draft.language, title, text, sources: { [sourceId(draft.source)]: draft.source }, file, line: draft.line });
  }
  findings.push(...repeatedQuestions(drafts));
  const packs = hasErrors(findings) ? [] : [{ name: options.pack ?? OWN_PACK, entries, checks: new Map<string, string>() }];
  return { packs, problems: sortProblems(inFile(file, findings)) };
}

const languageOf = ({ title, phrasings, answer }: Draft, { detect, language }: ImportOptions): string => detect?.([title, ...phrasings, answer].join('\n')) ?? language;

export const tooMany = (count: number): Finding => errorAt(1, `the file has ${count} questions`, `import at most ${MOST_ENTRIES} at once`);

const languageFindings = ({ language, line }: Draft): Finding[] => (isProperTag(language) ? [] : [errorAt(line, `${quoted(language)} is not the tag of a language`, tagCure(language))]);

/** One id may stand once in each language; what another system calls an item becomes the same id in every language. */
function idGiver(findings: Finding[]): (draft: Draft) => Pick<ImportedEntry, 'id' | 'naming'> {
  const taken = new Set<string>();
  const named = new Map<string, string>();
  const places = new Map<string, number>();
  const free = (text: string): string => freeId(text, (id) => taken.has(id));
  return ({ id, title, language, line }) => {
    const wish = id && ('given' in id ? id.given : id.suggested);
    if (wish === undefined) return { id: keep(taken, free(title)), naming: 'derived' };
    const place = `${language} ${wish}`;
    const before = places.get(place);
    if (before !== undefined) findings.push(errorAt(line, `the id ${quoted(wish)} stands on line ${before}, too`, 'give each entry its own'));
    places.set(place, before ?? line);
    const found = named.get(wish) ?? (id && 'given' in id ? wish : free(wish));
    named.set(wish, keep(taken, found));
    return { id: found, naming: id && 'given' in id ? 'given' : 'suggested' };
  };
}

function keep(taken: Set<string>, id: string): string {
  taken.add(id.toLowerCase());
  return id;
}

/** Nobody could know which of the two is meant; of several questions in common, one is told. */
function repeatedQuestions(drafts: readonly Draft[]): Finding[] {
  const seen = new Map<string, number>();
  return drafts.flatMap(({ language, title, phrasings, line }) => {
    const keys = new Map([title, ...phrasings].map((text) => [`${language} ${phraseKey(text)}`, oneLine(text)]));
    const [[key, text] = ['', '']] = [...keys].filter(([one, words]) => seen.has(one) && words !== '');
    const before = seen.get(key);
    for (const one of keys.keys()) seen.set(one, seen.get(one) ?? line);
    return before === undefined ? [] : [warningAt(line, `the question ${quoted(text)} stands on line ${before}, too`, 'keep it where the answer fits')];
  });
}
