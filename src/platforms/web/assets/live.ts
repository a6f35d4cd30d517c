/** Puts markup of our own server into the page: what it holds is escaped there. */
export function nodesOf(markup: string): Element[] {
  return [...new DOMParser().parseFromString(markup, 'text/html').body.children].map((node) => document.importNode(node, true));
}

/** Sends a form as it is, and takes the part of a page that comes back. */
export async function sendForm(form: HTMLFormElement, submitter: HTMLElement | null): Promise<Element[]> {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form, submitter)) if (typeof value === 'string') body.append(name, value);
  const response = await fetch(form.action, { method: 'POST', body, headers: { 'x-wants': 'part' } });
  return nodesOf(await response.text());
}

/** A choice in a list takes effect at once; without a script a button does that. */
export function chooseAtOnce(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-auto]')) {
    for (const select of form.querySelectorAll('select')) select.addEventListener('change', () => form.requestSubmit());
    for (const button of form.querySelectorAll<HTMLElement>('.go')) button.hidden = true;
  }
}
