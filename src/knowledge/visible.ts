/** Whether a reader sees anything of a text; spaces of any width and marks alone are nothing. */
export const isVisible = (text: string): boolean => /[\p{L}\p{N}\p{P}\p{S}]/u.test(text);
