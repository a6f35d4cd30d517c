/** A sentence of `locales/`. */
export interface Sentence {
  readonly key: string;
  /** Values of its placeables. Default: none. */
  readonly values?: Readonly<Record<string, Value>>;
}

/** A list is said item by item; an item is a name, or again a sentence of `locales/`. */
export type Value = string | number | readonly (string | Sentence)[];

/**
 * One thing that was looked at. It names no person, and no place but those it was asked for: moderators of every
 * community may read it.
 */
export interface Diagnosis {
  readonly state: 'good' | 'warning' | 'bad';
  /** The finding, in words. */
  readonly found: Sentence;
  /** The cure. Default: none is needed. */
  readonly cure?: Sentence;
}

export const good = (key: string, values?: Sentence['values']): Diagnosis => ({
  state: 'good',
  found: { key, values },
});

export const trouble = (state: 'warning' | 'bad', found: Sentence, cure: Sentence): Diagnosis => ({
  state,
  found,
  cure,
});

/** A place could not be looked into. @param status as the platform gave it, like that of HTTP; 0 if it gave none */
export const unread = (place: string, status: number): Diagnosis =>
  trouble('warning', { key: 'diagnosis-unread', values: { place, status } }, { key: 'cure-unread' });

/** Places that were left out, empty if there are none. @param name of the platform */
export const leftOut = (name: string, count: number): Diagnosis[] =>
  count > 0
    ? [trouble('warning', { key: 'diagnosis-left-out', values: { name, count } }, { key: 'cure-left-out' })]
    : [];
