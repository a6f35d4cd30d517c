/** Where it stands what an action came to; read out by getting the focus. */
const place = (): HTMLElement | null => document.querySelector<HTMLElement>('[data-outcome]');

export function showOutcome(nodes: readonly Element[]): void {
  place()?.replaceChildren(...nodes);
  lookAtOutcome();
}

/** Said above what stands there: what was typed in it stays. */
export function fail(why = ''): void {
  const outcome = place();
  const trouble = document.createElement('p');
  trouble.className = 'trouble failed';
  trouble.textContent = why || (outcome?.dataset.failed ?? '');
  outcome?.querySelector('.failed')?.remove();
  outcome?.prepend(trouble);
  lookAtOutcome();
}

export function lookAtOutcome(): void {
  const outcome = place();
  outcome?.focus({ preventScroll: true });
  outcome?.scrollIntoView({ block: 'nearest' });
}
