import { sayDate, sayShare } from '../../../bot/answers/messages.ts';
import { dayOf } from '../../../bot/moment.ts';
import { sayDiagnosis } from '../../../bot/platform/diagnose.ts';
import type { Diagnosis } from '../../../bot/ports/diagnosis.ts';
import type { PageReader } from '../context.ts';
import { type Bucket, likelyShare } from '../dashboard/calibration.ts';
import type { DashboardData } from '../dashboard/gather.ts';
import { askedOf } from '../dashboard/inbox.ts';
import { addressOf, dayBefore, nameIn, type View } from '../dashboard/scope.ts';
import type { DataTable } from '../dashboard/table.ts';
import type { Use } from '../dashboard/use.ts';
import { type Html, html } from '../render/html.ts';
import { hidden, hiddenFields } from '../render/reply.ts';
import { inboxCard, type TypedEntry } from './inbox.ts';
import { inEnglish, outcomePlace, room, select } from './layout.ts';
import { cutDown, renderTable, tableHead, tableOf } from './table.ts';

const RANGES = [7, 30, 90, 365];

export interface DashboardParts {
  /** Outcome of an action, if no script shows it. */
  readonly outcome?: Html;
  /** A new entry that is not saved. */
  readonly typed?: TypedEntry;
}

/** The whole page: first the work, then the statistics. */
export async function dashboardPage(view: View, gathered: DashboardData, parts: DashboardParts = {}): Promise<Html> {
  const { reader, scope } = view;
  const { say } = reader;
  const body = html`<a class="skip" href="#inbox-list">${say('inbox-skip')}</a>
    <h1 class="unseen">${say('page-dashboard')}</h1>
    ${communityChoice(view, gathered)}
    ${outcomePlace(reader, parts.outcome)}
    ${inboxCard(view, gathered.inbox, parts.typed, html`<div data-suggested>${await suggested(view, gathered.tables.get('suggestions'))}</div>`)}
    <div data-live="${addressOf('/dashboard', scope)}"
      data-events="${addressOf('/dashboard/events', scope)}">${await livePart(view, gathered)}</div>
    <details class="typed"><summary>${say('work-command')}</summary>
    <form class="command" method="post" action="${addressOf('/dashboard/act', scope)}" data-act>${hidden(reader)}
      <label for="command">${say('dash-command-line')}</label>
      <input id="command" name="text" dir="auto" autocomplete="off" required placeholder="/teach">
      <button class="quiet">${say('dash-run')}</button></form></details>
    <p class="unseen" role="status" data-news data-words="${say('dash-news')}"></p>`;
  return room(view, '/dashboard', {
    body,
    styles: ['uplot.css', 'playground.css', 'dashboard.css', 'entries.css', 'inbox.css'],
    scripts: ['uplot.js', 'dashboard.js'],
    query: askedOf(gathered.inbox.filter),
  });
}

/** The choice of a community, and the work other than questions. */
function communityChoice({ reader: { say }, scope }: View, gathered: DashboardData): Html {
  const { community, communities, from, to } = scope;
  const options = communities.map(({ id }) => [id, nameIn(communities, id, say)] as const);
  const isMore = workIn(gathered).length + gathered.troubles.length > 0;
  return html`<div class="controls">
    <form method="get" action="/dashboard" data-auto class="scope">${hiddenFields({ from, to })}
      ${communities.length > 0 && select('community', say('dash-community'), options, community.id)}
      <button class="quiet go">${say('dash-show')}</button></form>
    ${isMore && html`<a class="quiet as-button" href="#work">${say('work-title')} ↓</a>`}</div>`;
}

/** The choice of the days shown. */
function dayChoice({ context, reader: { say, language }, scope: { community, from, to } }: View): Html {
  const today = dayOf(context.services.now());
  const length = new Intl.NumberFormat(language, { style: 'unit', unit: 'day', unitDisplay: 'long' });
  const ranges = RANGES.map((days) => {
    const first = dayBefore(today, days - 1);
    const query = new URLSearchParams({ community: community.id, from: first, to: today }).toString();
    const isNow = from === first && to === today;
    return html`<a href="/dashboard?${query}#figures"${isNow && html` aria-current="true"`}>${length.format(days)}</a>`;
  });
  const day = (name: string, label: string, value: string): Html =>
    html`<label>${label} <input type="date" name="${name}" value="${value}" max="${today}"></label>`;
  return html`<div class="controls">
    <form method="get" action="/dashboard#figures" class="scope">${hiddenFields({ community: community.id })}
      ${day('from', say('dash-from'), from)}${day('to', say('dash-to'), to)}
      <button class="quiet">${say('dash-show')}</button>
    </form>
    <nav class="ranges" aria-label="${say('dash-ranges')}">${ranges}</nav>
  </div>`;
}

/** Phrasings suggested by members' choices; not shown to editors. */
export async function suggested(view: View, table: DataTable | undefined): Promise<Html | undefined> {
  return table && table.rows.length > 0 && !view.speaker.isEditor
    ? renderTable(view, cutDown(table, view.reader.say))
    : undefined;
}

/** The part that is fetched again while the page is open. */
export async function livePart(view: View, gathered: DashboardData): Promise<Html> {
  const { use, buckets, tables, troubles, inbox } = gathered;
  const { context, reader, scope } = view;
  const { say } = reader;
  const shown = async (name: string): Promise<Html | undefined> => {
    const table = tables.get(name);
    return table && renderTable(view, cutDown(table, say));
  };
  const days = tables.get('days');
  const work = await Promise.all(workIn(gathered).map(shown));
  const figures = await Promise.all(['languages', 'platforms', 'top', 'coverage', 'pins', 'history'].map(shown));
  const isBusy = work.length + troubles.length + context.services.knowledge.refused().length > 0;
  const isQuiet = !isBusy && inbox.total === 0;
  const range = { from: sayDate(scope.from, say.locale), to: sayDate(scope.to, say.locale) };
  const section = html`<section class="work" id="work" aria-labelledby="t-work"><h2 id="t-work">${say('work-title')}</h2>
    ${refused(view)}${troubleCard(view, troubles)}
    ${isQuiet && html`<p class="at-rest">${say('work-none')}</p>`}<div class="cards">${work}</div></section>`;
  return html`${(isBusy || isQuiet) && section}
    <h2 class="part" id="figures">${say('work-figures')}</h2>${dayChoice(view)}${tiles(view, use)}
    <div class="cards">
    ${days && (await dayCard(view, use, days))}
    ${figures}
    <div class="pair">${await shown('calibration')}${calibrationPlot(reader, buckets)}</div>
    </div><p class="updated">${say('dash-range', range)}</p>`;
}

/** Tables of work, the most urgent first; empty ones are not shown. */
const WORK = ['handed', 'attention'] as const;

const workIn = ({ tables }: Pick<DashboardData, 'tables'>) =>
  WORK.filter((name) => (tables.get(name)?.rows.length ?? 0) > 0);

function troubleCard({ reader: { say, direction } }: View, troubles: readonly Diagnosis[]): Html | undefined {
  if (troubles.length === 0) return undefined;
  const items = troubles.map((one) => {
    const lines = sayDiagnosis(one, say, direction);
    return html`<li>${lines.map((line, at) => html`${at > 0 && html`<br>`}<bdi>${line}</bdi>`)}</li>`;
  });
  return html`<div class="trouble" id="troubles" role="status"><p>${say('work-trouble')}</p>
    <ul class="plain-list">${items}</ul></div>`;
}

/** Most problems that are listed; others are counted. */
const MOST_PROBLEMS = 10;

/** Changed knowledge that was refused, and why. */
function refused({ context, reader }: View): Html | undefined {
  const { say } = reader;
  const problems = context.services.knowledge.refused();
  const rest = problems.length - MOST_PROBLEMS;
  if (problems.length === 0) return undefined;
  const items = problems.slice(0, MOST_PROBLEMS).map((problem) => html`<li><bdi lang="en">${problem}</bdi></li>`);
  return html`<div class="trouble" id="refused" role="status">
    <p>${say('reload-refused', { count: problems.length })}</p>${inEnglish(reader)}<ul>${items}</ul>
    ${rest > 0 && html`<p>${say('reload-more', { count: rest })}</p>`}</div>`;
}

const LEFT = 34;
const TOP = 8;
const SIDE = 200;

/**
 * The bot's confidence against members' votes, as dots: where confidence is honest, the interval's bar crosses the
 * diagonal. The table beside it has the numbers.
 */
function calibrationPlot({ say, language }: PageReader, buckets: readonly Bucket[]): Html | undefined {
  if (buckets.length === 0) return undefined;
  const top = Math.max(...buckets.map(({ liked, disliked }) => liked + disliked));
  const dots = buckets.map(({ from, liked, disliked }) => {
    const votes = liked + disliked;
    const [least, most] = likelyShare(liked, votes);
    const at = x(from + 0.05);
    const radius = (3 + 6 * Math.sqrt(votes / top)).toFixed(1);
    return html`<line class="range" x1="${at}" x2="${at}" y1="${y(least)}" y2="${y(most)}"></line>
      <circle class="dot" cx="${at}" cy="${y(liked / votes)}" r="${radius}"></circle>`;
  });
  const lines = [0, 0.5, 1].map((at) => {
    const words = sayShare(at, language);
    return html`<line class="grid" x1="${x(0)}" x2="${x(1)}" y1="${y(at)}" y2="${y(at)}"></line>
      <text x="${LEFT - 6}" y="${y(at) + 4}" text-anchor="end">${words}</text>
      <text x="${x(at)}" y="${TOP + SIDE + 16}" text-anchor="middle">${words}</text>`;
  });
  return html`<svg class="calibration" viewBox="0 0 ${LEFT + SIDE + 20} ${TOP + SIDE + 24}" role="img"
    aria-label="${say('dash-calibration-about')}">${lines}
    <line class="ideal" x1="${x(0)}" y1="${y(0)}" x2="${x(1)}" y2="${y(1)}"></line>${dots}</svg>`;
}

const x = (share: number): number => Math.round(LEFT + share * SIDE);
const y = (share: number): number => Math.round(TOP + SIDE - share * SIDE);

/** Totals, at a glance. */
function tiles({ reader: { say, language } }: View, { all, helpful, votes }: Use): Html {
  const number = new Intl.NumberFormat(language);
  const share = (part: number, whole: number) => (whole === 0 ? '–' : sayShare(part / whole, language));
  const tile = (name: string, value: string, more: string, tone = '') =>
    html`<div class="tile ${tone}"><dt>${name}</dt>
      <dd><span class="big">${value}</span> <span class="more">${more}</span></dd></div>`;
  return html`<dl class="tiles">
    ${tile(say('dash-asked'), number.format(all.asked), '')}
    ${tile(say('dash-answered'), share(all.answered, all.asked), number.format(all.answered), 't-good')}
    ${tile(say('dash-offered'), share(all.offered, all.asked), number.format(all.offered), 't-fair')}
    ${tile(say('dash-unanswered'), share(all.unanswered, all.asked), number.format(all.unanswered), 't-dim')}
    ${tile(say('dash-helpful-share'), share(helpful, votes), say('dash-of-votes', { votes }))}
  </dl>`;
}

/** The plot is hidden from screen readers, as the table says the same. */
async function dayCard(view: View, use: Use, table: DataTable): Promise<Html> {
  const { say } = view.reader;
  const data = {
    language: say.locale,
    names: [say('dash-answered'), say('dash-offered'), say('dash-unanswered')],
    days: use.days.map(({ day }) => Date.parse(day) / 1000),
    answered: use.days.map(({ counts }) => counts.answered),
    offered: use.days.map(({ counts }) => counts.offered),
    unanswered: use.days.map(({ counts }) => counts.unanswered),
  };
  const newest = cutDown({ ...table, rows: [...table.rows].reverse() }, say);
  const tones = ['good', 'fair', 'dim'].map((tone, at) => html`<span class="k-${tone}">${data.names[at]}</span>`);
  return html`<section class="card wide" id="days" aria-labelledby="t-days">${tableHead(view, table)}
    <div class="plot" data-plot="${JSON.stringify(data)}" aria-hidden="true"></div>
    <p class="legend" aria-hidden="true">${tones}</p>
    <details><summary>${say('dash-as-table')}</summary>
      ${newest.about !== undefined && html`<p class="about">${newest.about}</p>`}
      ${await tableOf(view, newest)}</details></section>`;
}
