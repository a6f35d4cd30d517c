import type { Reply, ReplyParts } from '../../../bot/answers/reply.ts';
import { besideButtons, linksIn, webAddress } from '../../../bot/platform/links.ts';
import { plainInline } from '../../../core/entry/blocks.ts';
import { type Html, html } from './html.ts';
import { type ReplyView, renderButtons, renderFile, renderForm } from './reply.ts';
import { anchor, type Manner, renderBlocks, renderInline } from './text.ts';

/** A link's words lead there. */
const MANNER: Manner = {
  link: (shown, words, address) => anchor(address, words === '' ? address.href : shown),
  nestsQuotes: false,
  heading: 3,
};

/** In small print: the address is on a button. */
const SMALL: Manner = { ...MANNER, link: (shown) => html`${shown}` };

/**
 * A reply as Discord shows it: in a container whose edge tells what it is, with its sources and its buttons; a mere
 * sentence without one.
 */
export function renderDiscord(shown: ReplyView, question: string | undefined): Html {
  const { reply, direction, reader } = shown;
  const { title, blocks = [], question: above, choices = [], file }: ReplyParts = reply;
  const { notes: print, links } = withSources(reply);
  const state = reply.kind === 'answer' ? reply.state : reply.kind === 'offer' ? 'offer' : undefined;
  const isFramed = state !== undefined || title !== undefined || print.length > 0;
  const isAsked = above !== undefined && reply.kind !== 'answer' && (choices.length > 0 || blocks.length === 0);
  const asker = html`<div class="d-line d-you"><span class="d-face" aria-hidden="true"></span>
    <div><p class="d-name">${reader.say('page-you')}</p><p><bdi>${question}</bdi></p></div></div>`;
  const ask = isAsked && html`<p class="${blocks.length === 0 ? 'd-asks' : ''}">${above}</p>`;
  const notes = print.map((note) => html`<p>${renderInline(note, SMALL)}</p>`);
  const below = choices.some(({ label }) => label.length > SHORT_LABEL) ? ' d-choices' : '';
  const frame = isFramed ? `d-frame d-is-${state ?? 'plain'}` : 'd-bare';
  return html`<div class="discord" role="group" aria-label="${reader.say('page-on', { platform: 'Discord' })}">
    ${question !== undefined && asker}
    <div class="d-line"><span class="d-face d-bot" aria-hidden="true">问</span><div class="d-body">
      <p class="d-name">Wenda <span class="d-app">${reader.say('page-app')}</span></p>
      <div class="${frame}" lang="${reply.language}" dir="${direction}">
        ${title !== undefined && html`<p class="d-title">${title}</p>`}
        <div class="d-text">${renderBlocks(blocks, MANNER)}${ask}</div>
        ${notes.length > 0 && html`<div class="d-small">${notes}</div>`}
        ${links.length > 0 && html`<p class="d-buttons">${links.map(linkButton)}</p>`}
        ${reply.kind !== 'answer' && renderButtons(shown, 'choices', `d-buttons${below}`)}
        ${reply.kind === 'offer' && renderButtons(shown, 'tools', 'd-buttons')}
      </div>
      ${file && renderFile(file)}
      ${reply.kind === 'answer' && renderTools(shown)}${renderForm(shown)}
    </div></div>
  </div>`;
}

/** Choices with longer labels are put below one another. */
const SHORT_LABEL = 24;
/** One row of buttons has room for so many. */
const MOST_LINKS = 5;

/** Small print, and the addresses of buttons: a source is named once, on its button if each can have one. */
function withSources(reply: Reply): { readonly notes: Reply['notes']; readonly links: readonly Named[] } {
  const links = linksIn(reply.notes.flat()).map(({ url, children }) => ({ url, words: plainInline(children).trim() }));
  if (reply.kind !== 'answer' || reply.links === undefined || reply.links.length > MOST_LINKS)
    return { notes: reply.notes, links: links.slice(0, MOST_LINKS) };
  return {
    notes: besideButtons(reply),
    links: reply.links.map(({ url, label }) => ({ url, words: label, isWhole: true })),
  };
}

interface Named {
  readonly url: string;
  readonly words: string;
  /** Whether the words say enough. Default: the host is told as well. */
  readonly isWhole?: boolean;
}

function linkButton({ url, words, isWhole = false }: Named): Html {
  const address = webAddress(url);
  if (!address) return html``;
  const host = address.hostname.replace(/^www\./, '');
  const label =
    isWhole || words === '' || words.includes(host)
      ? html`<bdi>${words || host}</bdi>`
      : html`<bdi>${words}</bdi> · <bdi>${host}</bdi>`;
  return anchor(address, html`${label} <span aria-hidden="true">↗</span>`);
}

/** Votes, what is related, and what only moderators may open. */
function renderTools(shown: ReplyView): Html {
  const { reply, controls, direction } = shown;
  const related = html`<details class="d-related"><summary>${controls.related} ▾</summary>
    ${renderButtons(shown, 'choices', 'd-buttons d-choices')}</details>`;
  return html`<div class="d-tools" lang="${reply.language}" dir="${direction}">
    ${renderButtons(shown, 'tools', 'd-buttons', true)}${controls.choices.length > 0 && related}
    <span class="d-more" aria-hidden="true">⋯</span></div>`;
}
