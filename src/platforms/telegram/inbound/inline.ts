import type {
  InlineKeyboardButton,
  InlineQuery,
  InlineQueryResultArticle,
  InlineQueryResultsButton,
} from 'grammy/types';
import type { Reply } from '../../../bot/answers/reply.ts';
import { languageFor } from '../../../bot/conversation/choose-language.ts';
import type { Place } from '../../../bot/conversation/place.ts';
import { type EntryCompletion, suggest } from '../../../bot/conversation/suggest.ts';
import type { Outgoing } from '../../../bot/delivery/courier.ts';
import type { WithServices } from '../../../bot/services.ts';
import { plainText } from '../../../core/entry/blocks.ts';
import { layoutOf, type TelegramContext } from '../context.ts';
import type { Manager } from '../manage/manage.ts';
import { placeWithin } from '../manage/managed-group.ts';
import { groupsOfMember, isOwn } from '../manage/own-answers.ts';
import type { InlinePayload } from '../outbound/outbox-message.ts';
import { renderLabel, renderReply } from '../outbound/render.ts';
import { deepLinkAsking, deepLinkTo, startLink } from './deep-link.ts';
import { aloneWith, personOf, queueOfInline } from './place.ts';

/** Results per page; Telegram allows no more. */
const PAGE = 50;
const MOST_WORDS = 100;
/** Most results from the groups' own entries. */
const MOST_OWN = 10;

interface Page {
  readonly results: readonly InlineQueryResultArticle[];
  /** Offset of the next page; empty if there is none. */
  readonly next: string;
  /** A button to the private chat; on the first page only. */
  readonly button?: InlineQueryResultsButton;
}

/**
 * Queues an inline query by itself, so that no chat waits for it. Its results are worked out when they are sent, and
 * are not stored.
 */
export function onInline({ services }: WithServices, { id, from, query, offset }: InlineQuery): Outgoing[] {
  const payload: InlinePayload = {
    kind: 'inline',
    id,
    words: query,
    offset: Number.parseInt(offset, 10) || 0,
    user: from.id,
    locale: from.language_code,
  };
  const person = services.hash(personOf(from.id));
  return [{ queue: queueOfInline(person), person, payload: JSON.stringify(payload) }];
}

/**
 * Entries that may answer the query, each as a complete answer in the form that the person would get in private; none
 * if nothing fits.
 */
export async function pageOf(context: TelegramContext, { words, offset, user, locale }: InlinePayload): Promise<Page> {
  const { services } = context;
  const place = aloneWith(user, services.hash);
  const community = await services.communities.prepared(place);
  const person = personOf(user);
  const language = await languageFor(services, community, { person: services.hash(person), text: words, locale });
  const own = await ownSuggestions(context, { user, person: services.hash(person) }, words, language);
  const shared = suggest(community, services.languages, words, language, offset + PAGE + 1, true).filter(({ entry }) =>
    own.every((one) => one.entry !== entry),
  );
  const found: readonly Found[] = [...own, ...shared];
  const results: InlineQueryResultArticle[] = [];
  for (const one of found.slice(offset, offset + PAGE)) {
    const reply = await context.respond({
      person,
      place,
      text: `/show ${one.entry}`,
      addressed: true,
      locale: language,
      knowledge: one.knowledge,
    });
    const title = one.isPinned ? `📌 ${one.title}` : one.title;
    if (reply)
      results.push(articleOf(context, reply, { id: String(offset + results.length), title, entry: one.entry }));
  }
  const button =
    offset === 0 && words.trim() !== ''
      ? {
          text: renderLabel(services.speak(language)('ask-in-private'), layoutOf(context, language)),
          start_parameter: deepLinkAsking(words.trim()),
        }
      : undefined;
  return { results, next: found.length > offset + PAGE ? String(offset + PAGE) : '', button };
}

/** An entry, with its group if it is a group's own. */
interface Found extends EntryCompletion {
  readonly knowledge?: Place;
}

/** Entries of the groups of which the person is a member. */
async function ownSuggestions(
  context: TelegramContext,
  manager: Manager,
  words: string,
  language: string,
): Promise<Found[]> {
  const { services } = context;
  if (words.trim() === '') return [];
  const found: Found[] = [];
  for (const group of await groupsOfMember(context, manager)) {
    const knowledge = placeWithin(group);
    const community = await services.communities.prepared(knowledge);
    const { entries } = community.knowledge();
    const isMeant = ({ entry: id }: EntryCompletion) => {
      const entry = entries.get(id);
      return entry !== undefined && isOwn(context, entry);
    };
    const own = suggest(community, services.languages, words, language, MOST_OWN, true).filter(isMeant);
    found.push(...own.map((one) => ({ ...one, knowledge })));
  }
  return found;
}

/** Parts of an article besides its reply. */
interface ArticleParts {
  /** Default: 0. */
  readonly id?: string;
  /** Default: the beginning of the reply. */
  readonly title?: string;
  /** Id of an entry for a button that opens the complete answer in the private chat. Default: no button. */
  readonly entry?: string;
  /** Further buttons, one a row. Default: none. */
  readonly buttons?: readonly InlineKeyboardButton[];
}

/** A reply as a single message that can be sent to any chat. */
export function articleOf(
  context: Pick<TelegramContext, 'services' | 'me'>,
  reply: Reply,
  { id = '0', title, entry = '', buttons = [] }: ArticleParts,
): InlineQueryResultArticle {
  const layout = layoutOf(context, reply.language);
  const [first, ...more] = renderReply(reply.kind === 'answer' ? { ...reply, question: undefined } : reply, layout);
  const { username } = context.me;
  const payload = entry === '' ? undefined : deepLinkTo(entry);
  const way = { text: `${more.length > 0 ? '… ' : ''}@${username}`, url: startLink(username, payload) };
  const rows = [...buttons, ...(payload === undefined ? [] : [way])].map((button) => [button]);
  const said = plainText('blocks' in reply ? reply.blocks : []);
  return {
    type: 'article',
    id,
    title: renderLabel(title ?? said, layout, MOST_WORDS),
    description: renderLabel(said, layout, MOST_WORDS),
    input_message_content: {
      message_text: first.text,
      entities: [...first.entities],
      link_preview_options: { is_disabled: true },
    },
    ...(rows.length > 0 ? { reply_markup: { inline_keyboard: rows } } : {}),
  };
}
