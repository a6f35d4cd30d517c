import { movePlace } from '../../bot/community/moving.ts';
import type { Services } from '../../bot/services.ts';
import type { Context } from './context.ts';
import { PLATFORM } from './place.ts';

/** A group has become a supergroup with another number: its community goes along. @returns the new place's key */
export async function moveChat({ services, moderators, log }: Pick<Context, 'moderators' | 'log'> & { readonly services: Services }, from: number, to: number): Promise<string> {
  await movePlace(services, { platform: PLATFORM, id: String(from) }, { platform: PLATFORM, id: String(to) });
  moderators.forget(from);
  log.info({ from, to }, 'group moved');
  return `${PLATFORM}:${to}`;
}
