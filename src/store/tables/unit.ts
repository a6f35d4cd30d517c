import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Unit } from '../../bot/ports/store.ts';
import type { Base } from '../base.ts';
import type { Presence } from '../presence.ts';
import { createAnswers } from './answers.ts';
import { createHeldClaims } from './claims.ts';
import { createDrafts } from './drafts.ts';
import { createInbox } from './inbox.ts';
import { createInvitations } from './invitations.ts';
import { createLog } from './log.ts';
import { createOutbox } from './outbox.ts';
import { createPeople } from './people.ts';
import { createPlaces } from './places.ts';
import type { Schema } from './schema.ts';
import { createSends } from './sends.ts';
import { createTallies } from './tallies.ts';
import { createUnanswered } from './unanswered.ts';
import { createVotes } from './votes.ts';

/** What the end of a transaction has to know of it. */
interface Marks {
  appended: boolean;
  queued: boolean;
  erased: boolean;
}

interface Database {
  readonly db: Kysely<Schema>;
  readonly clock: Base['clock'];
  readonly presence: Presence | undefined;
}

/**
 * @param add makes what was begun a part of the transaction, so that no act is kept by half because nobody waited for
 * it
 */
export function createUnit(
  { db, clock, presence }: Database,
  marks: Marks,
  afterCommit: Unit['afterCommit'],
  add: <T>(begun: Promise<T>) => Promise<T>,
): Unit {
  const mark = (what: keyof Marks) => () => {
    marks[what] = true;
  };
  return new TableUnit({ db, clock, presence, mark, add, afterCommit });
}

interface Parts extends Database {
  readonly mark: (what: keyof Marks) => () => void;
  readonly add: <T>(begun: Promise<T>) => Promise<T>;
  readonly afterCommit: Unit['afterCommit'];
}

/** Most transactions use one or two ports: each is made when it is first asked for. */
class TableUnit implements Unit {
  readonly #parts: Parts;
  readonly #ports = new Map<string, object>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  get log() {
    return this.#port('log', ({ db, mark }) => createLog(db, mark('appended')));
  }
  get people() {
    return this.#port('people', ({ db, presence, mark }) =>
      createPeople({ db, presence }, createLog(db, mark('appended')), mark('erased')),
    );
  }
  get drafts() {
    return this.#port('drafts', createDrafts);
  }
  get invitations() {
    return this.#port('invitations', ({ db }) => createInvitations(db));
  }
  get answers() {
    return this.#port('answers', ({ db }) => createAnswers(db));
  }
  get votes() {
    return this.#port('votes', ({ db }) => createVotes(db));
  }
  get unanswered() {
    return this.#port('unanswered', ({ db }) => createUnanswered(db));
  }
  get tallies() {
    return this.#port('tallies', ({ db }) => createTallies(db));
  }
  get inbox() {
    return this.#port('inbox', ({ db, mark }) => createInbox(db, mark('queued')));
  }
  get outbox() {
    return this.#port('outbox', ({ db, mark }) => createOutbox(db, mark('queued')));
  }
  get places() {
    return this.#port('places', ({ db, mark }) => createPlaces(db, mark('erased')));
  }
  get claims() {
    return this.#port('claims', ({ db }) => createHeldClaims(db));
  }
  get sends() {
    return this.#port('sends', ({ db, clock }) => createSends(db, clock));
  }
  readonly secret = (): Promise<string> => this.#parts.add(readSecret(this.#parts.db));
  readonly afterCommit = (then: () => void): void => this.#parts.afterCommit(then);

  #port<T extends object>(name: string, create: (parts: Parts) => T): T {
    const made = this.#ports.get(name) as T | undefined;
    if (made) return made;
    const { add } = this.#parts;
    const calls = Object.entries(create(this.#parts)) as [string, (...given: unknown[]) => Promise<unknown>][];
    const port = Object.fromEntries(
      calls.map(([call, run]) => [call, (...given: unknown[]) => add(run(...given))]),
    ) as T;
    this.#ports.set(name, port);
    return port;
  }
}

const NAME = 'secret';

/** As transactions run one at a time, of two processes that start at once one makes the secret and both read it. */
async function readSecret(db: Kysely<Schema>): Promise<string> {
  const present = await db.selectFrom('meta').select('value').where('name', '=', NAME).executeTakeFirst();
  if (present) return present.value;
  const value = randomBytes(32).toString('hex');
  await db.insertInto('meta').values({ name: NAME, value }).execute();
  return value;
}
