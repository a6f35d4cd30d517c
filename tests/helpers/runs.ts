/**
 * How often a law is tried with made-up examples: a sample. `RUNS=20 npx vitest run FILE` tries twenty times as many.
 */
export const runs = (sample: number): { readonly numRuns: number } => ({
  numRuns: sample * Number(process.env.RUNS ?? 1),
});
