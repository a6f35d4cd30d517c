import type { PaceOptions } from '../../bot/platform/pace.ts';
import type { Exchange } from '../../bot/ports/exchange.ts';
import type { Route } from '../../bot/ports/route.ts';
import type { Setup } from '../../bot/ports/setup.ts';
import type { Setting } from '../../bot/settings/table.ts';

/** Settings of the pages; `serving.ts` fills them in. */
export interface WebConfig {
  /** Address of this machine to listen on. */
  readonly host: string;
  /** 0 to 65535; 0 takes a free one. */
  readonly port: number;
  /** Token that opens the dashboard. Default: there is no dashboard. */
  readonly token?: string;
  /** Host names under which the pages may be reached, besides `localhost` and IP addresses, such as a proxy's. */
  readonly names: readonly string[];
  /**
   * Addresses and networks (`10.0.0.0/8`) of proxies besides those on this machine, whose X-Forwarded-For header is
   * trusted.
   */
  readonly proxies: readonly string[];
  /** Whether members' own assistants may ask, at /mcp. Default: false. */
  readonly isMcp?: boolean;
  /** The first start, which asks for the first tokens. Undefined: there are some already. */
  readonly setup?: Setup;
  /** Version of the bot, shown below each page. */
  readonly version: string;
  /** Folders of styles, scripts and uPlot. */
  readonly folders: AssetFolders;
  /** Whether the process is of no use without the port, so that it ends if the port is taken. */
  readonly isNeeded: boolean;
  /** Routes of other platforms. */
  readonly routes: readonly Route[];
  /** Settings of the places of other platforms, by a platform's name. */
  readonly settings: ReadonlyMap<string, readonly Setting[]>;
  /** Import and export. */
  readonly exchange: Exchange;
  /** The language model that drafts phrasings when somebody presses a button. Default: there is none. */
  readonly model?: PhrasingModel;
  /** Routes for machines, such as health and metrics; they contain nothing that people wrote. */
  readonly plain: readonly Route[];
  /** Language of messages to the operator. */
  readonly language: string;
  /** Shows a line to the operator, such as the URL. */
  readonly announce: (line: string) => void;
  /** Rate limits. Default, also for each single one: PACES. */
  readonly pace?: Partial<Paces>;
}

export interface PhrasingModel {
  readonly name: string;
  /** Host to which entries are sent. */
  readonly host: string;
  /** @throws Error that says why there is no answer */
  readonly ask: (prompt: string) => Promise<string>;
}

export interface AssetFolders {
  readonly styles: string;
  readonly scripts: string;
  readonly plots: string;
}

/** Rate limits: questions of a session, and wrong tokens of an address. */
export interface Paces {
  readonly session: PaceOptions;
  readonly login: PaceOptions;
  /** Calls from an address at /mcp; a client makes three before its first question. */
  readonly mcp: PaceOptions;
  /** Most questions of all visitors that are answered at the same time. */
  readonly atOnce: number;
}

export const PACES: Paces = {
  session: { burst: 20, every: 1500 },
  login: { burst: 6, every: 20_000 },
  mcp: { burst: 60, every: 1000 },
  atOnce: 16,
};
