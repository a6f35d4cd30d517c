const FIRST = 200000000000000001n;

/** The id of a made-up Discord server. @param at from 0 */
export const guildAt = (at: number): string => String(FIRST + BigInt(at) * 1000n);
