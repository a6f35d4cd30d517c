import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Unit } from '../../bot/ports/store.ts';
import type { Base } from '../base.ts';
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
}

/** @param add makes what was begun a part of the transaction, so that no act is kept by half because nobody waited for it */
export function createUnit({ db, clock }: Database, marks: Marks, afterCommit: Unit['afterCommit'], add: <T>(begun: Promise<T>) => Promise<T>): Unit {
  const mark = (what: keyof Marks) => () => {
    marks[what] = true;
  };
  const adding = <T extends object>(port: T): T => {
    const calls = Object.entries(port) as [string, (...given: unknown[]) => Promise<unknown>][];
    return Object.fromEntries(calls.map(([name, call]) => [name, (...given: unknown[]) => add(call(...given))])) as T;
  };
  const createLogHere = () => createLog(db, mark('appended'));
  // Most transactions use one or two of them.
  return {
    get log() {
      return adding(createLogHere());
    },
    get people() {
      return adding(createPeople(db, createLogHere(), mark('erased')));
    },
    get drafts() {
      return adding(createDrafts(db));
    },
    get invitations() {
      return adding(createInvitations(db));
    },
    get answers() {
      return adding(createAnswers(db));
    },
    get votes() {
      return adding(createVotes(db));
    },
    get unanswered() {
      return adding(createUnanswered(db));
    },
    get tallies() {
      return adding(createTallies(db));
    },
    get inbox() {
      return adding(createInbox(db, mark('queued')));
    },
    get outbox() {
      return adding(createOutbox(db, mark('queued')));
    },
    get places() {
      return adding(createPlaces(db, mark('erased')));
    },
    get claims() {
      return adding(createHeldClaims(db));
    },
    get sends() {
      return adding(createSends(db, clock));
    },
    secret: () => add(readSecret(db)),
    afterCommit,
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
