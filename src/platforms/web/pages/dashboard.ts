import { sayDate } from '../../../bot/answers/formats.ts';
import { sayDiagnosis } from '../../../bot/platform/diagnose.ts';
import type { Diagnosis } from '../../../bot/ports/diagnosis.ts';
import type { Context, Reader } from '../context.ts';
import type { Gathered } from '../dashboard/gather.ts';
import { addressOf, dayBefore, nameIn, queryOf, type Scope, type View } from '../dashboard/scope.ts';
import type { Table } from '../dashboard/table.ts';
import type { Control } from '../render/controls.ts';
import { type Html, html } from '../render/html.ts';
import { hidden } from '../render/reply.ts';
import { calibrationPlot } from './calibration.ts';
import { inEnglish } from './in-english.ts';
import { layout } from './layout.ts';
import { navigation } from './navigation.ts';
import { dayCard, tiles } from './overview.ts';
import { cutDown, renderTable, type TableParts } from './table.ts';

const RANGES = [7, 30, 90, 365];

/** The whole page. @param reply what an action came to, where no script shows it */
export async function dashboardPage(view: View, gathered: Gathered, reply?: Html): Promise<string> {
  const { context, reader, scope } = view;
  const { say } = reader;
  const act = addressOf('/dashboard/act', scope);
  const body = html`<h1 class="unseen">${say('page-dashboard')}</h1>
    ${controls(context, reader, scope)}
    <div class="outcome" data-outcome data-failed="${say('page-failed')}" role="status" tabindex="-1">${reply}</div>
    <div data-live="${addressOf('/dashboard', scope)}" data-events="${addressOf('/dashboard/events', scope)}">${await livePart(view, gathered)}</div>
    <details class="typed"><summary>${say('work-command')}</summary>
    <form class="command" method="post" action="${act}" data-act>${hidden(reader)}<label for="command">${say('dash-command-line')}</label><input id="command" name="text" dir="auto" autocomplete="off" required placeholder="/teach"><button class="quiet">${say('dash-run')}</button></form></details>
    <p class="unseen" role="status" data-news data-words="${say('dash-news')}"></p>`;
  const links = navigation(view, '/dashboard');
  const styles = ['uplot.css', 'playground.css', 'dashboard.css'];
  return layout(context, reader, {
    title: `Wenda · ${say('page-dashboard')}`,
    styles,
    scripts: ['uplot.js', 'dashboard.js'],
    body,
    links,
    query: queryOf(scope),
  });
}

/** Community and days. */
function controls(context: Context, { say, language }: Reader, { community, communities, from, to }: Scope): Html {
  const today = context.services.now().slice(0, 10);
  const options = communities.map(
    ({ id }) =>
      html`<option value="${id}"${id === community.id && html` selected`}>${nameIn(communities, id, say)}</option>`,
  );
  const ranges = RANGES.map((days) => {
    const first = dayBefore(today, days - 1);
    const isNow = from === first && to === today;
    return html`<a href="/dashboard?${new URLSearchParams({ community: community.id, from: first, to: today }).toString()}"${isNow && html` aria-current="true"`}>${new Intl.NumberFormat(language, { style: 'unit', unit: 'day', unitDisplay: 'long' }).format(days)}</a>`;
  });
  return html`<div class="controls">
    <form method="get" action="/dashboard" data-auto class="scope">
      ${communities.length > 0 && html`<label>${say('dash-community')} <select name="community">${options}</select></label>`}
      <label>${say('dash-from')} <input type="date" name="from" value="${from}" max="${today}"></label><label>${say('dash-to')} <input type="date" name="to" value="${to}" max="${today}"></label>
      <button class="quiet">${say('dash-show')}</button>
    </form>
    <nav class="ranges" aria-label="${say('dash-ranges')}">${ranges}</nav>
  </div>`;
}

/** What changes while somebody looks on. */
export async function livePart(view: View, { use, buckets, tables, troubles }: Gathered): Promise<Html> {
  const { context, reader, scope } = view;
  const { say } = reader;
  const parts = async (table: Table): Promise<TableParts> => ({
    reader,
    csv: addressOf(`/dashboard/csv/${table.name}`, scope),
    action: addressOf('/dashboard/act', scope),
    controls: await signed(view, table),
  });
  const shown = async (name: string): Promise<Html | undefined> => {
    const table = tables.get(name);
    const cut = table && cutDown(table, say);
    return cut && renderTable(cut, await parts(cut));
  };
  const days = tables.get('days');
  const calibration = tables.get('calibration');
  const waiting = WORK.filter((name) => (tables.get(name)?.rows.length ?? 0) > 0);
  const work = await Promise.all(waiting.map(shown));
  const one = await Promise.all(['languages', 'platforms', 'top', 'coverage', 'pins', 'history'].map(shown));
  const isQuiet = work.length + troubles.length + context.services.knowledge.refused().length === 0;
  return html`<section class="work" aria-labelledby="t-work"><h2 id="t-work">${say('work-title')}</h2>${refused(view)}${troubleCard(view, troubles)}
    ${isQuiet && html`<p class="at-rest">${say('work-none')}</p>`}<div class="cards">${work}</div></section>
    <h2 class="part">${say('work-figures')}</h2>${tiles(view, use)}
    <div class="cards">
    ${days && dayCard(view, use, days, await parts(days))}
    ${one}
    ${calibration && html`<div class="pair">${await shown('calibration')}${calibrationPlot(reader, buckets)}</div>`}
    </div><p class="updated">${say('dash-range', { from: sayDate(scope.from, reader.language), to: sayDate(scope.to, reader.language) })}</p>`;
}

/** Tables of what waits for somebody, the most urgent first; those with nothing in them are left out. */
const WORK = ['waiting', 'unanswered', 'attention'] as const;

/** What is set up wrongly, each with what to do about it. */
function troubleCard({ reader: { say, direction } }: View, troubles: readonly Diagnosis[]): Html | undefined {
  if (troubles.length === 0) return undefined;
  const items = troubles.map(
    (one) =>
      html`<li>${sayDiagnosis(one, say, direction).map((line, at) => html`${at > 0 && html`<br>`}<bdi>${line}</bdi>`)}</li>`,
  );
  return html`<div class="trouble" id="troubles" role="status"><p>${say('work-trouble')}</p><ul class="plain-list">${items}</ul></div>`;
}

/** The buttons of a table's rows. */
export async function signed({ context, speaker }: View, { rows }: Table): Promise<Control[][]> {
  const found: Control[][] = [];
  for (const { actions = [] } of rows) {
    const own: Control[] = [];
    for (const { label, command, argument } of actions)
      own.push({
        label,
        data: await context.buttons.write(
          { command, argument },
          speaker.signedFor,
          context.services.hash(speaker.person),
        ),
      });
    found.push(own);
  }
  return found;
}

/** Problems that are listed; the rest is counted. */
const MOST_PROBLEMS = 10;

/** That changed knowledge is not answered from, and why; nothing where it is. */
function refused({ context, reader }: View): Html | undefined {
  const { say } = reader;
  const problems = context.services.knowledge.refused();
  const rest = problems.length - MOST_PROBLEMS;
  if (problems.length === 0) return undefined;
  return html`<div class="trouble" id="refused" role="status"><p>${say('reload-refused', { count: problems.length })}</p>${inEnglish(reader)}
    <ul>${problems.slice(0, MOST_PROBLEMS).map((problem) => html`<li><bdi lang="en">${problem}</bdi></li>`)}</ul>${rest > 0 && html`<p>${say('reload-more', { count: rest })}</p>`}</div>`;
}
