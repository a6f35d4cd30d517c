import { sayShare } from '../../../bot/answers/formats.ts';
import { addressOf, queryOf, type View } from '../dashboard/scope.ts';
import { type Filter, LACKING, type Listed, ORDERS, PER_PAGE, STATES, topicsOf } from '../entries/filter.ts';
import { type Html, html } from '../render/html.ts';
import { layout } from './layout.ts';
import { navigation } from './navigation.ts';

/** Every entry that a community knows: looked for, sifted, and opened from here. */
export function entriesPage(view: View, filter: Filter, found: readonly Listed[]): string {
  const { context, reader, scope } = view;
  const { say } = reader;
  const pages = Math.max(1, Math.ceil(found.length / PER_PAGE));
  const page = Math.min(filter.page, pages);
  const shown = found.slice((page - 1) * PER_PAGE, page * PER_PAGE);
  const body = html`<div class="title-row"><h1>${say('entries-title')}</h1><a class="primary as-button" href="${addressOf('/dashboard/entry', scope)}">${say('entry-new')}</a></div>
    ${sieve(view, filter)}
    <p class="about" role="status">${say('entries-count', { count: found.length })}</p>
    ${shown.length > 0 ? list(view, shown) : html`<p class="none">${say('entries-none')}</p>`}
    ${pages > 1 && pager(view, filter, page, pages)}`;
  const query = { ...queryOf(scope), ...asked(filter) };
  return layout(context, reader, {
    title: `Wenda · ${say('entries-title')}`,
    styles: ['playground.css', 'dashboard.css', 'entries.css'],
    scripts: ['dashboard.js'],
    body,
    links: navigation(view, '/dashboard/entries'),
    query,
  });
}

/** What stands in the address. */
const asked = ({ words, pack, topic, language, state, order }: Filter): Record<string, string> => ({
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
  const topics = [...new Set([filter.topic, ...[...all.values()].flatMap(topicsOf)])]
    .filter((name) => name !== '')
    .sort();
  const nameOf = (tag: string): string => context.services.languages.get(tag)?.name ?? tag;
  const states = {
    all: say('entries-all'),
    overdue: say('dash-overdue'),
    disputed: say('dash-disputed'),
    outdated: say('dash-outdated'),
    bare: say('entries-bare'),
    taught: say('entries-taught'),
    changed: say('entries-changed'),
    retired: say('entries-retired'),
  };
  const orders = {
    title: filter.words === '' ? say('entries-by-title') : say('entries-by-likeness'),
    asked: say('entries-by-asked'),
    helped: say('entries-by-helped'),
  };
  const languages = [
    ...written.map((tag) => [tag, nameOf(tag)] as const),
    ...written.map((tag) => [LACKING + tag, say('entries-lacking', { language: nameOf(tag) })] as const),
  ];
  return html`<form class="sieve" method="get" action="/dashboard/entries" data-auto role="search">
    ${Object.entries(queryOf(scope)).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
    <label class="wide">${say('entries-search')} <input type="search" name="q" value="${filter.words}" dir="auto" maxlength="500"></label>
    ${select('pack', say('entries-pack'), [['', say('entries-any')], ...packs.map((name) => [name, name] as const)], filter.pack)}
    ${topics.length > 0 && select('topic', say('dash-topic'), [['', say('entries-any')], ...topics.map((name) => [name, name] as const)], filter.topic)}
    ${select('in', say('dash-language'), [['', say('entries-any')], ...languages], filter.language)}
    ${select(
      'state',
      say('entries-which'),
      STATES.map((state) => [state, states[state]] as const),
      filter.state,
    )}
    ${select(
      'order',
      say('entries-order'),
      ORDERS.map((order) => [order, orders[order]] as const),
      filter.order,
    )}
    <button class="quiet">${say('dash-show')}</button>
  </form>`;
}

export function select(
  name: string,
  label: string,
  options: readonly (readonly [value: string, words: string])[],
  chosen: string,
): Html {
  return html`<label>${label} <select name="${name}">${options.map(([value, words]) => html`<option value="${value}"${value === chosen && html` selected`}>${words}</option>`)}</select></label>`;
}

function list({ context, reader, scope }: View, shown: readonly Listed[]): Html {
  const { say, language } = reader;
  const number = new Intl.NumberFormat(language);
  const rows = shown.map(({ entry, title, isRetired, isTaught, isChanged, given, helpful, votes }) => {
    const marks = [
      ...(isRetired ? [say('entries-retired')] : []),
      ...(isTaught ? [say('entries-taught')] : []),
      ...(isChanged ? [say('entries-changed')] : []),
    ];
    const tags = [...entry.texts.keys()];
    return html`<tr><th scope="row"><a href="${addressOf('/dashboard/entry', scope, { id: entry.id })}"><bdi>${title}</bdi></a><span class="entry-id"><bdi>${entry.id}</bdi></span>${marks.map((words) => html`<span class="badge">${words}</span>`)}</th>
      <td><bdi>${entry.pack}</bdi></td><td class="tags">${tags.map((tag) => html`<span class="tag" title="${context.services.languages.get(tag)?.name ?? tag}">${tag}</span>`)}</td>
      <td class="n">${number.format(given)}</td><td class="n">${votes === 0 ? '–' : html`${sayShare(helpful / votes, language)} <span class="more">${say('dash-of-votes', { votes })}</span>`}</td></tr>`;
  });
  const columns = [
    say('dash-entry'),
    say('entries-pack'),
    say('entries-languages'),
    say('dash-given'),
    say('dash-helpful-share'),
  ];
  return html`<div class="card wide"><div class="scroll" tabindex="0" role="group" aria-label="${say('entries-title')}"><table class="plain entries"><thead><tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div></div>`;
}

function pager({ reader: { say }, scope }: View, filter: Filter, page: number, pages: number): Html {
  const link = (to: number, words: string, rel: string): Html | undefined =>
    to >= 1 && to <= pages
      ? html`<a rel="${rel}" href="${addressOf('/dashboard/entries', scope, { ...asked(filter), page: String(to) })}">${words}</a>`
      : undefined;
  return html`<nav class="pager" aria-label="${say('entries-pages')}">${link(page - 1, say('entries-previous'), 'prev')}<span>${say('entries-page', { page, pages })}</span>${link(page + 1, say('entries-next'), 'next')}</nav>`;
}
