import type { Candidate } from '../../core/search/pool.ts';
import { composeEntry } from '../answers/compose.ts';
import { notice, paragraph, type Reply, text } from '../answers/reply.ts';
import { callOf } from '../command.ts';
import type { Community } from '../community/community.ts';
import { placeOfKey } from '../conversation/place.ts';
import { addressIn, isWaiting, tellAsker } from '../handover/note.ts';
import { withdrawQuestion } from '../handover/proposal.ts';
import type { Asker, Question, QuestionState } from '../ports/questions.ts';
import type { Services } from '../services.ts';

/** States of questions that have no answer yet. */
export const UNANSWERED = ['open', 'passed', 'stuck', 'taken', 'told'] as const satisfies readonly QuestionState[];

export const isUnansweredIn = ({ state }: Pick<Question, 'state'>): boolean => UNANSWERED.some((one) => one === state);

/**
 * The questions of a community that no entry answers yet, oldest first. Those that an entry answers by now are deleted,
 * and their waiting askers get the answer. Those whose answer is gone again come back, if they were deleted a short
 * time ago.
 */
export async function stillOpen(services: Services, community: Community): Promise<Question[]> {
  await bringBackUnanswered(services, community);
  return stillOpenOf(services, community, await services.questions.list(community.id));
}

/** Puts questions back that were taken off the list lately because an entry answered them, and none does any more. */
export async function bringBackUnanswered({ questions }: Services, community: Community): Promise<void> {
  for (const one of questions.removed(community.id))
    if (one.isAnswered && !answerTo(community, one.question)) await questions.bringBack(one.question);
}

/** As `stillOpen`, for some of the questions. */
export async function stillOpenOf(
  services: Services,
  community: Community,
  questions: readonly Question[],
): Promise<Question[]> {
  const open: Question[] = [];
  for (const question of questions) {
    const isUnanswered = isUnansweredIn(question);
    if (!isUnanswered && question.state !== 'meant') continue;
    // There may be many, and members' questions must not wait for all of them.
    await new Promise((resolve) => setTimeout(resolve));
    const answer = answerTo(community, question);
    if (answer) await close(services, community, question, answer);
    else if (isUnanswered) open.push(question);
  }
  return open;
}

/**
 * Deletes questions that an entry answers by now, and tells their askers.
 * @param id only of this community. Default: all in which somebody waits
 */
export async function closeAnswered(services: Services, id?: string): Promise<void> {
  const ids = id === undefined ? await services.store.read(({ questions }) => questions.awaited()) : [id];
  for (const one of ids) await stillOpen(services, await (await services.communities.byId(one)).prepared());
}

/**
 * Forgets questions whose messages were deleted, or ask nothing after an edit. If nobody else asked them, helpers no
 * longer see them either.
 * @param place key
 */
export async function unask(services: Services, place: string, messages: readonly string[]): Promise<void> {
  services.questions.forget((one) => one.place === place && messages.includes(one.message));
  // Most messages that are deleted asked nothing and need no transaction.
  const asked = await services.store.read(({ questions }) => questions.askedIn(place, messages));
  if (asked.length === 0) return;
  await services.store.transact(async (unit) => {
    for (const question of asked)
      if (question.askers.every((one) => one.place === place && messages.includes(one.message)))
        await withdrawQuestion(services, unit, question);
    await unit.questions.unask(place, messages);
  });
}

/** The candidate that surely answers it. */
function answerTo(community: Community, { text: words, language }: Question): Candidate | undefined {
  const { kind, candidates } = community.answer(words, language);
  const [best] = candidates;
  return kind === 'sure' && best?.hidden !== true ? best : undefined;
}

/** Gives the answer to those who wait for it, and deletes the question. */
async function close(services: Services, community: Community, { id }: Question, given: Candidate): Promise<void> {
  const gone = await services.store.transact(async (unit) => {
    const question = await unit.questions.find(id);
    if (!question) return undefined;
    for (const asker of question.askers)
      if (isWaiting(asker)) {
        const reply = replyTo(services, community, question, asker, given);
        await tellAsker(unit, asker, { item: id, says: 'word', reply }, services.now());
      }
    if (question.post !== '') await withdrawQuestion(services, unit, question, 'human-question-known');
    await unit.questions.remove(id);
    return question;
  });
  if (gone) services.questions.remember(gone, true);
}

function replyTo(
  services: Services,
  community: Community,
  { language }: Question,
  { person, place, address, text: words }: Asker,
  { entry, pin }: Candidate,
): Reply {
  const call = callOf(services, { person, place: placeOfKey(place), community, language });
  const answer = composeEntry(entry, call, { question: words, pin });
  const head = paragraph(text(call.say('question-answered', { text: words })));
  const { user } = addressIn(address);
  return notice(answer.language, {
    // Not twice: the title of a pin is the question itself.
    title: answer.kind === 'answer' && answer.title !== words ? answer.title : undefined,
    blocks: [head, ...('blocks' in answer ? answer.blocks : [])],
    notes: answer.notes,
    to: user === '' ? undefined : user,
  });
}
