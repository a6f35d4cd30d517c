import type { ReplyParts } from '../../../bot/answers/reply.ts';
import { namesOtherHost } from '../../../bot/platform/links.ts';
import { type Html, html } from './html.ts';
import { type ReplyView, renderButtons, renderFile } from './reply.ts';
import { anchor, type Manner, renderBlocks, renderInline } from './text.ts';

/** Behind words that look like an address of another host a link names its own. */
const MANNER: Manner = {
  link: (shown, words, address) => {
    if (words === '') return anchor(address, address.href);
    return anchor(address, namesOtherHost(words, address) ? html`${shown} (${address.host})` : shown);
  },
  nestsQuotes: false,
  heading: 3,
};

/** A reply as Telegram shows it: one bubble of text, and a keyboard below. */
export function renderTelegram(shown: ReplyView, question: string | undefined): Html {
  const { reply, direction, reader } = shown;
  const { title, blocks = [], question: asked, form, file }: ReplyParts = reply;
  const isNumbered = reply.kind === 'offer';
  const isAnswer = reply.kind === 'answer';
  const sources = isAnswer ? reply.sources : undefined;
  const others = reply.notes.filter((note) => note !== sources);
  const notes = others.map((note, at) => html`${at > 0 && html`<br>`}${renderInline(note, MANNER)}`);
  const small = others.length > 0 && html`<p class="t-notes">${notes}</p>`;
  const titles = shown.controls.choices.map(({ label }) => html`<li><bdi>${label}</bdi></li>`);
  const kind = isNumbered ? 't-numbers' : '';
  return html`<div class="telegram" role="group" aria-label="${reader.say('page-on', { platform: 'Telegram' })}">
    ${question !== undefined && html`<div class="t-bubble t-you"><p><bdi>${question}</bdi></p></div>`}
    <div class="t-answer">
      <div class="t-bubble" lang="${reply.language}" dir="${direction}">
        <p class="t-name" dir="ltr">Wenda</p>
        ${title !== undefined && html`<p class="t-title">${title}</p>`}
        ${isAnswer && small}
        <div class="t-text">${renderBlocks(blocks, MANNER)}</div>
        ${sources && html`<blockquote class="t-notes" tabindex="0">${renderInline(sources, MANNER)}</blockquote>`}
        ${!isAnswer && small}
        ${!isAnswer && asked !== undefined && html`<p class="t-asks">${asked}</p>`}
        ${isNumbered && html`<ol class="t-titles">${titles}</ol>`}
        ${form && html`<p class="t-asks">${form.title}</p>`}
        ${file && renderFile(file)}
      </div>
      ${renderButtons(isNumbered ? numbered(shown) : shown, 'choices', `t-buttons ${kind}`)}
      ${renderButtons(shown, 'tools', 't-buttons t-tools')}
    </div>
  </div>`;
}

/** Choices whose titles are in the text: the buttons bear their numbers. */
const numbered = (shown: ReplyView): ReplyView => ({
  ...shown,
  controls: {
    ...shown.controls,
    choices: shown.controls.choices.map((choice, at) => ({
      ...choice,
      label: String(at + 1),
      name: `${at + 1}. ${choice.label}`,
    })),
  },
});
