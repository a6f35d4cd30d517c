import { askedOf, type InboxFilter, inboxAddress } from '../dashboard/inbox.ts';
import { addressOf, queryOf, type View } from '../dashboard/scope.ts';
import type { Picked } from '../entries/pick.ts';
import { OPTION } from '../receive.ts';
import { type Html, html } from '../render/html.ts';
import { hidden, hiddenFields } from '../render/reply.ts';
import { outcomePlace, room } from './layout.ts';

/** The question for which an entry is chosen. */
export interface Picking {
  /** Ids of unanswered questions that become phrasings; undefined if the question is pinned. */
  readonly group: string | undefined;
  /** May be empty. */
  readonly question: string;
  /** Search text. */
  readonly words: string;
  readonly found: readonly Picked[];
  /** Filter of the unanswered questions, to return to. */
  readonly filter: InboxFilter;
}

export function pickPage(view: View, picking: Picking): Html {
  const { reader, scope } = view;
  const { say } = reader;
  const { group, question, words, found, filter } = picking;
  const title = group === undefined ? say('entry-pin') : say('dash-assign');
  const about = group === undefined ? say('pin-which', { question }) : say('assign-which', { text: question });
  const asked =
    group === undefined
      ? html`<label class="wide">${say('entry-pin-question')} <input name="question" value="${question}" required
          dir="auto" maxlength="500" autocomplete="off"></label>`
      : hiddenFields({ group, ...askedOf(filter) });
  const body = html`<p class="crumbs"><a href="${inboxAddress('/dashboard', view, filter)}">${say('page-dashboard')}</a></p>
    <div class="title-row"><h1>${title}</h1></div>
    ${outcomePlace(reader, undefined)}
    ${question !== '' && html`<p><bdi>${about}</bdi></p>`}
    <form class="sieve" method="get" action="/dashboard/pick" role="search">${hiddenFields(queryOf(scope))}${asked}
      <label class="wide">${say('search-entry')}
        <input type="search" name="q" value="${words}" dir="auto" maxlength="500"></label>
      <button class="quiet">${say('dash-show')}</button></form>
    ${question !== '' && results(view, picking, title)}
    ${words !== '' && found.length === 0 && html`<p class="none">${say('entries-none')}</p>`}`;
  const query = { q: words, ...(group === undefined ? { question } : { group }) };
  return room(view, '/dashboard/entries', { title, body, query });
}

/** Entries, each with a button to choose it. */
function results(view: View, { group, question, found, filter }: Picking, label: string): Html | undefined {
  if (found.length === 0) return undefined;
  const { reader, scope } = view;
  // Afterwards the list of questions opens, and shows the outcome.
  if (group !== undefined)
    return html`<form class="card" method="post" action="${inboxAddress('/dashboard/inbox', view, filter)}">
      ${hidden(reader)}${pickList(
        reader,
        found,
        (id) =>
          html`<button class="small" name="do" value="is ${group.replaceAll(' ', ',')} ${id}"
            aria-describedby="p-${id}">${reader.say('inbox-is')}</button>`,
      )}</form>`;
  const options = { command: 'pin', [`${OPTION}question`]: question };
  const take = (id: string): Html =>
    html`<button class="small" name="${OPTION}entry" value="${id}" aria-describedby="p-${id}">${label}</button>`;
  return html`<form class="card" method="post" action="${addressOf('/dashboard/act', scope)}"
    data-act>${hidden(reader)}${hiddenFields(options)}${pickList(reader, found, take)}</form>`;
}

/** Entries found; merely similar ones below a line. @param take the button of an entry */
export function pickList({ say }: View['reader'], found: readonly Picked[], take: (id: string) => Html): Html {
  const apart = found.findIndex(({ isSimilar }) => isSimilar);
  const items = found.map(
    ({ id, title }, at) =>
      html`${at === apart && html`<li class="apart">${say('entries-similar')}</li>`}
      <li><span id="p-${id}"><bdi>${title}</bdi></span> ${take(id)}</li>`,
  );
  return html`<ul class="acts">${items}</ul>`;
}
