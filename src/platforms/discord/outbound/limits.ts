/** Discord's limits, in UTF-16 units; what counts characters otherwise is never shorter than that. */
export const MOST = {
  title: 256,
  description: 4096,
  footer: 2048,
  author: 256,
  /** Everything in the embeds of one message together. */
  embeds: 6000,
  buttonLabel: 80,
  rows: 5,
  rowButtons: 5,
  choices: 25,
  choice: 100,
  commandName: 32,
  commandText: 100,
  modalTitle: 45,
  modalLabel: 45,
  modalHint: 100,
  modalFields: 5,
  modalValue: 4000,
} as const;

/** A text of at most so many units; what is cut ends with `…`. A pair of surrogates stays whole. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = most - 1;
  const isPair = isHigh(text, end - 1);
  return `${text.slice(0, isPair ? end - 1 : end).trimEnd()}…`;
}

/** Whether half of a pair of surrogates stands there, the other half of which follows. */
export const isHigh = (text: string, at: number): boolean => /^[\ud800-\udbff]$/.test(text[at] ?? '');
