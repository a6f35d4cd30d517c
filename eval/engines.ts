import type { Peer } from './peers/peer.ts';

type Load = () => Promise<Peer>;

export const WENDA = 'Wenda';

/** Engines that are always installed, by the names under which they are printed. */
const OWN: Readonly<Record<string, Load>> = {
  [WENDA]: async () => (await import('./peers/wenda.ts')).peer,
  MiniSearch: async () => (await import('./peers/minisearch.ts')).peer,
};

/** Engines that must be installed; see eval/peers/package.json. */
const INSTALLED: Readonly<Record<string, Load>> = {
  lunr: async () => (await import('./peers/lunr.ts')).peer,
  flexsearch: async () => (await import('./peers/flexsearch.ts')).peer,
  orama: async () => (await import('./peers/orama.ts')).peer,
  'nlp.js': async () => (await import('./peers/nlpjs.ts')).peer,
};

/** Wenda before it has learned. Measured only on request. */
export const UNLEARNED = 'Wenda unlearned';
const EARLIER: Readonly<Record<string, Load>> = {
  [UNLEARNED]: async () => (await import('./peers/wenda.ts')).unlearnedPeer,
};

export const ENGINES: Readonly<Record<string, Load>> = { ...OWN, ...INSTALLED, ...EARLIER };

/** @param hasPeers whether the engines that must be installed are */
export const enginesThere = (hasPeers: boolean): string[] => Object.keys(hasPeers ? { ...OWN, ...INSTALLED } : OWN);

export const isInstalledApart = (engine: string): boolean => engine in INSTALLED;
