import { type Choice, notice, paragraph, plainReply, type Reply, text } from '../answers/reply.ts';
import type { Decisions } from '../community/community.ts';
import { homeLanguage } from '../conversation/choose-language.ts';
import { placeOfKey } from '../conversation/place.ts';
import type { Question } from '../ports/questions.ts';
import type { Unit } from '../ports/store.ts';
import type { Services } from '../services.ts';
import { helpersSpot } from './helpers.ts';
import { tellHelpers } from './note.ts';

type Spoken = Pick<Services, 'speak' | 'defaultLanguage'>;

/** Proposes to moderators to make an entry of a helper's words. */
export function proposalReply(
  services: Spoken,
  community: Decisions,
  item: Pick<Question, 'id' | 'text' | 'words'>,
): Reply {
  const language = homeLanguage(community, services);
  const say = services.speak(language);
  const choice = (label: string, verb: string): Choice => ({
    label: say(label),
    command: 'human',
    argument: `${verb} ${item.id}`,
  });
  return notice(language, {
    blocks: [
      paragraph(text(say('report-solution', { title: item.text }))),
      { kind: 'quote', children: [paragraph(text(item.words))] },
    ],
    choices: [choice('report-learn', 'learn'), choice('report-edit', 'edit')],
  });
}

/**
 * Updates the proposal after the helper edited or deleted their words.
 * @param item with the new words; empty if they were deleted
 */
export async function followProposal(services: Services, unit: Unit, item: Question): Promise<void> {
  const community = await services.communities.byId(item.community);
  const reply = item.words === '' ? gone(services, community, 'human-answer-gone') : undefined;
  await changeHelpers(services, unit, item, 'proposal', reply ?? proposalReply(services, community, item));
}

/**
 * Replaces the question, and the proposal of its answer, in the helpers' channel.
 * @param key of the text instead. Default: the question was withdrawn
 */
export async function withdrawQuestion(
  services: Services,
  unit: Unit,
  item: Question,
  key = 'human-question-gone',
): Promise<void> {
  const reply = gone(services, await services.communities.byId(item.community), key);
  for (const message of ['post', 'proposal'] as const) await changeHelpers(services, unit, item, message, reply);
}

const gone = (services: Spoken, community: Decisions, key: string): Reply => {
  const language = homeLanguage(community, services);
  return plainReply(language, services.speak(language)(key));
};

/**
 * Replaces a message in the helpers' channel. The question is in the channel that helpers had when it was handed over,
 * a proposal in the one that they have now.
 */
async function changeHelpers(
  services: Services,
  unit: Unit,
  item: Question,
  message: 'post' | 'proposal',
  reply: Reply,
): Promise<void> {
  if (item[message] === '') return;
  const community = await services.communities.byId(item.community);
  const spot = message === 'post' ? item : (helpersSpot(community, placeOfKey(item.place)) ?? item);
  const saying = { item: item.id, says: 'word', instead: item[message], reply } as const;
  await tellHelpers(unit, spot, saying, { person: '', now: services.now() });
}
