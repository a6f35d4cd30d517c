import type { Context, Reader } from '../context.ts';
import { html } from '../render/html.ts';
import { hidden } from '../render/reply.ts';
import { layout } from './layout.ts';

export function loginPage(context: Context, reader: Reader, trouble?: string): string {
  const { say } = reader;
  const body = html`<div class="gate"><h1>${say('page-dashboard')}</h1><p class="lead">${say('dash-login-about')}</p>
    ${trouble !== undefined && html`<p class="trouble" role="alert" id="trouble">${trouble}</p>`}
    <form method="post" action="/dashboard/login">${hidden(reader)}
      <input class="unseen" type="text" name="username" value="wenda" autocomplete="username" tabindex="-1" aria-hidden="true" readonly>
      <p class="field"><label for="token">${say('dash-token')}</label><input id="token" name="token" type="password" autocomplete="current-password" required autofocus${trouble !== undefined && html` aria-describedby="trouble" aria-invalid="true"`}></p>
      <button class="primary">${say('dash-login')}</button>
    </form></div>`;
  const links = html`<a href="/">${say('page-playground')}</a><a href="/dashboard" aria-current="page">${say('page-dashboard')}</a>`;
  return layout(context, reader, { title: `Wenda · ${say('page-dashboard')}`, styles: ['playground.css', 'dashboard.css'], scripts: [], body, links });
}
