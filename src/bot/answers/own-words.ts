import type { Block } from '../../core/entry/blocks.ts';
import type { Call } from '../command.ts';
import { ownWordsOf } from '../settings/chosen.ts';
import type { WordedSetting } from '../settings/table.ts';
import { blocksIn } from './compose.ts';

/** A community's own words for a setting, in the language in which they were written; undefined if it has none. */
export function ownWords(
  { community, services, language }: Pick<Call, 'community' | 'services' | 'language'>,
  of: WordedSetting,
): readonly Block[] | undefined {
  const words = ownWordsOf(community, of);
  return words === undefined ? undefined : readOwnWords(services, words, language).value;
}

/** Reads Markdown by the rules for answers: links and channels work, and nobody is pinged. */
export function readOwnWords(
  { editor, speak }: Pick<Call['services'], 'editor' | 'speak'>,
  words: string,
  language: string,
): { readonly value?: readonly Block[]; readonly problems: ReturnType<typeof editor.readAnswer>['problems'] } {
  const { value, problems } = editor.readAnswer(words);
  return value ? { value: blocksIn(value, speak(language)), problems } : { problems };
}
