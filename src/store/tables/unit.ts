import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import { Outdated, type Session, type Store, type Unit } from '../../bot/ports/store.ts';
import type { Base } from '../base.ts';
import { createHeldClaims, createInbox, createOutbox, createSends } from './delivery.ts';
import { createLog } from './log.ts';
import {
  createAnswers,
  createDrafts,
  createFaqPosts,
  createInvitations,
  createKept,
  createSignals,
  createVotes,
} from './memory.ts';
import { createCredits, createPeople } from './people.ts';
import { createPlaces } from './places.ts';
import { createQuestions } from './questions.ts';
import type { Schema } from './schema.ts';
import { createTallies } from './tallies.ts';

/** State that is needed at the end of a transaction. */
export interface Marks {
  /** Acts were added to the log. */
  appended: boolean;
  /** Something was added to the inbox or the outbox. */
  queued: boolean;
  /** A message was added to the outbox that its caller does not give to the sender itself. */
  posted: boolean;
  /** A person or a place was removed. */
  erased: boolean;
  /** Callbacks that run after the commit. */
  readonly callbacks: (() => void)[];
}

export const createMarks = (): Marks => ({
  appended: false,
  queued: false,
  posted: false,
  erased: false,
  callbacks: [],
});

/** The tables inside a transaction. */
export function createUnit(db: Kysely<Schema>, clock: Base['clock'], marks: Marks) {
  const mark = (what: 'appended' | 'queued' | 'erased') => () => {
    marks[what] = true;
  };
  const log = () => createLog(db, mark('appended'));
  // Most transactions need two or three tables: each is made when it is asked for.
  return {
    get log() {
      return log();
    },
    get people() {
      return createPeople(db, log(), mark('erased'));
    },
    get drafts() {
      return createDrafts(db);
    },
    get kept() {
      return createKept(db);
    },
    get invitations() {
      return createInvitations(db);
    },
    get answers() {
      return createAnswers(db);
    },
    get votes() {
      return createVotes(db);
    },
    get questions() {
      return createQuestions(db);
    },
    get signals() {
      return createSignals(db);
    },
    get credits() {
      return createCredits(db);
    },
    get tallies() {
      return createTallies(db);
    },
    get inbox() {
      return createInbox(db, mark('queued'), () => marks.erased);
    },
    get outbox() {
      return createOutbox(db, (isHandedOn) => {
        marks.queued = true;
        marks.posted ||= !isHandedOn;
      });
    },
    get faqPosts() {
      return createFaqPosts(db);
    },
    get places() {
      return createPlaces(db, mark('erased'));
    },
    get claims() {
      return createHeldClaims(db);
    },
    get sends() {
      return createSends(db, clock);
    },
    /**
     * The installation's own secret, made at the first start: 32 bytes in hex. Keys the hashes of people and signs
     * buttons.
     */
    secret: () => readSecret(db),
    /** Runs after the commit, or after the reading; not at all if it fails. */
    afterCommit: (then: () => void) => void marks.callbacks.push(then),
  };
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

type Transact = <T>(work: (unit: Unit) => Promise<T>) => Promise<T>;

export function createSession(store: Pick<Store, 'read' | 'inSteps'> & { readonly transact: Transact }): Session {
  let held: Promise<Held> | undefined;
  let isOver = false;
  /** If any part failed, the transaction is rolled back, even if the caller ignored the error. */
  let failure: { readonly reason: unknown } | undefined;
  const write: Transact = async (work) => {
    held ??= hold(store.transact);
    const { unit } = await held;
    return work(unit).catch((reason: unknown) => {
      failure ??= { reason };
      throw reason;
    });
  };
  return {
    read: (work) => (held && !isOver ? write(work) : store.read(work)),
    write: (work) => (isOver ? store.transact(work) : write(work)),
    inSteps: async (step) => {
      if (!held || isOver) return store.inSteps(step);
      while (await write(step));
    },
    hasWritten: () => held !== undefined,
    commit: async (last) => {
      if (failure) throw failure.reason;
      await write(last);
      isOver = true;
      await (await held)?.commit();
    },
    rollback: async (error) => {
      isOver = true;
      const ending: unknown = await held?.then(({ rollback }) => rollback(error)).catch((reason: unknown) => reason);
      return ending instanceof Outdated ? ending : error;
    },
  };
}

/** A transaction that stays open until it is told to end. */
interface Held {
  readonly unit: Unit;
  /** @throws Outdated if the connection was lost and nothing was kept. */
  readonly commit: () => Promise<void>;
  /** @throws the error */
  readonly rollback: (error: unknown) => Promise<void>;
}

/** Resolves as soon as the transaction is open. @param transact may run work again if the connection was lost */
function hold(transact: Transact): Promise<Held> {
  return new Promise((resolve, reject) => {
    let hasBegun = false;
    let finish = (): void => undefined;
    let fail = (_error: unknown): void => undefined;
    const told = new Promise<void>((done, failed) => {
      [finish, fail] = [done, failed];
    });
    const ended = transact((unit) => {
      // More work may have joined the transaction, so only the caller can begin again.
      if (hasBegun) return Promise.reject(new Outdated());
      hasBegun = true;
      const end = (tell: () => void): Promise<void> => {
        tell();
        return ended;
      };
      resolve({ unit, commit: () => end(finish), rollback: (error) => end(() => fail(error)) });
      return told;
    });
    ended.catch(reject);
  });
}
