import type { CallbackQuery } from 'grammy/types';
import { plainReply } from '../../../bot/answers/reply.ts';
import { languageFor } from '../../../bot/conversation/choose-language.ts';
import { report } from '../../../bot/delivery/report.ts';
import { readCommand } from '../../../bot/platform/command-text.ts';
import type { Context } from '../context.ts';
import type { Listener } from '../outbound/outgoing.ts';
import { wordsOf } from './words.ts';

/** A question that was handed to people: it has an answer now, or a word says what became of it. */
export type Handed = { readonly answered: string } | { readonly words: string };

/**
 * Hands a question that has no answer to those who look after the group: once a day the same question of one person.
 * @returns undefined if the message that asked it is out of sight
 */
export async function askHuman(
  context: Context,
  message: NonNullable<CallbackQuery['message']>,
  { spot: { place }, person }: Listener,
): Promise<Handed | undefined> {
  const asked = message.date === 0 ? undefined : message.reply_to_message;
  const said = asked && wordsOf(asked, context.me)?.text;
  const question = said && (readCommand(said)?.argument ?? said).trim();
  if (!question) return undefined;
  const { services } = context;
  const community = await services.communities.prepared(place);
  const language = await languageFor(services, community, { person, text: question });
  const { kind, candidates } = community.answer(question, language);
  if (kind === 'sure' && candidates[0]?.hidden !== true) return { answered: question };
  const isNew = await report(services, community, {
    key: `human ${services.hash(`${person} ${question}`)}`,
    place,
    person,
    words: (say, spoken) => plainReply(spoken, say('human-asks', { text: question })),
  });
  return { words: services.speak(language)(isNew ? 'human-told' : 'human-waiting') };
}
