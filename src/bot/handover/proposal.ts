import { type Choice, notice, paragraph, plainReply, type Reply, text } from '../answers/reply.ts';
import type { Community } from '../community/community.ts';
import { homeLanguage } from '../conversation/choose-language.ts';
import { placeOfKey } from '../conversation/place.ts';
import type { Question } from '../ports/questions.ts';
import type { Unit } from '../ports/store.ts';
import type { Services } from '../services.ts';
import { helpersSpot } from './helpers.ts';
import { tellHelpers } from './note.ts';

type Spoken = Pick<Services, 'speak' | 'defaultLanguage'>;

/** A helper's words, which moderators may make an entry of. */
export function proposalReply(
  services: Spoken,
  community: Pick<Community, 'state'>,
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

/** The proposal says what the helper says now, or that nothing is left of it. @param item with the new words */
export async function followProposal(services: Services, unit: Unit, item: Question): Promise<void> {
  const community = await services.communities.byId(item.community);
  const reply = item.words === '' ? gone(services, community, 'human-answer-gone') : undefined;
  await changeHelpers(services, unit, item, 'proposal', reply ?? proposalReply(services, community, item));
}

/** Replaces the question that helpers see. @param key of the text instead. Default: that it was withdrawn */
export async function withdrawQuestion(
  services: Services,
  unit: Unit,
  item: Question,
  key = 'human-question-gone',
): Promise<void> {
  const reply = gone(services, await services.communities.byId(item.community), key);
  for (const message of ['post', 'proposal'] as const) await changeHelpers(services, unit, item, message, reply);
}

const gone = (services: Spoken, community: Pick<Community, 'state'>, key: string): Reply => {
  const language = homeLanguage(community, services);
  return plainReply(language, services.speak(language)(key));
};

/** Changes a message in the helpers' place. The one that proposes what solved a question of theirs is there, too. */
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
