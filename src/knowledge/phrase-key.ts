/** What is left of a question when case, punctuation and width no longer count: equal keys are the same phrasing. */
export function phraseKey(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase();
  const words = plain
    .replace(/['’‘ʼ]/gu, '')
    .replace(/[\p{P}\s]+/gu, ' ')
    .trim();
  return words === '' ? plain.trim() : words;
}
