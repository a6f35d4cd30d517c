import { titleIn as titleFor } from '../../../bot/answers/compose.ts';
import { sayMoment, sayShare } from '../../../bot/answers/messages.ts';
import { webAddress } from '../../../bot/platform/links.ts';
import type { Likely } from '../../../bot/questions/likely.ts';
import type { QuestionSummary } from '../../../bot/questions/listed.ts';
import {
  askedOf,
  inboxAddress,
  type QuestionList,
  STATE_WORDS,
  sayChannel,
  type WaitingQuestion,
} from '../dashboard/inbox.ts';
import { addressOf, callIn, queryOf, type View } from '../dashboard/scope.ts';
import type { Fields } from '../receive.ts';
import { type Html, html } from '../render/html.ts';
import { hidden, hiddenFields } from '../render/reply.ts';
import { anchor } from '../render/text.ts';
import { select } from './layout.ts';
import { clipped } from './table.ts';

/** A typed entry that was not saved: the questions it is for, and its fields. */
export interface TypedEntry {
  readonly ids: string;
  readonly fields: Fields;
}

/** The unanswered questions, first on the dashboard. @param below further content that belongs to them */
export const inboxCard = (view: View, inbox: QuestionList, typed?: TypedEntry, below?: Html): Html =>
  html`<section class="card wide inbox" id="questions" aria-labelledby="t-questions"
    data-inbox="${inboxAddress('/dashboard/inbox', view, inbox.filter)}">
    <div data-list>${inboxList(view, inbox, typed)}</div>
    <div data-together></div>${below}
    <div class="said" data-said role="status" tabindex="-1" aria-live="polite"></div></section>`;

/** The part that is fetched again when a question was closed. */
export function inboxList(view: View, inbox: QuestionList, typed?: TypedEntry): Html {
  const { say, language } = view.reader;
  const { count, total, shown, filter, isKept } = inbox;
  const number = new Intl.NumberFormat(language);
  const values = html`<a class="csv" download
    href="${inboxAddress('/dashboard/csv/questions', view, { ...filter, page: 1 })}">${say('dash-csv')}<span
    class="unseen"> ${say('questions-title')}</span></a>`;
  const none = isKept ? say(total === 0 ? 'none-questions' : 'inbox-no-match') : say('questions-none-kept');
  const action = inboxAddress('/dashboard/inbox', view, filter);
  const notes = [
    ...(inbox.hasGap ? [say('questions-gap')] : []),
    ...(inbox.dropped > 0 ? [say('questions-dropped', { count: inbox.dropped })] : []),
  ];
  return html`<div class="card-head"><h2 id="t-questions">${say('inbox-title', { count: number.format(count) })}</h2>
      ${total > 0 && values}</div>
    ${sieve(view, inbox)}
    ${count === 0 && html`<p class="none">${none}</p>`}
    ${
      count > 0 &&
      html`${keys(view)}<form id="inbox" method="post" action="${action}"
      data-inbox-act>${hidden(view.reader)}</form>${ticked(view)}
    <ol class="asks" id="inbox-list" data-questions aria-labelledby="t-questions">${shown.map((one) =>
      row(view, inbox, one, typed?.ids === String(one.id) ? typed.fields : undefined),
    )}</ol>
    ${pager(view, inbox)}`
    }
    ${notes.map((words) => html`<p class="about">${words}</p>`)}`;
}

/** The filter. It offers only values that occur, and no choice between fewer than two. */
function sieve({ context, reader: { say }, scope }: View, inbox: QuestionList): Html | undefined {
  const { filter, states, languages, channels } = inbox;
  const nameOf = (tag: string): string => context.services.languages.get(tag)?.name ?? tag;
  const wordsFor = (value: string): string =>
    value in STATE_WORDS ? say(STATE_WORDS[value as QuestionSummary['state']]) : nameOf(value).slice(0, MOST_WORDS);
  const all: readonly (readonly [string, string, readonly (readonly [string, string])[], string])[] = [
    ['state', say('dash-state'), states.map((one) => [one, say(STATE_WORDS[one])] as const), filter.state],
    ['in', say('dash-language'), languages.map((tag) => [tag, nameOf(tag)] as const), filter.language],
    ['channel', say('inbox-channel'), channels, filter.channel],
  ];
  const useful = all.filter(([, , options, chosen]) => options.length > 1 || chosen !== '');
  // The chosen value stays in the list even if its last question is closed.
  const withChosen = (options: readonly (readonly [string, string])[], chosen: string) =>
    chosen === '' || options.some(([value]) => value === chosen)
      ? options
      : [...options, [chosen, wordsFor(chosen)] as const];
  if (useful.length === 0) return undefined;
  const selects = useful.map(([name, label, options, chosen]) =>
    select(name, label, [['', say('entries-any')], ...withChosen(options, chosen)], chosen),
  );
  return html`<form class="sieve" method="get" action="/dashboard" data-auto>${hiddenFields(queryOf(scope))}${selects}
    <button class="quiet go">${say('dash-show')}</button></form>`;
}

/** Help for the keys, which a script shows. */
function keys({ reader: { say } }: View): Html {
  const all: readonly (readonly [string, string])[] = [
    ['j ↓ · k ↑', say('inbox-key-move')],
    ['x', say('inbox-key-tick')],
    ['e', say('inbox-key-answer')],
    ['1 · 2 · 3', say('inbox-key-take')],
    ['n', say('inbox-key-new')],
    ['Ctrl+Enter', say('inbox-key-save')],
    ['i', say('inbox-key-ignore')],
    ['u', say('inbox-key-undo')],
    ['Esc', say('inbox-key-close')],
    ['?', say('inbox-key-help')],
  ];
  const lines = all.map(
    ([key, words]) =>
      html`<div><dt>${key.split(' · ').map((one, at) => html`${at > 0 && ' '}<kbd dir="ltr">${one}</kbd>`)}</dt>
        <dd>${words}</dd></div>`,
  );
  return html`<div class="above-asks"><label class="all" hidden data-all="question"><input type="checkbox"
      autocomplete="off"> ${say('bulk-all')}</label>
    <details class="keys" data-keys hidden><summary>${say('inbox-keys')} <kbd>?</kbd></summary>
    <p class="about">${say('inbox-keys-about')}</p><dl>${lines}</dl></details></div>`;
}

function row(view: View, inbox: QuestionList, one: WaitingQuestion, typed: Fields | undefined): Html {
  const { context, reader } = view;
  const { say } = reader;
  const id = `q${one.id}`;
  const language = context.services.languages.get(one.language)?.name ?? one.language;
  const channel = sayChannel(view, one);
  const address = webAddress(one.link);
  const where = address ? anchor(address, html`<bdi>${channel}</bdi>`) : html`<bdi>${channel}</bdi>`;
  const waits = one.waiting > 0 && html`<strong class="waits">${say('inbox-waits', { count: one.waiting })}</strong>`;
  return html`<li class="ask" id="${id}" data-question="${one.id}" aria-labelledby="${id}t">
    <input class="tick" type="checkbox" name="question" value="${one.id}" form="inbox" autocomplete="off"
      aria-labelledby="${id}t">
    <p class="ask-text" id="${id}t"><bdi dir="auto" lang="${one.language}">${clipped(one.text, MOST_LETTERS)}</bdi></p>
    <p class="ask-facts"><span class="badge ${one.state}">${say(STATE_WORDS[one.state])}</span>
      ${waits}
      <span>${say('inbox-asked', { count: one.count })}</span>
      <span><bdi>${language}</bdi></span>
      ${channel !== '' && html`<span>${where}</span>`}
      <span><time datetime="${one.last}">${sayMoment(one.last, say.locale)}</time></span></p>
    <button class="small ask-ignore" form="inbox" name="do" value="ignore ${one.id}"
      aria-describedby="${id}t">${say('dash-ignore')}</button>
    <details class="ask-answer"${typed && html` open`}><summary aria-describedby="${id}t">${say('dash-reply')}</summary>
      ${panel(view, inbox, { ids: String(one.id), questions: [one], likely: one.likely, typed })}</details></li>`;
}

/** Most characters of a filter value that has no name. */
const MOST_WORDS = 40;

/** Most characters of a question in the list. */
const MOST_LETTERS = 600;

/** The answer form of one or several questions. */
export interface Panel {
  /** Their ids, separated by commas. */
  readonly ids: string;
  readonly questions: readonly Pick<QuestionSummary, 'text' | 'language' | 'state' | 'id'>[];
  readonly likely: readonly Likely[];
  readonly typed: Fields | undefined;
}

/** The form: an existing entry, a new one, or a message to those who asked the helpers. */
export function panel(
  view: View,
  { filter }: Pick<QuestionList, 'filter'>,
  { ids, questions, likely, typed }: Panel,
): Html {
  const { say } = view.reader;
  const [first, ...others] = questions;
  const name = ids.replaceAll(',', '-');
  const action = inboxAddress('/dashboard/inbox', view, filter);
  const value = (field: string, otherwise = ''): string => typed?.[field] ?? otherwise;
  const helpers = others.length === 0 && first?.state === 'helpers';
  const also =
    others.length > 0
      ? html`<p class="about">${say('inbox-phrasings')}</p><ul class="also">${others.map(
          ({ text, language }) => html`<li><bdi dir="auto" lang="${language}">${clipped(text)}</bdi></li>`,
        )}</ul>`
      : html`<p class="about">${say('inbox-phrasing')}</p>`;
  return html`<div class="ways">
    <div class="way"><h3>${say(likely.length > 0 ? 'inbox-likely' : 'inbox-likely-none')}</h3>
      ${likely.length > 0 && html`<ul class="likely">${likely.map((one, at) => likelyItem(view, ids, one, `${name}-${at}`))}</ul>`}
      <p><a class="small" href="${addressOf('/dashboard/pick', view.scope, {
        group: ids.replaceAll(',', ' '),
        ...askedOf(filter),
      })}">${say('inbox-pick')}</a></p>
      ${helpers && first && helpersForm(view, action, first, value('words'))}</div>
    <form class="way fresh" method="post" action="${action}" data-inbox-act>
      <h3>${say('inbox-new')}</h3>${hidden(view.reader)}${hiddenFields({ ids })}
      <p class="field"><label for="h${name}">${say('inbox-heading')}</label><input id="h${name}" name="heading"
        value="${value('heading', first?.text)}" dir="auto" autocomplete="off" required></p>
      <p class="field"><label for="a${name}">${say('field-answer')}</label><textarea id="a${name}" name="answer"
        rows="4" dir="auto" required>
${value('answer')}</textarea></p>
      <p class="field"><label for="s${name}">${say('field-source')}</label><input id="s${name}" name="source"
        value="${value('source')}" dir="auto" autocomplete="off"></p>
      ${also}
      <p class="does"><button class="primary" name="do" value="save">${say('inbox-save')}</button></p></form></div>`;
}

function likelyItem(view: View, ids: string, { entry, confidence, words }: Likely, name: string): Html {
  const { say, language } = view.reader;
  const shared = words.join(say('list-comma'));
  const reasons = [
    say('inbox-sure', { share: sayShare(confidence, language) }),
    ...(words.length > 0 ? [say('inbox-shared', { words: shared })] : []),
  ];
  return html`<li><p id="l${name}"><a href="${addressOf('/dashboard/entry', view.scope, { id: entry.id })}"
      dir="auto">${titleFor(entry, callIn(view))}</a>
      <span class="more">${reasons.join(' · ')}</span></p>
    <button class="small" form="inbox" name="do" value="is ${ids} ${entry.id}" data-takes
      aria-describedby="l${name}">${say('inbox-is')}</button></li>`;
}

const helpersForm = (view: View, action: string, { id }: Pick<QuestionSummary, 'id'>, words: string): Html =>
  html`<form class="to-askers" method="post" action="${action}" data-inbox-act>${hidden(view.reader)}
    ${hiddenFields({ ids: String(id) })}
    <p class="field"><label for="w${id}">${view.reader.say('inbox-helpers')}</label><textarea id="w${id}" name="words"
      rows="3" dir="auto" required>
${words}</textarea></p>
    <p class="does"><button class="quiet" name="do" value="reply">${view.reader.say('page-send')}</button></p></form>`;

/** Buttons for ticked questions, shown once something is ticked. */
const ticked = ({ reader: { say } }: View): Html =>
  html`<div class="with-ticked" role="group" aria-labelledby="t-ticked"><span id="t-ticked">${say('inbox-ticked')}</span>
    <button class="quiet" form="inbox" name="do" value="together">${say('inbox-together')}</button>
    <button class="quiet" form="inbox" name="do" value="ignore">${say('inbox-ignore-all')}</button></div>`;

function pager(view: View, { filter, pages }: QuestionList): Html | undefined {
  const { say } = view.reader;
  if (pages <= 1) return undefined;
  const link = (page: number, words: string, rel: string): Html | undefined =>
    page < 1 || page > pages
      ? undefined
      : html`<a rel="${rel}" href="${inboxAddress('/dashboard', view, { ...filter, page })}">${words}</a>`;
  return html`<nav class="pager" aria-label="${say('entries-pages')}">
    ${link(filter.page - 1, say('entries-previous'), 'prev')}<span>${say('entries-page', { page: filter.page, pages })}</span>
    ${link(filter.page + 1, say('entries-next'), 'next')}</nav>`;
}
