import { plainReply, text } from '../../../bot/answers/reply.ts';
import { report } from '../../../bot/delivery/report.ts';
import type { Context } from '../context.ts';
import { isAllowedNow } from '../outbound/answer.ts';
import { renderReply } from '../outbound/render.ts';
import type { Responder } from '../outbound/responder.ts';
import { addressOf, languageOf } from '../outbound/speech.ts';
import { type Act, personOf } from './receive.ts';

/**
 * Hands a question that has no answer to those who look after the server: who asks it, and where. The same question of
 * the same person goes out once a day.
 */
export async function askHuman(
  context: Context,
  act: Extract<Act, { kind: 'press' }>,
  responder: Responder,
  question: string,
): Promise<void> {
  const { services } = context;
  const { place, user, channel } = act.scene;
  if (!(await isAllowedNow(context, act, responder, { text: '', command: '' }))) return;
  await responder.first({ kind: 'defer-update' });
  const link = (url: string, words: string) => ({ kind: 'link' as const, url, children: [text(words)] });
  await report(services, await services.communities.of(place), {
    key: `human ${services.hash(`${personOf(user)} ${question}`)}`,
    place,
    person: services.hash(personOf(user)),
    words: (say, language) => ({
      ...plainReply(language, say('human-asks', { text: question })),
      notes: [
        [
          link(`https://discord.com/users/${user}`, say('human-who')),
          text(' · '),
          link(addressOf(place.id, channel), say('human-where')),
        ],
      ],
    }),
  });
  const language = await languageOf(context, act.scene);
  for (const told of renderReply(plainReply(language, services.speak(language)('human-told'))))
    await responder.later(told);
}
