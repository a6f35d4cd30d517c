import { wordsOf } from './live.ts';

/** Where it stands what an action came to; read out by getting the focus. */
const place = (): HTMLElement | null => document.querySelector<HTMLElement>('[data-outcome]');

export function showOutcome(nodes: readonly Element[]): void {
  place()?.replaceChildren(...nodes);
  lookAtOutcome();
}

/** Said above what stands there: what was typed in it stays. @param why as the server says it */
export function fail(why: readonly Element[] = []): void {
  const outcome = place();
  const trouble = document.createElement('div');
  trouble.className = 'trouble failed';
  if (wordsOf(why) === '') trouble.textContent = outcome?.dataset.failed ?? '';
  else trouble.append(...why.flatMap((node) => [...node.childNodes]));
  outcome?.querySelector('.failed')?.remove();
  outcome?.prepend(trouble);
  lookAtOutcome();
}

export function lookAtOutcome(): void {
  const outcome = place();
  outcome?.focus({ preventScroll: true });
  outcome?.scrollIntoView({ block: 'nearest' });
}
