import type { Store } from '../../bot/ports/store.ts';
import type { Post, Recall } from '../../bot/recall.ts';
import type { Reply } from '../../bot/reply.ts';

/** A recall that can also note what is not urgent, many at once: each commit waits for the disk, and everything else for it. */
export interface GroupedRecall extends Recall {
  /** Notes a reply within a moment; it is found at once. A process that is killed in that moment forgets it. */
  readonly later: (post: Post, reply: Reply) => void;
  /** Waits until everything is noted. */
  readonly flush: () => Promise<void>;
}

const MOMENT_MS = 100;

export function groupedRecall(recall: Recall, store: Pick<Store, 'transact'>, onError: (error: unknown) => void): GroupedRecall {
  let waiting: (readonly [Post, Reply])[] = [];
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  const write = async (): Promise<void> => {
    const batch = waiting;
    waiting = [];
    if (batch.length === 0) return;
    // Each joins the one transaction.
    const all = () => batch.reduce((before, [post, reply]) => before.then(() => recall.posted(post, reply)), Promise.resolve());
    await store.transact(all).catch(onError);
  };
  const flush = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    running = running.then(write);
    return running;
  };
  return {
    ...recall,
    later: (post, reply) => {
      if (!reply.answer) return;
      waiting.push([post, reply]);
      timer ??= setTimeout(() => void flush(), MOMENT_MS);
    },
    flush,
    about: (place, message) => flush().then(() => recall.about(place, message)),
    to: (place, asked) => flush().then(() => recall.to(place, asked)),
    removed: (place, message) => flush().then(() => recall.removed(place, message)),
  };
}
