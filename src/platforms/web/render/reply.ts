import { randomUUID } from 'node:crypto';
import type { FileReply, Reply, ReplyParts } from '../../../bot/answers/reply.ts';
import type { PageReader } from '../context.ts';
import { OPTION } from '../receive.ts';
import type { Controls } from './controls.ts';
import { type Html, html } from './html.ts';
import { anchor, type Manner, renderBlocks, renderInline } from './text.ts';

/** A reply as it is shown somewhere: with its buttons, and in which direction it runs. */
export interface ReplyView {
  readonly reply: Reply;
  readonly controls: Controls;
  readonly direction: 'ltr' | 'rtl';
  /** Names the answer in what its buttons send. */
  readonly message: string;
  /** Addresses of buttons and forms. */
  readonly action: string;
  readonly reader: PageReader;
}

/** The pages' own way to show text. */
const PLAIN: Manner = { link: (shown, _words, address) => anchor(address, shown), nestsQuotes: true, heading: 3 };

/** A reply as the pages themselves show it: for what only moderators see. */
export function renderReply(shown: ReplyView): Html {
  const { reply, direction } = shown;
  const { title, blocks = [], question, file }: ReplyParts = reply;
  return html`<div class="reply" lang="${reply.language}" dir="${direction}">
    ${title !== undefined && html`<h2>${title}</h2>`}
    <div class="words">${renderBlocks(blocks, PLAIN)}</div>
    ${reply.notes.map((note) => html`<p class="note">${renderInline(note, PLAIN)}</p>`)}
    ${question !== undefined && html`<p class="asks">${question}</p>`}
    ${renderButtons(shown, 'choices')}
    ${renderForm(shown)}
    ${file && renderFile(file)}
  </div>`;
}

export function renderButtons(
  { controls, action, message, reader }: ReplyView,
  kind: 'choices' | 'tools',
  className: string = kind,
  hasRoom = false,
): Html | undefined {
  const found = controls[kind];
  if (found.length === 0) return undefined;
  const buttons = found.map(({ data, label, words, name }) => {
    const isNamed = name !== undefined && !(hasRoom && words !== undefined);
    const title = isNamed && html` aria-label="${name}" title="${name}"`;
    return html`<button name="press" value="${data}"${title}>${hasRoom ? (words ?? label) : label}</button>`;
  });
  return html`<form class="${className}" method="post" action="${action}"
    data-say>${hidden(reader, message)}${buttons}</form>`;
}

/** Hidden fields of every form of a page; `once` tells a form from the same one of another page (see guard.ts). */
export const hidden = ({ csrf }: PageReader, message = ''): Html =>
  html`${hiddenFields({ csrf, message, once: randomUUID() })}`;

export const hiddenFields = (fields: Readonly<Record<string, string>>): Html[] =>
  Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`);

/** The bot's questions, all at once. */
export function renderForm({ reply, action, message, reader }: ReplyView): Html | undefined {
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

export const renderFile = ({ name, text }: FileReply['file']): Html =>
  html`<figure class="file"><figcaption>📄 ${name}</figcaption>
    <pre tabindex="0"><code dir="ltr">${text}</code></pre></figure>`;
