import type { Buttons } from '../../bot/buttons.ts';
import { keep } from './keep.ts';

/** Signatures that are remembered: the same few buttons stand below every answer in a place. */
const MOST = 5000;

/** Buttons that sign what is short and the same only once. */
export function rememberingButtons(buttons: Buttons): Buttons {
  const known = new Map<string, string>();
  return {
    read: buttons.read,
    write: async (press, place) => {
      const key = `${place} ${press.command} ${press.argument}`;
      const signed = known.get(key) ?? (await buttons.write(press, place));
      // What is longer is kept in the store for a time only.
      if (signed.endsWith(press.argument)) keep(known, key, signed, MOST);
      return signed;
    },
  };
}
