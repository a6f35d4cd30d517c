import type { Block } from '../../core/entry/blocks.ts';
import { readOwnWords } from '../answers/own-words.ts';
import { type Notice, notice, paragraph, plainReply, type Reply, text } from '../answers/reply.ts';
import type { Call } from '../command.ts';
import { splitKey } from '../community/own-entries.ts';
import { decode } from '../community/records.ts';
import { homeLanguage } from '../conversation/choose-language.ts';
import { postCorrections } from '../delivery/post-corrections.ts';
import type { PersonHash } from '../kinds.ts';
import type { RecordKey } from '../ports/changes.ts';
import type { Asker, Question } from '../ports/questions.ts';
import type { Unit, WithLog } from '../ports/store.ts';
import type { Services } from '../services.ts';
import { addressIn, type HandoverNote, isWaiting, tellAsker } from './note.ts';
import { followProposal, withdrawQuestion } from './proposal.ts';

/** A message in the helpers' channel. */
export interface HelperMessage {
  /** Key. */
  readonly place: string;
  /** Id of the message that it replies to, or from which its thread was started. */
  readonly to: string;
  readonly message: string;
  /** The author. */
  readonly person: PersonHash;
  /** The author's display name; may be empty. */
  readonly name: string;
  /** In Markdown, without mentions; empty if there is only a picture, voice message or file. */
  readonly words: string;
  /** Whether a picture or file came with it. Default: no. */
  readonly hasFile?: boolean;
  /** Its address; empty if it has none. */
  readonly link: string;
}

/**
 * Passes a helper's answer on to the askers. Anyone who can write in the helpers' channel is a helper.
 * @returns undefined if it answers no question; else the replies to the helper: none if they have answered it before
 */
export async function passOn(services: Services, message: HelperMessage): Promise<readonly Notice[] | undefined> {
  const { place, to, words, person: helper } = message;
  const item = await services.attempt.read(({ questions }) => questions.shownIn(place, to));
  if (!item) return undefined;
  if (words === '') return [await wordsReply(services, item)];
  const { known, named } = await services.attempt.write(async (unit) => {
    await tellAnswer(services, unit, item, message);
    return { known: item.helper === helper, named: await unit.credits.of(helper) };
  });
  if (known) return [];
  return [await thanksReply(services, item, { isAsked: named === undefined, hasFile: message.hasFile === true })];
}

/** A picture, voice message or file without text cannot be passed on; the helper is told so. */
async function wordsReply(services: Services, { community }: Question): Promise<Notice> {
  const language = homeLanguage(await services.communities.byId(community), services);
  return plainReply(language, services.speak(language)('human-words'));
}

/** Answers a question from a place that its askers do not see. */
export const answerFromAfar = ({ services, person }: Call, item: Question, words: string): Promise<void> =>
  services.attempt.write((unit) =>
    tellAnswer(services, unit, item, { place: '', name: '', person, words, message: '', link: '' }),
  );

async function tellAnswer(
  services: Services,
  unit: Unit,
  item: Question,
  message: Omit<HelperMessage, 'to'>,
): Promise<void> {
  const state = item.state === 'solved' ? ('solved' as const) : ('answered' as const);
  const { person: helper, words, message: said, link } = message;
  await unit.questions.change(item.id, { state, helper, words, said, link });
  for (const asker of item.askers.filter(isWaiting))
    await tellAsker(
      unit,
      asker,
      { item: item.id, says: 'answer', reply: answerReply(services, item, asker, message) },
      services.now(),
    );
}

/**
 * The helper's words as an asker sees them. The helper is named only if both are in the same place, where they see each
 * other anyway.
 */
function answerReply(
  services: Services,
  { id, language }: Question,
  asker: Asker,
  { place, name, words }: Pick<HelperMessage, 'place' | 'name' | 'words'>,
): Reply {
  const say = services.speak(language);
  const { message, user } = addressIn(asker.address);
  const isSeen = place === asker.place && name !== '';
  const head = isSeen ? say('human-answer-by', { name }) : say('human-answer');
  const quote: Block[] = message === '' ? [{ kind: 'quote', children: [paragraph(text(asker.text))] }] : [];
  return notice(language, {
    blocks: [...quote, paragraph(text(head)), ...blocksOf(services, words, language)],
    choices: [{ label: `✅ ${say('human-solved')}`, command: 'human', argument: `solved ${id}` }],
    to: user === '' ? undefined : user,
  });
}

/** Reads the words by the rules for answers; if they break one, they are shown as plain text. */
const blocksOf = (services: Services, words: string, language: string): readonly Block[] =>
  readOwnWords(services, words, language).value ?? [paragraph(text(words))];

interface Thanks {
  /** Whether to ask the helper if they may be named. */
  readonly isAsked: boolean;
  /** Whether a picture or file came with the words; it was not passed on. */
  readonly hasFile: boolean;
}

async function thanksReply(
  services: Services,
  { id, community }: Question,
  { isAsked, hasFile }: Thanks,
): Promise<Notice> {
  const language = homeLanguage(await services.communities.byId(community), services);
  const say = services.speak(language);
  const credit = [
    { label: say('human-credit-yes'), command: 'human', argument: 'credit yes' },
    { label: say('human-credit-no'), command: 'human', argument: 'credit no' },
  ];
  return notice(language, {
    blocks: [paragraph(text(say(hasFile ? 'human-passed-words' : 'human-passed-on')))],
    question: isAsked ? say('human-credit') : undefined,
    choices: [{ label: say('report-learn'), command: 'human', argument: `learn ${id}` }, ...(isAsked ? credit : [])],
  });
}

/**
 * Updates answers and proposals after a helper's message was edited or deleted.
 * @param changed `words` is empty if it was deleted
 * @returns whether the message was an answer
 */
export async function follow(services: Services, changed: Changed): Promise<boolean> {
  const { place, message, words } = changed;
  const item = await services.attempt.read(({ questions }) => questions.answeredBy(place, message));
  if (!item) return false;
  await services.attempt.write(async (unit) => {
    await unit.questions.change(item.id, words === '' ? { words, said: '', link: '', helper: '' } : { words });
    for (const asker of item.askers) await putRight(services, unit, item, asker, changed);
    await followProposal(services, unit, { ...item, words });
  });
  return true;
}

type Changed = Pick<HelperMessage, 'place' | 'message' | 'words' | 'name'>;

/** Records of sources that name the person as a helper. */
export async function creditsTo({ log }: WithLog, person: string): Promise<readonly RecordKey[]> {
  const sources = await log.records({ kind: 'source' });
  return sources.filter(({ value }) => decode('source', value).helper?.person === person);
}

/**
 * Removes somebody from handed-over questions, before they are erased. Their answers lose the name, proposals of their
 * words are withdrawn, and so are questions that nobody else asked.
 * @param credits see creditsTo
 */
export async function forgetHandedOver(
  services: Services,
  unit: Unit,
  person: string,
  credits: readonly RecordKey[],
): Promise<void> {
  for (const item of await unit.questions.helpedBy(person)) {
    const { place, said: message, words } = item;
    for (const asker of item.askers)
      if (words !== '') await putRight(services, unit, item, asker, { place, message, words, name: '' });
    await followProposal(services, unit, { ...item, words: '' });
  }
  for (const item of await unit.questions.askedOnlyBy(person)) await withdrawQuestion(services, unit, item);
  for (const { community, key } of credits) await correctSource(services, unit, community, splitKey(key).id);
}

/**
 * Corrects posted answers that name a helper as their source.
 * @param source its id
 */
async function correctSource(
  { communities, now }: Services,
  unit: Unit,
  community: string,
  source: string,
): Promise<void> {
  const { state } = await communities.byId(community);
  const entries = state.all('entry').filter(([, { text: file }]) => file.includes(source));
  await postCorrections(unit, community, { entries: entries.map(([key]) => splitKey(key).id), pins: [] }, now());
}

async function putRight(services: Services, unit: Unit, item: Question, asker: Asker, changed: Changed) {
  if (asker.told === '') return;
  const { language } = item;
  const gone = notice(language, { blocks: [paragraph(text(services.speak(language)('human-answer-gone')))] });
  const saying: Pick<HandoverNote, 'item' | 'says' | 'instead'> = { item: item.id, says: 'word', instead: asker.told };
  const reply = changed.words === '' ? gone : answerReply(services, item, asker, changed);
  await tellAsker(unit, asker, { ...saying, reply }, services.now());
}
