import type { Say } from '../answers/messages.ts';
import { notice, paragraph, plainReply, type Reply, text } from '../answers/reply.ts';
import type { Decisions } from '../community/community.ts';
import { homeLanguage } from '../conversation/choose-language.ts';
import { placeOfKey } from '../conversation/place.ts';
import { report } from '../delivery/report.ts';
import type { Question } from '../ports/questions.ts';
import type { Unit } from '../ports/store.ts';
import type { Services } from '../services.ts';
import { helpersSpot } from './helpers.ts';
import { addressIn, type HandoverPart, isWaiting, tellAsker, tellHelpers } from './note.ts';

/** Stored instead of a message's id while the question is being posted again. */
const AGAIN = '-';

/**
 * The question as helpers see it.
 * @param link to the message that asked; empty if there is none
 */
export function questionReply(
  services: Services,
  community: Decisions,
  { id, text: question }: Pick<Question, 'id' | 'text'>,
  link: string,
): Reply {
  const language = homeLanguage(community, services);
  const say = services.speak(language);
  return notice(language, {
    blocks: [
      paragraph(text(say('human-asks'))),
      { kind: 'quote', children: [paragraph(text(question))] },
      paragraph(text(say('human-how'))),
    ],
    notes: link === '' ? [] : [[{ kind: 'link', url: link, children: [text(say('human-where'))] }]],
    choices: [{ label: say('human-take'), command: 'human', argument: `take ${id}` }],
  });
}

/**
 * Records which message shows the question or the proposal, or gives an asker the answer. If the question could not be
 * posted before, its askers are told that it is now.
 * @param person the asker: a keyed hash
 */
export async function notePosted(
  services: Services,
  { item, says }: HandoverPart,
  person: string,
  message: string,
): Promise<void> {
  await services.attempt.write(async (unit) => {
    const { questions } = unit;
    if (says === 'answer') await questions.noteTold(item, person, message);
    if (says === 'proposal') await questions.change(item, { proposal: message });
    if (says !== 'question') return;
    const question = await questions.find(item);
    await questions.change(item, { post: message, ...(question?.state === 'stuck' ? { state: 'passed' } : {}) });
    if (question?.state === 'stuck') await tellAllAskers(services, unit, question, 'human-told-late');
  });
}

/** Records that a question could not be posted to the helpers. Its askers and the moderators are told, once. */
export async function noteRefused(services: Services, { item, says }: HandoverPart): Promise<void> {
  if (says !== 'question') return;
  const question = await services.attempt.read(({ questions }) => questions.find(item));
  if (!question || (question.post !== '' && question.post !== AGAIN)) return;
  await services.attempt.write(async (unit) => {
    await unit.questions.change(item, { state: 'stuck', post: '' });
    if (question.state !== 'stuck') await tellAllAskers(services, unit, question, 'human-stuck');
  });
  if (question.state === 'stuck') return;
  const { id, place, channel } = question;
  await report(services, await services.communities.byId(question.community), {
    key: `helpers ${place} ${channel}`,
    words: (say, language) => plainReply(language, say('report-helpers'), stuckChoices(say, id)),
  });
}

const stuckChoices = (say: Say, id: number) => [
  { label: say('report-reply'), command: 'reply', argument: `to: ${id}` },
];

/**
 * Posts questions again that could not be posted, in the channel that helpers use by now.
 * @param place key of the place in which something has changed. Default: everywhere
 */
export async function postStuck(services: Services, place?: string): Promise<void> {
  const waiting = await services.store.read(({ questions }) => questions.stuck(place));
  for (const question of waiting) {
    const community = await services.communities.byId(question.community);
    await services.store.transact(async (unit) => {
      const { questions } = unit;
      const asked = await questions.find(question.id);
      const asker = asked?.askers.find(isWaiting);
      if (asked?.state !== 'stuck' || asked.post !== '' || !asker) return;
      const spot = helpersSpot(community, placeOfKey(asker.place));
      if (!spot) return;
      await questions.change(asked.id, { ...spot, post: AGAIN });
      const reply = questionReply(services, community, asked, addressIn(asker.address).link);
      const who = { person: asker.person, now: services.now() };
      await tellHelpers(unit, spot, { item: asked.id, says: 'question', reply, isLoud: true }, who);
    });
  }
}

/** @param key of the message in `locales/` */
export async function tellAllAskers(
  services: Pick<Services, 'speak' | 'now'>,
  unit: Unit,
  { id, language, askers }: Pick<Question, 'id' | 'language' | 'askers'>,
  key: string,
): Promise<void> {
  const reply = plainReply(language, services.speak(language)(key));
  for (const asker of askers.filter(isWaiting))
    await tellAsker(unit, asker, { item: id, says: 'word', reply }, services.now());
}
