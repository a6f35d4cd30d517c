import { exampleEntries } from '../../../bot/answers/examples.ts';
import { textIn } from '../../../core/entry/display.ts';
import type { PageReader, WebContext } from '../context.ts';
import { type Html, html } from '../render/html.ts';
import { hidden } from '../render/reply.ts';
import { layout } from './layout.ts';

const MOST_EXAMPLES = 6;

export interface PlaygroundParts {
  /** The answer, if it was not fetched by a script. */
  readonly turn?: Html;
  /** Title of the community that is asked, if the reader chose one. */
  readonly community?: string;
}

/** The page at `/`: a field for questions, examples, and the answers. */
export function playgroundPage(
  context: WebContext,
  reader: PageReader,
  { turn, community }: PlaygroundParts = {},
): Html {
  const { say, language } = reader;
  const subjects = context.services.subjects(language);
  const lead = subjects.length > 0 ? say('about', { subjects: subjects.join(say('list-semicolon')) }) : undefined;
  const examples = examplesIn(context, language).map(
    (one) => html`<button name="text" value="${one.text}" lang="${one.language}" dir="auto">${one.text}</button>`,
  );
  const trials = html`<form class="examples" method="post" action="/" data-say aria-label="${say('try')}">
    ${hidden(reader)}<span class="try" aria-hidden="true">${say('try')}</span>${examples}</form>`;
  const body = html`<div class="hero${turn && html` folded`}" data-hero>
    <h1>${say('page-title')}</h1>
    <p class="lead">${lead ?? say('about-nothing')}</p>
    <form class="composer" method="post" action="/" data-say data-composer>${hidden(reader)}
      <label class="unseen" for="question">${say('page-question')}</label>
      <input id="question" name="text" dir="auto" autocomplete="off" maxlength="2000" required
        placeholder="${say('page-placeholder')}"${!turn && html` autofocus`}>
      <button class="primary">${say('page-ask')}</button>
    </form>
    ${community !== undefined && html`<p class="asks-whom">${say('page-asks', { community })}</p>`}
    ${examples.length > 0 && trials}
  </div>
  <p class="unseen" role="status" aria-live="polite" data-status data-wait="${say('page-wait')}"
    data-failed="${say('page-failed')}"></p>
  <p class="trouble" data-trouble hidden></p>
  <div class="turns" data-turns>${turn}</div>
  ${!turn && html`<p class="empty" data-empty>${say('page-empty')}</p>`}`;
  return layout(context, reader, {
    title: say('page-playground'),
    current: '/',
    styles: ['playground.css'],
    scripts: ['playground.js'],
    body,
  });
}

/** Titles of entries as examples, each in its own language. */
function examplesIn(
  { services: { knowledge, languages } }: WebContext,
  language: string,
): { text: string; language: string }[] {
  return exampleEntries(knowledge.current().entries.values(), language, languages, MOST_EXAMPLES).flatMap((entry) => {
    const shown = textIn(entry, language, languages);
    return shown ? [{ text: shown.text.title, language: shown.language }] : [];
  });
}
