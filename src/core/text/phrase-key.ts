/** A question without case, punctuation and width: equal keys are the same phrasing. */
export function phraseKey(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase();
  const words = plain
    .replace(/['’‘ʼ]/gu, '')
    .replace(MEANINGLESS, ' ')
    .trim();
  return words === '' ? plain.trim() : words;
}

/** Punctuation that belongs to a name, as in C# or AT&T, is not passed over. */
const MEANINGLESS = /(?:(?![#@%&])[\p{P}\s])+/gu;
