/** Takes what a reader of Markdown refuses. @param line counted from 0 at the text's beginning. */
export type Report = (line: number, message: string, cure: string) => void;
