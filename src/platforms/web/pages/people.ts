import { sayMoment } from '../../../bot/answers/formats.ts';
import { addressOf, queryOf, type View } from '../dashboard/scope.ts';
import { moderatorsIn } from '../people.ts';
import { type Html, html } from '../render/html.ts';
import { hidden } from '../render/reply.ts';
import { select } from './entries.ts';
import { layout } from './layout.ts';
import { navigation } from './navigation.ts';

/** A link that was just made: the only time that it is shown. */
export interface MadeLink {
  readonly name: string;
  readonly address: string;
}

/** In the place of a moderator's id: whoever presses. */
export const MYSELF = 'self';

export function peoplePage(view: View, made?: MadeLink): string {
  const { context, reader, scope, speaker } = view;
  const { say } = reader;
  const action = addressOf('/dashboard/people', scope);
  const roles = [['moderator', say('people-moderator')] as const, ['owner', say('people-owner')] as const];
  const others = html`<section class="card" aria-labelledby="t-people"><h2 id="t-people">${say('people-list')}</h2><p class="about">${say('people-about')}</p>${list(view, action)}</section>
    <section class="card" aria-labelledby="t-add"><h2 id="t-add">${say('people-add')}</h2>
      <form class="in-line" method="post" action="${action}">${hidden(reader)}<label>${say('people-name')} <input name="name" required maxlength="60" dir="auto" autocomplete="off"></label>
      ${select('role', say('people-role'), roles, 'moderator')}<button class="primary">${say('people-make')}</button></form></section>`;
  const body = html`<div class="title-row"><h1>${say('people-title')}</h1></div>
    <div class="outcome" role="status">${made && html`<div class="reply"><p>${say('people-link', { name: made.name })}</p><pre tabindex="0"><code dir="ltr">${made.address}</code></pre></div>`}</div>
    <div class="cards">${speaker.isOperator && others}
    <section class="card" aria-labelledby="t-self"><h2 id="t-self">${say('people-self')}</h2><p class="about">${say('people-self-about')}</p>
      <form method="post" action="${action}">${hidden(reader)}<button class="quiet" name="everywhere" value="${MYSELF}">${say('people-everywhere')}</button></form></section></div>`;
  const styles = ['playground.css', 'dashboard.css', 'entries.css'];
  return layout(context, reader, {
    title: `Wenda · ${say('people-title')}`,
    styles,
    scripts: ['dashboard.js'],
    body,
    links: navigation(view, '/dashboard/people'),
    query: queryOf(scope),
  });
}

function list({ context, reader }: View, action: string): Html {
  const { say, language } = reader;
  const people = moderatorsIn(context.services);
  if (people.length === 0) return html`<p class="none">${say('people-none')}</p>`;
  const items = people.map(({ id, name, isOwner, since }) => {
    const button = (does: string, words: string): Html =>
      html`<button class="small" name="${does}" value="${id}">${words}<span class="unseen"> ${name}</span></button>`;
    const buttons = [
      button('renew', say('people-renew')),
      button('everywhere', say('people-everywhere')),
      button('remove', say('people-remove')),
    ];
    return html`<li><bdi>${name}</bdi> <span class="badge">${isOwner ? say('people-owner') : say('people-moderator')}</span> <span class="more">${sayMoment(since, language)}</span><form method="post" action="${action}">${hidden(reader)}${buttons}</form></li>`;
  });
  return html`<ul class="acts">${items}</ul>`;
}
