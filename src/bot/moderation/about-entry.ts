import { splitKey } from '../community/own-entries.ts';
import { isPinsText, pinOfText } from '../community/pinned.ts';
import { decode } from '../community/records.ts';
import type { Change } from '../ports/changes.ts';

/** What touches an entry in any way: its text in any language, its phrasings, a pin that leads to it. */
export function isAbout(id: string): (change: Change) => boolean {
  const isPin = ({ key, before, after }: Change) => (isPinsText(id) ? key === pinOfText(id) : [before, after].some((value) => value !== null && decode('pin', value).entry === id));
  return (change) => {
    if (change.kind === 'pin') return isPin(change);
    if (change.kind === 'retired') return change.key === id;
    return ['entry', 'phrasings'].includes(change.kind) && splitKey(change.key).id === id;
  };
}
