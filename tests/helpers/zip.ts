import { strToU8, zipSync } from 'fflate';

/** Texts by path, as a ZIP archive. */
export const zipOf = (files: ReadonlyMap<string, string>): Buffer<ArrayBuffer> =>
  Buffer.from(zipSync(Object.fromEntries([...files].map(([path, text]) => [path, strToU8(text)]))));
