import type { KyselyPlugin } from 'kysely';

/** Work that was tried as reading wants to write. */
export class NeedsToWrite extends Error {
  override readonly name = 'NeedsToWrite';
}

/** Lets no statement through that might change something. */
export const ONLY_READS: KyselyPlugin = {
  transformQuery: ({ node }) => {
    if (node.kind !== 'SelectQueryNode') throw new NeedsToWrite('this transaction only reads');
    return node;
  },
  transformResult: async ({ result }) => result,
};
