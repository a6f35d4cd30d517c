/** Buttons beside a field that put signs of Markdown around the selected words, or in front of their lines. */
export function offerFormats(): void {
  for (const group of document.querySelectorAll<HTMLElement>('[data-format]')) {
    group.hidden = false;
    const field = document.getElementById(group.dataset.format ?? '');
    // Above the field; below it in the page, so that the label stays beside it without a script.
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
  // A sign in front of a line belongs to all of it.
  const from = line === '' ? start : value.lastIndexOf('\n', start - 1) + 1;
  const words = value.slice(from, end).replace(/^/gm, line);
  field.setRangeText(before + words + after, from, end);
  field.setSelectionRange(from + before.length, from + before.length + words.length);
  field.focus();
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
