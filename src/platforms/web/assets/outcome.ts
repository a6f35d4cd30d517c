import { sendForm, wordsOf } from './live.ts';

/** The outcome of an action; read out by getting the focus. */
const place = (): HTMLElement | null => document.querySelector<HTMLElement>('[data-outcome]');

export function showOutcome(nodes: readonly Element[]): void {
  place()?.replaceChildren(...nodes);
  lookAtOutcome();
}

/** Said above the form: the typed words stay. @param why as the server says it */
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

/** One at a time: of a double press the second is passed over. */
let isWaiting = false;

/** Sends a form, and says if that fails. @param then gets the part of the page that came back */
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
