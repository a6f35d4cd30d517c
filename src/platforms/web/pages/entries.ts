import { sayLanguage, sayShare } from '../../../bot/answers/messages.ts';
import { OWN_PACK } from '../../../bot/community/own-entries.ts';
import { addressOf, queryOf, type View } from '../dashboard/scope.ts';
import { type EntryRow, type Filter, LACKING, PER_PAGE, STATES, topicsOf } from '../entries/filter.ts';
import type { Fields } from '../receive.ts';
import { type Html, html } from '../render/html.ts';
import { hidden, hiddenFields } from '../render/reply.ts';
import { card, outcomePlace, room, select } from './layout.ts';
import { tableWith } from './table.ts';

export interface EntriesParts {
  readonly outcome?: Html;
  /** Ids of the ticked entries, and the typed form, if the page shows a refused form again. */
  readonly ticked?: ReadonlySet<string>;
  readonly form?: Fields;
}

/** The list of a community's entries, with search and filter. */
export function entriesPage(view: View, filter: Filter, found: readonly EntryRow[], parts: EntriesParts = {}): Html {
  const { reader, scope } = view;
  const { say } = reader;
  const address = addressOf('/dashboard/entries', scope, { ...asked(filter), page: String(filter.page) });
  const body = html`<div class="title-row"><h1>${say('entries-title')}</h1>
      <a class="primary as-button" href="${addressOf('/dashboard/entry', scope)}">${say('entry-new')}</a></div>
    ${outcomePlace(reader, parts.outcome)}
    ${sieve(view, filter)}
    <div data-live="${address}">${entriesPart(view, filter, found, parts)}</div>`;
  return room(view, '/dashboard/entries', { body, query: asked(filter) });
}

/** The part that is fetched again after an action. */
export function entriesPart(
  view: View,
  filter: Filter,
  found: readonly EntryRow[],
  { ticked = new Set(), form = {} }: EntriesParts = {},
): Html {
  const { say } = view.reader;
  const pages = Math.max(1, Math.ceil(found.length / PER_PAGE));
  const page = Math.min(filter.page, pages);
  const shown = found.slice((page - 1) * PER_PAGE, page * PER_PAGE);
  return html`<p class="about" role="status">${say('entries-count', { count: found.length })}</p>
    ${shown.length > 0 ? list(view, shown, ticked) : html`<p class="none">${say('entries-none')}</p>`}
    ${pages > 1 && pager(view, filter, page, pages)}
    ${shown.length > 0 && bulkCard(view, filter, { ...asked(filter), page: String(page) }, form)}`;
}

/** The filter as query parameters. */
export const asked = ({ words, pack, topic, language, state, order }: Filter): Record<string, string> => ({
  q: words,
  pack,
  topic,
  in: language,
  state,
  order,
});

function sieve(view: View, filter: Filter): Html {
  const { context, reader, scope } = view;
  const { say } = reader;
  const { all } = scope.community.knowledge();
  const packs = [...new Set([...all.values()].map(({ pack }) => pack))].sort();
  const written = [...new Set([...all.values()].flatMap(({ texts }) => [...texts.keys()]))].sort();
  const topics = [...new Set([filter.topic, ...[...all.values()].flatMap((entry) => topicsOf(entry, view))])]
    .filter((name) => name !== '')
    .sort();
  const nameOf = (tag: string): string => context.services.languages.get(tag)?.name ?? tag;
  const lacking = (tag: string): string =>
    say('entries-lacking', { language: sayLanguage(tag, { ...context, language: reader.language }) });
  const states = STATES.map((state) => [state, say(STATE_WORDS[state])] as const);
  const byTitle = filter.words === '' ? 'entries-by-title' : 'entries-by-likeness';
  const orders = [
    ['title', say(byTitle)],
    ['asked', say('entries-by-asked')],
    ['helped', say('entries-by-helped')],
  ] as const;
  const any = ['', say('entries-any')] as const;
  const same = (names: readonly string[]) => [any, ...names.map((name) => [name, name] as const)];
  const languages = [
    any,
    ...written.map((tag) => [tag, nameOf(tag)] as const),
    ...written.map((tag) => [LACKING + tag, lacking(tag)] as const),
  ];
  return html`<form class="sieve" method="get" action="/dashboard/entries" data-auto role="search">
    ${hiddenFields(queryOf(scope))}
    <label class="wide">${say('entries-search')}
      <input type="search" name="q" value="${filter.words}" dir="auto" maxlength="500"></label>
    ${select('pack', say('entries-pack'), same(packs), filter.pack)}
    ${topics.length > 0 && select('topic', say('dash-topic'), same(topics), filter.topic)}
    ${select('in', say('dash-language'), languages, filter.language)}
    ${select('state', say('entries-which'), states, filter.state)}
    ${select('order', say('entries-order'), orders, filter.order)}
    <button class="quiet">${say('dash-show')}</button>
  </form>`;
}

const STATE_WORDS = {
  all: 'entries-all',
  overdue: 'dash-overdue',
  disputed: 'dash-disputed',
  outdated: 'dash-outdated',
  bare: 'entries-bare',
  taught: 'entries-taught',
  changed: 'entries-changed',
  retired: 'entries-retired',
} as const;

function list({ context, reader, scope }: View, shown: readonly EntryRow[], ticked: ReadonlySet<string>): Html {
  const { say, language } = reader;
  const number = new Intl.NumberFormat(language);
  const apart = shown.findIndex(({ isSimilar }) => isSimilar);
  const line = html`<tr><th class="apart" scope="colgroup" colspan="5">${say('entries-similar')}</th></tr>`;
  const rows = shown.map(({ entry, title, isRetired, isTaught, isChanged, given, helpful, votes }, at) => {
    const marks = [
      ...(isRetired ? [say('entries-retired')] : []),
      ...(isTaught ? [say('entries-taught')] : []),
      ...(isChanged ? [say('entries-changed')] : []),
    ].map((words) => html`<span class="badge">${words}</span>`);
    const tags = [...entry.texts.keys()].map(
      (tag) => html`<span class="tag" title="${context.services.languages.get(tag)?.name ?? tag}">${tag}</span>`,
    );
    const helped = html`${sayShare(helpful / votes, language)}
      <span class="more">${say('dash-of-votes', { votes })}</span>`;
    const tick = html`<input type="checkbox" name="entry" value="${entry.id}" form="bulk" aria-label="${title}"
      autocomplete="off"${ticked.has(entry.id) && html` checked`}>`;
    return html`${at === apart && line}<tr><th scope="row">${tick}
        <a href="${addressOf('/dashboard/entry', scope, { id: entry.id })}"><bdi>${title}</bdi></a>${marks}</th>
      <td><bdi>${entry.pack}</bdi></td><td class="tags">${tags}</td>
      <td class="n">${number.format(given)}</td><td class="n">${votes === 0 ? '–' : helped}</td></tr>`;
  });
  const columns = [
    say('dash-entry'),
    say('entries-pack'),
    say('entries-languages'),
    say('dash-given'),
    say('dash-helpful-share'),
  ];
  const label = html`aria-label="${say('entries-title')}"`;
  return html`<div class="card wide">${tableWith(label, 'plain entries', columns, rows)}</div>`;
}

function pager({ reader: { say }, scope }: View, filter: Filter, page: number, pages: number): Html {
  const link = (to: number, words: string, rel: string): Html | undefined => {
    if (to < 1 || to > pages) return undefined;
    const address = addressOf('/dashboard/entries', scope, { ...asked(filter), page: String(to) });
    return html`<a rel="${rel}" href="${address}">${words}</a>`;
  };
  return html`<nav class="pager" aria-label="${say('entries-pages')}">
    ${link(page - 1, say('entries-previous'), 'prev')}<span>${say('entries-page', { page, pages })}</span>
    ${link(page + 1, say('entries-next'), 'next')}</nav>`;
}

/** The form that changes the ticked entries. @param form as typed, if it is shown again */
function bulkCard({ reader, scope }: View, filter: Filter, query: Record<string, string>, form: Fields): Html {
  const { say } = reader;
  const packs = [...new Set([OWN_PACK, ...[...scope.community.knowledge().all.values()].map(({ pack }) => pack)])];
  const button = (does: string, words: string): Html =>
    html`<button class="quiet" name="do" value="${does}">${words}</button>`;
  const retiring = filter.state === 'retired' ? ['restore', 'entry-restore'] : ['retire', 'entry-retire'];
  const body = html`<form id="bulk" class="bulk" method="post"
      action="${addressOf('/dashboard/bulk', scope, query)}">${hidden(reader)}
    <label class="all" hidden data-all="entry"><input type="checkbox"> ${say('bulk-all')}</label>
    <p>${button('draft', say('drafts-title'))}</p>
    <p><label>${say('dash-topic')} <input name="tag" value="${form.tag ?? ''}" dir="auto" autocomplete="off"></label>
      ${button('tag', say('bulk-add'))}${button('untag', say('bulk-drop'))}</p>
    <p>${select(
      'pack',
      say('entries-pack'),
      packs.sort().map((name) => [name, name]),
      form.pack ?? OWN_PACK,
    )}
      ${button('move', say('bulk-move'))}</p>
    <p><label>${say('entry-review-by')} <input type="date" name="day" value="${form.day ?? ''}"></label>
      ${button('review', say('bulk-set'))}</p>
    <p><label>${say('field-why')} <input name="why" value="${form.why ?? ''}" dir="auto" autocomplete="off"></label>
      ${button(retiring[0] ?? '', say(retiring[1] ?? ''))}</p></form>`;
  return card('bulk', say('bulk-title'), undefined, body, 'card wide');
}
