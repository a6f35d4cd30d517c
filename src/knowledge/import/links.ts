import { isWebAddress } from '../web-address.ts';

/** A link's target as an address on the web; brackets in it would end a link of Markdown. @param base the address of the page. */
export function absoluteAddress(target: string, base: string | undefined): string | undefined {
  const text = target.trim();
  if (text === '' || text.length > 2000 || !URL.canParse(text, base)) return undefined;
  const url = new URL(text, base).href.replaceAll('(', '%28').replaceAll(')', '%29').replaceAll('\\', '%5C');
  return isWebAddress(url) ? url : undefined;
}

/** Hosts of pictures that show a state, such as that of a build. */
const BADGES = /^(?:https?:)?\/\/(?:[\w-]+\.)?(?:shields\.io|badgen\.net|badge\.fury\.io|travis-ci\.(?:org|com)|codecov\.io|coveralls\.io|circleci\.com)\/|^https?:\/\/[^?#]+\/badge\.svg(?:[?#]|$)/i;

export const isBadge = (src: string): boolean => BADGES.test(src);
