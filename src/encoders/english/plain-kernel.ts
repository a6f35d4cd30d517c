import { COLUMNS, type Kernel, ROWS } from './kernel.ts';

/** From eight columns of a row to the next eight. */
const STRIDE = ROWS * COLUMNS;

/** For machines without vector instructions: the same sums, several times slower. @param bytes of its memory */
export function plainKernel(bytes: number): Kernel {
  const buffer = new ArrayBuffer(bytes);
  const [all8, all16, all32] = [new Int8Array(buffer), new Int16Array(buffer), new Int32Array(buffer)];
  const multiply: Kernel['multiply'] = (activations, weights, sums, tokens, rows, columns) => {
    for (let row = 0; row < rows; row++) {
      const start = weights + (row - (row % ROWS)) * columns + (row % ROWS) * COLUMNS;
      for (let token = 0; token < tokens; token++)
        all32[sums / 4 + token * rows + row] = dot(all16, activations / 2 + token * columns, all8, start, columns);
    }
  };
  return { buffer, multiply };
}

/** In whole numbers of 32 bits and eight at a time: a plain loop takes twice as long. */
function dot(a: Int16Array, input: number, w: Int8Array, start: number, columns: number): number {
  let sum = 0;
  for (let i = input, j = start; i < input + columns; i += 8, j += STRIDE) {
    sum = (sum + Math.imul(a[i] as number, w[j] as number)) | 0;
    sum = (sum + Math.imul(a[i + 1] as number, w[j + 1] as number)) | 0;
    sum = (sum + Math.imul(a[i + 2] as number, w[j + 2] as number)) | 0;
    sum = (sum + Math.imul(a[i + 3] as number, w[j + 3] as number)) | 0;
    sum = (sum + Math.imul(a[i + 4] as number, w[j + 4] as number)) | 0;
    sum = (sum + Math.imul(a[i + 5] as number, w[j + 5] as number)) | 0;
    sum = (sum + Math.imul(a[i + 6] as number, w[j + 6] as number)) | 0;
    sum = (sum + Math.imul(a[i + 7] as number, w[j + 7] as number)) | 0;
  }
  return sum;
}
