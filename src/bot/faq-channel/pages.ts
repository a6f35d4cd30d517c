import type { Block, Inline } from '../../core/entry/blocks.ts';
import { list, type Notice, notice, paragraph, text } from '../answers/reply.ts';
import type { Phrasebook } from '../services.ts';
import { type Chapter, type FaqItem, titled } from './chapters.ts';
import type { FaqPort, FaqSpot, Linked } from './port.ts';

/** Most messages with answers, and most of the index: nobody would read more, and posting them takes long. */
const MOST_PAGES = 100;
const MOST_INDEXES = 20;

/** Messages with some items: a single one, unless there is one item that needs several. */
export interface FaqPage<Shown> {
  readonly shown: readonly Shown[];
  readonly items: readonly Linked[];
}

type Renders<Shown> = Pick<FaqPort<Shown>, 'render'>;

/** Distributes items over messages; an item is split only if it does not fit into one. */
function packed<Shown, T>(
  items: readonly T[],
  render: (items: readonly T[], part: number) => readonly Shown[],
): { readonly shown: readonly Shown[]; readonly items: readonly T[] }[] {
  const pages: { shown: readonly Shown[]; items: readonly T[] }[] = [];
  let held: readonly T[] = [];
  let shown: readonly Shown[] = [];
  for (const item of items) {
    const both = render([...held, item], pages.length + 1);
    if (held.length > 0 && both.length > 1) {
      pages.push({ shown, items: held });
      held = [item];
      shown = render(held, pages.length + 1);
    } else {
      held = [...held, item];
      shown = both;
    }
  }
  return held.length > 0 ? [...pages, { shown, items: held }] : pages;
}

/**
 * The answers; each topic begins a new message.
 * @returns `left` is the number of entries for which there is no room
 */
export function pagesOf<Shown>(
  { speak }: Phrasebook,
  { render }: Renders<Shown>,
  spot: FaqSpot,
  chapters: readonly Chapter[],
): { readonly pages: readonly FaqPage<Shown>[]; readonly left: number } {
  const pages = chapters.flatMap(({ language, topic, items }) => {
    const title = topic ?? speak(language)('faq-title');
    const show = (some: readonly FaqItem[], part: number): readonly Shown[] =>
      render(spot, notice(language, { title: part > 1 ? `${title} (${part})` : title, blocks: some.flatMap(titled) }));
    return packed(items, show).map(({ shown, items: some }) => ({
      shown,
      items: some.map(({ id }) => ({ entry: id, language })),
    }));
  });
  let room = MOST_PAGES;
  const kept = pages.filter(({ shown }) => {
    room -= shown.length;
    return room >= 0;
  });
  return { pages: kept, left: pages.slice(kept.length).reduce((sum, { items }) => sum + items.length, 0) };
}

/** A link that opens an entry; undefined if there is none. */
export type AddressOf = (linked: Linked) => string | undefined;

/**
 * The index; each language begins a new message.
 * @param left number of entries for which there is no room; mentioned at the end
 */
export function indexOf<Shown>(
  { speak }: Phrasebook,
  { render }: Renders<Shown>,
  spot: FaqSpot,
  { chapters, left }: { readonly chapters: readonly Chapter[]; readonly left: number },
  addressOf: AddressOf,
): readonly Shown[] {
  const languages = [...new Set(chapters.map(({ language }) => language))];
  const shown = languages.flatMap((language, at) => {
    const say = speak(language);
    const lines = chapters
      .filter((chapter) => chapter.language === language)
      .flatMap(({ topic, items }) => items.map((item) => ({ topic, item, language })));
    const isLastLanguage = at === languages.length - 1;
    const notes = isLastLanguage && left > 0 ? [[text(say('faq-more', { count: left }))]] : [];
    const show = (some: readonly Line[]): readonly Shown[] =>
      render(spot, notice(language, { title: say('faq-title'), blocks: blocksOf(some, addressOf), notes }));
    return packed(lines, show).flatMap((page) => page.shown.slice(0, 1));
  });
  return shown.slice(0, MOST_INDEXES);
}

interface Line {
  readonly topic: string | undefined;
  readonly item: FaqItem;
  readonly language: string;
}

/** A list for each topic, below its name. */
function blocksOf(lines: readonly Line[], addressOf: AddressOf): Block[] {
  const groups: { readonly topic: string | undefined; readonly lines: Line[] }[] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    if (last && last.topic === line.topic) last.lines.push(line);
    else groups.push({ topic: line.topic, lines: [line] });
  }
  return groups.flatMap(({ topic, lines: own }) => [
    ...(topic === undefined ? [] : [paragraph({ kind: 'strong', children: [text(topic)] })]),
    list(own.map(({ item, language }) => [linkTo(item.title, addressOf({ entry: item.id, language }))])),
  ]);
}

const linkTo = (title: string, url: string | undefined): Inline =>
  url === undefined ? text(title) : { kind: 'link', url, children: [text(title)] };

export const emptyPage = ({ speak }: Phrasebook, language: string): Notice =>
  notice(language, { title: speak(language)('faq-title'), blocks: [paragraph(text(speak(language)('nothing-here')))] });
