import { createHash } from 'node:crypto';
import type { Source } from '../../core/entry/entry.ts';
import { shortSlug } from '../write/slug.ts';

const LONGEST_SLUG = 24;

/** An id for a source that has none: the same for the same source, another for another. */
export function sourceId({ title, url = '' }: Source): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([title, url]))
    .digest('hex');
  return `${shortSlug(title, LONGEST_SLUG)}-${hash.slice(0, 6)}`;
}
