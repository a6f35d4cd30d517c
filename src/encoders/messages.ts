/** Between the thread that encodes and whoever asks it. One job is asked at a time. */

export interface Job {
  readonly texts: readonly string[];
}

export type Outcome =
  /** The vectors one after the other. */
  | { readonly kind: 'vectors'; readonly vectors: Float32Array }
  /** It works, but somebody should know. */
  | { readonly kind: 'notice'; readonly message: string }
  /** It cannot be used, now or later. */
  | { readonly kind: 'unusable'; readonly message: string };
