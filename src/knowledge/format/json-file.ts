import { jsonLines } from './json-lines.ts';
import { type Finding, fault, shortened } from './problem.ts';
import { type Checked, checkShape, type Path, type Shape } from './shape.ts';

export interface CheckedJson<T> extends Checked<T> {
  /** Of a key, or of a list's item; for what is not there, that of what should hold it. */
  readonly lineOf: (path: Path) => number;
}

/** Reads JSON and compares it with a shape. A byte order mark is tolerated. Never throws. */
export function checkJson<T>(text: string, shape: Shape<T>): CheckedJson<T> {
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const parsed = parse(plain);
  if ('reason' in parsed) return { lineOf: () => 1, findings: [notJson(plain, parsed.reason)] };
  const { lineOf, repeated } = jsonLines(plain);
  const checked = checkShape(shape, parsed.value, lineOf);
  return { ...checked, lineOf, findings: [...repeated.map(repeatedKey), ...checked.findings] };
}

function notJson(text: string, reason: string): Finding {
  return fault(brokenLine(text), 'not-json', { reason });
}

function repeatedKey({ key, line }: { readonly key: string; readonly line: number }): Finding {
  return fault(line, 'repeated-json-key', { key: shortened(key) });
}

function parse(text: string): { value: unknown } | { reason: string } {
  try {
    const value: unknown = JSON.parse(text);
    return { value };
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
}

/** The first line that no later line can mend; not every message of V8 tells the place. */
function brokenLine(text: string): number {
  const lines = text.split('\n');
  let low = 1;
  let high = lines.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (isBroken(`${lines.slice(0, middle).join('\n')}\n`)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Whether an error lies in the text itself, and not only in that it ends too early. */
function isBroken(text: string): boolean {
  const parsed = parse(text);
  if (!('reason' in parsed)) return false;
  const [, place] = /position (\d+)/.exec(parsed.reason) ?? [];
  return place === undefined ? !parsed.reason.includes('end of JSON') : Number(place) < text.length;
}
