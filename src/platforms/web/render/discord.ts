import type { Inline } from '../../../core/entry/blocks.ts';
import { type Html, html } from './html.ts';
import { renderButtons, renderFile, renderForm, type Shown } from './reply.ts';
import { anchor, type Manner, renderBlocks, renderInline } from './text.ts';

/** Behind its words stands where a link leads. */
const MANNER: Manner = {
  link: (shown, words, address) => (words === '' || words === address.href ? anchor(address, address.href) : html`${shown} (${anchor(address, address.href)})`),
  nestsQuotes: false,
};

/** A reply as Discord shows it: an embed with its buttons, and small print below the text. */
export function renderDiscord(shown: Shown, question: string | undefined): Html {
  const { reply, direction, reader } = shown;
  const linked = reply.notes.filter(hasLink);
  const footer = reply.notes.filter((note) => !hasLink(note));
  const isAsked = reply.question !== undefined && (reply.choices.length > 0 || reply.blocks.length === 0);
  return html`<div class="discord" role="group" aria-label="${reader.say('page-on', { platform: 'Discord' })}">
    ${question !== undefined && html`<div class="d-line d-you"><span class="d-face" aria-hidden="true"></span><div><p class="d-name">${reader.say('page-you')}</p><p dir="auto">${question}</p></div></div>`}
    <div class="d-line"><span class="d-face d-bot" aria-hidden="true">问</span><div class="d-body">
      <p class="d-name">Wenda <span class="d-app">${reader.say('page-app')}</span></p>
      <div class="d-embed" lang="${reply.language}" dir="${direction}">
        ${reply.title !== undefined && html`<p class="d-title">${reply.title}</p>`}
        <div class="d-text">${renderBlocks(reply.blocks, MANNER)}</div>
        ${linked.map((note) => html`<p class="d-small">${renderInline(note, MANNER)}</p>`)}
        ${isAsked && html`<p class="d-asks">${reply.question}</p>`}
        ${footer.length > 0 && html`<p class="d-footer">${footer.map((note, at) => html`${at > 0 && html`<br>`}${renderInline(note, MANNER)}`)}</p>`}
      </div>
      ${reply.file && renderFile(reply.file)}
      ${renderButtons(shown, 'choices', 'd-buttons')}${renderButtons(shown, 'tools', 'd-buttons')}${renderForm(shown)}
    </div></div>
  </div>`;
}

/** A footer knows no links: notes that hold one stand below the text. */
const hasLink = (note: readonly Inline[]): boolean => note.some((part) => part.kind === 'link' || ('children' in part && hasLink(part.children)));
