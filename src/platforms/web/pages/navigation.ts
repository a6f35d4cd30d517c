import { addressOf, type View } from '../dashboard/scope.ts';
import { type Html, html } from '../render/html.ts';
import { hidden } from '../render/reply.ts';

const ROOMS = ['/dashboard', '/dashboard/entries', '/dashboard/exchange', '/dashboard/people'] as const;
export type Room = (typeof ROOMS)[number];

/** Where a moderator can go; of the same community, and out. @param current the page that is read */
export function navigation({ reader, scope }: View, current: Room): Html {
  const { say } = reader;
  const names = {
    '/dashboard': say('page-dashboard'),
    '/dashboard/entries': say('entries-title'),
    '/dashboard/exchange': say('exchange-title'),
    '/dashboard/people': say('people-title'),
  };
  const links = ROOMS.map(
    (path) =>
      html`<a href="${addressOf(path, scope)}"${path === current && html` aria-current="page"`}>${names[path]}</a>`,
  );
  return html`<a href="/">${say('page-playground')}</a>${links}<form method="post" action="/dashboard/logout">${hidden(reader)}<button class="plain-link">${say('dash-logout')}</button></form>`;
}
