import type { Store } from '../ports/store.ts';

const DAY_MS = 86_400_000;
/** Answers that are older are no longer corrected, and platforms repeat no update after so long. */
const KEPT_DAYS = 14;

/** Forgets what has served its time: drafts, codes, posted answers, ids of handled updates. @param now ISO 8601 */
export async function tidy(store: Store, now: string): Promise<void> {
  const before = new Date(Date.parse(now) - KEPT_DAYS * DAY_MS).toISOString();
  await store.transact(async ({ drafts, invitations, answers, inbox, sends }) => {
    await drafts.prune(now);
    await invitations.prune(now);
    await answers.prune(before);
    await inbox.prune(before);
    await sends.prune(DAY_MS);
  });
}
