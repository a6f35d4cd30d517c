import type { PaceOptions } from '../../bot/platform/pace.ts';
import type { Exchange } from '../../bot/ports/exchange.ts';
import type { Route } from '../../bot/ports/route.ts';
import type { Setup } from '../../bot/ports/setup.ts';
import type { Setting } from '../../bot/settings/table.ts';

/** Settings of the pages; main.ts fills it in. */
export interface WebConfig {
  /** An address of this machine. */
  readonly host: string;
  /** 0 to 65535; 0 takes a free one. */
  readonly port: number;
  /** Opens the dashboard; without it there is none. */
  readonly token?: string;
  /** Host names under which the pages are reached, beside `localhost` and plain addresses: of a proxy, say. */
  readonly names: readonly string[];
  /**
   * Addresses and networks (`10.0.0.0/8`) of proxies, beside those on this machine: what they say of whom they call for
   * is believed.
   */
  readonly proxies: readonly string[];
  /** Whether members' own assistants may ask, at /mcp. Default: no. */
  readonly isMcp?: boolean;
  /** The first start, if there is no token yet. */
  readonly setup?: Setup;
  /** Of the bot; below each page. */
  readonly version: string;
  /** Folders of styles, scripts and uPlot. */
  readonly folders: AssetFolders;
  /** Nothing can be reached if the port cannot be had. */
  readonly isNeeded: boolean;
  /** Routes of other platforms. */
  readonly routes: readonly Route[];
  /** Settings of the places of other platforms, by a platform's name. */
  readonly settings: ReadonlyMap<string, readonly Setting[]>;
  /** Import and export. */
  readonly exchange: Exchange;
  /** The language model that drafts phrasings when somebody presses a button. Default: there is none. */
  readonly model?: PhrasingModel;
  /** Pages for machines, such as health and metrics: nobody's words are in them. */
  readonly plain: readonly Route[];
  /** Of what the operator is told. */
  readonly language: string;
  /** Tells the operator something, e.g. the address. */
  readonly announce: (line: string) => void;
  /** How many questions are answered. Default, also of each: PACES. */
  readonly pace?: Partial<Paces>;
}

export interface PhrasingModel {
  readonly name: string;
  /** To which entries are sent. */
  readonly host: string;
  /** @throws Error that says why there is no answer */
  readonly ask: (prompt: string) => Promise<string>;
}

export interface AssetFolders {
  readonly styles: string;
  readonly scripts: string;
  readonly plots: string;
}

/** How much one session may ask, and how many wrong tokens an address may try. */
export interface Paces {
  readonly session: PaceOptions;
  readonly login: PaceOptions;
  /** Calls of an address at /mcp: a client makes three before its first question. */
  readonly mcp: PaceOptions;
  /**
   * Questions of all visitors that are being answered at once: the quicker the machine, the more of them in a second.
   */
  readonly atOnce: number;
}

export const PACES: Paces = {
  session: { burst: 20, every: 1500 },
  login: { burst: 6, every: 20_000 },
  mcp: { burst: 60, every: 1000 },
  atOnce: 16,
};
