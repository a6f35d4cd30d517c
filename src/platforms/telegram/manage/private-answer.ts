import { type Answer, plainReply, type Reply } from '../../../bot/answers/reply.ts';
import type { Moment } from '../../../bot/kinds.ts';
import { momentAfter } from '../../../bot/moment.ts';
import type { WithServices } from '../../../bot/services.ts';
import { groupManners } from '../../../bot/settings/chosen.ts';
import { layoutOf, type TelegramContext } from '../context.ts';
import { linkToAnswer } from '../inbound/deep-link.ts';
import type { Keyboard } from '../outbound/outbox-message.ts';
import type { Listener, SpotAndPerson } from '../outbound/outgoing.ts';
import { renderLabel } from '../outbound/render.ts';

/** An answer that is shown in the private chat, though it was asked for in a group. */
interface AnswerAlone {
  /** Id of the group in which it was asked for. */
  readonly chat: number;
  readonly title: string;
  /** Id of the entry. */
  readonly entry: string;
  /** Language of the question, and so of the answer. */
  readonly language: string;
}

/** Milliseconds for which the link works, like other buttons. */
const KEPT_MS = 14 * 24 * 60 * 60_000;
const keyOf = (token: string): string => `answer ${token}`;

/** The link to an answer, if its group wants answers to be read in the private chat. */
export async function wayToAnswer(
  { me, services }: TelegramContext,
  { about: { entry }, language }: Answer,
  { spot: { place, key, chat }, person }: SpotAndPerson,
): Promise<string | undefined> {
  if (place.isPrivate || !groupManners(await services.communities.of(place)).isAnsweredAlone) return undefined;
  const token = services.code();
  const alone: AnswerAlone = { chat, title: place.title ?? '', entry, language };
  const expires = momentAfter(services.now(), KEPT_MS);
  await services.attempt.atEnd(({ kept }) =>
    kept.save({ key: keyOf(token), place: key, person, content: JSON.stringify(alone), expires }),
  );
  return linkToAnswer(me.username, token);
}

/** Stores answers that are linked from a group's messages. @param place key of the group */
export async function keepAnswersAlone(
  { store }: Pick<TelegramContext['services'], 'store'>,
  place: string,
  answers: readonly (AnswerAlone & { readonly token: string })[],
  expires: Moment,
): Promise<void> {
  if (answers.length === 0) return;
  await store.transact(async ({ kept }) => {
    for (const { token, ...alone } of answers)
      await kept.save({ key: keyOf(token), place, person: '', content: JSON.stringify(alone), expires });
  });
}

/** Replaces an answer by its title and a button to read it in the private chat. */
export async function leadToAnswer(
  context: TelegramContext,
  answer: Answer,
  to: Listener,
): Promise<{ readonly reply: Reply; readonly below: Keyboard } | undefined> {
  const url = await wayToAnswer(context, answer, to);
  if (url === undefined) return undefined;
  const { language, title } = answer;
  const say = context.services.speak(language);
  const way = { text: renderLabel(say('open-private'), layoutOf(context, language)), url };
  return { reply: plainReply(language, say('answer-alone', { title })), below: [[way]] };
}

/** @returns undefined if it has expired */
export async function answerAloneOf({ services }: WithServices, token: string): Promise<AnswerAlone | undefined> {
  const item = await services.attempt.read(({ kept }) => kept.find(keyOf(token), services.now()));
  return item && (JSON.parse(item.content) as AnswerAlone);
}
