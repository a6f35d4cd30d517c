/**
 * Positions of the greatest values above 0, the greatest first, the earlier of equal ones first. @param wanted as many
 * as that.
 */
export function greatest(values: Float32Array, wanted: number): number[] {
  const top: number[] = [];
  let least = 0;
  for (let at = 0; at < values.length; at++) {
    const value = values[at] ?? 0;
    if (value <= least) continue;
    insert(top, at, values, wanted);
    if (top.length === wanted) least = values[top[wanted - 1] ?? 0] ?? 0;
  }
  return top;
}

function insert(top: number[], at: number, values: Float32Array, wanted: number): void {
  const value = values[at] ?? 0;
  let place = Math.min(top.length, wanted - 1);
  for (; place > 0 && (values[top[place - 1] ?? 0] ?? 0) < value; place--) top[place] = top[place - 1] ?? 0;
  top[place] = at;
}
