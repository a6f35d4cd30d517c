import type { Reply } from '../../../bot/answers/reply.ts';
import type { Post, Recall } from '../../../bot/conversation/recall.ts';
import { createLull } from '../../../bot/lull.ts';
import type { Store } from '../../../bot/ports/store.ts';

/**
 * A recall that can also note what is not urgent, many at once: each commit waits for the disk, and everything else for
 * it.
 */
export interface GroupedRecall extends Recall {
  /** Notes a reply within a moment; `about` knows it at once. A process that is killed in that moment forgets it. */
  readonly later: (post: Post, reply: Reply) => void;
  /** Waits until everything is noted. Not inside a transaction: it would wait for itself. */
  readonly flush: () => Promise<void>;
}

const MOMENT_MS = 500;

export function groupedRecall(
  recall: Recall,
  store: Pick<Store, 'transact'>,
  onError: (error: unknown) => void,
): GroupedRecall {
  /** What is not on disk yet, by place and message. */
  const pending = new Map<string, readonly [Post, Reply]>();
  const keyOf = (place: string, message: string): string => `${place} ${message}`;
  let running = Promise.resolve();
  const write = async (): Promise<void> => {
    const batch = [...pending];
    if (batch.length === 0) return;
    // Each joins the one transaction.
    const all = () =>
      batch.reduce((before, [, [post, reply]]) => before.then(() => recall.posted(post, reply)), Promise.resolve());
    await store.transact(all).catch(onError);
    for (const [key, one] of batch) if (pending.get(key) === one) pending.delete(key);
  };
  const flush = (): Promise<void> => {
    lull.cancel();
    running = running.then(write);
    return running;
  };
  const lull = createLull(() => void flush(), MOMENT_MS);
  return {
    ...recall,
    later: (post, reply) => {
      if (!reply.answer) return;
      pending.set(keyOf(post.place, post.message), [post, reply]);
      lull.stir();
    },
    flush,
    about: async (place, message) => {
      const answer = pending.get(keyOf(place, message))?.[1].answer;
      return answer ? { entry: answer.entry, question: answer.question, message } : recall.about(place, message);
    },
    parts: async (place, message) => {
      const [post] = pending.get(keyOf(place, message)) ?? [];
      if (!post) return recall.parts(place, message);
      const together = [...pending.values()].filter(
        ([one]) => post.asked !== '' && one.place === place && one.asked === post.asked,
      );
      return [...new Set([message, ...together.map(([one]) => one.message)])];
    },
    among: async (place, messages) => {
      const { answers, asked } = await recall.among(place, messages);
      return {
        answers: new Set([...answers, ...messages.filter((message) => pending.has(keyOf(place, message)))]),
        asked,
      };
    },
    removed: async (place, message) => {
      if (pending.delete(keyOf(place, message))) await running;
      await recall.removed(place, message);
    },
  };
}
