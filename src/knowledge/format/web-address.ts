/**
 * Whether a text is a whole http or https address; a name before the host (`https://bank.com@host/`) misleads and is
 * none.
 */
export function isWebAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return (
    /^https?:\/\//i.test(text) && (protocol === 'http:' || protocol === 'https:') && username === '' && password === ''
  );
}
