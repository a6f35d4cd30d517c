// Imported first, so that it handles its own forms.
import { isInboxIdle, renewInbox } from './inbox.ts';
import { chooseAtOnce, nodesOf } from './live.ts';
import { act, fail, showOutcome } from './outcome.ts';
import { drawPlot } from './plot.ts';

const live = document.querySelector<HTMLElement>('[data-live]');
const news = document.querySelector<HTMLElement>('[data-news]');
let endPlots: readonly (() => void)[] = [];

chooseAtOnce();
draw();
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
listen();

document.addEventListener('change', ({ target }) => {
  if (target instanceof HTMLInputElement) tickAll(target);
  if (target instanceof HTMLInputElement && target.type === 'file') showChosen(target);
});

addEventListener('beforeunload', (event) => {
  if (unsavedIn(document.body).length > 0) event.preventDefault();
});

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement)) return;
  if (form.dataset.act === undefined && form.dataset.say === undefined) {
    // The next page contains the words, so nothing is lost by leaving this one.
    form.dataset.sent = '';
    return;
  }
  event.preventDefault();
  void act(form, event.submitter, async (nodes) => {
    const wasTyped = unsavedIn(form).length > 0;
    showOutcome(nodes);
    // Words that were refused come back in a form, which counts as not saved.
    const again = wasTyped ? document.querySelector<HTMLFormElement>('[data-outcome] form:has(textarea)') : null;
    if (again) again.dataset.unsaved = '';
    // A command that was not understood stays in the field, to be corrected.
    if (form.classList.contains('command') && !nodes.some((node) => node.matches('.silence'))) form.reset();
    await renew();
    if (isInboxIdle()) await renewInbox();
  });
});

/** Text areas with words that were typed and not saved. */
function unsavedIn(place: Element): HTMLTextAreaElement[] {
  return [...place.querySelectorAll('textarea')].filter(
    ({ value, defaultValue, form }) =>
      form?.dataset.sent === undefined && (value !== defaultValue || form?.dataset.unsaved !== undefined),
  );
}

/** Ticks or clears all boxes of a name. */
function tickAll({ checked, parentElement }: HTMLInputElement): void {
  const name = parentElement?.dataset.all;
  if (name === undefined) return;
  for (const box of document.querySelectorAll<HTMLInputElement>(`input[name="${CSS.escape(name)}"]`))
    box.checked = checked;
}

function draw(): void {
  for (const label of document.querySelectorAll<HTMLElement>('[data-all]')) label.hidden = false;
  for (const end of endPlots) end();
  endPlots = [...document.querySelectorAll<HTMLElement>('[data-plot]')].map(drawPlot);
}

/** Names of the chosen files, in the page's language instead of the browser's. */
function showChosen({ files, parentElement }: HTMLInputElement): void {
  const names = [...(files ?? [])].map(({ name }) => {
    const item = document.createElement('li');
    item.dir = 'auto';
    item.textContent = name;
    return item;
  });
  parentElement?.querySelector('[data-chosen]')?.replaceChildren(...names);
}

/** Fetches the part that changes again, unless somebody is working in it. */
async function renew(): Promise<void> {
  if (!live || live.contains(document.activeElement)) return;
  const response = await fetch(live.dataset.live ?? '', { headers: { 'x-wants': 'part' } });
  if (!response.ok) return;
  const open = [...live.querySelectorAll('section:has(> details[open])')].map(({ id }) => id);
  const unsaved = new Map(unsavedIn(live).map((area) => [placeOf(area), area.value]));
  live.replaceChildren(...nodesOf(await response.text()));
  for (const area of live.querySelectorAll('textarea')) area.value = unsaved.get(placeOf(area)) ?? area.value;
  for (const id of open)
    for (const details of live.querySelectorAll<HTMLDetailsElement>(`#${CSS.escape(id)} > details`))
      details.open = true;
  draw();
  if (news) news.textContent = news.dataset.words ?? '';
}

const placeOf = (area: HTMLTextAreaElement): string =>
  `${area.closest('section')?.getAttribute('aria-labelledby') ?? ''} ${area.name}`;

function listen(): void {
  const address = live?.dataset.events;
  if (address !== undefined) new EventSource(address).addEventListener('news', () => void onNews().catch(() => fail()));
}

async function onNews(): Promise<void> {
  await renew();
  if (isInboxIdle()) await renewInbox();
}
