/** Discord's limits, in UTF-16 units; what counts characters otherwise is never shorter than that. */
export const MOST = {
  /** All texts of one message together. */
  text: 4000,
  /** Everything in one message, buttons and the rows that hold them included. */
  components: 40,
  buttonLabel: 80,
  rowButtons: 5,
  /** An address on a button. */
  url: 512,
  choices: 25,
  choice: 100,
  commandName: 32,
  commandText: 100,
  modalTitle: 45,
  modalLabel: 45,
  modalHint: 100,
  modalFields: 5,
  modalValue: 4000,
  /** The bot's own: a heading, a question in a quote, the small print below a text. */
  title: 256,
  quote: 256,
  notes: 1200,
} as const;

/** A text of at most so many units; what is cut ends with `…`. A pair of surrogates stays whole. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = most - 1;
  const isPair = isHigh(text, end - 1);
  return `${text.slice(0, isPair ? end - 1 : end).trimEnd()}…`;
}

/** Whether it is the first half of a pair of surrogates. */
export const isHigh = (text: string, at: number): boolean => /^[\ud800-\udbff]$/.test(text[at] ?? '');
