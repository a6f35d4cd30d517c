/**
 * Turns texts into vectors that lie the nearer together the more alike the texts are in meaning: "money back" lies near
 * "refund". It writes nothing.
 */
export interface Encoder {
  /** Changes with the model and its weights, so that what is kept of its vectors can be keyed by it. */
  readonly id: string;
  /** Numbers in a vector. */
  readonly dimension: number;
  /** Languages that it was made for: BCP 47 primary subtags. */
  readonly languages: readonly string[];
  /**
   * A vector of length 1 for each text, in their order; the likeness of two is their dot product, from -1 to 1.
   * Undefined if there are none for now, or for good: the caller goes on without. Never rejects.
   * @param patience milliseconds after which undefined is given. Default: what a question may wait. Infinity for texts
   * that are learned.
   */
  readonly encode: (texts: readonly string[], patience?: number) => Promise<readonly Float32Array[] | undefined>;
}
