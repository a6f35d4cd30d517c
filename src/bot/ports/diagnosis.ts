/** A sentence of `locales/`. */
export interface Sentence {
  readonly key: string;
  readonly values?: Readonly<Record<string, string | number>> | undefined;
}

/** One thing that was looked at. It names no place and no person: moderators of every community may read it. */
export interface Diagnosis {
  readonly state: 'good' | 'warning' | 'bad';
  readonly found: Sentence;
  /** What to do about it. */
  readonly cure?: Sentence | undefined;
}

export const good = (key: string, values?: Sentence['values']): Diagnosis => ({ state: 'good', found: { key, values } });

export const trouble = (state: 'warning' | 'bad', found: Sentence, cure: Sentence): Diagnosis => ({ state, found, cure });
