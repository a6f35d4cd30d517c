import { textIn } from '../../core/entry/display.ts';
import { notice, plainReply } from '../answers/reply.ts';
import type { Community } from '../community/community.ts';
import type { FaqPost } from '../ports/memory.ts';
import { chaptersOf, type FaqItem } from './chapters.ts';
import { indexOf } from './pages.ts';
import type { FaqSpot, Lack, PostPort } from './port.ts';
import { type FaqWork, forget, hashOf, idsOf, isDone, isGone, made, postsAt, save } from './work.ts';

/** Most posts: platforms limit how many can be open in a place, and members need some, too. */
const MOST_POSTS = 200;

/** Prefixes of slots; a post's language and entry follow, or the number of a part of the index. */
const ENTRY = 'entry ';
const INDEX = 'index ';

/** Whether it is a post of a forum, and not a message. */
export const isPost = ({ slot }: FaqPost): boolean => slot.startsWith(ENTRY) || slot.startsWith(INDEX);

interface WantedPost<Shown> {
  readonly slot: string;
  readonly title: string;
  readonly shown: Shown;
  readonly topics: readonly string[];
}

/**
 * Keeps a post for each entry, and an index.
 * @returns problems that moderators should know
 */
export async function keepPosts<Shown>(
  work: FaqWork<Shown>,
  community: Community,
  spot: FaqSpot,
): Promise<readonly Lack[]> {
  const { services, port } = work;
  const ports = port.posts;
  if (!ports) return [];
  const { chapters: all, left: above } = await chaptersOf(services, community, spot.place);
  let room = MOST_POSTS;
  const chapters = all.map(({ items, ...chapter }) => {
    const kept = items.slice(0, room);
    room -= kept.length;
    return { ...chapter, items: kept };
  });
  const count = (some: readonly { readonly items: readonly FaqItem[] }[]) =>
    some.reduce((sum, { items }) => sum + items.length, 0);
  const left = above + count(all) - count(chapters);
  const wanted = chapters.flatMap(({ language, items }) =>
    items.map(({ id, title, blocks, topics }): WantedPost<Shown> => {
      const shown = ports.render(spot, notice(language, { blocks }));
      return { slot: `${ENTRY}${language} ${id}`, title, shown, topics };
    }),
  );
  const slots = new Set(wanted.map(({ slot }) => slot));
  const posts = await postsAt(work, spot.key);
  for (const post of posts.filter(({ slot }) => slot.startsWith(ENTRY) && !slots.has(slot)))
    await removePost(work, spot, post, community);
  const kept = new Map(posts.filter(({ slot }) => slots.has(slot)).map((post) => [post.slot, post]));
  // Posts are made in reverse, because forums show the newest first. Changed posts do not wait for checks of the
  // others.
  const inTurn = wanted.toReversed();
  const hasChanged = ({ slot, title, shown }: WantedPost<Shown>): boolean =>
    kept.get(slot)?.hash !== hashOf(work, title, shown);
  const order = [...inTurn.filter(hasChanged), ...inTurn.filter((one) => !hasChanged(one))];
  for (const one of order) kept.set(one.slot, await inPlace(work, ports, spot, one, kept.get(one.slot)));
  const addressOf = ({ entry, language }: { readonly entry: string; readonly language: string }) => {
    const post = kept.get(`${ENTRY}${language} ${entry}`);
    return post && port.addressOf(spot, post.message);
  };
  const index = indexOf(services, port, spot, { chapters, left }, addressOf);
  const own = posts.filter(({ slot }) => slot.startsWith(INDEX));
  for (const post of own.slice(index.length)) await removePost(work, spot, post, community);
  const say = services.speak(chapters[0]?.language ?? services.defaultLanguage);
  for (const [at, shown] of [...index.entries()].toReversed()) {
    const slot = `${INDEX}${String(at).padStart(3, '0')}`;
    const title = at === 0 ? say('faq-title') : `${say('faq-title')} (${at + 1})`;
    const post = await inPlace(
      work,
      ports,
      spot,
      { slot, title, shown, topics: [] },
      own.find((one) => one.slot === slot),
    );
    if (at === 0 && !(await ports.pin(spot, post.message))) return ['manage', ...(left > 0 ? ['many' as const] : [])];
  }
  return left > 0 ? ['many'] : [];
}

/** Opens a post, or updates it; one that was deleted is opened again. */
async function inPlace<Shown>(
  work: FaqWork<Shown>,
  ports: PostPort<Shown>,
  spot: FaqSpot,
  { slot, title, shown, topics }: WantedPost<Shown>,
  known: FaqPost | undefined,
): Promise<FaqPost> {
  const hash = hashOf(work, title, shown);
  if (known && known.message !== '') {
    if (known.hash === hash && !work.isUnseen(known.message)) return known;
    const isThere = await isDone(work, known, () =>
      known.hash === hash ? ports.check(spot, known.message) : ports.fill(spot, known.message, title, shown),
    );
    if (isThere) {
      const now = { ...known, hash };
      if (known.hash !== hash) await save(work, now);
      return now;
    }
  }
  const begun = known?.message === '' ? known : undefined;
  const ids = idsOf(await postsAt(work, spot.key));
  const post = await made(
    work,
    begun,
    { place: spot.key, slot, channel: spot.channel },
    {
      make: () => ports.open(spot, title, shown, topics),
      find: () => ports.lost(spot, title, ids),
    },
  );
  const now = { ...post, hash };
  await save(work, now);
  return now;
}

/**
 * Removes a post, or closes it if members have written in it. One that is gone already is no error.
 * @param community gives the entry's title for the words in a closed post. Default: the words do without
 */
export async function removePost<Shown>(
  work: FaqWork<Shown>,
  spot: FaqSpot,
  post: FaqPost,
  community?: Community,
): Promise<void> {
  const { port, services } = work;
  const ports = port.posts;
  if (ports && post.message !== '') {
    const [, language = services.defaultLanguage, entry = ''] = post.slot.split(' ');
    const gone = community?.knowledge().all.get(entry);
    const title = gone && textIn(gone, language, services.languages)?.text.title;
    const say = services.speak(services.languages.has(language) ? language : services.defaultLanguage);
    const words = title === undefined ? say('answer-gone') : say('retired-entry', { title });
    await work.turn();
    await ports.close(spot, post.message, ports.render(spot, plainReply(language, words))).catch((error: unknown) => {
      if (!isGone(port.troubleOf(error))) throw error;
    });
  }
  await forget(work, post);
}
