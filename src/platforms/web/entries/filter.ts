import { isPinsText } from '../../../bot/community/own-entries.ts';
import { statisticsOf, type UseOfEntry } from '../../../bot/community/statistics.ts';
import { dayOf } from '../../../bot/moment.ts';
import { textIn, titleIn } from '../../../core/entry/display.ts';
import type { Entry, EntryText } from '../../../core/entry/entry.ts';
import type { View } from '../dashboard/scope.ts';
import { countsOf } from '../dashboard/use.ts';
import { search } from './search.ts';

export const STATES = ['all', 'overdue', 'disputed', 'outdated', 'bare', 'taught', 'changed', 'retired'] as const;
export const ORDERS = ['title', 'asked', 'helped'] as const;
/** Prefix of a language, for entries without a text in it. */
export const LACKING = '-';

/** Filter of the list; empty strings filter nothing. */
export interface Filter {
  /** Words or a question. */
  readonly words: string;
  readonly pack: string;
  readonly topic: string;
  /** A language tag; with `-` before it, entries without a text in that language. */
  readonly language: string;
  readonly state: (typeof STATES)[number];
  readonly order: (typeof ORDERS)[number];
  /** 1 or more. */
  readonly page: number;
}

/** An entry of the list, with its use in the days shown. */
export interface EntryRow extends UseOfEntry {
  readonly entry: Entry;
  readonly title: string;
  readonly isRetired: boolean;
  readonly isTaught: boolean;
  readonly isChanged: boolean;
  /** Whether it is only similar to the search text, and does not contain all its words. */
  readonly isSimilar: boolean;
}

export const PER_PAGE = 40;

export function filterOf(query: (name: string) => string | undefined): Filter {
  const one = <T extends string>(name: string, all: readonly [T, ...T[]]): T =>
    all.find((value) => value === query(name)) ?? all[0];
  const page = Number(query('page') ?? 1);
  return {
    words: (query('q') ?? '').trim().slice(0, 500),
    pack: query('pack') ?? '',
    topic: query('topic') ?? '',
    language: query('in') ?? '',
    state: one('state', STATES),
    order: one('order', ORDERS),
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
  };
}

/** Every entry that passes the filter, in order. */
export async function entriesFor(view: View, filter: Filter): Promise<EntryRow[]> {
  const { context, reader, scope } = view;
  const { services } = context;
  const { all, entries, retired, unreadable } = scope.community.knowledge();
  const { state } = scope.community;
  const changed = new Set(
    [...state.rawAll('entry'), ...state.rawAll('phrasings')].map(([key]) => key.slice(key.indexOf('/') + 1)),
  );
  const { tallies, votes } = await countsOf(view);
  const statistics = statisticsOf(tallies, votes);
  const given = new Map(statistics.given.map(({ entry, count }) => [entry, count]));
  const liked = new Map(statistics.liked.map((one) => [one.entry, one]));
  const listed = [...all.values()]
    .filter(({ id }) => !isPinsText(id) && (entries.has(id) || retired.has(id) || unreadable.has(id)))
    .map((entry): EntryRow => {
      const isTaught = !services.knowledge.current().entries.has(entry.id);
      const { helpful = 0, unhelpful = 0 } = liked.get(entry.id) ?? {};
      const title = titleIn(entry, reader.language, services.languages) ?? entry.id;
      return {
        entry,
        title,
        isRetired: retired.has(entry.id),
        isTaught,
        isChanged: changed.has(entry.id) && !isTaught,
        isSimilar: false,
        given: given.get(entry.id) ?? 0,
        helpful,
        votes: helpful + unhelpful,
      };
    });
  const today = dayOf(services.now());
  return inOrder(
    view,
    listed.filter((one) => fits(one, filter, today)),
    filter,
  );
}

function fits(
  { entry, isRetired, isTaught, isChanged }: EntryRow,
  { pack, topic, language, state }: Filter,
  today: string,
): boolean {
  const { texts } = entry;
  if (pack !== '' && entry.pack !== pack) return false;
  // Topics are compared in all languages, as people with different languages share the URL.
  if (topic !== '' && ![...texts.values()].some(({ tags }) => tags.includes(topic))) return false;
  if (
    language !== '' &&
    (language.startsWith(LACKING) ? texts.has(language.slice(LACKING.length)) : !texts.has(language))
  )
    return false;
  if (isRetired !== (state === 'retired')) return false;
  const some = (is: (text: EntryText) => boolean): boolean => [...texts.values()].some(is);
  switch (state) {
    case 'overdue':
      return some(({ reviewBy }) => reviewBy !== undefined && reviewBy <= today);
    case 'disputed':
    case 'outdated':
      return some(({ status }) => status === state);
    case 'bare':
      return some(({ phrasings }) => phrasings.length === 0);
    case 'taught':
      return isTaught;
    case 'changed':
      return isChanged;
    case 'all':
    case 'retired':
      return true;
  }
}

/** An entry's topics in the reader's language, if it has a text in that language. */
export const topicsOf = (
  entry: Entry,
  { context: { services }, reader: { language } }: Pick<View, 'context' | 'reader'>,
): readonly string[] => textIn(entry, language, services.languages)?.text.tags ?? [];

/** Entries that contain the words come before merely similar ones. */
async function inOrder(view: View, listed: readonly EntryRow[], { words, order }: Filter): Promise<EntryRow[]> {
  const compare = new Intl.Collator(view.reader.language, { numeric: true }).compare;
  const byTitle = (a: EntryRow, b: EntryRow): number => compare(a.title, b.title);
  const byUse = {
    title: () => 0,
    asked: (a: EntryRow, b: EntryRow) => b.given - a.given,
    // Entries with the most votes against them come first.
    helped: (a: EntryRow, b: EntryRow) => b.votes - b.helpful - (a.votes - a.helpful),
  }[order];
  if (words === '') return [...listed].sort((a, b) => byUse(a, b) || byTitle(a, b));
  const hits = await search(
    view,
    words,
    listed.map(({ entry }) => entry),
  );
  return listed
    .flatMap((one) => {
      const found = hits.get(one.entry.id);
      return found ? [{ ...found, one: { ...one, isSimilar: found.isSimilar } }] : [];
    })
    .sort(
      (a, b) =>
        Number(a.isSimilar) - Number(b.isSimilar) ||
        byUse(a.one, b.one) ||
        a.part - b.part ||
        a.place - b.place ||
        byTitle(a.one, b.one),
    )
    .map(({ one }) => one);
}
