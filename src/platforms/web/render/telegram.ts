import type { Parts } from '../../../bot/answers/reply.ts';
import { type Html, html } from './html.ts';
import { renderButtons, renderFile, type Shown } from './reply.ts';
import { anchor, type Manner, renderBlocks, renderInline } from './text.ts';

/** Behind its words a link names its address, unless they do so themselves. */
const MANNER: Manner = {
  link: (shown, words, address) => {
    if (words === '') return anchor(address, address.href);
    const isAddress = URL.canParse(words) && new URL(words).host === address.host;
    return anchor(address, isAddress ? shown : html`${shown} (${address.host})`);
  },
  nestsQuotes: false,
};

/** A reply as Telegram shows it: one bubble of text, and a keyboard below. */
export function renderTelegram(shown: Shown, question: string | undefined): Html {
  const { reply, direction, reader } = shown;
  const { title, blocks = [], question: asked, form, file }: Parts = reply;
  const isNumbered = reply.kind === 'offer';
  const notes = reply.notes.map((note, at) => html`${at > 0 && html`<br>`}${renderInline(note, MANNER)}`);
  const small =
    reply.kind === 'answer'
      ? html`<blockquote class="t-notes" tabindex="0">${notes}</blockquote>`
      : html`<p class="t-notes">${notes}</p>`;
  const titles = shown.controls.choices.map(({ label }) => html`<li><bdi>${label}</bdi></li>`);
  const kind = isNumbered ? 't-numbers' : reply.kind === 'answer' ? 't-related' : '';
  return html`<div class="telegram" role="group" aria-label="${reader.say('page-on', { platform: 'Telegram' })}">
    ${question !== undefined && html`<div class="t-bubble t-you"><p><bdi>${question}</bdi></p></div>`}
    <div class="t-answer">
      <div class="t-bubble" lang="${reply.language}" dir="${direction}">
        <p class="t-name" dir="ltr">Wenda</p>
        ${title !== undefined && html`<p class="t-title">${title}</p>`}
        <div class="t-text">${renderBlocks(blocks, MANNER)}</div>
        ${notes.length > 0 && small}
        ${asked !== undefined && html`<p class="t-asks">${asked}</p>`}
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
const numbered = (shown: Shown): Shown => ({
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
