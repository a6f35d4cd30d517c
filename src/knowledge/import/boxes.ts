import { fieldsIn } from './field-names.ts';
import { asksIn } from './lines.ts';
import type { Line } from './markdown-tree.ts';

/** The beginning of a box as a site generator writes it: a container, a callout, a shortcode or a component. */
export interface BoxStart {
  readonly title: string;
  /** `fold` is a part that folds out, `question` one whose name says that it is a question. */
  readonly kind: 'fold' | 'question' | 'tabs' | 'plain';
  /**
   * How the box ends: by a closing mark, by a closing tag, or (`indent`, `quote`) with the last line that is indented
   * or quoted.
   */
  readonly end: 'colons' | 'strokes' | 'indent' | 'quote' | 'tag' | 'none';
  /** The name that the closing tag has; empty for a box that is not a tag. */
  readonly name: string;
  /** The rest of its line, or the answer if the tag has one among its attributes. */
  readonly rest: string;
}

/** Most characters of a line that is examined. */
const LONGEST = 2000;
const FOLDS = /detail|accordion|collaps|expand|toggle|drop-?down|fold|spoiler|disclosure/i;
const ASKS = /question|faq|^(?:help|q-?n?a)$/i;

/** `::: tip Title`, `:::note[Title]`, `:::{dropdown} Title`, `::: details Title {open}`. */
const COLONS = /^\s*:{3,}\s*(?:\{(\w[\w-]*)\}|(\w[\w-]*))(?:\[([^\]]*)\]|(?=[ \t]|$))(.*)$/;
/** Attributes after a title: `{open}`, `{title="..."}`. */
const BEHIND = /\{[^{}]*\}$/;
/** `/// details | Title`. */
const STROKES = /^\s*\/{3,}\s*(\w[\w-]*)[ \t]*(?:\|(.*))?$/;
/** `!!! note "Title"`, `??? note`, `=== "Tab"`: the content is indented. */
const INDENTED =
  /^ *(?:(!!!|\?{3}\+?)[ \t]+([\w-]+(?:[ \t]+[\w-]+)*)|={3}[+!]?(?=[ \t]+["']))[ \t]*(?:"(.*)"|'(.*)')?[ \t]*$/;
/** `> [!faq]- Title`. */
const CALLOUT = /^ {0,3}>[ \t]*\[!([\w-]+)\]([+-]?)(.*)$/;
const TAGS: readonly RegExp[] = [
  /^\s*\{\{[<%]\s*(\/?)\s*([\w./-]+)((?:"[^"]*"|`[^`]*`|[^"`<>])*?)(\/?)[>%]\}\}(.*)$/,
  /^\s*\{%-?\s*(end)?(\w*)((?:"[^"]*"|'[^']*'|[^"'%])*?)()-?%\}(.*)$/,
  /^\s*<(\/?)([A-Z][\w.]*|[a-z]+(?:-[a-z\d]+)+)((?:"[^"]*"|'[^']*'|\{[^{}]*\}|[^"'<>{}])*?)(\/?)>(.*)$/,
];
const ATTRIBUTE = /([\w-]+)\s*=\s*\{?(?:"([^"]*)"|'([^']*)'|`([^`]*)`)\}?/g;
/** The name of `{% end %}`, which closes a block tag of any name. */
const SHARED_END = '';

/**
 * Reads a line as the beginning of a box; undefined if it is none.
 * @param ends whether a tag of this name is closed on this line or below: one that never is, is text.
 */
export function boxStart({ text }: Line, ends: (name: string) => boolean): BoxStart | undefined {
  if (text.length > LONGEST) return undefined;
  const plain = { name: '', rest: '' };
  const [colons, braced, word = braced ?? '', bracketed, words = ''] = COLONS.exec(text) ?? [];
  if (colons !== undefined) {
    const [behind = ''] = BEHIND.exec(words.trim()) ?? [];
    const said = words.trim().slice(0, words.trim().length - behind.length);
    const title = bracketed ?? (said.trim() || (attributesIn(behind).get('title') ?? ''));
    return { ...plain, title, kind: kindOf(word), end: 'colons' };
  }
  const [strokes, block = '', said = ''] = STROKES.exec(text) ?? [];
  if (strokes !== undefined) return { ...plain, title: said.trim(), kind: kindOf(block), end: 'strokes' };
  const [indented, mark = '', type = '', double, single = ''] = INDENTED.exec(text) ?? [];
  if (indented !== undefined) {
    const kind = kindOf(type);
    return {
      ...plain,
      title: double ?? single,
      kind: kind === 'plain' && mark.startsWith('?') ? 'fold' : kind,
      end: 'indent',
    };
  }
  const [callout, called = '', sign = '', head = ''] = CALLOUT.exec(text) ?? [];
  const quoted = kindOf(called);
  if (callout !== undefined && (sign !== '' || quoted !== 'plain'))
    return { ...plain, title: head.trim(), kind: quoted === 'plain' ? 'fold' : quoted, end: 'quote' };
  return tagStart(text, ends);
}

function kindOf(name: string): BoxStart['kind'] {
  if (/^(?:tabs|code-group)$/.test(name)) return 'tabs';
  return ASKS.test(name) ? 'question' : FOLDS.test(name) ? 'fold' : 'plain';
}

function tagStart(text: string, ends: (name: string) => boolean): BoxStart | undefined {
  const found = TAGS.map((pattern) => pattern.exec(text)).find((match) => match !== null);
  const [, isEnd, name = '', inside = '', isClosed, rest = ''] = found ?? [];
  if (!found || isEnd || name === '') return undefined;
  const attributes = attributesIn(inside);
  const fields = fieldsIn([...attributes.keys()]);
  const key = fields.get('question') ?? [...attributes.keys()].find((one) => /^(?:label|header)$/.test(one)) ?? '';
  const title = attributes.get(key) ?? /^[\s(]*["'`]([^"'`]*)["'`]/.exec(inside)?.[1] ?? '';
  const answer = attributes.get(fields.get('answer') ?? '') ?? '';
  const isAsked = asksIn(title) || /^q(?:uestion)?$/.test(key);
  if (isAsked && answer !== '') return { title, kind: 'question', end: 'none', name, rest: answer };
  const closing = found[0].trimStart().startsWith('{%') && ends(SHARED_END) ? SHARED_END : name;
  const isAlone = isClosed && rest.trim() === '' && !['to', 'text', 'name'].some((one) => attributes.has(one));
  if (isAlone) return { title, kind: 'plain', end: 'none', name, rest };
  if (isClosed || !ends(closing)) return undefined;
  return { title, kind: kindOf(/^q(?:uestion)?$/.test(key) ? key : name), end: 'tag', name: closing, rest };
}

const attributesIn = (text: string): ReadonlyMap<string, string> =>
  new Map([...text.matchAll(ATTRIBUTE)].map(([, key = '', one, two, three]) => [key, one ?? two ?? three ?? '']));

const TAG_END = /<\/([\w.-]+)>|\{\{[<%]\s*\/\s*([\w./-]+)\s*[>%]\}\}|\{%-?\s*end(\w*)\s*-?%\}/g;

/** The closing tag at the end of a line, and the text before it; undefined if other text follows it. */
export function boxEnd({ text }: Line): { readonly name: string; readonly before: string } | undefined {
  const found = text.length > LONGEST ? undefined : [...text.matchAll(TAG_END)].at(-1);
  if (!found || text.slice(found.index + found[0].length).trim() !== '') return undefined;
  return { name: nameOf(found), before: text.slice(0, found.index) };
}

const nameOf = ([, tag, shortcode, block]: RegExpExecArray): string => tag ?? shortcode ?? block ?? '';

/** For each name the index of the last line with its closing tag. */
export function tagEnds(lines: readonly Line[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const [at, { text, isCode }] of lines.entries())
    if (!isCode && text.length <= LONGEST) for (const end of text.matchAll(TAG_END)) found.set(nameOf(end), at);
  return found;
}
