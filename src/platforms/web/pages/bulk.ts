import { OWN_PACK } from '../../../bot/community/own-entries.ts';
import { addressOf, type View } from '../dashboard/scope.ts';
import type { Filter } from '../entries/filter.ts';
import type { Fields } from '../receive.ts';
import { type Html, html } from '../render/html.ts';
import { hidden } from '../render/reply.ts';
import { card, select } from './layout.ts';

/** Changes of the ticked entries. @param form as it was typed, if it is shown again */
export function bulkCard({ reader, scope }: View, filter: Filter, query: Record<string, string>, form: Fields): Html {
  const { say } = reader;
  const packs = [...new Set([OWN_PACK, ...[...scope.community.knowledge().all.values()].map(({ pack }) => pack)])];
  const button = (does: string, words: string): Html =>
    html`<button class="quiet" name="do" value="${does}">${words}</button>`;
  const retiring = filter.state === 'retired' ? ['restore', 'entry-restore'] : ['retire', 'entry-retire'];
  const body = html`<form id="bulk" class="bulk" method="post"
      action="${addressOf('/dashboard/bulk', scope, query)}">${hidden(reader)}
    <label class="all" hidden data-all="entry"><input type="checkbox"> ${say('bulk-all')}</label>
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
