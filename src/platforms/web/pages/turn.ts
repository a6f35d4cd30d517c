import type { Parts } from '../../../bot/answers/reply.ts';
import type { Context, Reader } from '../context.ts';
import type { Speaker, Turn } from '../receive.ts';
import { controlsOf } from '../render/controls.ts';
import { renderDiscord } from '../render/discord.ts';
import { type Html, html } from '../render/html.ts';
import { renderTelegram } from '../render/telegram.ts';
import { whyOf } from '../why.ts';
import { tabs } from './tabs.ts';
import { renderWhy } from './why.ts';

/** One question with its answer, as each platform shows it, and why it came out so. */
export async function renderTurn(
  context: Context,
  speaker: Speaker,
  reader: Reader,
  { message, question, reply }: Turn,
): Promise<Html> {
  const { say } = reader;
  if (!reply) return html`<article class="turn" tabindex="-1"><p class="silence">${say('page-silence')}</p></article>`;
  const direction = context.services.languages.get(reply.language)?.direction ?? 'ltr';
  const controls = await controlsOf(context, reply, speaker);
  const shown = { reply, controls, direction, message, action: '/', reader };
  // By itself, a question that follows up on an answer would have come out otherwise.
  const isFollowUp = reply.kind === 'answer' && reply.about.question === undefined;
  const why = isFollowUp ? undefined : await whyOf(context, speaker, reader, question);
  const { title, question: asked }: Parts = reply;
  const heading = question ?? title ?? asked ?? say('page-answer');
  const looks = [
    { name: 'discord', label: 'Discord', body: renderDiscord(shown, question) },
    { name: 'telegram', label: 'Telegram', body: renderTelegram(shown, question) },
  ];
  return html`<article class="turn${why === undefined && html` alone`}" tabindex="-1" aria-labelledby="h-${message}">
    <h2 class="turn-head" id="h-${message}"><bdi>${heading}</bdi></h2>
    <div class="as">${tabs(message, say('page-looks'), looks)}</div>
    ${why && renderWhy(reader, why)}
  </article>`;
}
