import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { ActLog, Unit } from '../../bot/ports/store.ts';
import type { Base } from '../base.ts';
import { createAnswers } from './answers.ts';
import { createHeldClaims } from './claims.ts';
import { createDrafts, createInvitations, createKept } from './expiring.ts';
import { createFaqPosts } from './faq-posts.ts';
import { createInbox } from './inbox.ts';
import { createLog } from './log.ts';
import { createOutbox, createSends } from './outbox.ts';
import { createCredits, createPeople } from './people.ts';
import { createPlaces } from './places.ts';
import { createQuestions } from './questions.ts';
import type { Schema } from './schema.ts';
import { createSignals } from './signals.ts';
import { createTallies } from './tallies.ts';
import { createVotes } from './votes.ts';

/** Marks that the end of a transaction needs. */
export interface Marks {
  /** Acts were added to the log. */
  appended: boolean;
  /** Something waits in the inbox or the outbox. */
  queued: boolean;
  /** Something waits in the outbox that nobody has handed on. */
  posted: boolean;
  /** A person was removed. */
  erased: boolean;
  /** They run once it is on disk. */
  readonly callbacks: (() => void)[];
}

export const createMarks = (): Marks => ({
  appended: false,
  queued: false,
  posted: false,
  erased: false,
  callbacks: [],
});

export function createUnit(db: Kysely<Schema>, clock: Base['clock'], marks: Marks): Unit {
  const mark = (what: 'appended' | 'queued' | 'erased') => () => {
    marks[what] = true;
  };
  const log = (): ActLog => createLog(db, mark('appended'));
  // Most transactions need two or three tables: each is made where it is used.
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
    secret: () => readSecret(db),
    afterCommit: (then) => void marks.callbacks.push(then),
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
