import type { Community } from '../community/community.ts';
import { placeOfKey } from '../conversation/place.ts';
import type { FaqPost } from '../ports/memory.ts';
import { keepMessages, removeMessage } from './messages.ts';
import type { FaqSpot, Lack } from './port.ts';
import { isPost, keepPosts, removePost } from './posts.ts';
import { FAQ_OFF, FAQ_REMOVE, faqSpot } from './setting.ts';
import { type FaqWork, forget, PIN, postsAt, write } from './work.ts';

/** Stored instead of a hash after the FAQ was turned off: the message stays as it is. */
const LEFT = 'left';

/**
 * Brings a place's posted messages in line with the entries. May be interrupted at any point: the next run compares
 * again and continues from there.
 * @param key of the place
 * @returns problems that moderators should know
 * @throws errors of the port
 */
export async function keepFaq<Shown>(
  work: FaqWork<Shown>,
  community: Community,
  key: string,
): Promise<readonly Lack[]> {
  const choice = faqSpot(community, placeOfKey(key));
  const posts = await postsAt(work, key);
  if (choice === FAQ_OFF) {
    const stay = posts.filter(({ hash }) => hash !== LEFT);
    if (stay.length > 0)
      await write(work, async ({ faqPosts }) => {
        for (const post of stay) await faqPosts.save({ ...post, hash: LEFT });
      });
    return [];
  }
  if (choice === FAQ_REMOVE) {
    for (const post of posts.toReversed()) await takeAway(work, post);
    await unpin(work, key);
    return [];
  }
  const spot = spotAt(key, choice.channel);
  const elsewhere = posts.filter(({ channel }) => channel !== spot.channel);
  for (const post of elsewhere.toReversed()) await leave(work, post);
  if (elsewhere.length > 0) await unpin(work, key);
  const layout = await work.port.layoutOf(spot);
  const known = await work.services.communities.prepared(spot.place);
  return layout === 'posts' ? keepPosts(work, known, spot) : keepMessages(work, known, spot, layout === 'texts');
}

const spotAt = (key: string, channel: string): FaqSpot => ({
  key,
  channel,
  place: { ...placeOfKey(key), channel: channel || undefined },
});

/** Forgets which message is pinned. */
const unpin = <Shown>(work: FaqWork<Shown>, place: string): Promise<void> =>
  write(work, ({ faqPosts }) => faqPosts.remove({ place, slot: PIN }));

/**
 * Removes a message from a channel that is no longer the FAQ's; it is only forgotten if moderators wanted it to stay,
 * or if the bot has no access any more.
 */
async function leave<Shown>(work: FaqWork<Shown>, post: FaqPost): Promise<void> {
  if (post.hash === LEFT) return forget(work, post);
  await takeAway(work, post).catch(async (error: unknown) => {
    if (work.port.troubleOf(error) !== 'no-access') throw error;
    await forget(work, post);
  });
}

function takeAway<Shown>(work: FaqWork<Shown>, post: FaqPost): Promise<void> {
  const spot = spotAt(post.place, post.channel);
  return isPost(post) ? removePost(work, spot, post) : removeMessage(work, spot, post);
}
