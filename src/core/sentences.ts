/** Scripts that have neither spaces between words nor marks behind sentences: a space stands where others have a comma or a full stop. */
const UNMARKED = /\p{Script=Thai}|\p{Script=Lao}|\p{Script=Khmer}|\p{Script=Myanmar}/u;
/** Characters from which clauses that are gathered are taken for a sentence. */
const ENOUGH = 100;

/** Sentences of a text, trimmed. */
export function sentencesOf(text: string, tag: string): string[] {
  const segmenter = new Intl.Segmenter(tag, { granularity: 'sentence' });
  const sentences = [...segmenter.segment(text)].map(({ segment }) => segment.trim()).filter((sentence) => sentence !== '');
  return sentences.flatMap((sentence) => (UNMARKED.test(sentence) ? gathered(sentence.split(/\s+/)) : [sentence]));
}

/** What the platform takes for one sentence is a whole paragraph there, and a question would be found in each of its parts. */
function gathered(clauses: readonly string[]): string[] {
  const sentences: string[] = [];
  for (const clause of clauses) {
    const last = sentences.at(-1);
    if (last === undefined || last.length >= ENOUGH) sentences.push(clause);
    else sentences[sentences.length - 1] = `${last} ${clause}`;
  }
  return sentences;
}
