import type { DraftTable } from '../../../bot/phrasings/draft-phrasings.ts';
import { WANTED } from '../../../bot/phrasings/phrased-text.ts';
import type { PhrasingPrompt } from '../../../bot/phrasings/prompt.ts';
import { groupBy } from '../../../core/text/group-by.ts';
import { addressOf, type View } from '../dashboard/scope.ts';
import { type Html, html } from '../render/html.ts';
import { hidden, hiddenFields } from '../render/reply.ts';
import { card, outcomePlace, room } from './layout.ts';

export interface PhrasingsParts {
  /** Ids of chosen entries; empty: all with few phrasings. */
  readonly ids: readonly string[];
  /** Number of texts with too few phrasings. */
  readonly few: number;
  /** Number of entries for which the model is asked at once. */
  readonly atOnce: number;
  readonly prompts: readonly PhrasingPrompt[];
  /** The model's response, as it was pasted. */
  readonly answer?: string;
  readonly table?: DraftTable;
  /** Id of the stored table. */
  readonly kept?: string;
  /** Lines that pass are ticked unless this is true: it shows again a table in which nothing was ticked. */
  readonly isUnticked?: boolean;
  readonly outcome?: Html;
}

export function phrasingsPage(view: View, parts: PhrasingsParts): Html {
  const { reader, scope } = view;
  const { say } = reader;
  const { ids, few, prompts, outcome } = parts;
  const state = few === 0 ? say('drafts-enough') : say('drafts-few', { count: few, wanted: WANTED });
  const body = html`<p class="crumbs"><a href="${addressOf('/dashboard/entries', scope)}">${say('entries-title')}</a></p>
    <div class="title-row"><h1>${say('drafts-title')}</h1></div>
    <p class="about">${say('drafts-about')} ${state}</p>
    ${outcomePlace(reader, outcome)}
    ${parts.table && choice(view, parts, parts.table)}
    ${prompts.length > 0 && html`<div class="cards">${promptCard(view, parts)}${answerCard(view, parts)}</div>`}`;
  return room(view, '/dashboard/entries', {
    title: say('drafts-title'),
    scripts: ['dashboard.js', 'copy.js'],
    body,
    query: ids[0] === undefined ? {} : { entry: ids[0] },
  });
}

function promptCard(view: View, { prompts, ids, atOnce }: PhrasingsParts): Html {
  const { say } = view.reader;
  const { model } = view.context.config;
  const fields = prompts.map(
    (
      { prompt, language, count },
      at,
    ) => html`<div class="field"><label for="p-${at}">${say('drafts-prompt-of', { language, count })}</label>
      <textarea id="p-${at}" rows="8" readonly dir="ltr" lang="en">
${prompt}</textarea>
      <button type="button" class="quiet" data-copies="p-${at}" data-done="${say('drafts-copied')}" hidden>${say('drafts-copy')}</button></div>`,
  );
  const asking =
    model &&
    html`<form method="post" action="${addressOf('/dashboard/phrasings', view.scope)}"
      enctype="multipart/form-data">${hidden(view.reader)}${entryFields(ids)}
      <p class="about">${say('drafts-ask-about', { count: atOnce, host: model.host })}</p>
      <button class="primary" name="do" value="ask">${say('drafts-ask', { model: model.name })}</button></form>`;
  return card('prompt', say('drafts-prompt'), say('drafts-prompt-about'), html`${asking}${fields}`);
}

function answerCard({ reader, scope }: View, { ids, answer = '' }: PhrasingsParts): Html {
  const { say } = reader;
  const form = html`<form method="post" action="${addressOf('/dashboard/phrasings', scope)}"
      enctype="multipart/form-data">${hidden(reader)}${entryFields(ids)}
    <p class="field"><label for="f-answer">${say('drafts-answer-field')}</label>
      <textarea id="f-answer" name="answer" rows="12" dir="auto" required>
${answer}</textarea></p>
    <button class="primary" name="do" value="read">${say('drafts-read')}</button></form>`;
  return card('answer', say('drafts-answer'), say('drafts-answer-about'), form);
}

const entryFields = (ids: readonly string[]): readonly Html[] =>
  ids.map((id) => html`<input type="hidden" name="entry" value="${id}">`);

/** Each line with a tick, or with the reason why it has none. */
function choice(
  view: View,
  { ids, kept = '', isUnticked }: PhrasingsParts,
  { drafts, corrected, unknown }: DraftTable,
): Html {
  const { reader, scope } = view;
  const { say } = reader;
  const numbered = drafts.map((draft, at) => ({ draft, at }));
  const line = ({ draft, at }: (typeof numbered)[number]): Html => {
    const { words, rating, reason, text } = draft;
    const why = reason && html` <span class="more">${say(reason.key, reason.values)}</span>`;
    const own = html`<bdi lang="${text.text.language}">${words}</bdi>`;
    if (rating === 'refused')
      return html`<li><s>${own}</s> <span class="badge">${say('drafts-refused')}</span>${why}</li>`;
    const badge = rating === 'doubtful' && html` <span class="badge">${say('drafts-doubtful')}</span>`;
    return html`<li><label><input type="checkbox" name="line" value="${at}"
      autocomplete="off"${rating === 'taken' && !isUnticked && html` checked`}> ${own}</label>${badge}${why}</li>`;
  };
  const groups = [...groupBy(numbered, ({ draft }) => draft.text)].map(
    ([
      { text },
      own,
    ]) => html`<h3 lang="${text.language}"><bdi>${text.title}</bdi> <span class="tag">${text.language}</span></h3>
      <ul class="ticks">${own.map(line)}</ul>`,
  );
  const notes = [
    ...corrected.map(({ written, id }) => say('drafts-corrected', { written, id })),
    ...unknown.map((written) => say('drafts-unknown', { written })),
  ].map((words) => html`<li>${words}</li>`);
  const form = html`<form method="post" action="${addressOf('/dashboard/phrasings', scope)}"
      enctype="multipart/form-data">${hidden(reader)}${hiddenFields({ kept })}${entryFields(ids)}
    ${groups}${notes.length > 0 && html`<ul class="about">${notes}</ul>`}
    <button class="primary" name="do" value="save">${say('confirm-it')}</button></form>`;
  return card('choice', say('drafts-choose'), say('drafts-choose-about'), form, 'card wide');
}
