/** Waits for a value, but not for longer than so many milliseconds. @param late is given if it takes longer */
export function inTime<T, L>(value: Promise<T>, ms: number, late: L): Promise<T | L> {
  let timer: NodeJS.Timeout | undefined;
  const end = new Promise<L>((resolve) => {
    timer = setTimeout(() => resolve(late), ms);
  });
  return Promise.race([value, end]).finally(() => clearTimeout(timer));
}
