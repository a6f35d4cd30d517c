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

/**
 * A link's target as an address on the web; brackets in it would end a link of Markdown. @param base the address of the
 * page, if it is known
 */
export function addressOn(target: string, base: string | undefined): string | undefined {
  const text = target.trim();
  if (text === '' || text.length > 2000 || !URL.canParse(text, base)) return undefined;
  const url = behindRedirect(new URL(text, base)).replaceAll('(', '%28').replaceAll(')', '%29').replaceAll('\\', '%5C');
  return isWebAddress(url) ? url : undefined;
}

/** Documents of Google lead through its own pages. */
function behindRedirect({ host, pathname, searchParams, href }: URL): string {
  const target = host === 'www.google.com' && pathname === '/url' ? (searchParams.get('q') ?? '') : '';
  return URL.canParse(target) ? new URL(target).href : href;
}
