import { chooseAtOnce, sendForm, wordsOf } from './live.ts';

const turns = document.querySelector<HTMLElement>('[data-turns]');
const status = document.querySelector<HTMLElement>('[data-status]');
const trouble = document.querySelector<HTMLElement>('[data-trouble]');

chooseAtOnce();
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || form.dataset.say === undefined) return;
  event.preventDefault();
  void ask(form, event.submitter);
});

/** Whether an answer is awaited; further presses are ignored meanwhile. */
let isWaiting = false;

async function ask(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
  if (isWaiting) return;
  isWaiting = true;
  document.body.classList.add('waiting');
  say(status?.dataset.wait ?? '');
  try {
    const { isGood, nodes } = await sendForm(form, submitter);
    if (!isGood) return fail(wordsOf(nodes));
    show(nodes);
    if (form.dataset.composer !== undefined) form.reset();
  } catch {
    fail();
  } finally {
    isWaiting = false;
    document.body.classList.remove('waiting');
  }
}

/** Puts the newest turn first, and gives it the focus so that it is read out. */
function show(nodes: readonly Element[]): void {
  document.querySelector('[data-empty]')?.remove();
  if (trouble) trouble.hidden = true;
  document.querySelector('[data-hero]')?.classList.add('folded');
  turns?.prepend(...nodes);
  say('');
  const [first] = nodes;
  if (!(first instanceof HTMLElement)) return;
  if (first.tabIndex < 0) first.focus({ preventScroll: true });
  first.scrollIntoView({
    block: 'start',
    behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth',
  });
}

/** Shows an error; the typed words stay. */
function fail(why = ''): void {
  const words = why || (status?.dataset.failed ?? '');
  say(words);
  if (!trouble) return;
  trouble.textContent = words;
  trouble.hidden = false;
}

function say(words: string): void {
  if (status) status.textContent = words;
}
