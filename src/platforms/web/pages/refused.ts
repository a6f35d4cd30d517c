import type { View } from '../dashboard/scope.ts';
import { type Html, html } from '../render/html.ts';

/** Problems that are listed; the rest is counted. */
const MOST_PROBLEMS = 10;

/** That changed knowledge is not answered from, and why; nothing where it is. */
export function refused({ context, reader: { say } }: View): Html | undefined {
  const problems = context.services.knowledge.refused();
  const rest = problems.length - MOST_PROBLEMS;
  if (problems.length === 0) return undefined;
  return html`<div class="trouble" id="refused" role="status"><p>${say('reload-refused', { count: problems.length })}</p>
    <ul>${problems.slice(0, MOST_PROBLEMS).map((problem) => html`<li><bdi>${problem}</bdi></li>`)}</ul>${rest > 0 && html`<p>${say('reload-more', { count: rest })}</p>`}</div>`;
}
