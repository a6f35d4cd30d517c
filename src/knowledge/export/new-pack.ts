import { PACK_FILE } from '../packs/pack-files.ts';
import { writeEntryText } from './entry-text.ts';
import { writeFrontMatter } from './front-matter-text.ts';
import { packJsonText } from './pack-json-text.ts';
import { slugOf } from './slug.ts';

/** The contents of a new pack. */
export interface NewPack {
  readonly title: string;
  /** A BCP 47 tag. */
  readonly language: string;
  /** A day: `2027-01-01`. */
  readonly today: string;
  /** The one entry, to be copied. */
  readonly question: string;
  readonly phrasings: readonly string[];
  /** Markdown. */
  readonly answer: string;
  /** Ids that other packs use. */
  readonly taken: ReadonlySet<string>;
}

/** Id of the pack's source. */
const OWN = 'own';

/** The files of a pack with one entry, by path. The entry comes first. */
export function newPack({ title, language, today, question, phrasings, answer, taken }: NewPack): Map<string, string> {
  const id = slugOf(question, taken);
  const frontMatter = writeFrontMatter({ sources: [OWN], asOf: today });
  return new Map([
    [`${language}/${id}.md`, writeEntryText({ frontMatter, title: question, phrasings, answer })],
    [
      PACK_FILE,
      packJsonText({ title: { [language]: title }, defaultLanguage: language, sources: { [OWN]: { title } } }),
    ],
  ]);
}
