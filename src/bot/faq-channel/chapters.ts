import type { Block, Inline } from '../../core/entry/blocks.ts';
import { textIn } from '../../core/entry/display.ts';
import type { Entry, EntryText } from '../../core/entry/entry.ts';
import { baseOf } from '../../core/text/language.ts';
import { composeEntry } from '../answers/compose.ts';
import { paragraph, text } from '../answers/reply.ts';
import { type Call, callOf } from '../command.ts';
import type { Community } from '../community/community.ts';
import type { Place } from '../conversation/place.ts';
import { pause } from '../delivery/pause.ts';
import type { Services } from '../services.ts';
import { faqLanguages, faqTopics } from './setting.ts';

/** An entry as the FAQ shows it. */
export interface FaqItem {
  readonly id: string;
  readonly language: string;
  readonly title: string;
  /** Its answer, and its small print. */
  readonly blocks: readonly Block[];
  readonly topics: readonly string[];
}

/** Entries of one topic in one language, in the order of their ids. */
export interface Chapter {
  readonly language: string;
  /** Undefined if no entry has a topic. */
  readonly topic: string | undefined;
  readonly items: readonly FaqItem[];
}

/** Most entries of a FAQ: nobody reads more, and each change renders all of them again. */
const MOST = 1000;

/**
 * A community's answers by language and topic. An entry appears once for each language in which it is written; one that
 * is written in none of them appears under the first.
 * @param place with its channel
 * @returns `left` is the number of entries for which there is no room
 */
export async function chaptersOf(
  services: Services,
  community: Community,
  place: Place,
): Promise<{ readonly chapters: readonly Chapter[]; readonly left: number }> {
  const { languages } = services;
  const all = [...community.knowledge().entries.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const chosen = faqLanguages(community, services);
  const isIn = (entry: Entry, language: string): boolean =>
    baseOf(textIn(entry, language, languages)?.language ?? '') === baseOf(language);
  const strays = new Set(all.filter((entry) => !chosen.some((language) => isIn(entry, language))));
  const chapters = chosen.flatMap((language, at) => {
    const own = all.filter((entry) => (at === 0 && strays.has(entry)) || isIn(entry, language));
    const call = callOf(services, { person: '', place: { ...place, platform: '' }, community, language });
    return inTopics(own, call, faqTopics(community));
  });
  let room = MOST;
  const kept = chapters.flatMap((chapter) => {
    const entries = chapter.entries.slice(0, room);
    room -= entries.length;
    return entries.length > 0 ? [{ ...chapter, entries }] : [];
  });
  const shown: Chapter[] = [];
  for (const { call, topic, entries } of kept) {
    shown.push({ language: call.language, topic, items: entries.map((entry) => itemOf(entry, call)) });
    // Gives other work a turn.
    await pause(0);
  }
  const count = (some: readonly { readonly entries: readonly Entry[] }[]): number =>
    some.reduce((sum, { entries }) => sum + entries.length, 0);
  return { chapters: shown, left: count(chapters) - count(kept) };
}

interface Group {
  readonly call: Call;
  readonly topic: string | undefined;
  readonly entries: readonly Entry[];
}

/**
 * Groups entries by topic, each under one: the first chosen topic that it has, else, if none were chosen, its own first
 * topic. If topics were chosen, entries without any of them are left out.
 */
function inTopics(entries: readonly Entry[], call: Call, chosen: readonly string[] | undefined): Group[] {
  const topicOf = ({ tags }: EntryText): string | undefined =>
    chosen ? chosen.find((topic) => tags.some((tag) => isSame(tag, topic))) : tags[0];
  const byTopic = new Map<string, Entry[]>();
  for (const entry of entries) {
    const shown = textIn(entry, call.language, call.services.languages);
    const topic = (shown && topicOf(shown.text)) ?? '';
    byTopic.set(topic, [...(byTopic.get(topic) ?? []), entry]);
  }
  const others = byTopic.get('') ?? [];
  byTopic.delete('');
  if (chosen) return chosen.flatMap((topic) => [{ call, topic, entries: byTopic.get(topic) ?? [] }]);
  const named = [...byTopic]
    .sort(([a], [b]) => a.localeCompare(b, call.language))
    .map(([topic, some]) => ({ call, topic, entries: some }));
  return [...named, { call, topic: named.length > 0 ? call.say('faq-others') : undefined, entries: others }];
}

const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

function itemOf(entry: Entry, call: Call): FaqItem {
  const { title = '', blocks, notes, language } = composeEntry(entry, call);
  const print = notes.flatMap((note, at): Inline[] => [...(at > 0 ? [{ kind: 'break' } as const] : []), ...note]);
  return {
    id: entry.id,
    language,
    title,
    blocks: [...blocks, ...(print.length > 0 ? [paragraph({ kind: 'emphasis', children: print })] : [])],
    topics: textIn(entry, language, call.services.languages)?.text.tags ?? [],
  };
}

/** An item's blocks below its title. */
export const titled = ({ title, blocks }: Pick<FaqItem, 'title' | 'blocks'>): Block[] => [
  paragraph({ kind: 'strong', children: [text(title)] }),
  ...blocks,
];
