import type { RepositorySettings } from './repository.ts';

/** In a pattern of addresses: a file's path in the repository. */
export const FILE = '{file}';

/**
 * Address of the page on which the host shows a file; undefined for a repository in a folder.
 * @param page its pattern, with `{file}`. Default: that of GitHub and GitLab.
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
