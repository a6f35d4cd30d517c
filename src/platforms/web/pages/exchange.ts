import type { ImportNote, ImportPreview } from '../../../bot/ports/exchange.ts';
import { addressOf, type View } from '../dashboard/scope.ts';
import { type Html, html } from '../render/html.ts';
import { hidden, hiddenFields } from '../render/reply.ts';
import { card, inEnglish, outcomePlace, room } from './layout.ts';

export interface ExchangeParts {
  readonly preview?: ImportPreview | undefined;
  /** Names the files of the preview. */
  readonly kept?: string | undefined;
  readonly outcome?: Html | undefined;
}

/** Files that can be chosen. */
const KINDS = '.md,.markdown,.mdx,.txt,.csv,.tsv,.json,.yaml,.yml,.html,.htm,.zip';
/** Lines that are listed; the rest is counted. */
const MOST_LINES = 30;
/** Entries that have a tick of their own; the rest has one together. */
export const MOST_TICKS = 150;

export function exchangePage(view: View, { preview, kept = '', outcome }: ExchangeParts): Html {
  const { reader, scope } = view;
  const { say } = reader;
  const upload = html`<form class="drop" method="post" action="${addressOf('/dashboard/import', scope)}"
      enctype="multipart/form-data">${hidden(reader)}
    <div class="drop-zone"><label for="files">${say('exchange-files')}</label>
      <input id="files" type="file" name="file" multiple required accept="${KINDS}">
      <ul class="chosen" data-chosen aria-live="polite"></ul></div>
    <button class="primary">${say('exchange-look')}</button></form>`;
  const download = html`<p><a class="quiet as-button" href="${addressOf('/dashboard/export', scope)}"
    download>${say('exchange-download')}</a></p>`;
  const body = html`<div class="title-row"><h1>${say('exchange-title')}</h1></div>
    ${outcomePlace(reader, outcome)}
    ${preview && shown(view, preview, kept)}
    <div class="cards">
    ${card('import', say('exchange-import'), say('exchange-import-about'), upload)}
    ${card('export', say('exchange-export'), say('exchange-export-about'), download)}</div>`;
  return room(view, '/dashboard/exchange', { body });
}

/** Entries that would be taken, each with a tick; and those that would not, with the reason. */
function shown(
  { reader, scope }: View,
  { entries, unchanged, questions, repaired, skipped, problems, isRefused }: ImportPreview,
  kept: string,
): Html {
  const { say } = reader;
  const items = entries.slice(0, MOST_TICKS).map(
    ({ key, title, isNew }) =>
      html`<li><label><input type="checkbox" name="key" value="${key}" checked> <bdi>${title}</bdi></label>
        <span class="badge">${isNew ? say('exchange-new') : say('exchange-changed')}</span>
        <span class="entry-id"><bdi>${key}</bdi></span></li>`,
  );
  const rest = entries.length - items.length;
  const others =
    rest > 0 &&
    html`<li><label><input type="checkbox" name="rest" value="yes" checked>
      ${say('reload-more', { count: rest })}</label></li>`;
  const form = html`<form method="post" action="${addressOf('/dashboard/import', scope)}"
      enctype="multipart/form-data">${hidden(reader)}${hiddenFields({ kept })}
    <ul class="ticks">${items}${others}</ul><button class="primary">${say('exchange-take')}</button></form>`;
  return html`<section class="card wide" id="preview" aria-labelledby="t-preview">
    <h2 id="t-preview">${say('exchange-preview')}</h2>
    <p class="about">${say('exchange-count', { count: entries.length, unchanged })}</p>
    <p class="about">${say('exchange-questions', questions)}</p>
    ${isRefused && html`<p class="trouble">${say('exchange-refused')}</p>`}
    ${[...problems, ...skipped, ...repaired].some(isInEnglish) && inEnglish(reader)}
    ${lines(say('exchange-problems'), problems, say)}${lines(say('exchange-skipped'), skipped, say)}
    ${lines(say('exchange-repaired'), repaired, say)}
    ${entries.length > 0 && form}</section>`;
}

function lines(title: string, all: readonly ImportNote[], say: View['reader']['say']): Html | undefined {
  if (all.length === 0) return undefined;
  const rest = all.length - MOST_LINES;
  const items = all.slice(0, MOST_LINES).map((note) => {
    const language = isInEnglish(note) && html` lang="en"`;
    return html`<li><bdi>${note.where}</bdi> <bdi${language}>${say(note.flaw.key, note.flaw.values)}</bdi></li>`;
  });
  return html`<details class="told" open><summary>${title}</summary><ul>${items}</ul>
    ${rest > 0 && html`<p class="about">${say('reload-more', { count: rest })}</p>`}</details>`;
}

const isInEnglish = ({ flaw }: ImportNote): boolean => flaw.key === 'flaw-other';
