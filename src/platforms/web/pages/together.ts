import type { Likely } from '../../../bot/questions/likely.ts';
import type { QuestionSummary } from '../../../bot/questions/listed.ts';
import { type InboxFilter, inboxAddress } from '../dashboard/inbox.ts';
import type { View } from '../dashboard/scope.ts';
import { type Html, html } from '../render/html.ts';
import { hidden } from '../render/reply.ts';
import { panel, type TypedEntry } from './inbox.ts';
import { outcomePlace, room } from './layout.ts';
import { clipped } from './table.ts';

/** Questions, and the entries that may answer them. */
export interface Near {
  readonly questions: readonly QuestionSummary[];
  readonly likely: readonly Likely[];
}

interface Parts {
  readonly outcome?: Html;
  readonly typed?: TypedEntry;
}

/** One answer for several questions: an existing entry, or a new one. */
export function togetherPart(
  view: View,
  filter: InboxFilter,
  { questions, likely }: Near,
  { typed }: Parts = {},
): Html {
  const ids = questions.map(({ id }) => id).join(',');
  const items = questions.map(
    ({ text, language }) => html`<li><bdi dir="auto" lang="${language}">${clipped(text)}</bdi></li>`,
  );
  return html`<section class="together" aria-labelledby="t-together">
    <h2 id="t-together" tabindex="-1">${view.reader.say('inbox-together')}</h2><ul class="also">${items}</ul>
    ${panel(view, { filter }, { ids, questions, likely, typed: typed?.fields })}</section>`;
}

/** As a page of its own, without a script. */
export function togetherPage(view: View, filter: InboxFilter, near: Near, parts: Parts = {}): Html {
  const { say } = view.reader;
  const back = inboxAddress('/dashboard', view, filter);
  const body = html`<p class="crumbs"><a href="${back}">${say('page-dashboard')}</a></p>
    <h1 class="unseen">${say('inbox-together')}</h1>
    ${outcomePlace(view.reader, parts.outcome)}
    <form id="inbox" method="post" action="${inboxAddress('/dashboard/inbox', view, filter)}">${hidden(view.reader)}</form>
    <div class="card inbox">${togetherPart(view, filter, near, parts)}</div>`;
  return room(view, '/dashboard', {
    title: say('inbox-together'),
    body,
    styles: ['playground.css', 'dashboard.css', 'entries.css', 'inbox.css'],
    query: { group: near.questions.map(({ id }) => id).join(' ') },
  });
}
