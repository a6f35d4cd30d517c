import type { Say } from '../../../bot/answers/messages.ts';
import { type Counts, statisticsOf } from '../../../bot/community/statistics.ts';
import { DAY_MS, dayOf } from '../../../bot/moment.ts';
import type { Tally } from '../../../bot/ports/memory.ts';
import { textIn } from '../../../core/entry/display.ts';
import { NAME } from '../context.ts';
import { addressOf, type View } from './scope.ts';
import { type DataTable, shareOf } from './table.ts';

/** Most entries in the list of those given most often. */
const MOST_ENTRIES = 12;

/** Use of the bot: counts by day, language and platform, and the entries given. */
export interface Use {
  readonly all: Counts;
  readonly helpful: number;
  readonly votes: number;
  /** Every day, oldest first, also without any questions. */
  readonly days: readonly { readonly day: string; readonly counts: Counts }[];
  readonly tables: readonly DataTable[];
  readonly tallies: readonly Tally[];
}

/** Counts of the days shown. */
export async function countsOf({ context, scope: { community, from, to } }: View) {
  const { tallies, votes } = await context.services.attempt.read(async (unit) => ({
    tallies: await unit.tallies.list(community.id, from),
    votes: await unit.votes.count(community.id, from),
  }));
  return { tallies: tallies.filter(({ day }) => day <= to), votes: votes.filter(({ day }) => day <= to) };
}

export async function useOf(view: View): Promise<Use> {
  const { from, to } = view.scope;
  const { tallies, votes } = await countsOf(view);
  const { all, days, helpful, unhelpful, given, liked } = statisticsOf(tallies, votes);
  const counts = new Map(days.map((one) => [one.day, one.counts]));
  const everyDay = daysBetween(from, to).map((day) => ({ day, counts: counts.get(day) ?? NOTHING }));
  const tables = [
    daysTable(view, everyDay),
    groupTable(view, tallies, 'language'),
    groupTable(view, tallies, 'platform'),
    topTable(view, given, new Map(liked.map((one) => [one.entry, one]))),
  ];
  return { all, helpful, votes: helpful + unhelpful, days: everyDay, tables, tallies };
}

const NOTHING: Counts = { asked: 0, answered: 0, offered: 0, unanswered: 0, shadow: 0 };

function daysBetween(from: string, to: string): string[] {
  const days: string[] = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += DAY_MS) days.push(dayOf(new Date(at).toISOString()));
  return days;
}

function daysTable({ reader: { say } }: View, days: Use['days']): DataTable {
  const outcomes = [say('dash-answered'), say('dash-offered'), say('dash-unanswered')];
  const rows = days.map(({ day, counts }) => ({
    cells: [day, counts.asked, counts.answered, counts.offered, counts.unanswered],
  }));
  const columns = [say('dash-day'), say('dash-asked'), ...outcomes];
  return { name: 'days', title: say('dash-days'), columns, rows, empty: say('stats-none') };
}

function groupTable(
  { reader: { say }, context: { services } }: View,
  tallies: readonly Tally[],
  by: 'language' | 'platform',
): DataTable {
  const names = [...new Set(tallies.filter(({ what }) => what === 'asked').map((tally) => tally[by]))];
  const ofGroup = (name: string) => tallies.filter((tally) => tally[by] === name);
  const groups = names
    .map((name) => ({ name, counts: statisticsOf(ofGroup(name), []).all }))
    .sort((a, b) => b.counts.asked - a.counts.asked);
  const all = groups.reduce((sum, { counts }) => sum + counts.asked, 0);
  const words =
    by === 'language'
      ? { name: 'languages', title: say('dash-languages'), column: say('dash-language') }
      : { name: 'platforms', title: say('dash-platforms'), column: say('dash-platform') };
  const rows = groups.map(({ name, counts }) => ({
    cells: [
      by === 'language' ? (services.languages.get(name)?.name ?? name) : sayPlatform(name, say),
      counts.asked,
      shareOf(counts.asked, all),
      shareOf(counts.answered, counts.asked),
    ],
  }));
  const columns = [words.column, say('dash-asked'), say('dash-share'), say('dash-answered-share')];
  return { name: words.name, title: words.title, columns, rows, empty: say('stats-none') };
}

/** A platform's name in words. Only the pages and the terminal have translated names. */
export const sayPlatform = (name: string, say: Say): string =>
  name === NAME
    ? say('page-playground')
    : name === 'console'
      ? say('dash-terminal')
      : name.replace(/^\p{L}/u, (letter) => letter.toUpperCase());

type Liked = ReturnType<typeof statisticsOf>['liked'][number];

function topTable(
  view: View,
  given: readonly { readonly entry: string; readonly count: number }[],
  liked: ReadonlyMap<string, Liked>,
): DataTable {
  const { say } = view.reader;
  const rows = given.map(({ entry, count }) => {
    const { helpful = 0, unhelpful = 0 } = liked.get(entry) ?? {};
    return {
      cells: [titleIn(view, entry), count, shareOf(helpful, helpful + unhelpful), helpful + unhelpful],
      link: { label: say('dash-correct'), href: addressOf('/dashboard/entry', view.scope, { id: entry }) },
    };
  });
  return {
    name: 'top',
    title: say('dash-top'),
    columns: [say('dash-entry'), say('dash-given'), say('dash-helpful-share'), say('dash-votes')],
    rows,
    empty: say('stats-none'),
    most: MOST_ENTRIES,
  };
}

/** An entry's title in the reader's language; its id if it no longer exists. */
export function titleIn({ context: { services }, reader, scope }: View, id: string): string {
  const entry = scope.community.knowledge().all.get(id);
  return (entry && textIn(entry, reader.language, services.languages)?.text.title) ?? id;
}
