import type { Say } from '../../bot/answers/messages.ts';
import type { RespondHere } from '../../bot/bot.ts';
import type { Buttons } from '../../bot/platform/buttons.ts';
import type { Pace, PaceOf } from '../../bot/platform/pace.ts';
import type { Log } from '../../bot/ports/log.ts';
import type { Services } from '../../bot/services.ts';
import type { LanguageData } from '../../core/text/language.ts';
import type { Assets } from './assets.ts';
import type { WebConfig } from './config.ts';
import type { Troubles } from './dashboard/troubles.ts';
import type { Memory } from './memory.ts';

/** Everything that the parts of this platform share while it runs. */
export interface WebContext {
  readonly config: WebConfig;
  readonly services: Services;
  readonly log: Log;
  readonly respond: RespondHere;
  readonly buttons: Buttons;
  readonly memory: Memory;
  readonly assets: Assets;
  readonly troubles: Troubles;
  readonly pace: {
    readonly session: (who: string) => Pace;
    readonly login: PaceOf;
    readonly mcp: PaceOf;
    readonly atOnce: number;
  };
  /** Aborted when the server ends. */
  readonly stop: AbortSignal;
}

/** A page's reader: in what language, and how it is to look. */
export interface PageReader {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly say: Say;
  /** Undefined: as the system has it. */
  readonly theme: 'light' | 'dark' | undefined;
  /** Proves that a form was sent from a page of ours. */
  readonly csrf: string;
  /** The page that is read, for links that change only how it is shown. */
  readonly path: string;
}

export const NAME = 'web';

/** In which direction a language runs. */
export const directionOf = ({ services }: Pick<WebContext, 'services'>, language: string): PageReader['direction'] =>
  services.languages.get(language)?.direction ?? 'ltr';

/** Languages that are written, and not made from another one's letters. */
export const writtenLanguages = ({ services }: Pick<WebContext, 'services'>): LanguageData[] =>
  [...services.languages.values()].filter(({ writtenFrom }) => !writtenFrom);
