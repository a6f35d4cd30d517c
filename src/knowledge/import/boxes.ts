import { fieldsIn } from './field-names.ts';
import { asksIn } from './lines.ts';
import type { Line } from './markdown-tree.ts';

/** The beginning of a box as a program for sites writes it: a container, a callout, a shortcode or a component. */
export interface BoxStart {
  readonly title: string;
  /** A part that folds out (`fold`), one that is a question by its name, tabs, or any other. */
  readonly kind: 'fold' | 'question' | 'tabs' | 'plain';
  /** The form of its end; `indent` and `quote` end with the lines that are so. */
  readonly end: 'colons' | 'strokes' | 'indent' | 'quote' | 'tag' | 'none';
  /** Of a tag: the name that its end has. */
  readonly name: string;
  /** The rest of its line, or its answer if it has one of its own. */
  readonly rest: string;
}

/** Characters of a line that is looked at. */
const LONGEST = 2000;
const FOLDS = /detail|accordion|collaps|expand|toggle|drop-?down|fold|spoiler|disclosure/i;
const ASKS = /question|faq|^(?:help|q-?n?a)$/i;

/** `::: tip Title`, `:::note[Title]`, `:::{dropdown} Title`, `::: details Title {open}`. */
const COLONS = /^\s*:{3,}\s*(?:\{(\w[\w-]*)\}|(\w[\w-]*))(?:\[([^\]]*)\]|(?=[ \t]|$))(.*)$/;
/** Behind a title: `{open}`, `{title="..."}`. */
const BEHIND = /\{[^{}]*\}$/;
/** `/// details | Title`. */
const STROKES = /^\s*\/{3,}\s*(\w[\w-]*)[ \t]*(?:\|(.*))?$/;
/** `!!! note "Title"`, `??? note`, `=== "Tab"`: what belongs to it is indented. */
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
/** Nobody else ends them by one name. */
const SHARED_END = '';

/** @param ends names of tags that are closed on this line or below. */
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

/** Ends of tags on a line. */
const TAG_END = /<\/([\w.-]+)>|\{\{[<%]\s*\/\s*([\w./-]+)\s*[>%]\}\}|\{%-?\s*end(\w*)\s*-?%\}/g;

/** The name of the tag that ends on a line of nothing else, and the text before it. */
export function boxEnd({ text }: Line): { readonly name: string; readonly before: string } | undefined {
  const found = text.length > LONGEST ? undefined : [...text.matchAll(TAG_END)].at(-1);
  if (!found || text.slice(found.index + found[0].length).trim() !== '') return undefined;
  return { name: nameOf(found), before: text.slice(0, found.index) };
}

const nameOf = ([, tag, shortcode, block]: RegExpExecArray): string => tag ?? shortcode ?? block ?? '';

/** For each name the last line on which such a tag ends. */
export function tagEnds(lines: readonly Line[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const [at, { text, isCode }] of lines.entries())
    if (!isCode && text.length <= LONGEST) for (const end of text.matchAll(TAG_END)) found.set(nameOf(end), at);
  return found;
}
