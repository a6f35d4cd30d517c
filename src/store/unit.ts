import type { Kysely } from 'kysely';
import type { Unit } from '../bot/ports/store.ts';
import { createAnswers } from './answers.ts';
import { createDrafts } from './drafts.ts';
import { createInbox } from './inbox.ts';
import { createInvitations } from './invitations.ts';
import { createLog } from './log.ts';
import { createOutbox } from './outbox.ts';
import { createPeople } from './people.ts';
import type { Schema } from './schema.ts';
import { readSecret } from './secret.ts';
import { createTallies } from './tallies.ts';
import { createUnanswered } from './unanswered.ts';
import { createVotes } from './votes.ts';

/** What the end of a transaction has to know of it. */
interface Marks {
  appended: boolean;
  erased: boolean;
}

export function createUnit(db: Kysely<Schema>, marks: Marks, afterCommit: Unit['afterCommit']): Unit {
  const mark = (what: keyof Marks) => () => {
    marks[what] = true;
  };
  const log = createLog(db, mark('appended'));
  return {
    log,
    people: createPeople(db, log, mark('erased')),
    drafts: createDrafts(db),
    invitations: createInvitations(db),
    answers: createAnswers(db),
    votes: createVotes(db),
    unanswered: createUnanswered(db),
    tallies: createTallies(db),
    inbox: createInbox(db),
    outbox: createOutbox(db),
    secret: () => readSecret(db),
    afterCommit,
  };
}
