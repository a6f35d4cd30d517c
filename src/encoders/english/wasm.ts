/** Just enough of WebAssembly's binary format to write one function that works on one memory. */

const I32 = 0x7f;
const V128 = 0x7b;
const FUNCTION = 0x60;
const NO_RESULT = 0x40;

/** Unsigned LEB128. */
function unsigned(value: number): number[] {
  const low = value & 0x7f;
  return value < 0x80 ? [low] : [low | 0x80, ...unsigned(value >>> 7)];
}

/** Signed LEB128. */
function signed(value: number): number[] {
  const low = value & 0x7f;
  const rest = value >> 7;
  const isLast = (rest === 0 && (low & 0x40) === 0) || (rest === -1 && (low & 0x40) !== 0);
  return isLast ? [low] : [low | 0x80, ...signed(rest)];
}

const simd = (code: number): number[] => [0xfd, ...unsigned(code)];
const memoryAt = (offset: number): number[] => [0, ...unsigned(offset)];

/** Instructions as their bytes. Operands stand before the instruction, as on the machine's stack. */
export const op = {
  get: (local: number) => [0x20, ...unsigned(local)],
  set: (local: number) => [0x21, ...unsigned(local)],
  const: (value: number) => [0x41, ...signed(value)],
  add: [0x6a],
  multiply: [0x6c],
  isLess: [0x49],
  /** Runs the body again as long as the condition is met at its end. */
  repeatWhile: (condition: readonly number[], body: readonly number[]) => [
    0x03,
    NO_RESULT,
    ...body,
    ...condition,
    0x0d,
    0,
    0x0b,
  ],
  vectorLoad: (offset: number) => [...simd(0), ...memoryAt(offset)],
  /** Eight bytes as eight signed 16-bit numbers. */
  vectorLoadBytes: (offset: number) => [...simd(1), ...memoryAt(offset)],
  vectorStore: (offset: number) => [...simd(11), ...memoryAt(offset)],
  vectorZero: [...simd(12), ...new Array<number>(16).fill(0)],
  /** 32-bit numbers of two vectors by position: 0 to 3 in the first, 4 to 7 in the second. */
  shuffle: (...lanes: readonly number[]) => [
    ...simd(13),
    ...lanes.flatMap((lane) => [4 * lane, 4 * lane + 1, 4 * lane + 2, 4 * lane + 3]),
  ],
  vectorAdd: simd(174),
  /** Products of eight 16-bit numbers, summed in pairs to four 32-bit ones. */
  dotPairs: simd(186),
} as const;

export interface WasmFunction {
  readonly name: string;
  /** 32-bit parameters; they are the first locals. */
  readonly parameters: number;
  /** Further locals: 32-bit ones, then vectors. */
  readonly integers: number;
  readonly vectors: number;
  readonly body: readonly number[];
}

/** A module that exports the function and imports its memory as `host.memory`. */
export function wasmModule({ name, parameters, integers, vectors, body }: WasmFunction): Uint8Array {
  const locals = list([
    [...unsigned(integers), I32],
    [...unsigned(vectors), V128],
  ]);
  const code = [...locals, ...body, 0x0b];
  return new Uint8Array([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, list([[FUNCTION, ...list(new Array(parameters).fill([I32])), 0]])),
    ...section(2, list([[...text('host'), ...text('memory'), 2, 0, 1]])),
    ...section(3, list([[0]])),
    ...section(7, list([[...text(name), 0, 0]])),
    ...section(10, list([[...unsigned(code.length), ...code]])),
  ]);
}

const section = (id: number, content: readonly number[]): number[] => [id, ...unsigned(content.length), ...content];
const list = (items: readonly (readonly number[])[]): number[] => [...unsigned(items.length), ...items.flat()];
const text = (word: string): number[] => [...unsigned(word.length), ...Buffer.from(word, 'latin1')];
