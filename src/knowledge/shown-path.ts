import { isAbsolute, relative, resolve, sep } from 'node:path';

/** A file as problems name it: relative to the working directory where it lies below it, else absolute; always with `/`. */
export function shownPath(file: string): string {
  const whole = resolve(file);
  const short = relative(process.cwd(), whole);
  const isBelow = short !== '' && short !== '..' && !short.startsWith(`..${sep}`) && !isAbsolute(short);
  return (isBelow ? short : whole).split(sep).join('/');
}
