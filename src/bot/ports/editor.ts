import type { editor } from '../../knowledge/export/entry-text.ts';

export type { EntryParts } from '../../knowledge/export/entry-text.ts';
export type { Flaw } from '../../knowledge/export/flaws.ts';

/** Reads and writes the knowledge format. Pure functions; their contracts are in src/knowledge. */
export type Editor = typeof editor;
