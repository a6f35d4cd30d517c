import type { Peer } from './peers/peer.ts';

type Load = () => Promise<Peer>;

export const WENDA = 'Wenda';

/** Those that are always there, by the names under which they are printed. */
const OWN: Readonly<Record<string, Load>> = {
  [WENDA]: async () => (await import('./peers/wenda.ts')).peer,
  MiniSearch: async () => (await import('./peers/minisearch.ts')).peer,
};

/** Those that eval/peers/package.json names. */
const INSTALLED: Readonly<Record<string, Load>> = {
  lunr: async () => (await import('./peers/lunr.ts')).peer,
  flexsearch: async () => (await import('./peers/flexsearch.ts')).peer,
  orama: async () => (await import('./peers/orama.ts')).peer,
  'nlp.js': async () => (await import('./peers/nlpjs.ts')).peer,
};

/** Wenda while it has not learned yet; measured only if it is asked for. */
export const UNLEARNED = 'Wenda unlearned';
const EARLIER: Readonly<Record<string, Load>> = {
  [UNLEARNED]: async () => (await import('./peers/wenda.ts')).unlearnedPeer,
};

export const ENGINES: Readonly<Record<string, Load>> = { ...OWN, ...INSTALLED, ...EARLIER };

/** @param hasPeers whether those are installed */
export const enginesThere = (hasPeers: boolean): string[] => Object.keys(hasPeers ? { ...OWN, ...INSTALLED } : OWN);

export const isInstalledApart = (engine: string): boolean => engine in INSTALLED;
