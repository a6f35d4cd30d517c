import type { App, AppOptions } from '../app.ts';
import type { Entry } from '../core/entry/entry.ts';
import { answerFrom } from '../core/search/engine.ts';
import { openApp } from './open-app.ts';

/**
 * What a change of the knowledge breaks, a line each: entries that are gone, and questions of others, in their own
 * words, that were answered before. Words that the change takes away are not asked. @param before how to open the
 * knowledge as it was @throws KnowledgeError if that cannot be read
 */
export async function brokenSince(before: AppOptions, { services }: App): Promise<string[]> {
  const old = await openApp(before);
  try {
    const [was, is] = [old.services.knowledge.current(), services.knowledge.current()];
    return [...was.entries.values()].flatMap((entry) => {
      const now = is.entries.get(entry.id);
      if (!now) return [`breaks: ${entry.id} is gone`];
      return questionsOfBoth(entry, now).flatMap(([language, words]) =>
        answerTo(was, words, language) !== entry.id || answerTo(is, words, language) === entry.id
          ? []
          : [`breaks: ${language} "${words}" led to ${entry.id}, ${outcome(answerTo(is, words, language))}`],
      );
    });
  } finally {
    await old.close();
  }
}

type Shared = ReturnType<App['services']['knowledge']['current']>;

const questionsOfBoth = (before: Entry, after: Entry): (readonly [language: string, words: string])[] =>
  [...before.texts].flatMap(([language, { title, phrasings }]) => {
    const text = after.texts.get(language);
    const still = new Set(text && [text.title, ...text.phrasings]);
    return [title, ...phrasings].filter((words) => still.has(words)).map((words) => [language, words] as const);
  });

/** The entry that is answered outright; null if there are only choices, undefined if there is nothing. */
function answerTo({ library }: Shared, words: string, language: string): string | null | undefined {
  const { kind, candidates } = answerFrom(library, words, language);
  return kind === 'sure' ? candidates[0]?.entry.id : kind === 'unsure' ? null : undefined;
}

function outcome(entry: string | null | undefined): string {
  if (entry === undefined) return 'and now gets no answer';
  return entry === null ? 'and now gets only choices' : `and now leads to ${entry}`;
}
