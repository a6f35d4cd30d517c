/** Whether a text is a whole http or https address, without a user name: `https://bank.com@host/` misleads. */
export function isWebAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return (
    /^https?:\/\//i.test(text) && (protocol === 'http:' || protocol === 'https:') && username === '' && password === ''
  );
}

/**
 * A link's target as a whole web address. Parentheses are encoded, because they would end a Markdown link.
 * @param base the page's address, if it is known. @returns undefined if the target is no web address
 */
export function addressOn(target: string, base: string | undefined): string | undefined {
  const text = target.trim();
  if (text === '' || text.length > 2000 || !URL.canParse(text, base)) return undefined;
  const url = behindRedirect(new URL(text, base)).replaceAll('(', '%28').replaceAll(')', '%29').replaceAll('\\', '%5C');
  return isWebAddress(url) ? url : undefined;
}

/** Links in Google Docs lead through a redirect. */
function behindRedirect({ host, pathname, searchParams, href }: URL): string {
  const target = host === 'www.google.com' && pathname === '/url' ? (searchParams.get('q') ?? '') : '';
  return URL.canParse(target) ? new URL(target).href : href;
}
