/** A message of `locales/`. */
export interface Sentence {
  readonly key: string;
  /** Its variables. Default: none. */
  readonly values?: Readonly<Record<string, Value>>;
}

/** A list is joined in the reader's language; its items are names, or messages of `locales/` themselves. */
export type Value = string | number | readonly (string | Sentence)[];

/**
 * One thing that the doctor checked. Moderators of every community may read it, so it names no person, and no place but
 * those it was asked about.
 */
export interface Diagnosis {
  readonly state: 'good' | 'warning' | 'bad';
  readonly found: Sentence;
  /** The cure. Default: nothing is needed. */
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

/** The platform would not show a place. @param status of HTTP, or the like; 0 if there is none */
export const unread = (place: string, status: number): Diagnosis =>
  trouble('warning', { key: 'diagnosis-unread', values: { place, status } }, { key: 'cure-unread' });

/** Says how many places were not checked; empty if none. @param name of the platform */
export const leftOut = (name: string, count: number): Diagnosis[] =>
  count > 0
    ? [trouble('warning', { key: 'diagnosis-left-out', values: { name, count } }, { key: 'cure-left-out' })]
    : [];
