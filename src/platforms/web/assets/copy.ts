/** Buttons that copy what a field holds; without a script, people select it themselves. */
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copies]')) {
  const field = document.getElementById(button.dataset.copies ?? '');
  if (!(field instanceof HTMLTextAreaElement)) continue;
  button.hidden = false;
  button.addEventListener('click', () => void copy(field, button));
}

async function copy(field: HTMLTextAreaElement, button: HTMLButtonElement): Promise<void> {
  field.select();
  // Browsers hand the clipboard to pages over https and on this machine only; what is selected can be copied anywhere.
  await (navigator.clipboard as Clipboard | undefined)?.writeText(field.value).catch(() => undefined);
  button.textContent = button.dataset.done ?? '';
}
