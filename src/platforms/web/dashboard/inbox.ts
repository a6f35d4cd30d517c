import { sayMoment } from '../../../bot/answers/messages.ts';
import { placeOfKey } from '../../../bot/conversation/place.ts';
import type { Question } from '../../../bot/ports/questions.ts';
import { bringBackUnanswered, isUnansweredIn, stillOpenOf } from '../../../bot/questions/closing.ts';
import { keptDays } from '../../../bot/questions/keeping.ts';
import { type Likely, likelyEntries } from '../../../bot/questions/likely.ts';
import { droppedOf, hasGap, inOrder, type QuestionSummary } from '../../../bot/questions/listed.ts';
import { groupBy } from '../../../core/text/group-by.ts';
import { addressOf, callIn, type View } from './scope.ts';
import type { DataTable } from './table.ts';
import { sayPlatform } from './use.ts';

/** Where something was asked. */
type AskedIn = Pick<QuestionSummary, 'place' | 'channel'>;

/** Filter of the questions, from the URL; empty strings filter nothing. */
export interface InboxFilter {
  readonly state: string;
  readonly language: string;
  /** See `channelOf`. */
  readonly channel: string;
  /** 1 or more. */
  readonly page: number;
}

/** A question with the entries that may answer it. */
export interface WaitingQuestion extends QuestionSummary {
  readonly likely: readonly Likely[];
}

export interface QuestionList {
  /** Whether the community stores questions at all. */
  readonly isKept: boolean;
  readonly filter: InboxFilter;
  /** Number of all questions, and of those that fit the filter. */
  readonly total: number;
  readonly count: number;
  /** Questions of this page; those with the same likely entry are next to each other. */
  readonly shown: readonly WaitingQuestion[];
  readonly pages: number;
  /** Values that occur among all questions. */
  readonly states: readonly QuestionSummary['state'][];
  readonly languages: readonly string[];
  readonly channels: readonly (readonly [value: string, label: string])[];
  readonly hasGap: boolean;
  /** Number of questions that were removed lately to make room for others. */
  readonly dropped: number;
}

/** Questions per page. */
const PER_PAGE = 30;
/** Last digits of a channel's id by which people recognise it. */
const SHOWN_DIGITS = 4;

export function inboxFilterOf(query: (name: string) => string | undefined): InboxFilter {
  const page = Number(query('page') ?? 1);
  return {
    state: query('state') ?? '',
    language: query('in') ?? '',
    channel: query('channel') ?? '',
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
  };
}

/** The filter as query parameters, without empty ones. */
export const askedOf = ({ state, language, channel, page }: InboxFilter): Record<string, string> =>
  Object.fromEntries(
    Object.entries({ state, in: language, channel, page: page > 1 ? String(page) : '' }).filter(
      ([, value]) => value !== '',
    ),
  );

const channelOf = ({ place, channel }: AskedIn): string => (place === '' ? '' : `${place}/${channel}`);

const fits =
  ({ state, language, channel }: InboxFilter) =>
  (one: QuestionSummary): boolean =>
    (state === '' || one.state === state) &&
    (language === '' || one.language === language) &&
    (channel === '' || channelOf(one) === channel);

/** The community's open questions, in order. */
async function openIn({ context: { services }, scope: { community } }: View) {
  await bringBackUnanswered(services, community);
  const questions = (await services.questions.list(community.id)).filter(isUnansweredIn);
  return { questions, listed: inOrder(questions) };
}

/** A page of the questions. Entries are searched only for those that it shows. */
export async function inboxOf(view: View, filter: InboxFilter): Promise<QuestionList> {
  const {
    context: { services },
    scope: { community },
  } = view;
  const { questions, listed } = await openIn(view);
  const byId = new Map(questions.map((one) => [one.id, one]));
  let all = listed;
  let page: PageOf = pageOf(all, filter);
  for (;;) {
    const asked = page.shown.flatMap(({ id }) => byId.get(id) ?? []);
    const left = new Set((await stillOpenOf(services, community, asked)).map(({ id }) => id));
    if (left.size === asked.length) break;
    const gone = new Set(asked.filter(({ id }) => !left.has(id)).map(({ id }) => id));
    all = all.filter(({ id }) => !gone.has(id));
    page = pageOf(all, filter);
  }
  const channels = new Map(all.map((one) => [channelOf(one), one]));
  channels.delete('');
  const call = callIn(view);
  return {
    isKept: keptDays(community) > 0,
    filter: { ...filter, page: page.number },
    total: all.length,
    count: page.count,
    shown: together(page.shown.map((one) => ({ ...one, likely: likelyEntries(call, one) }))),
    pages: page.pages,
    states: [...new Set(all.map(({ state }) => state))],
    languages: [...new Set(all.map(({ language }) => language))].sort(),
    channels: [...channels].map(([value, one]) => [value, sayChannel(view, one)] as const),
    hasGap: page.shown.some(hasGap),
    dropped: await droppedOf(call),
  };
}

interface PageOf {
  readonly number: number;
  readonly pages: number;
  readonly count: number;
  readonly shown: readonly QuestionSummary[];
}

function pageOf(all: readonly QuestionSummary[], filter: InboxFilter): PageOf {
  const found = all.filter(fits(filter));
  const pages = Math.max(1, Math.ceil(found.length / PER_PAGE));
  const number = Math.min(filter.page, pages);
  return { number, pages, count: found.length, shown: found.slice((number - 1) * PER_PAGE, number * PER_PAGE) };
}

/** Questions with the same likely entry next to each other. */
const together = (shown: readonly WaitingQuestion[]): WaitingQuestion[] =>
  [...groupBy(shown, ({ id, likely: [first] }) => first?.entry.id ?? id).values()].flat();

/** The given questions that are still open, in the order of their ids. */
export async function questionsWith(
  { context: { services }, scope: { community } }: View,
  ids: readonly string[],
): Promise<Question[]> {
  const open = new Map(
    (await services.questions.list(community.id)).filter(isUnansweredIn).map((one) => [String(one.id), one]),
  );
  return ids.flatMap((id) => open.get(id) ?? []);
}

/** Place and channel of a question as people know them; empty for private chats. */
export function sayChannel({ scope: { community }, reader: { say } }: View, one: AskedIn) {
  if (one.place === '') return '';
  const title = community.state.get('place', one.place)?.title ?? '';
  const name = title === '' ? sayPlatform(placeOfKey(one.place).platform, say) : title;
  const { channel } = one;
  const short = channel.length > SHOWN_DIGITS * 2 ? `…${channel.slice(-SHOWN_DIGITS)}` : channel;
  return channel === '' ? name : `${name} #${short}`;
}

export const STATE_WORDS = {
  open: 'dash-state-open',
  choices: 'dash-state-choices',
  helpers: 'dash-state-helpers',
} as const satisfies Record<QuestionSummary['state'], string>;

/** All questions that fit the filter, as a table for export. */
export async function questionsTable(view: View, filter: InboxFilter): Promise<DataTable> {
  const {
    context: { services },
    reader: { say },
  } = view;
  const { listed } = await openIn(view);
  const rows = listed.filter(fits(filter)).map((one) => ({
    cells: [
      one.text,
      services.languages.get(one.language)?.name ?? one.language,
      say(STATE_WORDS[one.state]),
      one.count,
      one.waiting,
      sayMoment(one.last, say.locale),
      sayChannel(view, one),
      one.link,
    ],
  }));
  const [asked, how] = [
    [say('dash-question'), say('dash-language'), say('dash-state')],
    [say('dash-people'), say('dash-waiting'), say('dash-last')],
  ];
  return {
    name: 'questions',
    title: say('questions-title'),
    columns: [...asked, ...how, say('inbox-channel'), say('human-where')],
    rows,
    empty: say('none-questions'),
  };
}

/** URL of a page of the questions. */
export const inboxAddress = (path: string, { scope }: View, filter: InboxFilter): string =>
  addressOf(path, scope, askedOf(filter));
