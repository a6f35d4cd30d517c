import { sayDate, sayMoment } from '../../../bot/answers/messages.ts';
import { dayOf } from '../../../bot/moment.ts';
import type { PageReader } from '../context.ts';
import { addressOf, nameIn, type View } from '../dashboard/scope.ts';
import { endOf, hasExpired, type Moderator, ROLES } from '../people.ts';
import { type Html, html } from '../render/html.ts';
import { hidden } from '../render/reply.ts';
import { card, room, select } from './layout.ts';

/** A new link, which is shown only once. */
export interface MadeLink {
  readonly name: string;
  readonly address: string;
}

/** Value instead of a moderator's id: the person themselves. */
export const MYSELF = 'self';

/** Choices for a link's validity in days, the usual first; 0: for ever. */
export const LASTS = [90, 7, 30, 365, 0] as const;

const ROLE_WORDS = { owner: 'people-owner', moderator: 'people-moderator', editor: 'people-editor' } as const;

/** @param used when their link was last used: ISO 8601. Undefined: not within a year */
type Listed = Moderator & { readonly used: string | undefined };

export function peoplePage(view: View, people: readonly Listed[], outcome?: Html): Html {
  const { reader, scope, speaker } = view;
  const { say } = reader;
  const action = addressOf('/dashboard/people', scope);
  const roles = ROLES.map((role) => [role, say(ROLE_WORDS[role])] as const);
  const length = new Intl.NumberFormat(say.locale, { style: 'unit', unit: 'day', unitDisplay: 'long' });
  const lasts = LASTS.map((days) => [String(days), days === 0 ? say('people-for-good') : length.format(days)] as const);
  const communities = [
    ['', say('people-all')] as const,
    ...scope.communities.map(({ id }) => [id, nameIn(scope.communities, id, say)] as const),
  ];
  const others = html`${card('people', say('people-list'), say('people-about'), list(view, people, action))}
    ${card(
      'add',
      say('people-add'),
      say('people-roles'),
      html`<form class="in-line" method="post" action="${action}">${hidden(reader)}
        <label>${say('people-name')}
          <input name="name" required maxlength="60" dir="auto" autocomplete="off"></label>
        ${select('role', say('people-role'), roles, 'moderator')}
        ${select('community', say('dash-community'), communities, '')}
        ${select('days', say('people-lasts'), lasts, String(LASTS[0]))}
        <button class="primary">${say('people-make')}</button></form>`,
    )}`;
  const self = html`<form method="post" action="${action}">${hidden(reader)}
    <button class="quiet" name="everywhere" value="${MYSELF}">${say('people-everywhere')}</button></form>`;
  const body = html`<div class="title-row"><h1>${say('people-title')}</h1></div>
    <div class="outcome" role="status">${outcome}</div>
    <div class="cards">${speaker.isOperator && others}
    ${card('self', say('people-self'), say('people-self-about'), self)}</div>`;
  return room(view, '/dashboard/people', { body });
}

export const madeLink = ({ say }: PageReader, { name, address }: MadeLink): Html =>
  html`<div class="reply"><p>${say('people-link', { name })}</p>
    <pre tabindex="0"><code dir="ltr">${address}</code></pre></div>`;

function list(view: View, people: readonly Listed[], action: string): Html {
  const { reader } = view;
  const { say } = reader;
  if (people.length === 0) return html`<p class="none">${say('people-none')}</p>`;
  const items = people.map((one) => {
    const { id, name, role } = one;
    const button = (does: string, words: string): Html =>
      html`<button class="small" name="${does}" value="${id}">${words}<span class="unseen"> ${name}</span></button>`;
    return html`<li><bdi>${name}</bdi>
      <span class="badge">${say(ROLE_WORDS[role])}</span> <span class="more">${grantOf(view, one)}</span>
      <form method="post" action="${action}">${hidden(reader)}${button('renew', say('people-renew'))}
        ${button('everywhere', say('people-everywhere'))}
        <details class="sure"><summary class="small">${say('people-remove')}
          <span class="unseen">${name}</span></summary>
          ${button('remove', say('people-remove-sure', { name }))}</details></form></li>`;
  });
  return html`<ul class="acts">${items}</ul>`;
}

/** Where, since when and until when somebody moderates, and when they last signed in. */
function grantOf({ context, reader, scope }: View, one: Listed): string {
  const { say } = reader;
  const end = endOf(one);
  const until = hasExpired(context.services, one) ? 'people-expired' : 'people-until';
  return [
    ...(one.community === '' ? [] : [nameIn(scope.communities, one.community, say)]),
    say('people-since', { date: sayDate(dayOf(one.since), say.locale) }),
    ...(end === undefined ? [] : [say(until, { date: sayDate(dayOf(end), say.locale) })]),
    one.used === undefined ? say('people-unused') : say('people-used', { date: sayMoment(one.used, say.locale) }),
  ].join(say('list-semicolon'));
}
