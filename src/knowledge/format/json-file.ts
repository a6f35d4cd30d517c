import { findNodeAtLocation, type Node, parseTree, visit } from 'jsonc-parser';
import type { z } from 'zod';
import { type Finding, fault, shortened } from './problem.ts';
import { type Checked, checkShape, type Path } from './shape.ts';

export interface CheckedJson<T> extends Checked<T> {
  /** The line of a key or list item; if it is missing, that of the nearest value around it. */
  readonly lineOf: (path: Path) => number;
}

/** Strict, as `JSON.parse` is. */
const OPTIONS = { disallowComments: true, allowTrailingComma: false };

/** Reads JSON and compares it with a schema. A byte order mark is tolerated. Never throws. */
export function checkJson<T>(text: string, schema: z.ZodType<T>): CheckedJson<T> {
  const plain = text.replace(/^\uFEFF/, '');
  const { brokenLine, repeated } = readStructure(plain);
  const parsed = parse(plain);
  if ('reason' in parsed)
    return { lineOf: () => 1, findings: [fault(brokenLine, 'not-json', { reason: parsed.reason })] };
  const lineOf = lineFinder(plain);
  const checked = checkShape(schema, parsed.value, lineOf);
  return { ...checked, lineOf, findings: [...repeated, ...checked.findings] };
}

function parse(text: string): { readonly value: unknown } | { readonly reason: string } {
  try {
    const value: unknown = JSON.parse(text);
    return { value };
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
}

/** The line of the first error, and keys that occur twice in one object, of which JSON silently keeps the last. */
function readStructure(text: string): { readonly brokenLine: number; readonly repeated: readonly Finding[] } {
  let brokenLine: number | undefined;
  const repeated: Finding[] = [];
  const known: Set<string>[] = [];
  try {
    visit(
      text,
      {
        onObjectBegin: () => void known.push(new Set()),
        onObjectEnd: () => void known.pop(),
        onObjectProperty: (key, _offset, _length, line) => {
          if (known.at(-1)?.has(key)) repeated.push(fault(line + 1, 'repeated-json-key', { key: shortened(key) }));
          known.at(-1)?.add(key);
        },
        onError: (_code, _offset, _length, line) => {
          brokenLine ??= line + 1;
        },
      },
      OPTIONS,
    );
  } catch (error) {
    // `visit` overflows on JSON nested thousands deep, which fits none of our schemas.
    if (!(error instanceof RangeError)) throw error;
  }
  return { brokenLine: brokenLine ?? 1, repeated };
}

/** The tree is made when the first line is asked for: most files have no problem. */
function lineFinder(text: string): (path: Path) => number {
  let tree: Node | undefined;
  return (path) => {
    try {
      tree ??= parseTree(text, [], OPTIONS);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
    const node = tree && nearest(tree, path);
    return text.slice(0, node?.offset ?? 0).split(/\r\n|\r|\n/).length;
  };
}

function nearest(tree: Node, path: Path): Node {
  const node = path.length === 0 ? tree : findNodeAtLocation(tree, path as (string | number)[]);
  if (!node) return nearest(tree, path.slice(0, -1));
  return node.parent?.type === 'property' ? node.parent : node;
}
