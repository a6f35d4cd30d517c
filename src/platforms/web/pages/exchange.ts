import { OWN_PACK, packNames, splitKey } from '../../../bot/community/own-entries.ts';
import { phrasedTexts } from '../../../bot/phrasings/draft-phrasings.ts';
import { missingFrom, WANTED } from '../../../bot/phrasings/phrased-text.ts';
import type { Choices, ImportNote, ImportPreview, Upload } from '../../../bot/ports/exchange.ts';
import { writtenLanguages } from '../context.ts';
import { addressOf, type View } from '../dashboard/scope.ts';
import { type Html, html } from '../render/html.ts';
import { hidden, hiddenFields } from '../render/reply.ts';
import { card, inEnglish, outcomePlace, room, select } from './layout.ts';
import { clipped } from './table.ts';

export interface ExchangeParts {
  readonly preview?: ImportPreview;
  /** Id of the stored files of the preview. */
  readonly kept?: string;
  readonly uploads?: readonly Upload[];
  readonly outcome?: Html;
}

/** File types that can be chosen. */
const KINDS = '.md,.markdown,.mdx,.txt,.csv,.tsv,.json,.yaml,.yml,.html,.htm,.zip';
/** Most lines listed; others are counted. */
const MOST_LINES = 30;
/** Most characters shown of an answer. */
const MOST_LETTERS = 400;
/** Most entries with a tick of their own; the others share one. */
export const MOST_TICKS = 150;

export function exchangePage(view: View, { preview, kept = '', uploads = [], outcome }: ExchangeParts): Html {
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
    ${!preview && phrasingsNext(view)}
    ${preview && shown(view, preview, kept, uploads)}
    <div class="cards">
    ${card('import', say('exchange-import'), say('exchange-import-about'), upload)}
    ${card('export', say('exchange-export'), say('exchange-export-about'), download)}</div>`;
  return room(view, '/dashboard/exchange', { body });
}

/** The next step after an import, as imported entries have no phrasings. */
function phrasingsNext({ reader: { say }, scope }: View): Html | undefined {
  const few = phrasedTexts(scope).filter((one) => missingFrom(one) > 0).length;
  if (few === 0) return undefined;
  return html`<p class="hint">${say('drafts-few', { count: few, wanted: WANTED })}
    <a href="${addressOf('/dashboard/phrasings', scope)}">${say('drafts-title')}</a></p>`;
}

/** Entries that would be imported, each with a tick, and those that would not, with the reason. */
function shown(
  view: View,
  { entries, unchanged, questions, repaired, skipped, problems, isRefused }: ImportPreview,
  kept: string,
  uploads: readonly Upload[],
): Html {
  const { reader, scope } = view;
  const { say } = reader;
  const items = entries.slice(0, MOST_TICKS).map(
    ({ key, title, answer, isNew }) =>
      html`<li><label><input type="checkbox" name="key" value="${key}" checked> <bdi>${title}</bdi></label>
        <span class="badge">${isNew ? say('exchange-new') : say('exchange-changed')}</span>
        <span class="tag">${splitKey(key).language}</span>
        <p class="answer" dir="auto">${clipped(answer, MOST_LETTERS)}</p></li>`,
  );
  const rest = entries.length - items.length;
  const others =
    rest > 0 &&
    html`<li><label><input type="checkbox" name="rest" value="yes" checked>
      ${say('reload-more', { count: rest })}</label></li>`;
  const form = html`<form method="post" action="${addressOf('/dashboard/import', scope)}"
      enctype="multipart/form-data">${hidden(reader)}${hiddenFields({ kept })}
    ${uploads.map((upload, at) => choicesOf(view, upload, at))}
    <p><button class="quiet" name="do" value="look">${say('exchange-again')}</button></p>
    ${entries.length > 0 && html`<ul class="ticks">${items}${others}</ul>`}
    ${entries.length > 0 && html`<button class="primary" name="do" value="take">${say('exchange-take')}</button>`}
    </form>`;
  return html`<section class="card wide" id="preview" aria-labelledby="t-preview">
    <h2 id="t-preview">${say('exchange-preview')}</h2>
    <p class="about">${say('exchange-count', { count: entries.length, unchanged })}</p>
    <p class="about">${say('exchange-questions', questions)}</p>
    ${isRefused && html`<p class="trouble">${say('exchange-refused')}</p>`}
    ${[...problems, ...skipped, ...repaired].some(isInEnglish) && inEnglish(reader)}
    ${lines(say('exchange-problems'), problems, say)}${lines(say('exchange-skipped'), skipped, say)}
    ${lines(say('exchange-repaired'), repaired, say)}
    ${form}</section>`;
}

/** Fields for each file; their names end with the file's index. */
export const CHOICES = ['language', 'source', 'pack'] as const satisfies readonly (keyof Choices)[];
/** Most characters of a source. */
export const LONGEST_SOURCE = 200;

/** Packs into which files can be imported, that of taught entries first. */
export const packsIn = ({ context: { services }, scope: { community } }: View): readonly string[] =>
  packNames(services.knowledge.current(), community.state);

function choicesOf(view: View, { name, choices = {} }: Upload, at: number): Html {
  const { say } = view.reader;
  const languages = writtenLanguages(view.context);
  const tongues = [['', say('exchange-by-words')] as const, ...languages.map((one) => [one.tag, one.name] as const)];
  const packs = packsIn(view).map((pack) => [pack, pack === OWN_PACK ? say('own-pack') : pack] as const);
  return html`<fieldset class="file-choices"><legend><bdi>${name}</bdi></legend>
    ${select(`language-${at}`, say('dash-language'), tongues, choices.language ?? '')}
    <label>${say('exchange-source')} <input name="source-${at}" value="${choices.source ?? ''}" dir="auto"
      placeholder="${name}" maxlength="${LONGEST_SOURCE}" autocomplete="off"></label>
    ${select(`pack-${at}`, say('entries-pack'), packs, choices.pack ?? OWN_PACK)}</fieldset>`;
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
