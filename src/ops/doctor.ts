import { isDamaged, nameOfDamaged } from '../bot/community/communities.ts';
import type { Place } from '../bot/conversation/place.ts';
import { dayOf, daysBefore } from '../bot/moment.ts';
import type { Platform } from '../bot/platform/platform.ts';
import type { StoredRecord } from '../bot/ports/changes.ts';
import { type Diagnosis, good, trouble } from '../bot/ports/diagnosis.ts';
import type { Services } from '../bot/services.ts';
import { tryToWrite } from './try-to-write.ts';

/** Days without a change after which a pack should be reviewed. */
const OLD_DAYS = 365;

/** Most problems that are named; others are counted. */
const MOST_PROBLEMS = 3;

export interface Examined extends Pick<Services, 'store' | 'knowledge' | 'now'> {
  /** The database's file, shown to the operator only. Default: none. */
  readonly file?: DatabaseFile;
  /** Version of the bot. Default: not shown. */
  readonly version?: string;
}

interface DatabaseFile {
  readonly path: string;
  readonly isThere: boolean;
  /** The command with which the doctor is called. */
  readonly command: string;
}

/**
 * Checks everything that is often set up wrongly: the installation itself, then each platform. Never rejects.
 * @param place the only place that results may name. Default: all
 */
export async function diagnose(
  services: Examined,
  platforms: readonly Pick<Platform, 'name' | 'checks'>[] = [],
  place?: Place,
): Promise<readonly Diagnosis[]> {
  // All records are read only for the operator, as that takes long and concerns nobody else.
  const { version } = services;
  const own = [
    ...(version === undefined ? [] : [good('diagnosis-version', { version, node: process.versions.node })]),
    ...(await database(services)),
    ...(place ? [] : await damaged(services)),
    ...knowledge(services),
    ...refused(services),
    ...unreached(services),
    ...cache(services),
  ];
  const theirs = await Promise.all(
    platforms.map(async ({ name, checks }) => (await checks?.(place).catch(() => [unreachable(name)])) ?? []),
  );
  return [...own, ...theirs.flat()];
}

const unreachable = (name: string): Diagnosis =>
  trouble('bad', { key: 'diagnosis-unreachable', values: { name } }, { key: 'cure-unreachable', values: { name } });

async function database({ store, file }: Examined): Promise<Diagnosis[]> {
  if (file && !file.isThere)
    return [
      trouble(
        'warning',
        { key: 'diagnosis-database-none', values: { file: file.path } },
        { key: 'cure-database-none', values: { command: file.command } },
      ),
    ];
  try {
    await tryToWrite(store, 'doctor');
    const well = file ? good('diagnosis-database-file', { file: file.path }) : good('diagnosis-database');
    return [well, ...lacking(await store.missing())];
  } catch (error) {
    const why = error instanceof Error && error.name === 'StoreError' ? error.message : 'error';
    return [trouble('bad', { key: 'diagnosis-database-bad', values: { why } }, { key: 'cure-database' })];
  }
}

function lacking(names: readonly string[]): Diagnosis[] {
  if (names.length === 0) return [];
  return [trouble('bad', { key: 'diagnosis-tables', values: { names: shortList(names) } }, { key: 'cure-tables' })];
}

/** The first names, and the number of others. */
function shortList(names: readonly string[]): string {
  const rest = names.length - MOST_PROBLEMS;
  return [...names.slice(0, MOST_PROBLEMS), ...(rest > 0 ? [`+${rest}`] : [])].join(', ');
}

/** Records that are read at once, so that others get their turn in between. */
const PAGE = 2000;

async function damaged({ store }: Examined): Promise<Diagnosis[]> {
  const found: StoredRecord[] = [];
  try {
    for (let page = await store.read(({ log }) => log.recordsAfter(undefined, PAGE)); page.length > 0; ) {
      found.push(...page.filter(isDamaged));
      const last = page.at(-1);
      page = await store.read(({ log }) => log.recordsAfter(last, PAGE));
    }
  } catch {
    // Another check reports that the database cannot be used.
    return [];
  }
  if (found.length === 0) return [];
  const rest = found.length - MOST_PROBLEMS;
  const records = [...found.slice(0, MOST_PROBLEMS).map(nameOfDamaged), ...(rest > 0 ? [`+${rest}`] : [])].join('; ');
  return [trouble('bad', { key: 'diagnosis-damaged', values: { records } }, { key: 'cure-damaged' })];
}

function knowledge({ knowledge: source, now }: Examined): Diagnosis[] {
  const entries = [...source.current().entries.values()];
  if (entries.length === 0) return [trouble('bad', { key: 'diagnosis-empty' }, { key: 'cure-empty' })];
  const today = dayOf(now());
  const old = dayOf(daysBefore(now(), OLD_DAYS));
  // Example packs are not the owner's to review.
  const examples = new Set(source.current().packs.flatMap(({ name, example }) => (example ? [name] : [])));
  const own = entries.filter(({ pack }) => !examples.has(pack));
  const texts = own.flatMap((entry) => [...entry.texts.values()]);
  const overdue = texts.filter(({ reviewBy }) => reviewBy !== undefined && reviewBy <= today).length;
  const aged = texts.filter(
    ({ asOf, status, reviewBy }) => asOf !== undefined && asOf < old && status === 'current' && reviewBy === undefined,
  ).length;
  const found: Diagnosis[] = [good('diagnosis-knowledge', { count: entries.length })];
  if (overdue > 0)
    found.push(trouble('warning', { key: 'diagnosis-overdue', values: { count: overdue } }, { key: 'cure-overdue' }));
  if (aged > 0) found.push(trouble('warning', { key: 'diagnosis-old', values: { count: aged } }, { key: 'cure-old' }));
  return found;
}

function refused({ knowledge: source }: Examined): Diagnosis[] {
  const problems = source.refused();
  if (problems.length === 0) return [];
  const rest = problems.length - MOST_PROBLEMS;
  const named = [
    ...problems.slice(0, MOST_PROBLEMS),
    ...(rest > 0 ? [{ key: 'reload-more', values: { count: rest } }] : []),
  ];
  return [trouble('bad', { key: 'diagnosis-refused', values: { problems: named } }, { key: 'cure-refused' })];
}

function unreached({ knowledge: source }: Examined): Diagnosis[] {
  const failure = source.repository?.unreached();
  if (!failure) return [];
  const found = {
    key: 'diagnosis-repository',
    values: { why: failure.why, since: `${failure.since.slice(0, 16).replace('T', ' ')} UTC` },
  };
  return [trouble('warning', found, { key: 'cure-repository' })];
}

function cache({ knowledge: source }: Examined): Diagnosis[] {
  const why = source.learning().cacheFailure;
  return why === undefined
    ? []
    : [trouble('warning', { key: 'diagnosis-cache-bad', values: { why } }, { key: 'cure-cache' })];
}
