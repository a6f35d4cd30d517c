/** Discord's ids begin with the milliseconds since then. */
const EPOCH = 1_420_070_400_000n;

/** When something was made, by its id: milliseconds. */
export const madeAt = (id: string): number => Number((BigInt(id) >> 22n) + EPOCH);
