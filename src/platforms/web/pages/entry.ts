import { sayShare } from '../../../bot/answers/formats.ts';
import { choicesOf, type Reply } from '../../../bot/answers/reply.ts';
import type { EntryFields } from '../../../bot/moderation/edited-entry.ts';
import type { Entry, Status } from '../../../core/entry/entry.ts';
import { addressOf, queryOf, type View } from '../dashboard/scope.ts';
import type { Found, Proposal } from '../entries/findings.ts';
import type { Control } from '../render/controls.ts';
import { renderDiscord } from '../render/discord.ts';
import { type Html, html } from '../render/html.ts';
import { hidden, renderReply, type Shown } from '../render/reply.ts';
import { renderTelegram } from '../render/telegram.ts';
import { select } from './entries.ts';
import { layout } from './layout.ts';
import { navigation } from './navigation.ts';
import { tabs } from './tabs.ts';

/** All that the page of an entry shows. */
export interface EntryView {
  readonly view: View;
  /** Undefined: a new one. */
  readonly entry: Entry | undefined;
  readonly title: string;
  readonly isRetired: boolean;
  /** Of the text that is edited. */
  readonly language: string;
  readonly fields: EntryFields;
  readonly basis: string;
  readonly preview: Html;
  /** The text in another language, as a page shows it. */
  readonly beside: { readonly language: string; readonly reply: Reply } | undefined;
  readonly found: readonly Found[];
  readonly proposals: readonly (Proposal & { readonly control: Control })[];
  readonly pins: readonly { readonly question: string; readonly control: Control }[];
  readonly retiring: Control | undefined;
  readonly history: Html | undefined;
  /** What an action came to. */
  readonly outcome: Html | undefined;
}

export function entryPage(one: EntryView): string {
  const { view, entry, title, language } = one;
  const { context, reader, scope } = view;
  const query = { ...queryOf(scope), ...(entry ? { id: entry.id } : {}), text: language };
  const styles = ['playground.css', 'looks.css', 'dashboard.css', 'entries.css'];
  return layout(context, reader, {
    title: `Wenda · ${title}`,
    styles,
    scripts: ['entry.js'],
    body: html`<div data-entry>${entryPart(one)}</div>`,
    links: navigation(view, '/dashboard/entries'),
    query,
  });
}

/** What changes when something was done. */
export function entryPart(one: EntryView): Html {
  const { view, entry, title, isRetired, outcome } = one;
  const { reader, scope } = view;
  const { say } = reader;
  return html`<p class="crumbs"><a href="${addressOf('/dashboard/entries', scope)}">${say('entries-title')}</a></p>
    <div class="title-row"><h1><bdi>${title}</bdi></h1>${entry && one.retiring && press(view, one.retiring, 'quiet')}</div>
    ${entry && html`<p class="entry-id"><bdi>${entry.id}</bdi> · <bdi>${entry.pack}</bdi></p>`}
    ${isRetired && html`<p class="trouble">${say('entry-is-retired')}</p>`}
    <div class="outcome" data-outcome data-failed="${say('page-failed')}" role="status" tabindex="-1">${outcome}</div>
    ${languages(one)}
    <div class="bench">${!isRetired && form(one)}<div class="beside">
      <section class="card" aria-labelledby="t-preview"><h2 id="t-preview">${say('entry-preview-title')}</h2><div data-preview>${one.preview}</div></section>
      ${one.beside && besideCard(one, one.beside)}</div></div>
    <div class="cards">${entry && html`${foundCard(one)}${proposalCard(one)}${pinCard(one, entry)}${one.history}`}</div>`;
}

const addressFor = ({ view, entry, language }: EntryView, more: Readonly<Record<string, string>> = {}): string =>
  addressOf('/dashboard/entry', view.scope, { ...(entry ? { id: entry.id } : {}), text: language, ...more });

/** One button that does one thing. */
function press({ reader, scope }: View, { data, label }: Control, className: string): Html {
  return html`<form method="post" action="${addressOf('/dashboard/act', scope)}" data-act>${hidden(reader)}<button class="${className}" name="press" value="${data}">${label}</button></form>`;
}

/** The texts that there are, and those that could be. */
function languages(one: EntryView): Html | undefined {
  const { view, entry, language } = one;
  const { context, reader } = view;
  if (!entry) return undefined;
  const known = [...context.services.languages.values()]
    .filter(({ writtenFrom, tag }) => !writtenFrom || entry.texts.has(tag))
    .map(({ tag }) => tag);
  const tags = [...new Set([...entry.texts.keys(), ...known])];
  const links = tags.map((tag) => {
    const name = context.services.languages.get(tag)?.name ?? tag;
    const isThere = entry.texts.has(tag);
    return html`<a href="${addressFor(one, { text: tag })}" class="${isThere ? 'has' : 'lacks'}" lang="${tag}"${tag === language && html` aria-current="true"`}>${!isThere && html`<span aria-hidden="true">+ </span><span class="unseen">${reader.say('entry-add')} </span>`}${name}</a>`;
  });
  return html`<nav class="ranges languages" aria-label="${reader.say('entries-languages')}">${links}</nav>`;
}

function form(one: EntryView): Html {
  const { view, entry, language, fields, basis } = one;
  const { context, reader } = view;
  const { say } = reader;
  const direction = context.services.languages.get(language)?.direction ?? 'ltr';
  const line = (name: keyof EntryFields, label: string, more?: Html): Html =>
    html`<p class="field"><label for="f-${name}">${label}</label><input id="f-${name}" name="${name}" value="${fields[name]}" dir="auto" autocomplete="off"${more}></p>`;
  const text = (name: keyof EntryFields, label: string, rows: number, more?: Html): Html =>
    html`<p class="field"><label for="f-${name}">${label}</label><textarea id="f-${name}" name="${name}" rows="${rows}" dir="auto"${more}>
${fields[name]}</textarea></p>`;
  const names: Record<Status, string> = {
    current: say('entry-current'),
    outdated: say('dash-outdated'),
    disputed: say('dash-disputed'),
  };
  const statuses = (['current', 'outdated', 'disputed'] as const).map((status) => [status, names[status]] as const);
  const tongues = [...context.services.languages.values()]
    .filter(({ writtenFrom }) => !writtenFrom)
    .map(({ tag, name }) => [tag, name] as const);
  return html`<form class="card editor" method="post" action="${addressFor(one)}" data-editor lang="${language}" dir="${direction}">${hidden(reader)}<input type="hidden" name="basis" value="${basis}">
    <div lang="${reader.language}" dir="${reader.direction}">
    ${!entry && html`<p class="field">${select('text', say('dash-language'), tongues, language)}</p><p class="about">${say('entry-into', { pack: say('own-pack') })}</p>`}
    ${line('question', say('field-question'), html` required`)}
    ${text('answer', say('field-answer'), 12, html` required`)}
    ${text('phrasings', say('entry-phrasings'), 5)}
    ${text('sources', say('entry-sources'), 3)}
    <div class="field-row">${line('asOf', say('entry-as-of'), html` placeholder="2026-11"`)}${line('reviewBy', say('entry-review-by'), html` placeholder="2027-01-31"`)}
      <p class="field">${select('status', say('entry-status'), statuses, fields.status)}</p></div>
    ${line('tags', say('entry-tags'))}
    ${text('related', say('entry-related'), 3)}
    <p class="field"><label for="f-why">${say('field-why')}</label><input id="f-why" name="why" dir="auto" autocomplete="off"></p>
    <p class="does"><button class="primary" name="do" value="save">${say('confirm-it')}</button><button class="quiet" name="do" value="check">${say('entry-check')}</button><button class="quiet" name="do" value="preview" data-previews>${say('entry-preview')}</button></p>
    </div></form>`;
}

/** An answer as each platform shows it. Its buttons lead nowhere. @param id unique on the page */
export function looks(view: View, reply: Reply, id: string): Html {
  const { context, reader, scope } = view;
  const direction = context.services.languages.get(reply.language)?.direction ?? 'ltr';
  const choices = choicesOf(reply).map(({ label }) => ({ label, data: '' }));
  const related = context.services.speak(reply.language)('button-related');
  const shown: Shown = {
    reply,
    controls: { choices, tools: [], related },
    direction,
    message: id,
    action: addressOf('/dashboard/act', scope),
    reader,
  };
  const page = { ...shown, controls: { choices: [], tools: [], related: '' } };
  const all = [
    { name: 'discord', label: 'Discord', body: idle(renderDiscord(shown, undefined)) },
    { name: 'telegram', label: 'Telegram', body: idle(renderTelegram(shown, undefined)) },
    { name: 'page', label: reader.say('entry-page'), body: renderReply(page) },
  ];
  return tabs(id, reader.say('entry-preview-title'), all);
}

const idle = (look: Html): Html => html`<fieldset class="idle" disabled>${look}</fieldset>`;

function besideCard(one: EntryView, { language, reply }: NonNullable<EntryView['beside']>): Html {
  const { view, entry } = one;
  const { context, reader } = view;
  const nameOf = (tag: string): string => context.services.languages.get(tag)?.name ?? tag;
  const others = [...(entry?.texts.keys() ?? [])].filter((tag) => tag !== one.language && tag !== language);
  const links = others.map(
    (tag) => html`<a href="${addressFor(one, { beside: tag })}" lang="${tag}">${nameOf(tag)}</a>`,
  );
  const direction = context.services.languages.get(language)?.direction ?? 'ltr';
  const shown: Shown = {
    reply,
    controls: { choices: [], tools: [], related: '' },
    direction,
    message: 'beside',
    action: '',
    reader,
  };
  return html`<section class="card" aria-labelledby="t-beside"><h2 id="t-beside">${nameOf(language)}</h2>${renderReply(shown)}${links.length > 0 && html`<p class="others">${links}</p>`}</section>`;
}

const TONES = { answers: 'good', offers: 'fair', other: 'bad', nothing: 'dim' } as const;

function foundCard({ view: { reader }, found }: EntryView): Html {
  const { say, language } = reader;
  const from = { heading: say('field-question'), phrasing: say('entry-phrasing'), check: say('entry-from-check') };
  const words = ({ outcome, confidence, instead }: Found): string => {
    if (outcome === 'other') return say('entry-finds-other', { title: instead ?? '' });
    return outcome === 'answers'
      ? say('entry-finds', { share: sayShare(confidence, language) })
      : outcome === 'offers'
        ? say('entry-is-offered')
        : say('entry-finds-nothing');
  };
  const rows = found.map(
    (one) =>
      html`<tr><th scope="row"><bdi>${one.question}</bdi></th><td>${from[one.from]}</td><td class="${TONES[one.outcome]}">${words(one)}</td></tr>`,
  );
  const head = html`<thead><tr><th scope="col">${say('dash-question')}</th><th scope="col">${say('entry-from')}</th><th scope="col">${say('entry-outcome')}</th></tr></thead>`;
  return html`<section class="card wide found" aria-labelledby="t-found"><h2 id="t-found">${say('entry-found')}</h2>${found.length === 0 ? html`<p class="none">${say('entry-found-none')}</p>` : html`<div class="scroll" tabindex="0" role="group" aria-labelledby="t-found"><table class="plain">${head}<tbody>${rows}</tbody></table></div>`}</section>`;
}

function proposalCard({ view, proposals }: EntryView): Html | undefined {
  const { say } = view.reader;
  if (proposals.length === 0) return undefined;
  const items = proposals.map(
    ({ text, people, control }) =>
      html`<li><span dir="auto">${text}</span> <span class="more">${say('entry-people', { count: people })}</span>${press(view, control, 'small')}</li>`,
  );
  return html`<section class="card" aria-labelledby="t-proposals"><h2 id="t-proposals">${say('entry-proposals')}</h2><ul class="acts">${items}</ul></section>`;
}

function pinCard({ view, pins, isRetired }: EntryView, { id }: Entry): Html {
  const { reader, scope } = view;
  const { say } = reader;
  const items = pins.map(
    ({ question, control }) => html`<li><span dir="auto">${question}</span>${press(view, control, 'small')}</li>`,
  );
  return html`<section class="card" aria-labelledby="t-pins"><h2 id="t-pins">${say('dash-pins')}</h2>${items.length > 0 && html`<ul class="acts">${items}</ul>`}
    ${
      !isRetired &&
      html`<form class="in-line" method="post" action="${addressOf('/dashboard/act', scope)}" data-act>${hidden(reader)}<input type="hidden" name="command" value="pin"><input type="hidden" name="option-entry" value="${id}">
    <label>${say('entry-pin-question')} <input name="option-question" required dir="auto" autocomplete="off"></label><button class="quiet">${say('entry-pin')}</button></form>`
    }</section>`;
}
