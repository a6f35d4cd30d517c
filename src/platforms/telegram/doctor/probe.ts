import type { TokenCheck } from '../../../bot/ports/setup.ts';
import { ApiError, createApi } from '../api.ts';

const TIMEOUT_MS = 5000;

/** Asks Telegram about a token. */
export async function probe(token: string, apiRoot: string | undefined): Promise<TokenCheck> {
  try {
    const me = await createApi({ token, apiRoot }, AbortSignal.timeout(TIMEOUT_MS)).getMe();
    const invite = `https://t.me/${me.username}?startgroup=true`;
    return { kind: 'good', bot: `@${me.username}`, readsAll: me.can_read_all_group_messages, invite };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if ([401, 404].includes(error.code)) return { kind: 'refused' };
    return { kind: 'unreached', why: error.code === 0 ? error.description : String(error.code) };
  }
}
