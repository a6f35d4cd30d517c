import { isolated } from '../../../bot/answers/formats.ts';
import { type Inline, plainInline } from '../../../core/entry/blocks.ts';
import { escapeText, linkTarget, plain } from './escape.ts';

type Style = 'strong' | 'emphasis';

const MARK: Readonly<Record<Style, string>> = { strong: '**', emphasis: '*' };
/** Takes no room, and keeps the marks of two neighbours from being read as one. */
const JOINT = '\u200b';
const OWN_DIRECTION: readonly Inline['kind'][] = ['code', 'command', 'mention'];
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/** Text in Discord's Markdown. @param within styles that hold already: the same mark twice would end it. */
export function renderInline(children: readonly Inline[], within: readonly Style[] = []): string {
  // Among words that run from right to left, these keep their own direction: `/ask` would be shown as `ask/`.
  const isTurned = RIGHT_TO_LEFT.test(plainInline(children));
  let text = '';
  for (const child of children) {
    const next =
      isTurned && OWN_DIRECTION.includes(child.kind) ? isolated(renderOne(child, within)) : renderOne(child, within);
    const touches = child.kind !== 'text' && /[*`]$/.test(text) && /^[*`]/.test(next);
    text += touches ? JOINT + next : next;
  }
  return text;
}

function renderOne(child: Inline, within: readonly Style[]): string {
  switch (child.kind) {
    case 'text':
    case 'entry':
      return escapeText(child.text);
    case 'break':
      return '\n';
    case 'code':
    case 'command':
      return renderCode(child.text);
    case 'mention':
      return child.raw;
    case 'link':
      return renderLink(child);
    case 'strong':
    case 'emphasis':
      return within.includes(child.kind)
        ? renderInline(child.children, within)
        : marked(renderInline(child.children, [...within, child.kind]), MARK[child.kind]);
  }
}

/** Marks count only if a word touches them. */
function marked(words: string, mark: string): string {
  const [, before = '', inner = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(words) ?? [];
  return inner === '' ? words : `${before}${mark}${inner}${mark}${after}`;
}

/** Text with a backtick, or with nothing else to see, cannot be put between backticks. */
function renderCode(text: string): string {
  const words = plain(text);
  return words.includes('`') || words.trim() === '' ? escapeText(text) : `\`${words}\``;
}

/** Words that look like an address themselves, or that would end the link. */
const UNFIT = /:\/\/|(?:^|\s)[\w-]+(?:\.[\w-]+)+(?=$|[\s/:?#])|[[\]]/;
/** A name before the host misleads. */
const NAMED_HOST = /^https?:\/\/[^/]*@/;

/** The words, which lead there; behind words that look like another address it is shown, so that it cannot hide. */
function renderLink({ children, url }: Extract<Inline, { kind: 'link' }>): string {
  const target = linkTarget(url);
  const words = plainInline(children);
  if (target === undefined) return escapeText(words === url ? words : `${words} (${url})`);
  if (words.trim() === '' || linkTarget(words) === target) return `<${target}>`;
  const label = escapeText(words.replace(/\s+/g, ' '));
  if (UNFIT.test(words) || NAMED_HOST.test(target)) return `${label} (<${target}>)`;
  // A bracket would end the address.
  return `[${label}](<${target.replaceAll('(', '%28').replaceAll(')', '%29')}>)`;
}
