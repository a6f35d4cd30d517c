const HOST = /(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}/u;

/** Whether the words of a link look like the address of another host than the one to which it leads. */
export function namesOtherHost(words: string, { host }: URL): boolean {
  const named = HOST.exec(words)?.[0];
  return named !== undefined && named.toLowerCase() !== host;
}
