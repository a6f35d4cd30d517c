/** Buttons that copy a field's value; without a script, people select and copy it themselves. */
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copies]')) {
  const field = document.getElementById(button.dataset.copies ?? '');
  if (!(field instanceof HTMLTextAreaElement)) continue;
  button.hidden = false;
  button.addEventListener('click', () => void copy(field, button));
}

async function copy(field: HTMLTextAreaElement, button: HTMLButtonElement): Promise<void> {
  field.select();
  // Browsers allow clipboard access only over https and on this machine; selected text can be copied anywhere.
  await (navigator.clipboard as Clipboard | undefined)?.writeText(field.value).catch(() => undefined);
  button.textContent = button.dataset.done ?? '';
}
