import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';

// Comments and names in plain English and in the field's words: a reader learns what the program does, and no dialect.

const filesIn = (...folders: string[]) =>
  folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.includes('node_modules'))
      .map((name) => join(folder, name)),
  );
const read = (file: string) => readFileSync(file, 'utf8');
const SOURCES = filesIn('src', 'commands');

/** Comments without their marks, as "file: text"; lines of `//` are several. */
const COMMENTS = SOURCES.flatMap((file) =>
  (read(file).match(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm) ?? []).map(
    (comment) => `${file}: ${comment.replace(/^\s*(?:\/\*\*?|\*(?!\/)|\/\/)\s*|\*\/$/gm, '').trim()}`,
  ),
);
const COMMENT_LINES = COMMENTS.join('\n').split('\n').length;

/** Words of old books in comments; say again, anyone, must, was, in which, context, decision. */
const OLD_WORDS =
  /\b(?:anew|who(?:so)?ever|shall|stood|lest|there(?:of|in|by)|where(?:in|by|of|upon)|hereby|surroundings|verdict|unkept)\b/i;
/** Words that have a right place, and in how many of a thousand lines of comments they may be. */
const SELDOM = [
  [/\bwhere\b/i, 5, 'if'],
  [/\bstands?\b/i, 1, 'is'],
  [/: What\b/, 2, 'a noun'],
  [/: The same\b/, 1, 'what is the same'],
] as const;
/** Words in names of which the field has others, such as idf weight, exact match, in scope, queue, cache, stale. */
const OLD_NAMES =
  /^(?:anew|desk|door|kit|lanes?|lull|ours|outrun|settled?|shelf|shelves|spoilt|standing|stir|strangers?|surroundings|telling|unheard|unkept|verdict|whoever|wordless)$/;
const OLD_FILES = /^(?:alone|matter|meant|narrow|within)\./;

const partsOf = (name: string) => name.split(/[-_$]|(?<=[a-z\d])(?=[A-Z])/).map((part) => part.toLowerCase());

function nodesIn(code: string): ts.Node[] {
  const found: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('', code, ts.ScriptTarget.Latest, true));
  return found;
}

const isText = (node: ts.Node): boolean =>
  ts.isStringLiteralLike(node) || ts.isTemplateExpression(node) || ts.isRegularExpressionLiteral(node);

/** Lines with more than 120 columns beside their texts and patterns. */
function longLines(file: string): string[] {
  const rest = read(file).split('');
  if (!/.{121}/.test(rest.join(''))) return [];
  for (const node of nodesIn(rest.join('')).filter(isText))
    for (let at = node.getStart(); at < node.end; at++) if (rest[at] !== '\n') rest[at] = '';
  const lines = rest.join('').split('\n');
  return lines.flatMap((line, at) => (line.length > 120 ? [`${file}:${at + 1}`] : []));
}

it('comments have no old words', () => expect(COMMENTS.filter((comment) => OLD_WORDS.test(comment))).toEqual([]));

it.each(SELDOM)('comments seldom have %s', (word, most, instead) => {
  const found = COMMENTS.filter((comment) => word.test(comment));
  const allowed = Math.floor((most * COMMENT_LINES) / 1000);
  expect(found.length > allowed ? [`${allowed} at most; say "${instead}":`, ...found] : []).toEqual([]);
});

it('names have the words of the field', () => {
  const names = SOURCES.flatMap((file) =>
    [basename(file, '.ts'), ...nodesIn(read(file)).flatMap((node) => (ts.isIdentifier(node) ? node.text : []))]
      .filter((name) => name !== 'allSettled' && partsOf(name).some((part) => OLD_NAMES.test(part)))
      .map((name) => `${file}: ${name}`),
  );
  expect([...names, ...SOURCES.filter((file) => OLD_FILES.test(basename(file)))]).toEqual([]);
});

it('lines have at most 120 columns', () =>
  expect(filesIn('src', 'commands', 'tests', 'eval').flatMap(longLines)).toEqual([]));

it('files that comments name are there', () => {
  const files = filesIn('src', 'commands', 'eval', 'tests');
  const isThere = (name: string) => files.some((file) => file === name || file.endsWith(`/${name}`));
  const named = COMMENTS.flatMap((comment) =>
    [...comment.replace(/^\S+: /, '').matchAll(/(?<![\w/.-])[a-z][\w/-]*\.ts\b/g)].map(([name]) => ({ comment, name })),
  );
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter(({ name }) => !isThere(name)).map(({ comment, name }) => `${name} in ${comment}`)).toEqual([]);
});
