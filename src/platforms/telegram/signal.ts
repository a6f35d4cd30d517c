import type { RawApi } from 'grammy';

type GrammySignal = NonNullable<Parameters<RawApi['getMe']>[0]>;

/** grammY's type of a signal is that of an older library; what it does with one is the same. */
export const asSignal = (signal: AbortSignal): GrammySignal => signal as unknown as GrammySignal;
