import { DiscordAPIError, REST, type RESTOptions, Routes } from 'discord.js';

/**
 * Keeps the token after a 401: Discord sometimes sends one by mistake, and the library would discard the token and make
 * no more calls.
 */
export function keepToken(rest: REST, onRefused: () => void = () => undefined): void {
  const set = rest.setToken.bind(rest);
  rest.setToken = (token: string | null) => {
    if (token !== null) return set(token);
    onRefused();
    return rest;
  };
}

/** Statuses with which Discord answers if there is no such bot. */
const NOBODY: readonly number[] = [401, 403, 404];

export type HeldToken = ReturnType<typeof holdToken>;

/**
 * The bot's REST client, and whether its token is still valid.
 * @param onLost called once if the token is no longer valid
 */
export function holdToken(token: string, options: Partial<RESTOptions>, onLost: () => void) {
  const rest = new REST(options);
  let isDoubted = false;
  /** Asks Discord. @returns false only if Discord says that the token is not valid */
  const isGood = async (): Promise<boolean> => {
    const refused = await rest.get(Routes.user()).then(
      () => undefined,
      (error: unknown) => error,
    );
    return !(refused instanceof DiscordAPIError && NOBODY.includes(refused.status));
  };
  const probe = async (): Promise<void> => {
    if (isDoubted) return;
    isDoubted = true;
    if (!(await isGood())) return onLost();
    isDoubted = false;
  };
  keepToken(rest, () => void probe());
  rest.setToken(token);
  /** Whether a call was refused with 401 and the token has not been checked since. */
  return { rest, isGood, isDoubted: (): boolean => isDoubted };
}
