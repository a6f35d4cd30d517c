/** Elements of markup from our own server, which has escaped its contents. */
export function nodesOf(markup: string): Element[] {
  return [...new DOMParser().parseFromString(markup, 'text/html').body.children].map((node) =>
    document.importNode(node, true),
  );
}

/** The returned part of a page; for an error, a message. */
export interface PagePart {
  readonly isGood: boolean;
  /** Whether the request saved a text of an entry. */
  readonly isSaved: boolean;
  readonly nodes: readonly Element[];
}

/**
 * Submits a form. If its CSRF token is out of date because somebody has signed in since, it is renewed and the form
 * sent again.
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

/** @returns whether the page's forms had another CSRF token */
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

export const wordsOf = (nodes: readonly Element[]): string =>
  nodes.map(({ textContent }) => textContent.trim()).join(' ');

/** Submits a form when a list's choice changes; without a script a button does that. */
export function chooseAtOnce(place: ParentNode = document): void {
  for (const form of place.querySelectorAll<HTMLFormElement>('form[data-auto]')) {
    for (const select of form.querySelectorAll('select')) select.addEventListener('change', () => form.requestSubmit());
    for (const button of form.querySelectorAll<HTMLElement>('.go')) button.hidden = true;
  }
}
