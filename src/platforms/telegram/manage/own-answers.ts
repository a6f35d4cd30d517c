import { findEntry } from '../../../bot/answers/find-entry.ts';
import type { Community } from '../../../bot/community/community.ts';
import { languageFor } from '../../../bot/conversation/choose-language.ts';
import { remarkIn } from '../../../bot/conversation/remark.ts';
import { beginsWithThanks, smallTalkIn } from '../../../bot/conversation/small-talk.ts';
import { commandIn, readCommand } from '../../../bot/platform/command-text.ts';
import type { WithServices } from '../../../bot/services.ts';
import { LONGEST_QUESTION } from '../../../core/calibration/policy.ts';
import type { Entry } from '../../../core/entry/entry.ts';
import type { TelegramContext } from '../context.ts';
import { entryNamed } from '../inbound/notes.ts';
import { chosenGroup, knownGroups } from './known-groups.ts';
import type { Manager } from './manage.ts';
import { placeWithin, type Within } from './managed-group.ts';

/** Most groups that are searched for one question. */
const MOST_GROUPS = 5;

/** A question in a private chat. */
interface Asked extends Manager {
  readonly text: string;
  readonly locale: string | undefined;
}

/**
 * Groups with knowledge of their own of which somebody is a member now: the chosen one first, then those in which they
 * spoke to the bot last.
 */
export async function groupsOfMember(context: TelegramContext, { person, user }: Manager): Promise<readonly Within[]> {
  const { services, moderators } = context;
  const known = await knownGroups(services).of(person);
  // Somebody without known groups cannot have chosen one. That saves a read for most people.
  const chosen = known.length > 0 ? await chosenGroup(services).chosen(person) : undefined;
  const all: Within[] = [];
  for (const group of [...(chosen ? [chosen] : []), ...known.filter(({ chat }) => chat !== chosen?.chat)])
    if (all.length < MOST_GROUPS && hasOwn(await services.communities.of(placeWithin(group)))) all.push(group);
  const roles = await Promise.all(all.map(({ chat }) => moderators.of(chat, user)));
  return all.filter((_, at) => roles[at]?.isMember);
}

const hasOwn = ({ state }: Community): boolean =>
  (['pin', 'entry', 'phrasings'] as const).some((kind) => state.rawAll(kind).length > 0);

/** Whether an entry is the community's own, or was changed by the community. */
export const isOwn = ({ services }: WithServices, entry: Entry): boolean =>
  services.knowledge.current().entries.get(entry.id) !== entry;

/**
 * The group that answers a question with confidence, by an entry or a pin of its own; undefined if none does, or if the
 * shared packs answer as well.
 */
export async function groupThatKnows(context: TelegramContext, asked: Asked): Promise<Within | undefined> {
  const gives = commandIn(context.services, asked.text)?.gives;
  if (gives === undefined) return undefined;
  const words = readCommand(asked.text)?.argument ?? asked.text.trim();
  if (words === '' || words.length > LONGEST_QUESTION) return undefined;
  for (const group of await groupsOfMember(context, asked)) {
    const community = await context.services.communities.prepared(placeWithin(group));
    const found =
      gives === 'entry' ? named(context, community, words) : await answered(context, community, words, asked);
    if (found) return group;
  }
  return undefined;
}

/**
 * The group whose moderators may see a question from a private chat that has no answer: the chosen one, or else the one
 * in which the person spoke to the bot last. Undefined if the person has left it, or if the question has an answer.
 */
export async function groupThatMayLearn(context: TelegramContext, asked: Asked): Promise<Within | undefined> {
  const { services, moderators } = context;
  if (commandIn(services, asked.text)?.gives !== 'answer') return undefined;
  const words = readCommand(asked.text)?.argument ?? asked.text.trim();
  if (words === '' || words.length > LONGEST_QUESTION || asksNothing(services, words)) return undefined;
  const [last] = await knownGroups(services).of(asked.person);
  const group = last && ((await chosenGroup(services).chosen(asked.person)) ?? last);
  if (!group || !(await moderators.of(group.chat, asked.user)).isMember) return undefined;
  const community = await services.communities.prepared(placeWithin(group));
  const language = await languageFor(services, community, { ...asked, text: words });
  return community.answer(words, language).kind === 'unknown' ? group : undefined;
}

function asksNothing(services: TelegramContext['services'], words: string): boolean {
  const languages = [...services.languages.values()];
  const isRemark = remarkIn(services, words) !== undefined || smallTalkIn(words, languages) !== undefined;
  return isRemark || beginsWithThanks(words, languages) || !/[\p{L}\p{N}]/u.test(words);
}

function named(context: TelegramContext, community: Community, words: string): boolean {
  const { entries, all } = community.knowledge();
  const entry =
    entryNamed(context.services, entries, words) ?? (words.startsWith('pins/') ? findEntry(all, words) : undefined);
  return entry !== undefined && isOwn(context, entry);
}

async function answered(
  context: TelegramContext,
  community: Community,
  question: string,
  { person, locale }: Asked,
): Promise<boolean> {
  const { services } = context;
  const language = await languageFor(services, community, { person, text: question, locale });
  const { kind, candidates } = community.answer(question, language);
  const [best] = candidates;
  return (
    kind === 'sure' && best !== undefined && !best.hidden && (best.pin !== undefined || isOwn(context, best.entry))
  );
}
