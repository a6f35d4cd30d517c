import { existsSync } from 'node:fs';
import path from 'node:path';
import { DRAFTS, faqFolders } from '../faq.ts';
import type { Shown } from '../page/shown.ts';
import { nameOf, type Source } from '../sets.ts';
import { FAQ_TABLE } from '../table.ts';
import { totalsOf } from '../totals.ts';

/** Numbers of drafted phrasings that each entry gets, one after the other. */
export const STEPS = [0, 1, 2, 3, 5] as const;

/** The result of all sets together, with a number of drafted phrasings per entry. */
export interface DraftStep {
  readonly drafted: number;
  readonly total: Shown;
}

export interface DraftOptions {
  /** Folder of drafts, with a file for each FAQ, by its name. Default: each FAQ's own drafts. */
  readonly drafts?: string;
  readonly measure: (source: Source) => Promise<Shown>;
  readonly write: (text: string) => void;
  readonly onProgress: (what: string, done: number, total: number) => void;
}

/**
 * Measures FAQs with more and more drafted phrasings, and writes a row for each step; at the end those of all FAQs
 * together. FAQs without drafts are left out.
 * @throws Error if no FAQ has drafts
 */
export async function draftTable(
  dirs: readonly string[],
  { drafts, measure, write, onProgress }: DraftOptions,
): Promise<DraftStep[]> {
  const sources = draftedSources(dirs, drafts);
  write(FAQ_TABLE.head());
  const steps: DraftStep[] = [];
  for (const [step, drafted] of STEPS.entries()) {
    const shown: Shown[] = [];
    for (const [at, source] of sources.entries()) {
      onProgress(`${nameOf(source)}, ${drafted} drafted`, step * sources.length + at, STEPS.length * sources.length);
      const one = await measure({ ...source, drafted });
      write(FAQ_TABLE.row({ ...one.row, set: `${one.row.set}, ${drafted} drafted` }));
      shown.push(one);
    }
    steps.push(...totalsOf(shown).map((total) => ({ drafted, total })));
  }
  for (const { drafted, total } of steps) write(FAQ_TABLE.row({ ...total.row, set: `all, ${drafted} drafted` }));
  return steps;
}

/**
 * The FAQs that have drafts, each with as many as the last step.
 * @param drafts folder of drafts, with a file for each FAQ, by its name. Default: each FAQ's own drafts
 * @throws Error if no FAQ has drafts
 */
export function draftedSources(dirs: readonly string[], drafts?: string): (Source & { readonly drafted: number })[] {
  const draftsOf = (faq: string) => (drafts ? path.join(drafts, `${path.basename(faq)}.tsv`) : path.join(faq, DRAFTS));
  const faqs = dirs.flatMap(faqFolders).filter((faq) => existsSync(draftsOf(faq)));
  if (faqs.length === 0) throw new Error(`--drafts: no FAQ of ${dirs.join(', ')} has drafts (expected ${DRAFTS})`);
  return faqs.map((faq) => ({ faq, drafted: Math.max(...STEPS), drafts: draftsOf(faq) }));
}
