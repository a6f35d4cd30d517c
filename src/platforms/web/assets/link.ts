/**
 * Moves the secret of a personal link from the URL fragment into the form, and removes it from address bar and history.
 */
const input = document.querySelector<HTMLInputElement>('[data-link] input[name="token"]');
const secret = location.hash.slice(1);
if (input && secret !== '') {
  input.value = secret;
  history.replaceState(null, '', location.pathname + location.search);
  input.form?.querySelector('button')?.focus();
}
