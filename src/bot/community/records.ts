import type { Source } from '../../core/entry/entry.ts';
import type { Attachment } from '../answers/reply.ts';
import type { Edit, Kind } from '../ports/changes.ts';

/**
 * Kind `entry`, key `<language>/<entry id>`: an entry in one language, taught or corrected, as a file of the knowledge
 * format.
 */
export interface EntryRecord {
  /** The pack that it belongs to: the one it corrects, else the community's own. */
  readonly pack: string;
  /** The whole file, front matter and all. */
  readonly text: string;
}

/** Kind `phrasings`, key `<language>/<entry id>`: what was added to and taken from an entry's other phrasings. */
export interface PhrasingsRecord {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** Kind `retired`, key: the entry's id. */
export interface RetiredRecord {
  readonly why: string;
}

/**
 * Kind `pin`, key: the language and the question as it is compared (see keyOfPin), so that one question has one pin.
 */
export interface PinRecord {
  /** As the moderator wrote it. */
  readonly question: string;
  readonly language: string;
  /** Id of the entry that answers it; undefined if `text` does. */
  readonly entry?: string;
  /** The community's own text, in Markdown; undefined if an entry answers. */
  readonly text?: string;
  /** Keyed hash of the moderator; and when: ISO 8601. */
  readonly by: string;
  readonly at: string;
}

/**
 * Kind `setting`: the value is a string or a list of strings. Keys: the setting's name, see settings/table.ts; by its
 * scope also `<name>:<place>`, `<name>:<place>/<channel>` or `<name>:<entry id>`.
 */
export type SettingRecord = string | readonly string[];

/** Kind `place`, key `platform:id`: the place belongs to the community. */
export interface PlaceRecord {
  /** As people know it; may be empty. */
  readonly title: string;
}

/** Kind `pack`, key: the pack's name. For packs that no folder holds, or whose pack.json was imported again. */
export interface PackRecord {
  /** pack.json as it was imported. */
  readonly text: string;
}

/** Kind `source`, key `<pack>/<id>`: a source beside those of pack.json. */
export interface SourceRecord extends Source {
  /** Of a helper's answer. What it says of them goes when they are erased; see forget-some.ts. */
  readonly helper?: HelperRecord;
}

export interface HelperRecord {
  /** Keyed hash. */
  readonly person: string;
  /** The title that is left without them. */
  readonly title: string;
}

/**
 * Kind `checks`, key `<pack>/<language>`: the text of checks.md if it differs from the folder's, or if there is no
 * folder.
 */
export interface ChecksRecord {
  readonly text: string;
}

/** Kind `attachment`, key `<language>/<entry id>`: the file beside that entry's answer. */
export type AttachmentRecord = Attachment;

export interface Shapes {
  readonly entry: EntryRecord;
  readonly phrasings: PhrasingsRecord;
  readonly retired: RetiredRecord;
  readonly pin: PinRecord;
  readonly setting: SettingRecord;
  readonly place: PlaceRecord;
  readonly pack: PackRecord;
  readonly source: SourceRecord;
  readonly checks: ChecksRecord;
  readonly attachment: AttachmentRecord;
}

/** A record's JSON text: keys in order, so that equal values are equal bytes. */
export function encode<K extends Kind>(_kind: K, value: Shapes[K]): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    isPlain(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part,
  );
}

/** The edit after which a record has this value. @param value null: there is no such record */
export const editOf = <K extends Kind>(community: string, kind: K, key: string, value: Shapes[K] | null): Edit => ({
  community,
  kind,
  key,
  after: value === null ? null : encode(kind, value),
});

/** Only what `encode` wrote is ever kept. */
export const decode = <K extends Kind>(_kind: K, value: string): Shapes[K] => JSON.parse(value) as Shapes[K];

const isPlain = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
