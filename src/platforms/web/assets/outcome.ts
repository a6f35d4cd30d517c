import { sendForm, wordsOf } from './live.ts';

/** Place of an action's outcome, which screen readers read out when it gets the focus. */
const place = (): HTMLElement | null => document.querySelector<HTMLElement>('[data-outcome]');

export function showOutcome(nodes: readonly Element[]): void {
  place()?.replaceChildren(...nodes);
  lookAtOutcome();
}

/** Shows an error above the form, whose words stay. @param why message from the server */
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

/** Whether a request is running; further presses are ignored meanwhile. */
let isWaiting = false;

/** Submits a form, and shows an error if that fails. @param then gets the returned part of the page */
export async function act(
  form: HTMLFormElement,
  submitter: HTMLElement | null,
  then: (nodes: readonly Element[], isSaved: boolean) => Promise<void> | void,
): Promise<void> {
  if (isWaiting) return;
  isWaiting = true;
  try {
    const { isGood, isSaved, nodes } = await sendForm(form, submitter);
    if (!isGood) return fail(nodes);
    await then(nodes, isSaved);
  } catch {
    fail();
  } finally {
    isWaiting = false;
  }
}
