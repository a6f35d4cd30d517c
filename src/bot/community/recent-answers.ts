import type { Answer } from '../../core/search/engine.ts';

/** Answers that are remembered: what is asked often is worked out once. They stand in memory only, without who asked. */
const MOST = 300;

type Find = (question: string, language: string) => Answer;

/**
 * The same, but what was asked lately is not worked out again.
 * @param stamp another one whenever answers may be others. @param basis what the answer to one question rests on beside: another one makes another answer.
 */
export function remembering(find: Find, stamp: () => string, basis: (question: string) => unknown): Find {
  const known = new Map<string, { readonly answer: Answer; readonly from: unknown }>();
  let since = '';
  return (question, language) => {
    const now = stamp();
    if (now !== since) known.clear();
    since = now;
    const key = `${language} ${question}`;
    const from = basis(question);
    const before = known.get(key);
    const answer = before && before.from === from ? before.answer : find(question, language);
    known.delete(key);
    known.set(key, { answer, from });
    const oldest = known.keys().next();
    if (known.size > MOST && !oldest.done) known.delete(oldest.value);
    return answer;
  };
}
