import type { Generated } from 'kysely';
import type { Kind } from '../../bot/ports/changes.ts';
import type { Draft, Invitation, KeptItem, PostedAnswer, Tally } from '../../bot/ports/memory.ts';

/** The tables, alike in both dialects. Times are ISO 8601 in UTC, so that their order is that of their letters. */
export interface Schema {
  readonly meta: { name: string; value: string };
  readonly acts: ActRow;
  readonly changes: ChangeRow;
  /** Whom and what a change tells of; see mentions.ts. */
  readonly mentions: { name: string; act: number; position: number };
  readonly records: { community: string; kind: Kind; key: string; value: string };
  readonly choices: { person: string; language: string };
  readonly drafts: Draft;
  readonly kept: KeptItem;
  readonly invitations: Invitation;
  readonly answers: PostedAnswer;
  readonly votes: { community: string; person: string; answer: string; entry: string; helpful: number; at: string };
  readonly unanswered: {
    id: Generated<number>;
    community: string;
    text: string;
    language: string;
    count: number;
    first: string;
    last: string;
  };
  readonly tallies: Tally;
  readonly inbox: InboxRow;
  readonly outbox: OutboxRow;
  /** `until` in milliseconds of the database's clock, as `at` below. */
  readonly claims: { name: string; holder: string; until: number };
  readonly sends: { platform: string; place: string; at: number };
  readonly places: { place: string; met_at: string; left_at: string | null };
}

interface ActRow {
  id: Generated<number>;
  community: string;
  person: string;
  place: string;
  at: string;
  command: string;
  why: string;
  forced: string | null;
  undoes: number | null;
  approves: number | null;
  /** 0 or 1: SQLite knows no truth. */
  held: number;
}

interface ChangeRow {
  act: number;
  /** Its place among the changes of its act, from 0. */
  position: number;
  community: string;
  kind: Kind;
  key: string;
  before: string | null;
  after: string | null;
}

interface InboxRow {
  /** Grows with each update that is accepted. */
  position: Generated<number>;
  platform: string;
  id: string;
  queue: string;
  person: string;
  payload: string;
  at: string;
  /** Whether it was, or is not to be because its person was erased; see inbox.ts. */
  handled: number;
}

interface OutboxRow {
  id: Generated<number>;
  platform: string;
  queue: string;
  person: string;
  payload: string;
  due: string;
  attempts: number;
}
