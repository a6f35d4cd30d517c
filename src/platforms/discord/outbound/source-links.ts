import type { Reply } from '../../../bot/answers/reply.ts';
import { besideButtons, linksIn } from '../../../bot/platform/links.ts';
import { type Inline, plainInline } from '../../../core/entry/blocks.ts';
import { linkTarget, plain } from './escape.ts';
import { cut, MOST } from './limits.ts';

/** An address of the small print that is on a button. */
export interface SourceLink {
  /** As the small print has it. */
  readonly url: string;
  readonly target: string;
  /** Its words and its host: nobody is led to a place that they do not expect. */
  readonly label: string;
}

/**
 * The small print of a reply, and its buttons with addresses. A source is named once: on its button, if all that have
 * an address can have one.
 */
export function withSources(reply: Reply): { readonly notes: Reply['notes']; readonly links: readonly SourceLink[] } {
  const links = sourceLinks(reply.notes);
  if (reply.kind !== 'answer' || reply.links === undefined) return { notes: reply.notes, links };
  const labels = new Map(reply.links.map(({ url, label }) => [linkTarget(url), cut(oneLine(label), MOST.buttonLabel)]));
  const named = links.flatMap((link) => ({ ...link, label: labels.get(link.target) || link.label }));
  if (labels.size !== links.length || links.some(({ target }) => !labels.has(target)))
    return { notes: reply.notes, links };
  return { notes: besideButtons(reply), links: named };
}

/** The links of small print as buttons, one row at most; what Discord might refuse there stays in the text. */
function sourceLinks(notes: readonly (readonly Inline[])[]): SourceLink[] {
  const links = notes.flatMap((note) => linksIn(note)).map(asButton);
  const found = new Map(links.filter((link) => link !== undefined).map((link) => [link.target, link]));
  return [...found.values()].slice(0, MOST.rowButtons);
}

/** Small print with mere words if a button has the address. */
export function withoutLinks(note: readonly Inline[], links: readonly SourceLink[]): Inline[] {
  return note.flatMap((part): Inline[] => {
    if (part.kind === 'strong' || part.kind === 'emphasis')
      return [{ ...part, children: withoutLinks(part.children, links) }];
    const isButton =
      part.kind === 'link' &&
      plainInline(part.children).trim() !== '' &&
      links.some(({ target }) => target === linkTarget(part.url));
    return isButton ? [...part.children] : [part];
  });
}

/**
 * Discord refuses a whole message for an address that it takes for none: letters that addresses may hold, and hosts as
 * everybody has them.
 */
const LETTERS = /^(?:[\w\-.~:/?#@!$&'()*+,;=]|%[\dA-Fa-f]{2})+$/;
const HOST = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;
const MOST_HOST = 45;
/**
 * They hold a title together among others; on a button it is alone, and one that is cut would lose the end of its
 * isolate.
 */
const ISOLATES = /[\u2066-\u2069]/g;

const oneLine = (words: string): string => plain(words).replace(ISOLATES, '').replace(/\s+/g, ' ').trim();

function asButton({ url, children }: Extract<Inline, { kind: 'link' }>): SourceLink | undefined {
  const target = linkTarget(url);
  if (target === undefined || target.length > MOST.url || !LETTERS.test(target) || target.split('#').length > 2)
    return undefined;
  const { hostname, username, password } = new URL(target);
  if (!HOST.test(hostname) || hostname.length > MOST_HOST || username !== '' || password !== '') return undefined;
  const host = hostname.replace(/^www\./, '');
  const words = oneLine(plainInline(children));
  const end = ` · ${host}`;
  return {
    url,
    target,
    label:
      words === '' || words.includes(host)
        ? cut(words || host, MOST.buttonLabel)
        : cut(words, MOST.buttonLabel - end.length) + end,
  };
}
