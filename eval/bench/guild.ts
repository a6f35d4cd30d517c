const FIRST = 200000000000000001n;

/** Id of a made-up Discord server. @param at its number, from 0 */
export const guildAt = (at: number): string => String(FIRST + BigInt(at) * 1000n);
