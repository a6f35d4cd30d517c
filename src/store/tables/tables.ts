/** `personal` is text that may tell of a person: by a hash, a private chat or words. Statistics must not copy it. */
export type Column = 'id' | 'text' | 'text?' | 'personal' | 'personal?' | 'whole' | 'whole?';

/** A table as the first step makes it. */
export interface TableShape {
  readonly name: string;
  readonly columns: Readonly<Record<string, Column>>;
  readonly primary?: readonly string[];
  readonly unique?: readonly string[];
  /** Whether rows are stored in the order of the primary key, if the dialect can. */
  readonly isInOrder?: boolean;
}

export const TABLES: readonly TableShape[] = [
  { name: 'meta', columns: { name: 'personal', value: 'personal' }, primary: ['name'] },
  {
    name: 'acts',
    columns: {
      id: 'id',
      community: 'personal',
      person: 'personal',
      place: 'personal',
      at: 'text',
      command: 'text',
      why: 'personal',
      forced: 'text?',
      undoes: 'whole?',
    },
  },
  {
    name: 'changes',
    columns: {
      act: 'whole',
      position: 'whole',
      community: 'personal',
      kind: 'text',
      key: 'personal',
      before: 'personal?',
      after: 'personal?',
    },
    primary: ['act', 'position'],
  },
  {
    name: 'records',
    columns: { community: 'personal', kind: 'text', key: 'personal', value: 'personal' },
    primary: ['community', 'kind', 'key'],
  },
  { name: 'choices', columns: { person: 'personal', language: 'text' }, primary: ['person'] },
  { name: 'quiet', columns: { person: 'personal' }, primary: ['person'] },
  {
    name: 'drafts',
    columns: { id: 'text', community: 'personal', person: 'personal', content: 'personal', expires: 'text' },
    primary: ['id'],
  },
  {
    name: 'kept',
    columns: { key: 'personal', place: 'personal', person: 'personal', content: 'personal', expires: 'text' },
    primary: ['key'],
  },
  {
    name: 'invitations',
    columns: { code: 'text', community: 'personal', place: 'personal', expires: 'text' },
    primary: ['code'],
  },
  {
    name: 'answers',
    columns: {
      place: 'personal',
      message: 'personal',
      channel: 'personal',
      community: 'personal',
      entry: 'text',
      language: 'text',
      pin: 'text?',
      person: 'personal',
      asked: 'personal',
      at: 'text',
    },
    primary: ['place', 'message'],
  },
  {
    name: 'votes',
    columns: {
      community: 'personal',
      person: 'personal',
      answer: 'personal',
      entry: 'text',
      helpful: 'whole',
      reason: 'text',
      at: 'text',
    },
    primary: ['community', 'answer', 'person'],
  },
  {
    name: 'questions',
    columns: {
      id: 'id',
      community: 'personal',
      language: 'text',
      state: 'text',
      at: 'text',
      place: 'personal',
      channel: 'personal',
      post: 'personal',
      helper: 'personal',
      words: 'personal',
      said: 'personal',
      link: 'personal',
      proposal: 'personal',
    },
  },
  {
    name: 'askers',
    columns: {
      item: 'whole',
      person: 'personal',
      text: 'personal',
      place: 'personal',
      channel: 'personal',
      message: 'personal',
      link: 'personal',
      offered: 'text',
      meant: 'text',
      at: 'text',
      until: 'text',
      address: 'personal',
      told: 'personal',
    },
    primary: ['item', 'person'],
  },
  {
    name: 'signals',
    columns: {
      item: 'whole',
      person: 'personal',
      asker: 'personal',
      entry: 'text',
      kind: 'text',
      at: 'text',
      dropped: 'whole',
    },
    primary: ['item', 'person'],
  },
  { name: 'credits', columns: { person: 'personal', name: 'personal' }, primary: ['person'] },
  {
    name: 'tallies',
    columns: {
      community: 'personal',
      day: 'text',
      what: 'text',
      language: 'text',
      platform: 'text',
      entry: 'text',
      count: 'whole',
    },
    primary: ['community', 'day', 'what', 'language', 'platform', 'entry'],
  },
  {
    name: 'inbox',
    columns: {
      position: 'id',
      platform: 'text',
      id: 'personal',
      queue: 'personal',
      person: 'personal',
      payload: 'personal',
      at: 'text',
      handled: 'whole',
    },
    unique: ['platform', 'id'],
  },
  {
    name: 'outbox',
    columns: {
      id: 'id',
      platform: 'text',
      queue: 'personal',
      person: 'personal',
      payload: 'personal',
      due: 'text',
      attempts: 'whole',
    },
  },
  // Times of these two are milliseconds of the database's clock.
  { name: 'claims', columns: { name: 'text', holder: 'text', until: 'whole' }, primary: ['name'] },
  { name: 'sends', columns: { platform: 'text', place: 'personal', at: 'whole' } },
  {
    name: 'faq_posts',
    columns: {
      place: 'personal',
      slot: 'text',
      channel: 'personal',
      message: 'personal',
      hash: 'text',
      at: 'text',
    },
    primary: ['place', 'slot'],
  },
  { name: 'places', columns: { place: 'personal', met_at: 'text', left_at: 'text?' }, primary: ['place'] },
  {
    name: 'mentions',
    columns: { name: 'personal', act: 'whole', position: 'whole' },
    primary: ['name', 'act', 'position'],
    isInOrder: true,
  },
];

/** Names of columns by table, as all steps together make them: a test compares them with a new database. */
export const COLUMNS: ReadonlyMap<string, readonly string[]> = new Map(
  TABLES.map(({ name, columns }) => [name, Object.keys(columns)]),
);

export const TABLE_NAMES: readonly string[] = [...COLUMNS.keys()];

/**
 * For the newest acts of a community or person, what followed from an act, and all that an erasure of a person or place
 * must find.
 */
export const INDEXES: readonly (readonly [table: string, ...columns: string[]])[] = [
  ['acts', 'community', 'id'],
  ['acts', 'person', 'at'],
  ['acts', 'place'],
  ['changes', 'community', 'kind', 'key'],
  ['changes', 'community', 'act'],
  ['records', 'kind', 'key'],
  ['drafts', 'expires'],
  ['kept', 'expires'],
  ['answers', 'community', 'entry', 'at'],
  ['answers', 'at'],
  ['answers', 'place', 'asked'],
  ['answers', 'person'],
  ['votes', 'community', 'at'],
  ['votes', 'person'],
  ['questions', 'community', 'state'],
  ['questions', 'place', 'post'],
  ['questions', 'place', 'said'],
  ['questions', 'helper'],
  ['questions', 'state', 'at'],
  ['askers', 'person'],
  ['askers', 'place', 'told'],
  ['askers', 'place', 'message'],
  ['askers', 'until'],
  ['signals', 'person'],
  ['signals', 'asker'],
  ['inbox', 'platform', 'handled', 'position'],
  ['outbox', 'platform', 'queue'],
  ['sends', 'platform', 'place'],
];
