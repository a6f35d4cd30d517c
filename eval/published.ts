/**
 * Figures that others have published about a data set, by its name. They are printed below the results, not among them.
 */
const PUBLISHED: Readonly<Record<string, string>> = {
  clinc_full: `Published, not measured here. CLINC150, full, its own test questions, by a threshold on the confidence
(Larson et al. 2019, "An Evaluation Dataset for Intent Classification and Out-of-Scope Prediction", table 2):

| system | in-scope accuracy % | off-topic recall % |
| --- | --- | --- |
| Rasa | 90.9 | 31.2 |
| DialogFlow | 90.8 | 26.7 |
| MLP on USE | 93.4 | 49.1 |
| BERT | 96.2 | 52.3 |

In-scope accuracy is to be held against top-1, off-topic recall against 100 less what was answered off topic.
`,
};

/** @param sets names of the sets that were measured */
export const publishedOn = (sets: readonly string[]): string[] => sets.flatMap((name) => PUBLISHED[name] ?? []);
