import type { Inline } from '../../core/entry/blocks.ts';
import type { Answer, Reply } from '../answers/reply.ts';

const HOST = /(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}/u;

/** An address of the web; undefined for what leads elsewhere. */
export function webAddress(url: string): URL | undefined {
  const address = URL.canParse(url) ? new URL(url) : undefined;
  return address && ['http:', 'https:'].includes(address.protocol) ? address : undefined;
}

/** Whether the words of a link look like the address of another host than the one to which it leads. */
export function namesOtherHost(words: string, { host }: URL): boolean {
  const named = HOST.exec(words)?.[0];
  return named !== undefined && named.toLowerCase() !== host;
}

type Link = Extract<Inline, { kind: 'link' }>;

/** Also those in strong words. */
export const linksIn = (parts: readonly Inline[]): Link[] =>
  parts.flatMap((part) => (part.kind === 'link' ? [part] : 'children' in part ? linksIn(part.children) : []));

/** Small print of an answer whose sources are on buttons: only those without an address are named in it. */
export const besideButtons = ({ notes, sources, unlinked }: Answer): Reply['notes'] =>
  notes.flatMap((note) => (note !== sources ? [note] : unlinked ? [unlinked] : []));
