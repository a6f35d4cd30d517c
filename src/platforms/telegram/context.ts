import type { RawApi } from 'grammy';
import type { UserFromGetMe } from 'grammy/types';
import type { Respond } from '../../bot/bot.ts';
import type { Buttons } from '../../bot/buttons.ts';
import type { Pace } from '../../bot/pace.ts';
import type { Log } from '../../bot/ports/log.ts';
import type { Recall } from '../../bot/recall.ts';
import type { Services } from '../../bot/services.ts';
import type { Moderators } from './moderators.ts';
import type { Muted } from './muted.ts';
import type { Layout } from './render.ts';
import type { Replies } from './replies.ts';

/** What the parts of this platform share while it runs. */
export interface Context {
  readonly services: Services;
  readonly log: Log;
  readonly api: RawApi;
  /** The bot itself. */
  readonly me: Pick<UserFromGetMe, 'id' | 'username' | 'first_name'>;
  readonly respond: Respond;
  readonly buttons: Buttons;
  readonly recall: Recall;
  readonly replies: Replies;
  readonly moderators: Moderators;
  readonly muted: Muted;
  readonly pace: (who: string) => Pace;
}

/** How text in a language is laid out. */
export const layoutOf = ({ services }: Pick<Context, 'services'>, language: string): Layout => ({ isRightToLeft: services.languages.get(language)?.direction === 'rtl' });
