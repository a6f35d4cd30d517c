import { chooseAtOnce, nodesOf, type PagePart, sendForm, wordsOf } from './live.ts';

/** The list of unanswered questions, which are handled in place by buttons and keys. */
const inbox = document.querySelector<HTMLElement>('[data-inbox]');

const part = (name: 'list' | 'together' | 'said'): HTMLElement | null =>
  inbox?.querySelector<HTMLElement>(`[data-${name}]`) ?? null;
const questions = (): HTMLElement[] => [...(inbox?.querySelectorAll<HTMLElement>('[data-question]') ?? [])];
const ticks = (): HTMLInputElement[] => [
  ...(inbox?.querySelectorAll<HTMLInputElement>('input[name="question"]:checked') ?? []),
];
const idOf = (question: Element | null | undefined): string => question?.getAttribute('data-question') ?? '';

/** Id of the question that has, or last had, the focus. */
let current = '';
/** Whether a request is running; further presses are ignored meanwhile. */
let isWaiting = false;

if (inbox) begin(inbox);

function begin(place: HTMLElement): void {
  offerKeys();
  // Registered before the listener for other forms, which would show the outcome elsewhere.
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || !place.contains(form)) return;
    const isInbox = form.dataset.inboxAct !== undefined;
    const isAfter = form.dataset.say !== undefined && part('said')?.contains(form) === true;
    const isSuggested = form.id === 'act-suggestions';
    if (!isInbox && !isAfter && !isSuggested) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    void send(form, event.submitter, isInbox ? deal : (sent) => follow(sent, isSuggested));
  });
  place.addEventListener('focusin', ({ target }) => {
    const question = target instanceof Element ? target.closest('[data-question]') : null;
    if (question) current = idOf(question);
    else if (target instanceof Element && target.matches('[data-questions]'))
      focusOn(questionNamed(current) ?? questions()[0]);
  });
  document.addEventListener('keydown', (event) => {
    if (onKey(event)) event.preventDefault();
  });
  document.addEventListener('click', ({ target }) => {
    const skips = target instanceof Element && target.matches('a[href="#inbox-list"]');
    if (skips) setTimeout(() => focusOn(questions()[0]));
  });
}

function offerKeys(): void {
  for (const one of inbox?.querySelectorAll<HTMLElement>('[data-keys], [data-all]') ?? []) one.hidden = false;
  const list = inbox?.querySelector<HTMLElement>('[data-questions]');
  if (list) list.tabIndex = 0;
  for (const one of questions()) one.tabIndex = -1;
}

async function send(
  form: HTMLFormElement,
  submitter: HTMLElement | null,
  then: (sent: PagePart, submitter: HTMLElement | null) => Promise<void> | void,
): Promise<void> {
  if (isWaiting) return;
  isWaiting = true;
  try {
    const sent = await sendForm(form, submitter);
    if (sent.isGood) await then(sent, submitter);
    else say(sent.nodes, true);
  } catch {
    say([], true);
  } finally {
    isWaiting = false;
  }
}

/** Handles the response after a question was closed, or several were opened together. */
function deal({ nodes }: PagePart, submitter: HTMLElement | null): void {
  const outcome = nodes.find((node) => node.hasAttribute('data-outcome-part'));
  const list = nodes.find((node) => node.hasAttribute('data-list-part'));
  if (!outcome || !list) {
    openTogether(nodes);
    return;
  }
  const isDone = outcome.hasAttribute('data-done');
  const [before, at] = [questions().map(idOf), idOf(submitter?.closest('[data-question]')) || current];
  if (isDone) {
    part('together')?.replaceChildren();
    for (const tick of ticks()) tick.checked = false;
  }
  renewList(list, isDone ? at : '');
  say([...outcome.children], !isDone);
  if (isDone) focusOn(nextOf(before, at));
}

/** Handles the response after an undo, a confirmation, a cancellation or a suggestion. */
async function follow({ nodes }: PagePart, isSuggested: boolean): Promise<void> {
  say(
    nodes,
    nodes.some((node) => node.querySelector('.asks') !== null),
  );
  if (isSuggested) await renewSuggested();
  await renewInbox();
}

/** @param isToBeRead whether it gets the focus, as there is something to decide or to correct */
function say(nodes: readonly Element[], isToBeRead: boolean): void {
  const said = part('said');
  if (!said) return;
  const words = document.querySelector<HTMLElement>('[data-failed]')?.dataset.failed ?? '';
  if (wordsOf(nodes) === '') said.textContent = words;
  else said.replaceChildren(...nodes);
  if (isToBeRead) said.focus({ preventScroll: true });
}

function openTogether(nodes: readonly Element[]): void {
  part('together')?.replaceChildren(...nodes);
  const heading = part('together')?.querySelector<HTMLElement>('h2');
  heading?.focus();
  heading?.scrollIntoView({ block: 'nearest' });
}

/** Fetches the list again; parts in which somebody is working are kept. */
export async function renewInbox(): Promise<void> {
  if (!inbox) return;
  const response = await fetch(inbox.dataset.inbox ?? '', { headers: { 'x-wants': 'part' } });
  if (!response.ok) return;
  const list = document.createElement('div');
  list.append(...nodesOf(await response.text()));
  const held = inbox.contains(document.activeElement) ? current : '';
  renewList(list, '');
  if (held !== '' && !inbox.contains(document.activeElement)) focusOn(questionNamed(held) ?? questions()[0]);
}

/** Whether an update would disturb nobody. */
export const isInboxIdle = (): boolean =>
  inbox !== null && !inbox.contains(document.activeElement) && ticks().length === 0;

async function renewSuggested(): Promise<void> {
  const place = inbox?.querySelector('[data-suggested]');
  const response = await fetch(`${inbox?.dataset.inbox ?? ''}&part=suggested`, { headers: { 'x-wants': 'part' } });
  if (response.ok) place?.replaceChildren(...nodesOf(await response.text()));
}

/** @param done id of a question that is replaced although its answer form is open */
function renewList(next: Element, done: string): void {
  const list = part('list');
  if (!list) return;
  const busy = new Map(
    questions()
      .filter((one) => idOf(one) !== done && one.querySelector('details[open]') !== null)
      .map((one) => [idOf(one), one]),
  );
  const ticked = new Set(ticks().map(({ value }) => value));
  const areKeysOpen = list.querySelector<HTMLDetailsElement>('[data-keys]')?.open === true;
  const focused = document.activeElement;
  list.replaceChildren(...next.childNodes);
  for (const one of questions()) {
    const before = busy.get(idOf(one));
    if (before) one.replaceWith(before);
  }
  for (const box of inbox?.querySelectorAll<HTMLInputElement>('input[name="question"]') ?? [])
    box.checked = ticked.has(box.value);
  const keys = list.querySelector<HTMLDetailsElement>('[data-keys]');
  if (keys) keys.open = areKeysOpen;
  offerKeys();
  chooseAtOnce(list);
  if (focused instanceof HTMLElement && focused !== document.activeElement && list.contains(focused)) focused.focus();
}

const questionNamed = (id: string): HTMLElement | undefined => questions().find((one) => idOf(one) === id);

/** The next of the remaining questions; else the previous one. @param before ids in their former order */
function nextOf(before: readonly string[], id: string): HTMLElement | undefined {
  const at = before.indexOf(id);
  const others = [...before.slice(at), ...before.slice(0, Math.max(at, 0)).reverse()];
  return others.map(questionNamed).find((one) => one !== undefined) ?? questions()[0];
}

function focusOn(question: HTMLElement | undefined): void {
  if (!question) {
    part('said')?.focus({ preventScroll: true });
    return;
  }
  question.focus({ preventScroll: true });
  question.scrollIntoView({ block: 'nearest' });
}

const isField = (target: Element): boolean =>
  target.matches('textarea, select, [contenteditable]') ||
  (target instanceof HTMLInputElement && target.type !== 'checkbox');

/** Handles single keys while a question, or a message about one, has the focus. @returns whether the key was handled */
function onKey({ key, target, ctrlKey, altKey, metaKey, isComposing }: KeyboardEvent): boolean {
  if (!inbox || !(target instanceof Element) || isComposing) return false;
  if (key === 'Enter' && (ctrlKey || metaKey)) return save(target);
  if (ctrlKey || altKey || metaKey) return false;
  if (key === 'Escape') return close(target);
  const isHere = target.closest('[data-questions], [data-together], [data-said]') !== null && inbox.contains(target);
  if (!isHere || isField(target)) return false;
  const question = target.closest<HTMLElement>('[data-question]') ?? questionNamed(current) ?? questions()[0];
  switch (key) {
    case 'j':
    case 'ArrowDown':
      return move(question, 1);
    case 'k':
    case 'ArrowUp':
      return move(question, -1);
    case 'x':
      question?.querySelector<HTMLInputElement>('input[name="question"]')?.click();
      return true;
    case 'e':
      return ticks().length > 0 ? press('.with-ticked [value="together"]') : open(question);
    case 'n':
      return write(target.closest<HTMLElement>('.together') ?? question);
    case 'i':
      return ticks().length > 0 ? press('.with-ticked [value="ignore"]') : press('.ask-ignore', question);
    case 'u':
      return press('[data-said] .choices button');
    case '?': {
      const keys = inbox.querySelector<HTMLDetailsElement>('[data-keys]');
      if (keys) keys.open = !keys.open;
      return true;
    }
    case '1':
    case '2':
    case '3':
      return take(Number(key) - 1, target.closest('[data-together] section') ?? question);
    default:
      return false;
  }
}

function move(from: HTMLElement | undefined, by: 1 | -1): boolean {
  const all = questions();
  const at = from ? all.indexOf(from) : -1;
  const isOn = from?.contains(document.activeElement);
  focusOn(all[isOn ? Math.min(Math.max(at + by, 0), all.length - 1) : Math.max(at, 0)]);
  return true;
}

function open(question: HTMLElement | undefined): boolean {
  const details = question?.querySelector('details');
  if (!details) return true;
  details.open = true;
  (details.querySelector<HTMLElement>('[data-takes]') ?? details.querySelector<HTMLElement>('textarea'))?.focus();
  question?.scrollIntoView({ block: 'nearest' });
  return true;
}

/** Opens a question's answer form, with the focus in the text of a new entry. */
function write(question: HTMLElement | undefined): boolean {
  open(question);
  question?.querySelector<HTMLElement>('.fresh textarea')?.focus();
  return true;
}

/** Submits the form in which somebody is typing. */
function save(target: Element): boolean {
  const form = target.closest<HTMLFormElement>('form[data-inbox-act]');
  const button = form?.querySelector<HTMLElement>('.does button');
  if (!form || !button || !inbox?.contains(form)) return false;
  form.requestSubmit(button);
  return true;
}

/** Takes one of the entries shown; only if the question is open. */
function take(at: number, place: Element | null | undefined): boolean {
  if (!place?.matches('.together, :has(details[open])')) return false;
  const button = place.querySelectorAll<HTMLElement>('[data-takes]')[at];
  button?.click();
  return button !== undefined;
}

function press(selector: string, place: Element | null | undefined = inbox): boolean {
  place?.querySelector<HTMLElement>(selector)?.click();
  return true;
}

function close(target: Element): boolean {
  const together = part('together');
  if (together?.contains(target)) {
    together.replaceChildren();
    focusOn(questionNamed(current) ?? questions()[0]);
    return true;
  }
  const question = target.closest<HTMLElement>('[data-question]');
  const details = question?.querySelector('details');
  if (!question || !details?.open) return false;
  details.open = false;
  focusOn(question);
  return true;
}
