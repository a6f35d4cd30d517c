import type { Say } from '../../bot/answers/messages.ts';
import type { RespondHere } from '../../bot/bot.ts';
import type { Buttons } from '../../bot/platform/buttons.ts';
import type { Pace, PaceOf } from '../../bot/platform/pace.ts';
import type { Log } from '../../bot/ports/log.ts';
import type { Services, WithServices } from '../../bot/services.ts';
import type { LanguageData } from '../../core/text/language.ts';
import type { Assets } from './assets.ts';
import type { WebConfig } from './config.ts';
import type { Troubles } from './dashboard/troubles.ts';
import type { Memory } from './memory.ts';

/** State and services that the parts of this platform share. */
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

/** The reader of a page: language and appearance. */
export interface PageReader {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly say: Say;
  /** Undefined: light or dark as the reader's system is. */
  readonly theme: 'light' | 'dark' | undefined;
  /** CSRF token, which proves that a form was sent from one of our pages. */
  readonly csrf: string;
  /** Path of the page, for links that only change how it is shown. */
  readonly path: string;
}

export const NAME = 'web';

/** A language's writing direction. */
export const directionOf = ({ services }: WithServices, language: string): PageReader['direction'] =>
  services.languages.get(language)?.direction ?? 'ltr';

/** Languages with texts of their own, not converted from another language's script. */
export const writtenLanguages = ({ services }: WithServices): LanguageData[] =>
  [...services.languages.values()].filter(({ writtenFrom }) => !writtenFrom);
