import { sayMoment } from '../../../bot/answers/formats.ts';
import { addressOf, type View } from '../dashboard/scope.ts';
import { moderatorsIn } from '../people.ts';
import { type Html, html } from '../render/html.ts';
import { hidden } from '../render/reply.ts';
import { card, room, select } from './layout.ts';

/** A link that was just made: the only time that it is shown. */
export interface MadeLink {
  readonly name: string;
  readonly address: string;
}

/** In the place of a moderator's id: the person who presses. */
export const MYSELF = 'self';

export function peoplePage(view: View, made?: MadeLink): Html {
  const { reader, scope, speaker } = view;
  const { say } = reader;
  const action = addressOf('/dashboard/people', scope);
  const roles = [['moderator', say('people-moderator')] as const, ['owner', say('people-owner')] as const];
  const others = html`${card('people', say('people-list'), say('people-about'), list(view, action))}
    ${card(
      'add',
      say('people-add'),
      undefined,
      html`<form class="in-line" method="post" action="${action}">${hidden(reader)}
        <label>${say('people-name')}
          <input name="name" required maxlength="60" dir="auto" autocomplete="off"></label>
        ${select('role', say('people-role'), roles, 'moderator')}
        <button class="primary">${say('people-make')}</button></form>`,
    )}`;
  const link =
    made &&
    html`<div class="reply"><p>${say('people-link', { name: made.name })}</p>
      <pre tabindex="0"><code dir="ltr">${made.address}</code></pre></div>`;
  const self = html`<form method="post" action="${action}">${hidden(reader)}
    <button class="quiet" name="everywhere" value="${MYSELF}">${say('people-everywhere')}</button></form>`;
  const body = html`<div class="title-row"><h1>${say('people-title')}</h1></div>
    <div class="outcome" role="status">${link}</div>
    <div class="cards">${speaker.isOperator && others}
    ${card('self', say('people-self'), say('people-self-about'), self)}</div>`;
  return room(view, '/dashboard/people', { body });
}

function list({ context, reader }: View, action: string): Html {
  const { say } = reader;
  const people = moderatorsIn(context.services);
  if (people.length === 0) return html`<p class="none">${say('people-none')}</p>`;
  const items = people.map(({ id, name, isOwner, since }) => {
    const button = (does: string, words: string): Html =>
      html`<button class="small" name="${does}" value="${id}">${words}<span class="unseen"> ${name}</span></button>`;
    return html`<li><bdi>${name}</bdi>
      <span class="badge">${isOwner ? say('people-owner') : say('people-moderator')}</span>
      <span class="more">${sayMoment(since, say.locale)}</span>
      <form method="post" action="${action}">${hidden(reader)}${button('renew', say('people-renew'))}
        ${button('everywhere', say('people-everywhere'))}${button('remove', say('people-remove'))}</form></li>`;
  });
  return html`<ul class="acts">${items}</ul>`;
}
