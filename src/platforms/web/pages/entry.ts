import { sayShare } from '../../../bot/answers/messages.ts';
import { choicesOf, type Reply } from '../../../bot/answers/reply.ts';
import { OWN_PACK } from '../../../bot/community/own-entries.ts';
import type { UseOfEntry } from '../../../bot/community/statistics.ts';
import type { EntryFields } from '../../../bot/moderation/edited-entry.ts';
import type { Entry } from '../../../core/entry/entry.ts';
import { directionOf } from '../context.ts';
import { addressOf, daysOf, type View } from '../dashboard/scope.ts';
import type { Found, NearbyQuestion } from '../entries/findings.ts';
import type { Picked } from '../entries/pick.ts';
import type { Control } from '../render/controls.ts';
import { type Html, html } from '../render/html.ts';
import { hidden, hiddenFields, type ReplyView, renderReply } from '../render/reply.ts';
import { entryForm } from './entry-form.ts';
import { card, outcomePlace, room } from './layout.ts';
import { tableWith } from './table.ts';

/** All that the page of an entry shows. */
export interface EntryView {
  readonly view: View;
  /** Undefined for a new entry. */
  readonly entry: Entry | undefined;
  readonly title: string;
  readonly isRetired: boolean;
  /** URL of its file at the host of the repository, if it has one. */
  readonly file: string | undefined;
  /** Use in the days shown; undefined for a new entry. */
  readonly use: UseOfEntry | undefined;
  /** Language of the edited text. */
  readonly language: string;
  readonly fields: EntryFields;
  readonly basis: string;
  /** The reason that was typed, if it is not saved yet. */
  readonly why: string;
  readonly preview: Html;
  /** The text in another language, shown beside the form. */
  readonly beside: { readonly language: string; readonly reply: Reply } | undefined;
  readonly found: readonly Found[];
  readonly proposals: readonly (NearbyQuestion & { readonly control: Control })[];
  readonly pins: readonly { readonly question: string; readonly control: Control }[];
  readonly retiring: Control | undefined;
  /** Publishes the entry on the site, or removes it from there. */
  readonly publishing: Control | undefined;
  /** The search for a related entry. */
  readonly find: { readonly words: string; readonly found: readonly Picked[] };
  readonly history: Html | undefined;
  /** Outcome of an action. */
  readonly outcome: Html | undefined;
}

export function entryPage(one: EntryView): Html {
  const { view, entry, title, language } = one;
  return room(view, '/dashboard/entries', {
    title,
    styles: ['playground.css', 'dashboard.css', 'entries.css'],
    scripts: ['entry.js'],
    body: html`<div data-entry>${entryPart(one)}</div>`,
    query: { ...(entry ? { id: entry.id } : {}), text: language },
  });
}

/** The part that is fetched again after an action. */
export function entryPart(one: EntryView): Html {
  const { view, entry, title, isRetired, outcome } = one;
  const { reader, scope } = view;
  const { say } = reader;
  const file = one.file && html` · <a href="${one.file}" rel="noreferrer">${say('entry-file')}</a>`;
  const cards = entry && html`${foundCard(one)}${proposalCard(one)}${pinCard(one, entry)}${one.history}`;
  return html`<p class="crumbs"><a href="${addressOf('/dashboard/entries', scope)}">${say('entries-title')}</a></p>
    <div class="title-row"><h1><bdi>${title}</bdi></h1>
      ${entry && !isRetired && html`<a class="quiet as-button" href="${addressOf('/dashboard/phrasings', scope, { entry: entry.id })}">${say('drafts-title')}</a>`}
      ${one.publishing && press(view, one.publishing, 'quiet')}
      ${entry && one.retiring && press(view, one.retiring, 'quiet')}</div>
    ${entry && html`<p class="entry-pack"><bdi>${entry.pack === OWN_PACK ? say('own-pack') : entry.pack}</bdi>${file}</p>`}
    ${one.use && html`<p class="about">${say('entry-used', { days: daysOf(scope), ...one.use })}</p>`}
    ${isRetired && html`<p class="trouble">${say('entry-is-retired')}</p>`}
    ${outcomePlace(reader, outcome)}
    ${languages(one)}
    <div class="bench">${!isRetired && entryForm(one, addressFor(one))}<div class="beside">
      ${card('preview', say('entry-preview-title'), undefined, html`<div data-preview>${one.preview}</div>`)}
      ${one.beside && besideCard(one, one.beside)}</div></div>
    <div class="cards">${cards}</div>`;
}

const addressFor = ({ view, entry, language }: EntryView, more: Readonly<Record<string, string>> = {}): string =>
  addressOf('/dashboard/entry', view.scope, { ...(entry ? { id: entry.id } : {}), text: language, ...more });

/** A form that is submitted at once. */
const acting = ({ reader, scope }: View, inside: Html, className = ''): Html =>
  html`<form class="${className}" method="post" action="${addressOf('/dashboard/act', scope)}"
    data-act>${hidden(reader)}${inside}</form>`;

/** A button with a form of its own. */
const press = (view: View, { data, label }: Control, className: string): Html =>
  acting(view, html`<button class="${className}" name="press" value="${data}">${label}</button>`);

const nameOf = ({ context }: View, tag: string): string => context.services.languages.get(tag)?.name ?? tag;

/** Links to the existing texts, and to those that could be added. */
function languages(one: EntryView): Html | undefined {
  const { view, entry, language } = one;
  const { context, reader } = view;
  if (!entry) return undefined;
  const known = [...context.services.languages.values()]
    .filter(({ writtenFrom, tag }) => !writtenFrom || entry.texts.has(tag))
    .map(({ tag }) => tag);
  const add = html`<span aria-hidden="true">+ </span><span class="unseen">${reader.say('entry-add')} </span>`;
  const links = [...new Set([...entry.texts.keys(), ...known])].map((tag) => {
    const isThere = entry.texts.has(tag);
    return html`<a href="${addressFor(one, { text: tag })}" class="${isThere ? 'has' : 'lacks'}" lang="${tag}"
      ${tag === language && html`aria-current="true"`}>${!isThere && add}${nameOf(view, tag)}</a>`;
  });
  return html`<nav class="ranges languages" aria-label="${reader.say('entries-languages')}">${links}</nav>`;
}

/** An answer as members see it, with buttons that do nothing. */
export function idleReply({ context, reader, scope }: View, reply: Reply): Html {
  const choices = choicesOf(reply).map(({ label }) => ({ label, data: '' }));
  const card = renderReply({
    reply,
    controls: { choices, tools: [] },
    direction: directionOf(context, reply.language),
    message: 'preview',
    action: addressOf('/dashboard/act', scope),
    reader,
  });
  return html`<fieldset class="idle" disabled>${card}</fieldset>`;
}

function besideCard(one: EntryView, { language, reply }: NonNullable<EntryView['beside']>): Html {
  const { view, entry } = one;
  const { context, reader } = view;
  const links = [...(entry?.texts.keys() ?? [])]
    .filter((tag) => tag !== one.language && tag !== language)
    .map((tag) => html`<a href="${addressFor(one, { beside: tag })}" lang="${tag}">${nameOf(view, tag)}</a>`);
  const shown: ReplyView = {
    reply,
    controls: { choices: [], tools: [] },
    direction: directionOf(context, language),
    message: 'beside',
    action: '',
    reader,
  };
  const body = html`${renderReply(shown)}${links.length > 0 && html`<p class="others">${links}</p>`}`;
  return card('beside', nameOf(view, language), undefined, body);
}

const TONES = { answers: 'good', offers: 'fair', other: 'bad', nothing: 'dim' } as const;

function foundCard({ view: { reader }, found }: EntryView): Html {
  const { say, language } = reader;
  const from = { heading: say('field-question'), phrasing: say('entry-phrasing'), check: say('entry-from-check') };
  const words = ({ outcome, confidence, instead }: Found): string =>
    ({
      answers: say('entry-finds', { share: sayShare(confidence, language) }),
      offers: say('entry-is-offered'),
      other: say('entry-finds-other', { title: instead ?? '' }),
      nothing: say('entry-finds-nothing'),
    })[outcome];
  const rows = found.map(
    (one) =>
      html`<tr><th scope="row"><bdi>${one.question}</bdi></th><td>${from[one.from]}</td>
        <td class="${TONES[one.outcome]}">${words(one)}</td></tr>`,
  );
  const columns = [say('dash-question'), say('entry-from'), say('entry-outcome')];
  const body =
    found.length === 0
      ? html`<p class="none">${say('entry-found-none')}</p>`
      : tableWith(html`aria-labelledby="t-found"`, 'plain', columns, rows);
  return card('found', say('entry-found'), undefined, body, 'card wide found');
}

function proposalCard({ view, proposals }: EntryView): Html | undefined {
  const { say } = view.reader;
  if (proposals.length === 0) return undefined;
  const items = proposals.map(
    ({ text, people, control }) =>
      html`<li><span dir="auto">${text}</span> <span class="more">${say('entry-people', { count: people })}</span>
        ${press(view, control, 'small')}</li>`,
  );
  return card('proposals', say('entry-proposals'), undefined, html`<ul class="acts">${items}</ul>`);
}

function pinCard({ view, pins, isRetired }: EntryView, { id }: Entry): Html {
  const { say } = view.reader;
  const items = pins.map(
    ({ question, control }) => html`<li><span dir="auto">${question}</span>${press(view, control, 'small')}</li>`,
  );
  const pin = html`<input type="hidden" name="command" value="pin">${hiddenFields({ 'option-entry': id })}
    <label>${say('entry-pin-question')}
    <input name="option-question" required dir="auto" autocomplete="off"></label>
    <button class="quiet">${say('entry-pin')}</button>`;
  const body = html`${items.length > 0 && html`<ul class="acts">${items}</ul>`}
    ${!isRetired && acting(view, pin, 'in-line')}`;
  return card('pins', say('dash-pins'), undefined, body);
}
