/** Puts markup of our own server into the page: what it holds is escaped there. */
export function nodesOf(markup: string): Element[] {
  return [...new DOMParser().parseFromString(markup, 'text/html').body.children].map((node) =>
    document.importNode(node, true),
  );
}

/** The part of a page that came back; if it is not the one asked for, it says why. */
export interface PagePart {
  readonly isGood: boolean;
  /** Whether words of an entry were saved by it. */
  readonly isSaved: boolean;
  readonly nodes: readonly Element[];
}

/**
 * Sends a form as it is; one that is older than the session, for somebody signed in meanwhile, with the proof that is
 * good now.
 */
export async function sendForm(form: HTMLFormElement, submitter: HTMLElement | null): Promise<PagePart> {
  const first = await post(form, submitter);
  const response = first.status === 403 && (await renewProof()) ? await post(form, submitter) : first;
  const isSaved = response.headers.has('x-saved');
  return { isGood: response.ok, isSaved, nodes: nodesOf(await response.text()) };
}

function post(form: HTMLFormElement, submitter: HTMLElement | null): Promise<Response> {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form, submitter)) if (typeof value === 'string') body.append(name, value);
  return fetch(form.action, { method: 'POST', body, headers: { 'x-wants': 'part' } });
}

/** @returns whether there is another proof than that of the page's forms */
async function renewProof(): Promise<boolean> {
  const response = await fetch('/dashboard/proof', { headers: { 'x-wants': 'part' } });
  if (!response.ok) return false;
  const { csrf } = (await response.json()) as { csrf: string };
  const inputs = [...document.querySelectorAll<HTMLInputElement>('input[name="csrf"]')].filter(
    ({ value }) => value !== csrf,
  );
  for (const input of inputs) input.value = csrf;
  return inputs.length > 0;
}

/** The words of what came back instead, if any did. */
export const wordsOf = (nodes: readonly Element[]): string =>
  nodes.map(({ textContent }) => textContent.trim()).join(' ');

/** A choice in a list takes effect at once; without a script a button does that. */
export function chooseAtOnce(place: ParentNode = document): void {
  for (const form of place.querySelectorAll<HTMLFormElement>('form[data-auto]')) {
    for (const select of form.querySelectorAll('select')) select.addEventListener('change', () => form.requestSubmit());
    for (const button of form.querySelectorAll<HTMLElement>('.go')) button.hidden = true;
  }
}
