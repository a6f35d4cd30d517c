import type { Inline } from '../../core/entry/blocks.ts';
import type { Answer, Reply } from '../answers/reply.ts';

const HOST = /(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}/u;

/** A web address; undefined for any other URL. */
export function webAddress(url: string): URL | undefined {
  const address = URL.canParse(url) ? new URL(url) : undefined;
  return address && ['http:', 'https:'].includes(address.protocol) ? address : undefined;
}

/** Whether a link's words look like the address of another host than the link's own. */
export function namesOtherHost(words: string, { host }: URL): boolean {
  const named = HOST.exec(words)?.[0];
  return named !== undefined && named.toLowerCase() !== host;
}

type Link = Extract<Inline, { kind: 'link' }>;

/** Includes links inside strong words and the like. */
export const linksIn = (parts: readonly Inline[]): Link[] =>
  parts.flatMap((part) => (part.kind === 'link' ? [part] : 'children' in part ? linksIn(part.children) : []));

/** Notes of an answer whose sources are on buttons: they name only sources without an address. */
export const besideButtons = ({ notes, sources, unlinked }: Answer): Reply['notes'] =>
  notes.flatMap((note) => (note !== sources ? [note] : unlinked ? [unlinked] : []));
