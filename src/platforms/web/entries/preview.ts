import { composeEntry } from '../../../bot/answers/compose.ts';
import type { Answer, Notice } from '../../../bot/answers/reply.ts';
import type { Call } from '../../../bot/command.ts';
import { OWN_PACK } from '../../../bot/community/own-entries.ts';
import type { Edited } from '../../../bot/moderation/edited-entry.ts';
import { refusalBlocks } from '../../../bot/moderation/perform.ts';
import { regressionsOfChange, similar } from '../../../bot/moderation/proposed-change.ts';
import { titleIn } from '../../../core/entry/display.ts';
import type { Entry, EntryText } from '../../../core/entry/entry.ts';
import { addressOf, type View } from '../dashboard/scope.ts';
import { idleReply } from '../pages/entry.ts';
import { type Html, html } from '../render/html.ts';
import { renderBlocks } from '../render/text.ts';

/** A text as members will see it. */
export const asShown = (call: Call, entry: Pick<Entry, 'id'> & Partial<Entry>, text: EntryText): Answer | Notice =>
  composeEntry(
    { pack: OWN_PACK, defaultLanguage: text.language, ...entry, texts: new Map([[text.language, text]]) },
    { ...call, language: text.language, say: call.services.speak(text.language) },
  );

/** Preview of a form's answer, or why it cannot be saved, and similar entries. */
export function preview(view: View, call: Call, entry: Entry | undefined, edited: Edited): Html {
  if (!edited.proposed) return flaws(view, edited);
  const { id, text } = edited;
  return html`${alikeOf(view, text, id)}${idleReply(view, asShown(call, { ...entry, id }, text))}`;
}

export function flaws({ reader: { say } }: View, { problems }: Pick<Edited, 'problems'>): Html {
  const items = problems.map(({ key, values }) => html`<li><bdi>${say(key, values)}</bdi></li>`);
  return html`<div class="trouble"><p>${say('not-accepted')}</p><ul>${items}</ul></div>`;
}

/** Other entries with similar headings or phrasings. */
function alikeOf(
  { context: { services }, reader, scope }: View,
  { title, language }: EntryText,
  id: string,
): Html | undefined {
  const alike = similar(scope, { title, phrasings: [], language }).filter((one) => one.id !== id);
  if (alike.length === 0) return undefined;
  const links = alike.map((one) => {
    const name = titleIn(one, reader.language, services.languages) ?? one.id;
    return html`<li><a href="${addressOf('/dashboard/entry', scope, { id: one.id })}" dir="auto">${name}</a></li>`;
  });
  return html`<div class="hint"><p>${reader.say('entry-alike')}</p><ul>${links}</ul></div>`;
}

/** Questions that a change would break, found before saving. */
export async function foresight(view: View, call: Call, edited: Edited): Promise<Html> {
  if (!edited.proposed) return flaws(view, edited);
  const broken = await regressionsOfChange(call, edited.proposed);
  if (broken.length === 0) return html`<p>${view.reader.say('entry-breaks-nothing')}</p>`;
  const [, ...blocks] = refusalBlocks(call, broken);
  const words = renderBlocks(blocks, { link: (shown) => html`${shown}`, heading: 3 });
  return html`<div class="words"><p>${view.reader.say('entry-breaks')}</p>${words}</div>`;
}
