/** For each token its numbers. */
export type Rows = readonly Float32Array[];
/** Each row times a matrix, plus a bias: nearly all that a vector costs. */
export type Matrix = (rows: Rows) => Rows;

/** @param weights for each number of a row its weight in each number of the result, a multiple of four */
export function createMatrix(weights: Float32Array, bias: Float32Array): Matrix {
  const size = bias.length;
  const columns = Array.from({ length: size }, (_, column) =>
    new Float32Array(weights.length / size).map((_, i) => weights[i * size + column] as number),
  );
  const start = bias.slice();
  return (rows) => {
    const sums = rows.map(() => start.slice());
    const spare = start.slice();
    for (let column = 0; column < size; column += 4)
      for (let token = 0; token < rows.length; token += 2) {
        const one = rows[token] as Float32Array;
        multiply(one, rows[token + 1] ?? one, columns, column, sums[token] ?? spare, sums[token + 1] ?? spare);
      }
    return sums;
  };
}

/** Two rows times four columns: each number that is read serves several products, which takes half the time. */
function multiply(
  one: Float32Array,
  other: Float32Array,
  columns: Rows,
  at: number,
  sum: Float32Array,
  otherSum: Float32Array,
): void {
  const [first, second, third, fourth] = columns.slice(at, at + 4) as [
    Float32Array,
    Float32Array,
    Float32Array,
    Float32Array,
  ];
  let [a, b, c, d, e, f, g, h] = [0, 0, 0, 0, 0, 0, 0, 0];
  for (let i = 0; i < one.length; i++) {
    const x = one[i] as number;
    const y = other[i] as number;
    const p = first[i] as number;
    const q = second[i] as number;
    const r = third[i] as number;
    const s = fourth[i] as number;
    a += x * p;
    b += x * q;
    c += x * r;
    d += x * s;
    e += y * p;
    f += y * q;
    g += y * r;
    h += y * s;
  }
  for (const [n, product] of [a, b, c, d].entries()) (sum[at + n] as number) += product;
  for (const [n, product] of [e, f, g, h].entries()) (otherSum[at + n] as number) += product;
}
