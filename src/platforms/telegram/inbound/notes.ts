import { findEntry } from '../../../bot/answers/find-entry.ts';
import type { Place } from '../../../bot/conversation/place.ts';
import { groupManners } from '../../../bot/moderation/group-settings.ts';
import type { Entry } from '../../../core/entry/entry.ts';
import { simplify } from '../../../core/text/chinese.ts';
import { phraseKey } from '../../../core/text/phrase-key.ts';
import type { Context } from '../context.ts';
import type { Words } from './command-words.ts';

/** `#name` and `/get name`, as other bots' notes are called for. */
const HASHTAG = /^#([\p{L}\p{N}\p{M}_]{1,64})$/u;
const GET = /^\/get\s+(\S[\s\S]*)$/i;

/**
 * Words that call for an entry by name as the command that shows it; nothing where they name none of the bot's: a hashtag is anybody's,
 * and a note may be another bot's. All other words as they are.
 */
export function withNote({ services }: Pick<Context, 'services'>, place: Place, words: Words): Words | undefined {
  const [, tag] = HASHTAG.exec(words.text.trim()) ?? [];
  const name = tag ?? GET.exec(words.text.trim())?.[1];
  if (name === undefined) return words;
  const community = services.communities.of(place);
  const { isOnlyNamed, disabled } = groupManners(community);
  const isAsked = words.isCalled || place.isPrivate === true;
  if (!place.isPrivate && (disabled.includes('show') || (isOnlyNamed && !words.isCalled))) return undefined;
  const entry = entryNamed(community.knowledge().entries, name);
  // Who asks this bot for what it does not know is told so.
  return entry || isAsked ? { ...words, text: `/show ${entry?.id ?? name}` } : undefined;
}

/** An entry by its id, its title or one of its phrasings, where `_` may stand for a space or a hyphen. */
export function entryNamed(entries: ReadonlyMap<string, Entry>, name: string): Entry | undefined {
  const exact = [name, name.replaceAll('_', '-'), name.replaceAll('_', ' ')].map((words) => findEntry(entries, words)).find((entry) => entry !== undefined);
  const key = keyOf(name);
  return exact ?? [...entries.values()].find(({ texts }) => [...texts.values()].some(({ phrasings }) => phrasings.some((words) => keyOf(words) === key)));
}

const keyOf = (words: string): string => simplify(phraseKey(words.replaceAll('_', ' ')));
