/** A message, or a forum's post, of a FAQ channel. */
export interface FaqPost {
  /** Key of the place. */
  readonly place: string;
  /** Which of them it is; they are read in the order of their slots. */
  readonly slot: string;
  /** Channel or topic; empty for the place as such. */
  readonly channel: string;
  /** The platform's id; empty while it is being posted. */
  readonly message: string;
  /** Of the words that it has; empty for none yet. */
  readonly hash: string;
  /** When it was begun: ISO 8601. */
  readonly at: string;
}

/** The posts of each place's FAQ. */
export interface FaqPosts {
  /** In the order of their slots. */
  readonly of: (place: string) => Promise<readonly FaqPost[]>;
  /** In place of what has this slot. */
  readonly save: (post: FaqPost) => Promise<void>;
  readonly remove: (post: Pick<FaqPost, 'place' | 'slot'>) => Promise<void>;
  /** Forgets all of a place. */
  readonly forget: (place: string) => Promise<void>;
}
