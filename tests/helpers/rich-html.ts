import { Parser } from 'htmlparser2';

/** Tags of a rich message that the bot uses, with their attributes. */
const TAGS: Readonly<Record<string, RegExp>> = {
  h2: /^$/,
  h3: /^$/,
  h4: /^$/,
  p: /^$/,
  br: /^$/,
  b: /^$/,
  i: /^$/,
  code: /^(?:class=language-[\w+#.-]+)?$/,
  pre: /^$/,
  a: /^href=https?:\/\/\S+$/,
  ul: /^$/,
  ol: /^$/,
  li: /^$/,
  blockquote: /^$/,
  table: /^bordered= striped=$/,
  tr: /^$/,
  th: /^(?:align=(?:left|center|right))?$/,
  td: /^(?:align=(?:left|center|right))?$/,
  footer: /^$/,
  details: /^$/,
  summary: /^$/,
};
const PARENTS: Readonly<Record<string, RegExp>> = {
  tr: /^table$/,
  th: /^tr$/,
  td: /^tr$/,
  li: /^[uo]l$/,
  summary: /^details$/,
  p: /^(?:li|blockquote|details|)$/,
  h3: /^$/,
  table: /^$/,
};
const BLOCKS = /^(?:h\d|p|pre|[uo]l|li|blockquote|table|tr|footer|details)$/;
const NAMES = /^&(?:lt|gt|amp|quot|#\d+);/;

interface Code {
  readonly type: 'code';
  readonly offset: number;
  readonly length: number;
}

/** The words of a rich message, where code is in them, and why Telegram would refuse it. */
export function readRichHtml(html: string): {
  readonly text: string;
  readonly codes: readonly Code[];
  readonly problems: readonly string[];
} {
  const problems: string[] = [];
  const open: string[] = [];
  const codes: Code[] = [];
  let [text, blocks, columns, deepest] = ['', 0, 0, 0];
  for (const { index } of html.matchAll(/&/g))
    if (!NAMES.test(html.slice(index))) problems.push(`unknown entity at ${index}`);
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        const given = Object.entries(attributes).map(([key, value]) => `${key}=${value}`);
        if (!TAGS[name]?.test(given.join(' '))) problems.push(`unsupported tag <${name} ${given.join(' ')}>`);
        if (PARENTS[name] && !PARENTS[name].test(open.at(-1) ?? '')) problems.push(`<${name}> in <${open.at(-1)}>`);
        if (BLOCKS.test(name)) {
          blocks++;
          text += '\n';
        }
        if (name === 'br') text += '\n';
        if (name === 'tr') columns = 0;
        if (/^t[hd]$/.test(name)) {
          text += '\t';
          if (++columns > 20) problems.push('too many columns');
        }
        open.push(name);
        deepest = Math.max(deepest, open.length);
      },
      onclosetag: (_, isImplied) => {
        if (isImplied && open.at(-1) !== 'br') problems.push(`unclosed <${open.at(-1)}>`);
        open.pop();
      },
      ontext: (words) => {
        if (open.includes('code')) codes.push({ type: 'code', offset: text.length, length: words.length });
        text += words;
      },
      oncomment: () => problems.push('a comment'),
    },
    { decodeEntities: true },
  );
  parser.end(html);
  if (text.length > 32_768) problems.push('too long');
  if (blocks > 500) problems.push('too many blocks');
  if (deepest > 16) problems.push('nested too deeply');
  if (text.trim() === '') problems.push('empty');
  return { text, codes, problems };
}
