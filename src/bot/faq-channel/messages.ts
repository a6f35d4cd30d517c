import type { Community } from '../community/community.ts';
import type { FaqPost } from '../ports/memory.ts';
import { type Chapter, chaptersOf } from './chapters.ts';
import { emptyPage, indexOf, pagesOf } from './pages.ts';
import type { FaqSpot, Lack, Linked } from './port.ts';
import { faqLanguages } from './setting.ts';
import { type FaqWork, forget, hashOf, idsOf, isDone, isGone, isPinned, made, postsAt, save } from './work.ts';

/** The messages that a FAQ should have, in order. */
interface Wanted<Shown> {
  /** How many messages the index has; they come first. */
  readonly indexes: number;
  readonly count: number;
  /**
   * The content of each message.
   * @param ids of all messages, for the index to link to
   */
  readonly words: (ids: readonly string[]) => readonly Shown[];
  /** Number of entries for which there is no room. */
  readonly left: number;
}

/**
 * Keeps an index and, if wanted, the answers below it. What a message contains is decided by its position alone: if one
 * is deleted or added, the contents after it move by one, and the order stays right.
 * @param hasTexts whether the answers are wanted
 * @returns problems that moderators should know
 */
export async function keepMessages<Shown>(
  work: FaqWork<Shown>,
  community: Community,
  spot: FaqSpot,
  hasTexts: boolean,
): Promise<readonly Lack[]> {
  const wanted = await (hasTexts ? textsWanted : linksWanted)(work, community, spot);
  for (;;) {
    const posts = await inPlace(work, spot, wanted);
    const words = wanted.words(posts.map(({ message }) => message));
    // The index comes last, as it links to the other messages. Changed messages do not wait for checks of the others.
    const inTurn = [...posts.keys()].map((at) => (at + wanted.indexes) % posts.length);
    const hasChanged = (at: number): boolean => hashOf(work, words[at]) !== posts[at]?.hash;
    const order = [...inTurn.filter(hasChanged), ...inTurn.filter((at) => !hasChanged(at))];
    let isWhole = true;
    for (const at of order) {
      const [post, shown] = [posts[at], words[at]];
      if (isWhole && post && shown !== undefined) isWhole = await isRight(work, spot, post, shown);
    }
    if (!isWhole) continue;
    const isFixed = await isPinned(work, spot, posts[0]?.message ?? '');
    return [...(isFixed ? [] : ['pin' as const]), ...(wanted.left > 0 ? ['many' as const] : [])];
  }
}

/** Removes surplus messages and posts missing ones. */
async function inPlace<Shown>(
  work: FaqWork<Shown>,
  spot: FaqSpot,
  { count, indexes, words }: Wanted<Shown>,
): Promise<FaqPost[]> {
  const posts = [...(await postsAt(work, spot.key))];
  for (const post of posts.splice(count).toReversed()) await removeMessage(work, spot, post);
  const sample = words([]);
  while (posts.length < count || posts.some(({ message }) => message === '')) {
    const at = posts.findIndex(({ message }) => message === '');
    const begun = at < 0 ? undefined : posts[at];
    const slot = begun?.slot ?? slotAfter(posts.at(-1));
    const known = idsOf(posts);
    const post = await made(
      work,
      begun,
      { place: spot.key, slot, channel: spot.channel },
      {
        make: (nonce) => work.port.reserve(spot, nonce),
        find: (since) => work.port.lost(spot, since, known),
      },
    );
    if (begun) posts[at] = post;
    else posts.push(post);
    // An answer is posted at once; only the index must wait for the messages it links to.
    const index = posts.indexOf(post);
    const shown = sample[index];
    if (index >= indexes && shown !== undefined) {
      if (await isRight(work, spot, post, shown)) posts[index] = { ...post, hash: hashOf(work, shown) };
      else posts.splice(index, 1);
    }
  }
  return posts;
}

const DIGITS = 6;
/** Slots are in the order in which their messages were posted. */
const slotAfter = (last: FaqPost | undefined): string => String(Number(last?.slot ?? 0) + 1).padStart(DIGITS, '0');

/**
 * Updates a message if its content has changed, else checks that it exists if that is due.
 * @returns false if it is gone
 */
async function isRight<Shown>(work: FaqWork<Shown>, spot: FaqSpot, post: FaqPost, shown: Shown): Promise<boolean> {
  const hash = hashOf(work, shown);
  if (hash === post.hash)
    return !work.isUnseen(post.message) || isDone(work, post, () => work.port.check(spot, post.message, shown));
  const isFilled = await isDone(work, post, () => work.port.fill(spot, post.message, shown));
  if (isFilled) await save(work, { ...post, hash });
  return isFilled;
}

/** Removes a message, on the platform and from the store. One that is gone already is no error. */
export async function removeMessage<Shown>(work: FaqWork<Shown>, spot: FaqSpot, post: FaqPost): Promise<void> {
  if (post.message !== '') {
    await work.turn();
    await work.port.remove(spot, post.message).catch((error: unknown) => {
      if (!isGone(work.port.troubleOf(error))) throw error;
    });
  }
  await forget(work, post);
}

const nameOf = ({ entry, language }: Linked): string => `${language} ${entry}`;

async function textsWanted<Shown>(work: FaqWork<Shown>, community: Community, spot: FaqSpot): Promise<Wanted<Shown>> {
  const { services, port } = work;
  const { chapters: all, left: above } = await chaptersOf(services, community, spot.place);
  const { pages, left: below } = pagesOf(services, port, spot, all);
  const shown = new Set(pages.flatMap(({ items }) => items.map(nameOf)));
  const chapters = all.map((chapter) => ({ ...chapter, items: chapter.items.filter(isShown(chapter, shown)) }));
  const left = above + below;
  const answers = pages.flatMap((page) => page.shown);
  const firsts = new Map<string, number>();
  let first = 0;
  for (const page of pages) {
    for (const item of page.items) firsts.set(nameOf(item), first);
    first += page.shown.length;
  }
  const longest = port.addressOf(spot, port.longestId);
  const index = indexFor(work, community, spot, { chapters, left });
  const indexes = index(() => longest).length;
  return {
    indexes,
    count: indexes + answers.length,
    words: (ids) => {
      const addressOf = (linked: Linked) => {
        const id = ids[indexes + (firsts.get(nameOf(linked)) ?? 0)];
        return id === undefined ? longest : port.addressOf(spot, id);
      };
      return [...index(addressOf).slice(0, indexes), ...answers];
    },
    left,
  };
}

const isShown =
  ({ language }: Chapter, shown: ReadonlySet<string>) =>
  ({ id }: { readonly id: string }): boolean =>
    shown.has(nameOf({ entry: id, language }));

async function linksWanted<Shown>(work: FaqWork<Shown>, community: Community, spot: FaqSpot): Promise<Wanted<Shown>> {
  const { services, port } = work;
  const listed = await chaptersOf(services, community, spot.place);
  const linked = listed.chapters.flatMap(({ language, items }) => items.map(({ id }) => ({ entry: id, language })));
  const linkTo = await port.linksTo?.(spot, linked);
  const words = indexFor(work, community, spot, listed)((one) => linkTo?.(one));
  return { indexes: words.length, count: words.length, words: () => words, left: listed.left };
}

/** Makes the index, given its links; they may not be known yet. */
const indexFor =
  <Shown>(
    { services, port }: FaqWork<Shown>,
    community: Community,
    spot: FaqSpot,
    listed: { readonly chapters: readonly Chapter[]; readonly left: number },
  ) =>
  (addressOf: (linked: Linked) => string | undefined): readonly Shown[] => {
    const [home = services.defaultLanguage] = faqLanguages(community, services);
    return listed.chapters.some(({ items }) => items.length > 0)
      ? indexOf(services, port, spot, listed, addressOf)
      : port.render(spot, emptyPage(services, home)).slice(0, 1);
  };
