import { stat } from 'node:fs/promises';

/** Whether a folder stands there; a link to one counts. Never rejects. */
export const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (about) => about.isDirectory(),
    () => false,
  );
