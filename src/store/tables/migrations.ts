import { type Expression, type Kysely, type Migration, Migrator, type RawBuilder } from 'kysely';
import { StoreError } from '../../bot/ports/store.ts';
import { capital, translate, Unexplained } from '../errors.ts';
import { claims } from './migrations/claims.ts';
import { first } from './migrations/first.ts';
import { lateChanges } from './migrations/late-changes.ts';
import { mentions } from './migrations/mentions.ts';
import { newestActs } from './migrations/newest-acts.ts';
import { places } from './migrations/places.ts';
import { privatePlaces } from './migrations/private-places.ts';
import { removedModerators } from './migrations/removed-moderators.ts';
import { signedOut } from './migrations/signed-out.ts';
import { waitingActs } from './migrations/waiting-acts.ts';
import type { Schema } from './schema.ts';

/** What a dialect calls the types of columns. */
export interface Types {
  /** Compared byte by byte, so that both dialects put rows in the same order. */
  readonly text: Expression<unknown>;
  readonly whole: Expression<unknown>;
  /** A primary key that grows with each row and never comes twice. */
  readonly id: Expression<unknown>;
  /** Ends a table whose rows stand in the order of its primary key, where a dialect knows that. */
  readonly inOrder: Expression<unknown>;
  /** Runs a statement after each row that is added to a table; it knows the row as `new`. */
  readonly afterInsert: (table: string, name: string, statement: string) => readonly RawBuilder<unknown>[];
}

/** Every step of the schema, in order. A step that was ever released never changes; its name never changes either. */
const migrations = (types: Types): Record<string, Migration> => ({
  '001-first': first(types),
  '002-private-places': privatePlaces,
  '003-places': places(types),
  '004-newest-acts': newestActs,
  '005-claims': claims(types),
  '006-waiting-acts': waitingActs,
  '007-mentions': mentions(types),
  '008-signed-out': signedOut,
  '009-late-changes': lateChanges(types),
  '010-removed-moderators': removedModerators,
});

/**
 * Brings the tables up to date, all steps in one transaction.
 * @param where names the database in messages
 * @throws StoreError where the tables were made by a newer program, or a step fails
 */
export async function migrate(db: Kysely<Schema>, types: Types, where: string): Promise<void> {
  const steps = migrations(types);
  const { error } = await new Migrator({ db, provider: { getMigrations: async () => steps } }).migrateToLatest();
  if (error === undefined) return;
  const strange = await unknownSteps(db, steps);
  if (strange.length > 0)
    throw new StoreError(
      `${capital(where)} was last used by a newer version of this program (step ${strange.join(', ')} is unknown here). Install that version, or set DATABASE_URL to another database.`,
      { isLasting: true },
    );
  if (error instanceof Unexplained)
    throw new StoreError(
      `${error.message}. Perhaps these are tables of another program: set DATABASE_URL to an empty database.`,
      { cause: error, isLasting: true },
    );
  throw translate(error, where);
}

async function unknownSteps(db: Kysely<Schema>, steps: Readonly<Record<string, Migration>>): Promise<string[]> {
  const done = await db
    .withTables<{ kysely_migration: { name: string } }>()
    .selectFrom('kysely_migration')
    .select('name')
    .execute()
    .catch(() => []);
  return done.map(({ name }) => name).filter((name) => !(name in steps));
}
