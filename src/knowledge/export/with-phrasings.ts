import { phraseKey } from '../../core/text/phrase-key.ts';
import { isVisible } from '../format/files.ts';
import { splitEntryText, writeEntryText } from './entry-text.ts';
import { oneLine } from './words.ts';

/**
 * Changes the phrasings in an entry's file; a file in which nothing changes comes back as it is.
 * @param added come below the others; one that says the same as the title or another phrasing is passed over.
 * @param removed are taken out if they are there in exactly these words.
 */
export function withPhrasings(file: string, added: readonly string[], removed: readonly string[]): string {
  const parts = splitEntryText(file);
  if (parts.title === '') return file;
  const unwanted = new Set(removed.map(oneLine));
  const kept = parts.phrasings.filter((words) => !unwanted.has(words));
  const seen = new Set([parts.title, ...kept].map(phraseKey));
  const fresh = added.map(oneLine).filter((words) => {
    const key = phraseKey(words);
    return isVisible(words) && !seen.has(key) && seen.add(key);
  });
  if (kept.length === parts.phrasings.length && fresh.length === 0) return file;
  return writeEntryText({ ...parts, phrasings: [...kept, ...fresh] });
}
