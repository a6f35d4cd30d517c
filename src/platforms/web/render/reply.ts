import { randomUUID } from 'node:crypto';
import type { FileReply, Reply, ReplyParts } from '../../../bot/answers/reply.ts';
import type { PageReader } from '../context.ts';
import { OPTION } from '../receive.ts';
import type { Controls } from './controls.ts';
import { type Html, html } from './html.ts';
import { anchor, type Manner, renderBlocks, renderInline } from './text.ts';

/** A reply to be rendered. */
export interface ReplyView {
  readonly reply: Reply;
  readonly controls: Controls;
  readonly direction: 'ltr' | 'rtl';
  /** Id of the answer, which its buttons send. */
  readonly message: string;
  /** URL to which buttons and forms are sent. */
  readonly action: string;
  readonly reader: PageReader;
}

const MANNER: Manner = { link: (shown, address) => anchor(address, shown), heading: 3 };

/** A reply as a card, for the playground, previews, and outcomes of actions. Its edge shows the state. */
export function renderReply(shown: ReplyView): Html {
  const { reply, direction } = shown;
  const { title, blocks = [], question, file }: ReplyParts = reply;
  const state = reply.kind === 'answer' ? ` is-${reply.state}` : reply.kind === 'offer' ? ' is-offer' : '';
  return html`<div class="reply${state}" lang="${reply.language}" dir="${direction}">
    ${title !== undefined && html`<h2>${title}</h2>`}
    ${blocks.length > 0 && html`<div class="words">${renderBlocks(blocks, MANNER)}</div>`}
    ${reply.notes.length > 0 && html`<div class="notes">${reply.notes.map((note) => html`<p>${renderInline(note, MANNER)}</p>`)}</div>`}
    ${question !== undefined && html`<p class="asks">${question}</p>`}
    ${renderButtons(shown, 'choices')}
    ${renderButtons(shown, 'tools')}
    ${renderForm(shown)}
    ${file && renderFile(file)}
  </div>`;
}

function renderButtons({ controls, action, message, reader }: ReplyView, kind: 'choices' | 'tools'): Html | undefined {
  const found = controls[kind];
  if (found.length === 0) return undefined;
  const buttons = found.map(
    ({ data, label }) => html`<button name="press" value="${data}" dir="auto">${label}</button>`,
  );
  return html`<form class="${kind}" method="post" action="${action}"
    data-say>${hidden(reader, message)}${buttons}</form>`;
}

/**
 * Hidden fields of every form. `once` makes forms of different pages differ even if their other fields are the same;
 * see guard.ts.
 */
export const hidden = ({ csrf }: PageReader, message = ''): Html =>
  html`${hiddenFields({ csrf, message, once: randomUUID() })}`;

export const hiddenFields = (fields: Readonly<Record<string, string>>): Html[] =>
  Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`);

/** All fields of the bot's form at once. */
function renderForm({ reply, action, message, reader }: ReplyView): Html | undefined {
  if (reply.kind !== 'form') return undefined;
  const { form } = reply;
  const fields = form.fields.map(({ name, label, value, required, long }) => {
    const must = required && html` required`;
    const id = `${message}-${name}`;
    const control = long
      ? html`<textarea id="${id}" name="${OPTION}${name}" rows="5" dir="auto"${must}>${value}</textarea>`
      : html`<input id="${id}" name="${OPTION}${name}" value="${value}" dir="auto" autocomplete="off"${must}>`;
    return html`<p class="field"><label for="${id}">${label}</label>${control}</p>`;
  });
  return html`<form class="asked" method="post" action="${action}" data-say aria-label="${form.title}">
    <p class="form-title">${form.title}</p>${hidden(reader, message)}${hiddenFields({ command: form.command })}
    ${fields}<button class="primary">${reader.say('page-send')}</button>
  </form>`;
}

const renderFile = ({ name, text }: FileReply['file']): Html =>
  html`<figure class="file"><figcaption>📄 ${name}</figcaption>
    <pre tabindex="0"><code dir="ltr">${text}</code></pre></figure>`;
