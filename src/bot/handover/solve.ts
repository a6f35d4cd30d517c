import { type Reply, tell, whisper } from '../answers/reply.ts';
import type { Call, CommunityCall } from '../command.ts';
import { keyOfPlace, type Place, placeOfKey } from '../conversation/place.ts';
import type { PersonHash } from '../kinds.ts';
import { daysBefore } from '../moment.ts';
import { says } from '../platform/says.ts';
import { NO_HELP, type Question } from '../ports/questions.ts';
import type { Unit } from '../ports/store.ts';
import { HANDED_DAYS } from '../questions/asked.ts';
import type { Services, WithServices } from '../services.ts';
import { helperSource } from './helper-source.ts';
import { helpersSpot } from './helpers.ts';
import { tellHelpers } from './note.ts';
import { proposalReply } from './proposal.ts';

/**
 * Marks a question as solved, for its askers, helpers and moderators. The answer is then proposed as an entry, once.
 */
export async function solve(call: Call, item: Question): Promise<Reply> {
  const { services, person } = call;
  const community = await services.communities.byId(item.community);
  if (item.words === '') return whisper(call, 'human-answer-gone');
  const isHelper = async () => community.id === call.community.id && (await (call.isHelper ?? call.isModerator)());
  const mayTell = item.askers.some((asker) => asker.person === person) || (await isHelper());
  if (!mayTell) return whisper(call, 'human-not-yours');
  if (item.state !== 'solved')
    await services.attempt.write(async (unit) => {
      await unit.questions.change(item.id, { state: 'solved' });
      await proposeEntry(services, unit, community, item);
    });
  return whisper(call, 'human-thanks');
}

/** A helper's answer to a question that the bot had not passed to helpers. */
export interface Solution extends Pick<Question, 'text' | 'language' | 'words' | 'said' | 'link'> {
  readonly place: Place;
  readonly asker: PersonHash;
  readonly helper: PersonHash;
}

/** Proposes a helper's words as an entry, once for each message. */
export async function proposeSolution(services: Services, { place, asker, ...solution }: Solution): Promise<void> {
  const community = await services.communities.of(place);
  const key = keyOfPlace(place);
  await services.attempt.write(async (unit) => {
    if (await unit.questions.answeredBy(key, solution.said)) return;
    const [state, at] = ['solved' as const, services.now()];
    const { text: asked, ...help } = solution;
    const item = await unit.questions.add({ ...NO_HELP, ...help, community: community.id, place: key, state, at });
    const until = daysBefore(at, -HANDED_DAYS);
    const words = { text: asked, channel: '', message: '', link: '', offered: '', meant: '', address: '', told: '' };
    await unit.questions.join({ ...words, item, person: asker, place: key, at, until });
    const question = await unit.questions.find(item);
    if (question) await proposeEntry(services, unit, community, question);
  });
}

/** Posts a proposal to the helpers' channel, if there is one. */
async function proposeEntry(
  services: Services,
  unit: Unit,
  community: Call['community'],
  item: Question,
): Promise<void> {
  const spot = helpersSpot(community, placeOfKey(item.place));
  if (!spot) return;
  const reply = proposalReply(services, community, item);
  const from = { person: item.helper, now: services.now() };
  await tellHelpers(unit, spot, { item: item.id, says: 'proposal', reply }, from);
}

/** Helpers' answers that solved a question which no entry answers yet. */
export async function unlearned({ services, community }: CommunityCall): Promise<Question[]> {
  const solved = await services.attempt.read(({ questions }) => questions.list(community.id, ['solved']));
  return solved.filter(
    ({ words, text: asked, language }) => words !== '' && community.answer(asked, language).kind !== 'sure',
  );
}

/** Options of `/teach`: the question without personal data, the helper's words, and their source. */
export async function optionsOf(
  { services }: WithServices,
  { text: asked, language, words, helper, link }: Question,
): Promise<Readonly<Record<string, string>>> {
  const say = services.speak(language);
  const name = (await services.attempt.read(({ credits }) => credits.of(helper))) ?? '';
  const source = helperSource(say, name);
  return {
    question: services.questions.keptText(asked, language),
    answer: words,
    language,
    source: link === '' ? source : `${source}, ${link}`,
  };
}

/** A sign that something worked, as a reaction or alone in a message; hands in any skin tone. */
const APPROVES = /^(?:✅|☑|✔|💯|(?:👍|👌)\p{Emoji_Modifier}?)\uFE0F?$/u;

export const isApproval = (sign: string): boolean => APPROVES.test(sign);

/**
 * The question whose answer somebody confirms as helpful, by a reply in any language or by a reaction; undefined if
 * there is none.
 */
export async function solvedIn(
  services: Services,
  place: Place,
  to: string | undefined,
  said: string,
): Promise<Question | undefined> {
  if (to === undefined || !(isApproval(said.trim()) || says(services, 'says-solved', said))) return undefined;
  return services.attempt.read(({ questions }) => questions.toldIn(keyOfPlace(place), to));
}

/** Records whether a helper wants to be named. */
export async function setCredit(call: Call, isWanted: boolean): Promise<Reply> {
  const { services, person, name = '' } = call;
  await services.attempt.write(({ credits }) => credits.set({ person, name: isWanted ? name : '' }));
  return isWanted && name !== '' ? whisper(call, 'human-credited', { name }) : whisper(call, 'human-not-credited');
}

/** For a button of a question that no longer exists. */
export const goneReply = (call: Call): Reply => ({ ...tell(call, 'human-answer-gone'), isPrivate: true });
