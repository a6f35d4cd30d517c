import type { Generated } from 'kysely';
import type { ActHead, Change, StoredRecord } from '../../bot/ports/changes.ts';
import type { OutboxMessage, Update } from '../../bot/ports/delivery.ts';
import type {
  ChangeDraft,
  FaqPost,
  Invitation,
  KeptItem,
  PostedAnswer,
  StoredSignal,
  Tally,
  Vote,
} from '../../bot/ports/memory.ts';
import type { Asker, Credit, NewQuestion } from '../../bot/ports/questions.ts';

/** The tables, alike in both dialects. Times are ISO 8601 in UTC, so that their order is that of their letters. */
export interface Schema {
  readonly meta: { name: string; value: string };
  readonly acts: ActHead & { id: Generated<number> };
  /** `position` is its place among the changes of its act, from 0. */
  readonly changes: Change & { act: number; position: number };
  /** People, places and reasons in a change; see acts.ts. */
  readonly mentions: { name: string; act: number; position: number };
  readonly records: StoredRecord;
  readonly choices: { person: string; language: string };
  /** Who wants answers only when they address the bot. */
  readonly quiet: { person: string };
  readonly drafts: ChangeDraft;
  readonly kept: KeptItem;
  readonly invitations: Invitation;
  readonly answers: PostedAnswer;
  readonly votes: Omit<Vote, 'helpful'> & { helpful: number };
  readonly questions: NewQuestion & { id: Generated<number> };
  readonly askers: Asker;
  readonly signals: StoredSignal;
  readonly credits: Credit;
  readonly tallies: Tally;
  /** `position` grows with each update that is accepted; for the values of `handled` see delivery.ts. */
  readonly inbox: Update & { position: Generated<number>; handled: number };
  readonly outbox: Omit<OutboxMessage, 'id'> & { id: Generated<number> };
  /** `until` in milliseconds of the database's clock, as `at` below. */
  readonly claims: { name: string; holder: string; until: number };
  readonly sends: { platform: string; place: string; at: number };
  readonly faq_posts: FaqPost;
  readonly places: { place: string; met_at: string; left_at: string | null };
}
