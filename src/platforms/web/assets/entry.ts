import { chooseAtOnce, nodesOf, sendForm } from './live.ts';
import { act, fail, lookAtOutcome, showOutcome } from './outcome.ts';

/** Milliseconds after the last keystroke until the preview is fetched. */
const REST_MS = 400;

let timer: ReturnType<typeof setTimeout> | undefined;
let asked = 0;
/** Words in the form that are not saved: still being typed, or sent and refused. */
let unsaved: 'none' | 'typed' | 'refused' = 'none';

chooseAtOnce();
offerFormats();

addEventListener('beforeunload', (event) => {
  if (unsaved !== 'none') event.preventDefault();
});

document.addEventListener('input', ({ target }) => {
  const form = target instanceof HTMLElement ? target.closest<HTMLFormElement>('form[data-editor]') : null;
  if (!form) return;
  unsaved = 'typed';
  clearTimeout(timer);
  timer = setTimeout(() => void renewPreview(form), REST_MS);
});

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement)) return;
  const isEditor = form.dataset.editor !== undefined;
  if (!isEditor && form.dataset.act === undefined && form.dataset.say === undefined) return;
  event.preventDefault();
  if (isEditor && event.submitter?.dataset.previews !== undefined) return void renewPreview(form);
  const isSearched = document.activeElement?.matches('input[name="find"]') === true;
  if (isEditor && (isSearched || event.submitter?.dataset.finds !== undefined))
    return void act(form, isSearched ? form.querySelector('[value="find"]') : event.submitter, ([field]) => {
      if (field) form.querySelector('[data-related]')?.replaceWith(field);
      form.querySelector<HTMLElement>('input[name="find"]')?.focus();
    });
  void act(form, event.submitter, async (nodes, isSaved) => {
    if (!isEditor) {
      // The text was refused before and is saved now.
      if (isSaved && unsaved === 'refused') unsaved = 'none';
      await renew();
      return showOutcome(nodes);
    }
    // The returned form contains the words that were sent.
    unsaved = isSaved ? 'none' : 'refused';
    show(nodes);
    lookAtOutcome();
  });
});

function show(nodes: readonly Element[]): void {
  document.querySelector('[data-entry]')?.replaceChildren(...nodes);
  offerFormats();
}

/** Fetches the page's parts again, but keeps words that are not saved. */
async function renew(): Promise<void> {
  const response = await fetch(location.href, { headers: { 'x-wants': 'part' } });
  if (!response.ok) return;
  const nodes = nodesOf(await response.text());
  if (unsaved === 'none') return show(nodes);
  const cards = nodes.find(({ classList }) => classList.contains('cards'));
  if (cards) document.querySelector('[data-entry] > .cards')?.replaceWith(cards);
}

/** Fetches the preview again. Only the response to the newest request is shown. */
async function renewPreview(form: HTMLFormElement): Promise<void> {
  const turn = ++asked;
  const place = document.querySelector<HTMLElement>('[data-preview]');
  try {
    const { isGood, nodes } = await sendForm(form, form.querySelector<HTMLElement>('[data-previews]'));
    if (turn !== asked || !place) return;
    if (!isGood) return fail(nodes);
    place.replaceChildren(...nodes);
  } catch {
    if (turn === asked) fail();
  }
}

/** Buttons beside a field that put Markdown markers around the selection or before its lines. */
function offerFormats(): void {
  for (const group of document.querySelectorAll<HTMLElement>('[data-format]')) {
    group.hidden = false;
    const field = document.getElementById(group.dataset.format ?? '');
    // Moved above the field. In the document they come after it, so that the label stays next to the field if there is
    // no script.
    field?.before(group);
  }
}

document.addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest<HTMLElement>('[data-format] button') : null;
  const field = document.getElementById(button?.closest<HTMLElement>('[data-format]')?.dataset.format ?? '');
  if (button && field instanceof HTMLTextAreaElement) put(field, button.dataset);
});

function put(field: HTMLTextAreaElement, { before = '', after = '', line = '' }: DOMStringMap): void {
  const { selectionStart: start, selectionEnd: end, value } = field;
  // A line's marker belongs at its beginning.
  const from = line === '' ? start : value.lastIndexOf('\n', start - 1) + 1;
  const words = value.slice(from, end).replace(/^/gm, line);
  field.setRangeText(before + words + after, from, end);
  field.setSelectionRange(from + before.length, from + before.length + words.length);
  field.focus();
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
