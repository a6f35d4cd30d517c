import { COLUMNS, type Kernel, pagesOf, ROWS } from './kernel.ts';
import { op, wasmModule } from './wasm.ts';

/** Locals of the function: parameters, then pointers, then the sums of four rows, then what is being read. */
const [ACTIVATIONS, WEIGHTS, SUMS, TOKENS, ROW_COUNT, COLUMN_COUNT] = [0, 1, 2, 3, 4, 5] as const;
const [ROW, TOKEN, INPUT, INPUT_END, WEIGHT, OUTPUT] = [6, 7, 8, 9, 10, 11] as const;
const ACCUMULATORS = [12, 13, 14, 15] as const;
const READ = 16;

const increase = (local: number, ...by: readonly number[]): number[] => [
  ...op.get(local),
  ...by,
  ...op.add,
  ...op.set(local),
];
const isBelow = (local: number, end: number): number[] => [...op.get(local), ...op.get(end), ...op.isLess];
const product = (local: number, factor: readonly number[]): number[] => [...op.get(local), ...factor, ...op.multiply];

/** Eight activations against eight weights of each of four rows. */
const STEP = [
  ...op.get(INPUT),
  ...op.vectorLoad(0),
  ...op.set(READ),
  ...ACCUMULATORS.flatMap((sum, row) => [
    ...op.get(READ),
    ...op.get(WEIGHT),
    ...op.vectorLoadBytes(row * COLUMNS),
    ...op.dotPairs,
    ...op.get(sum),
    ...op.vectorAdd,
    ...op.set(sum),
  ]),
  ...increase(INPUT, ...op.const(2 * COLUMNS)),
  ...increase(WEIGHT, ...op.const(ROWS * COLUMNS)),
];

/** The halves of two sums beside each other, added: what is left of each stands in every second place. */
const halved = (one: number, other: number): number[] => [
  ...op.get(one),
  ...op.get(other),
  ...op.shuffle(0, 4, 1, 5),
  ...op.get(one),
  ...op.get(other),
  ...op.shuffle(2, 6, 3, 7),
  ...op.vectorAdd,
  ...op.set(one),
];

/** Four sums of four numbers each, added up to four numbers. */
const TOTAL = [
  ...halved(ACCUMULATORS[0], ACCUMULATORS[1]),
  ...halved(ACCUMULATORS[2], ACCUMULATORS[3]),
  ...op.get(ACCUMULATORS[0]),
  ...op.get(ACCUMULATORS[2]),
  ...op.shuffle(0, 1, 4, 5),
  ...op.get(ACCUMULATORS[0]),
  ...op.get(ACCUMULATORS[2]),
  ...op.shuffle(2, 3, 6, 7),
  ...op.vectorAdd,
];

const ONE_TOKEN = [
  ...ACCUMULATORS.flatMap((sum) => [...op.vectorZero, ...op.set(sum)]),
  ...op.get(WEIGHTS),
  ...op.set(WEIGHT),
  ...op.get(INPUT),
  ...product(COLUMN_COUNT, op.const(2)),
  ...op.add,
  ...op.set(INPUT_END),
  ...op.repeatWhile(isBelow(INPUT, INPUT_END), STEP),
  ...op.get(OUTPUT),
  ...TOTAL,
  ...op.vectorStore(0),
  ...increase(OUTPUT, ...product(ROW_COUNT, op.const(4))),
  ...increase(TOKEN, ...op.const(1)),
];

/** Rows outside, tokens inside: the weights of four rows are read from memory once and stay near for all tokens. */
const FOUR_ROWS = [
  ...op.get(ACTIVATIONS),
  ...op.set(INPUT),
  ...op.get(SUMS),
  ...product(ROW, op.const(4)),
  ...op.add,
  ...op.set(OUTPUT),
  ...op.const(0),
  ...op.set(TOKEN),
  ...op.repeatWhile(isBelow(TOKEN, TOKENS), ONE_TOKEN),
  ...increase(WEIGHTS, ...product(COLUMN_COUNT, op.const(ROWS))),
  ...increase(ROW, ...op.const(ROWS)),
];

const MODULE = wasmModule({
  name: 'multiply',
  parameters: 6,
  integers: 6,
  vectors: 5,
  body: op.repeatWhile(isBelow(ROW, ROW_COUNT), FOUR_ROWS),
});

/** Undefined on a machine, or with a setting of Node, without vector instructions. @param bytes of its memory */
export function simdKernel(bytes: number): Kernel | undefined {
  if (typeof WebAssembly === 'undefined' || !WebAssembly.validate(MODULE)) return undefined;
  const memory = new WebAssembly.Memory({ initial: pagesOf(bytes) });
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(MODULE), { host: { memory } });
  return { buffer: memory.buffer, multiply: exports.multiply as Kernel['multiply'] };
}
