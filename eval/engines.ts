import type { Peer } from './peers/peer.ts';

type Load = () => Promise<Peer>;

/** Those that are always there, by the names under which they are printed. */
const OWN: Readonly<Record<string, Load>> = {
  Wenda: async () => (await import('./peers/wenda.ts')).peer,
  MiniSearch: async () => (await import('./peers/minisearch.ts')).peer,
};

/** Those that eval/peers/package.json names. */
const INSTALLED: Readonly<Record<string, Load>> = {
  lunr: async () => (await import('./peers/lunr.ts')).peer,
  flexsearch: async () => (await import('./peers/flexsearch.ts')).peer,
  orama: async () => (await import('./peers/orama.ts')).peer,
  'nlp.js': async () => (await import('./peers/nlpjs.ts')).peer,
};

export const ENGINES: Readonly<Record<string, Load>> = { ...OWN, ...INSTALLED };

/** @param hasPeers whether those are installed */
export const enginesThere = (hasPeers: boolean): string[] => Object.keys(hasPeers ? ENGINES : OWN);
