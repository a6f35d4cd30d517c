import type { RepositorySettings } from './repository.ts';

/** In an address: the path of a file in the repository. */
export const FILE = '{file}';

/**
 * Address of the page on which the repository's host shows a file.
 * @param page its pattern, with `{file}`. Default: as GitHub and GitLab have it; none for a repository in a folder.
 */
export function pageOfFile(
  { url, branch = 'HEAD' }: Pick<RepositorySettings, 'url' | 'branch'>,
  file: string,
  page?: string,
): string | undefined {
  const site = siteOf(url);
  const pattern = page ?? (site && `${site}/blob/${encodeURI(branch)}/${FILE}`);
  return pattern?.replaceAll(FILE, () => file.split('/').map(encodeURIComponent).join('/'));
}

/** `git@host:path` and `ssh://git@host/path` are shown at `https://host/path`. */
function siteOf(url: string): string | undefined {
  const [, host, path] = /^[^/]+@([^/:]+):([^/].*)$/.exec(url) ?? [];
  const site = host === undefined ? url : `https://${host}/${path}`;
  if (!URL.canParse(site)) return undefined;
  const { protocol, hostname, host: whole, pathname } = new URL(site);
  const short = pathname.replace(/\/+$/, '').replace(/\.git$/, '');
  if (protocol === 'ssh:') return `https://${hostname}${short}`;
  return protocol === 'https:' || protocol === 'http:' ? `${protocol}//${whole}${short}` : undefined;
}
