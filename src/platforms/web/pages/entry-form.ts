import type { EntryFields } from '../../../bot/moderation/edited-entry.ts';
import type { Status } from '../../../core/entry/entry.ts';
import { directionOf, writtenLanguages } from '../context.ts';
import type { View } from '../dashboard/scope.ts';
import { type Html, html } from '../render/html.ts';
import { hidden, hiddenFields } from '../render/reply.ts';
import type { EntryView } from './entry.ts';
import { select } from './layout.ts';
import { pickList } from './pick.ts';

/** The form of a text. @param action URL to which it is sent */
export function entryForm(one: EntryView, action: string): Html {
  const { view, entry, language, fields, basis, why } = one;
  const { context, reader } = view;
  const { say } = reader;
  const direction = directionOf(context, language);
  const field = (name: string, label: string, control: Html): Html =>
    html`<p class="field"><label for="f-${name}">${label}</label>${control}</p>`;
  const values = { ...fields, why };
  const line = (name: keyof typeof values, label: string, more?: Html): Html =>
    field(
      name,
      label,
      html`<input id="f-${name}" name="${name}" value="${values[name]}" dir="auto"
        autocomplete="off"${more}>`,
    );
  const text = (name: keyof EntryFields, label: string, rows: number, more?: Html): Html =>
    // The line break is written as browsers drop the first one of a text area.
    field(
      name,
      label,
      html`<textarea id="f-${name}" name="${name}" rows="${rows}" dir="auto"${more}>
${fields[name]}</textarea>`,
    );
  const button = (does: string, label: string, className: string, more?: Html): Html =>
    html`<button class="${className}" name="do" value="${does}"${more}>${label}</button>`;
  const statuses: readonly (readonly [Status, string])[] = [
    ['current', say('entry-current')],
    ['outdated', say('dash-outdated')],
    ['disputed', say('dash-disputed')],
  ];
  const tongues = writtenLanguages(context).map(({ tag, name }) => [tag, name] as const);
  const into = html`<p class="field">${select('text', say('dash-language'), tongues, language)}</p>
    <p class="about">${say('entry-into', { pack: say('own-pack') })}</p>`;
  return html`<form class="card editor" method="post" action="${action}" data-editor lang="${language}"
      dir="${direction}">${hidden(reader)}${hiddenFields({ basis })}
    <div lang="${reader.language}" dir="${reader.direction}">
    <button class="unseen" name="do" value="enter" tabindex="-1" aria-hidden="true" formnovalidate>${say('confirm-it')}</button>
    ${!entry && into}
    ${line('question', say('field-question'), html` required`)}
    ${text('answer', say('field-answer'), 12, html` required`)}${formatting(view)}
    ${text('phrasings', say('entry-phrasings'), 5)}
    ${text('sources', say('entry-sources'), 3)}
    <div class="field-row">${line('asOf', say('entry-as-of'), html` placeholder="2026-11"`)}
      ${line('reviewBy', say('entry-review-by'), html` placeholder="2027-01-31"`)}
      <p class="field">${select('status', say('entry-status'), statuses, fields.status)}</p></div>
    ${line('tags', say('entry-tags'))}
    ${relatedField(one)}
    ${line('why', say('field-why'))}
    <p class="does">${button('save', say('confirm-it'), 'primary')}${button('check', say('entry-check'), 'quiet')}
      ${button('preview', say('entry-preview'), 'quiet', html` data-previews`)}</p>
    </div></form>`;
}

/** Data for the buttons that insert Markdown markers; a script shows them. */
function formatting({ reader: { say } }: View): Html {
  const buttons = FORMATS.map(
    ({ key, sign, before, after = '', line = '' }) =>
      html`<button type="button" class="small" data-before="${before}" data-after="${after}" data-line="${line}"
        data-sign="${sign}"
        aria-label="${say(key)}" title="${say(key)}"></button>`,
  );
  return html`<div class="format" role="group" aria-label="${say('entry-format')}" data-format="f-answer"
    hidden>${buttons}</div>`;
}

interface Format {
  readonly key: string;
  /** Shown by the style sheet, as it is not the button's name. */
  readonly sign: string;
  /** Markers around the selection, or before each line. */
  readonly before: string;
  readonly after?: string;
  readonly line?: string;
}

const FORMATS: readonly Format[] = [
  { key: 'entry-bold', sign: 'B', before: '**', after: '**' },
  { key: 'entry-italic', sign: 'I', before: '*', after: '*' },
  { key: 'entry-link', sign: '↗', before: '[', after: '](https://)' },
  { key: 'entry-list', sign: '•', before: '', line: '- ' },
  { key: 'entry-code', sign: '</>', before: '`', after: '`' },
];

/** Titles of related entries, and a search for more. The search is part of the form, so that nothing typed is lost. */
export function relatedField({ view: { reader }, fields, find: { words, found } }: EntryView): Html {
  const { say } = reader;
  const take = (id: string): Html =>
    html`<button class="small" name="add" value="${id}" data-finds formnovalidate
      aria-describedby="p-${id}">${say('entry-relate')}</button>`;
  return html`<div class="field" data-related><label for="f-related">${say('entry-related')}</label>
    <textarea id="f-related" name="related" rows="3" dir="auto">
${fields.related}</textarea>
    <p class="in-line"><label>${say('search-entry')} <input type="search" name="find" value="${words}" dir="auto"
      maxlength="500" autocomplete="off"></label>
      <button class="quiet" name="do" value="find" data-finds formnovalidate>${say('dash-show')}</button></p>
    ${found.length > 0 && pickList(reader, found, take)}
    ${words !== '' && found.length === 0 && html`<p class="none">${say('entries-none')}</p>`}</div>`;
}
