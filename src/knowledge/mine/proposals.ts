import type { Source } from '../../core/entry/entry.ts';
import { splitEntryText, writeEntryText, writeFrontMatter } from '../export/entry-text.ts';
import { slugOf } from '../export/slug.ts';
import { hasErrors } from '../format/problem.ts';
import { fileOf } from '../import/draft.ts';
import { mendDraft } from '../import/mend-draft.ts';
import { sourceId } from '../import/safe-id.ts';
import { type ChatTopic, isProven } from './topics.ts';

/** An entry that a person may accept. */
export interface EntryProposal {
  readonly topic: ChatTopic;
  /** As in a pack: `en/questions/….md`. */
  readonly path: string;
  /** A file in the knowledge format. */
  readonly text: string;
}

/** Proposals of one run; nobody reads through more. */
const MOST_PROPOSALS = 300;
/** A question that fewer people asked is proposed only if its answer helped. */
const LEAST_PEOPLE = 2;

/** Entries for questions that people answered and the packs do not. @param taken ids in use */
export function proposalsFrom(topics: readonly ChatTopic[], source: Source, taken: Iterable<string>): EntryProposal[] {
  const ids = new Set(taken);
  return topics
    .filter(({ known, answer, people }) => !known && answer && (people >= LEAST_PEOPLE || isProven(answer)))
    .flatMap((topic): EntryProposal[] => {
      const text = entryOf(topic, source);
      if (text === undefined) return [];
      const id = slugOf(topic.title, ids);
      ids.add(id);
      return [{ topic, path: `${topic.language}/${id}.md`, text }];
    })
    .slice(0, MOST_PROPOSALS);
}

/** An entry's file, repaired as an import repairs it; undefined if an entry cannot hold it. */
function entryOf({ title, language, phrasings, answer }: ChatTopic, source: Source): string | undefined {
  if (!answer) return undefined;
  const { drafts } = mendDraft({
    language,
    title,
    phrasings,
    answer: answer.markdown,
    tags: [],
    source,
    line: 1,
    answerLine: (line) => line + 1,
  });
  const [draft] = drafts;
  const { text, findings } = draft ? fileOf(draft) : { text: '', findings: [] };
  if (text === '' || hasErrors(findings)) return undefined;
  const asOf = dayOf(answer.time);
  return writeEntryText({
    ...splitEntryText(text),
    frontMatter: writeFrontMatter({ sources: [sourceId(source)], asOf }),
  });
}

/** `2024-03-16`; undefined if it is not known. */
const dayOf = (time: number): string | undefined => (time > 0 ? new Date(time).toISOString().slice(0, 10) : undefined);
