import { keyOfPlace } from '../../../bot/conversation/place.ts';
import { addressOf, queryOf, type View } from '../dashboard/scope.ts';
import type { Input, SettingNow, SettingsOfPlace } from '../dashboard/settings.ts';
import { type Html, html } from '../render/html.ts';
import { hidden, hiddenFields } from '../render/reply.ts';
import { outcomePlace, room, select } from './layout.ts';

/** @param outcome of a change, if it was not fetched by a script */
export function settingsPage(view: View, now: SettingsOfPlace, outcome?: Html): Html {
  const { reader } = view;
  const body = html`<div class="title-row"><h1>${reader.say('settings-title')}</h1></div>
    ${where(view, now)}
    ${outcomePlace(reader, outcome)}
    <div class="cards settings" data-live="${addressFor(view, now)}">${settingsPart(view, now)}</div>`;
  return room(view, '/dashboard/settings', { body, query: queryFor(now) });
}

const queryFor = ({ place }: SettingsOfPlace): Record<string, string> => ({
  place: keyOfPlace(place),
  channel: place.channel ?? '',
});

const addressFor = ({ scope }: View, now: SettingsOfPlace, more: Readonly<Record<string, string>> = {}): string =>
  addressOf('/dashboard/settings', scope, { ...queryFor(now), ...more });

/** Choices of the server or group, if several are linked, and of its channel. */
function where(view: View, now: SettingsOfPlace): Html | undefined {
  const { context, reader, scope } = view;
  const { say } = reader;
  const { place, places, channels } = now;
  const { channel: chosen = '' } = place;
  const hasChannels = context.config.settings.has(place.platform);
  if (places.length === 1 && !hasChannels) return undefined;
  const titles = places.map((key) => [key, scope.community.state.get('place', key)?.title || key] as const);
  const channel = html`<label>${say('settings-channel')} <input name="channel" value="${chosen}" dir="ltr"
    inputmode="numeric" autocomplete="off"></label>`;
  const form = html`<form class="sieve" method="get" action="/dashboard/settings" data-auto>
    ${hiddenFields(queryOf(scope))}${select('place', say('settings-place'), titles, keyOfPlace(place))}
    ${hasChannels && channel}<button class="quiet">${say('dash-show')}</button></form>`;
  const others = [...new Set(['', ...channels, chosen])];
  const links = others.map((one) => {
    const isHere = one === chosen && html` aria-current="true"`;
    return html`<a href="${addressFor(view, now, { channel: one })}"${isHere}>${one || say('settings-whole')}</a>`;
  });
  return html`${form}${
    others.length > 1 && html`<nav class="ranges languages" aria-label="${say('settings-channels')}">${links}</nav>`
  }`;
}

/** The part that is fetched again after an action. */
export const settingsPart = (view: View, now: SettingsOfPlace): Html =>
  html`${now.all.map((one) => settingCard(view, now, one))}`;

function settingCard(view: View, now: SettingsOfPlace, one: SettingNow): Html {
  const { reader, scope } = view;
  const { say } = reader;
  const { setting, name, about, value, input, ownWords, changed } = one;
  const form = (inside: Html): Html =>
    html`<form class="in-line" method="post" action="${addressFor(view, now)}"
      data-act>${hidden(reader)}${hiddenFields({ setting })}${inside}
      <button class="quiet">${say('confirm-it')}<span class="unseen"> ${name}</span></button></form>`;
  const undo =
    changed?.undo &&
    html`<form method="post" action="${addressOf('/dashboard/act', scope)}" data-act>${hidden(reader)}
      <button class="small" name="press" value="${changed.undo.data}"
        aria-describedby="t-${setting}">${changed.undo.label}</button></form>`;
  const last =
    changed &&
    html`<div class="last"><span class="more">${say('settings-changed', { who: changed.who, when: changed.when })}</span>
      ${undo}</div>`;
  return html`<section class="card" aria-labelledby="t-${setting}"><h2 id="t-${setting}">${name}</h2>
    <p class="about">${about}</p>
    <p><bdi>${say('settings-now', { value })}</bdi></p>${last}
    ${input && form(control(name, input))}
    ${ownWords !== undefined && form(wordsOf(say('settings-own-words'), ownWords))}</section>`;
}

function control(name: string, input: Input): Html {
  const label = html`<span class="unseen">${name}</span>`;
  if (input.kind === 'words')
    return html`<label>${label}<input name="value" value="${input.value}" dir="ltr" autocomplete="off"></label>`;
  if (input.kind === 'one')
    return html`<label>${label}<select name="value">${input.values.map(
      ({ value, label: words, isChosen }) =>
        html`<option value="${value}"${isChosen && html` selected`}>${words}</option>`,
    )}</select></label>`;
  const ticks = input.values.map(
    ({ value, label: words, isChosen }) =>
      html`<label><input type="checkbox" name="value" value="${value}"${isChosen && html` checked`}>
        <bdi>${words}</bdi></label>`,
  );
  return html`<fieldset class="picks"><legend class="unseen">${name}</legend>${ticks}</fieldset>`;
}

const wordsOf = (label: string, words: string): Html =>
  // The line break is written as browsers drop the first one of a text area.
  html`<label>${label}<textarea name="own" rows="3" required dir="auto">
${words}</textarea></label>`;
