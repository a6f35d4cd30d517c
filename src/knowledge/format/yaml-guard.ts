import { CST, Lexer } from 'yaml';
import { type Finding, fault } from './problem.ts';

/** Brackets and list marks inside one another; flat front matter needs one. */
const DEEPEST = 2;
const REFUSED: Readonly<Record<string, string>> = {
  anchor: 'an anchor (&)',
  alias: 'an alias (*)',
  tag: 'a tag (!)',
  'explicit-key-ind': 'a complex key (?)',
  'directive-line': 'a directive (%)',
  'doc-end': 'the end of a document (...)',
};

/**
 * Finds YAML that must not reach the parser, which can abort the process on deep nesting beyond any catch.
 * It reads with the parser's own lexer, so both see the same brackets; the lexer does not nest.
 * @param firstLine the text's first line in its file. @param deepest brackets and list marks inside one another.
 * Default: 2. @param part as a message calls it.
 */
export function yamlDanger(
  text: string,
  firstLine: number,
  deepest = DEEPEST,
  part = 'the front matter',
): Finding | undefined {
  let line = firstLine;
  let depth = 0;
  let marks = 0;
  for (const { type, token } of lexemes(text)) {
    if (type.endsWith('-start')) depth++;
    if (type.endsWith('-end')) depth--;
    if (type === 'seq-item-ind') marks++;
    if (type === 'newline') marks = 0;
    const refused = REFUSED[type];
    if (refused !== undefined) return fault(line, 'special-yaml', { part, what: refused });
    if (depth + marks > deepest) return fault(line, 'nested-yaml', { part });
    line += token.split('\n').length - 1;
  }
  return undefined;
}

/** The lexer announces a plain scalar with a mark; the token after it is text, whatever it begins with. */
function lexemes(text: string): { type: string; token: string }[] {
  const found: { type: string; token: string }[] = [];
  let isText = false;
  for (const token of new Lexer().lex(text)) {
    found.push({ type: isText ? 'text' : (CST.tokenType(token) ?? 'text'), token });
    isText = token === CST.SCALAR;
  }
  return found;
}
