import { sendForm } from './live.ts';

/** Milliseconds from the last keystroke to a check, and between two checks while a setting is off. */
const PAUSE_MS = 600;
const AGAIN_MS = 4000;

const form = document.querySelector<HTMLFormElement>('form[data-setup]');
let timer: ReturnType<typeof setTimeout> | undefined;
let asked = 0;

/** Has the tokens checked. The response to an outdated request is ignored. */
async function ask(): Promise<void> {
  if (!form) return;
  const mine = ++asked;
  const answer = await sendForm(form, null).catch(() => undefined);
  if (mine !== asked) return;
  for (const node of answer?.isGood ? answer.nodes : []) put(node);
  if (!answer?.isGood || document.querySelector('[data-again]')) plan(AGAIN_MS);
}

/** Shows new words. Unchanged ones are left alone, so that screen readers do not read them out again. */
function put(node: Element): void {
  const old = document.getElementById(node.id);
  if (!old || old.innerHTML === node.innerHTML) return;
  old.toggleAttribute('data-again', node.hasAttribute('data-again'));
  old.replaceChildren(...node.childNodes);
}

function plan(pause: number): void {
  clearTimeout(timer);
  timer = setTimeout(() => void ask(), pause);
}

if (form) {
  form.addEventListener('input', () => plan(PAUSE_MS));
  for (const button of form.querySelectorAll<HTMLElement>('.check')) button.hidden = true;
  if (document.querySelector('[data-again]')) plan(AGAIN_MS);
}
