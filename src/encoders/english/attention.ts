import { HEADS } from './architecture.ts';

/**
 * Each head of each token takes from the values of all tokens, the more the better its query and their key agree. Four
 * numbers at a time, which are added up apart: one sum would wait for each addition.
 * @param input for each token its queries, keys and values, each `HEADS` times `head` numbers
 */
export function attend(input: Float32Array, output: Float32Array, tokens: number, head: number): void {
  const width = HEADS * head;
  const shares = new Float64Array(tokens);
  for (let token = 0; token < tokens; token++) {
    for (let start = 0; start < width; start += head) {
      const query = token * 3 * width + start;
      for (let other = 0; other < tokens; other++)
        shares[other] = agreement(input, query, (3 * other + 1) * width + start, head);
      softmax(shares);
      for (let i = 0; i < head; i += 4)
        mix(input, 2 * width + start + i, 3 * width, shares, output, token * width + start + i);
    }
  }
}

function agreement(input: Float32Array, query: number, key: number, head: number): number {
  let [a, b, c, d] = [0, 0, 0, 0];
  for (let q = query, k = key; q < query + head; q += 4, k += 4) {
    a += (input[q] as number) * (input[k] as number);
    b += (input[q + 1] as number) * (input[k + 1] as number);
    c += (input[q + 2] as number) * (input[k + 2] as number);
    d += (input[q + 3] as number) * (input[k + 3] as number);
  }
  return (a + b + c + d) / Math.sqrt(head);
}

function softmax(numbers: Float64Array): void {
  let [most, sum] = [Number.NEGATIVE_INFINITY, 0];
  for (const number of numbers) most = Math.max(most, number);
  for (let i = 0; i < numbers.length; i++) sum += numbers[i] = Math.exp((numbers[i] as number) - most);
  for (let i = 0; i < numbers.length; i++) numbers[i] = (numbers[i] as number) / sum;
}

/** Four numbers of all values by their shares. @param stride from a token's values to those of the next */
function mix(
  input: Float32Array,
  values: number,
  stride: number,
  shares: Float64Array,
  output: Float32Array,
  at: number,
): void {
  let [a, b, c, d] = [0, 0, 0, 0];
  for (let token = 0, v = values; token < shares.length; token++, v += stride) {
    const share = shares[token] as number;
    a += share * (input[v] as number);
    b += share * (input[v + 1] as number);
    c += share * (input[v + 2] as number);
    d += share * (input[v + 3] as number);
  }
  output[at] = a;
  output[at + 1] = b;
  output[at + 2] = c;
  output[at + 3] = d;
}
