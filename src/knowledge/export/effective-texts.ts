import { MOST_ENTRY_BYTES } from '../format/markdown.ts';
import { withPhrasings } from './entry-text.ts';
import { type ChangedPacks, type RecordValues, recordsOf, splitKey } from './records.ts';

/** An entry in one language, as a file. */
export interface PlacedText {
  readonly pack: string;
  readonly language: string;
  /** In NFC. */
  readonly id: string;
  readonly text: string;
}

const ENTRY_PATH = /^([^/]+)\/((?:questions|facts)\/.+)\.md$/;

/** All entries in all languages, retired ones included, with the community's changes. */
export function effectiveTexts({ packs, records }: ChangedPacks): PlacedText[] {
  const texts = new Map(
    packs
      .flatMap(({ name, files }) => [...files].flatMap(([path, text]) => placed(name, path, text)))
      .map((one) => [keyOf(one), one]),
  );
  const homes = new Map([...texts.values()].map(({ id, pack }) => [id, pack]));
  for (const [key, { pack, text }] of recordsOf(records, 'entry')) {
    const [language, id] = splitKey(key);
    // All languages of an entry are in one pack.
    texts.set(key, { pack: homes.get(id) ?? pack, language, id, text });
  }
  const changes = recordsOf(records, 'phrasings');
  return [...texts].map(([key, one]) => ({ ...one, text: changed(withoutMark(one.text), changes.get(key)) }));
}

/** `<language>/<entry id>`, as in the keys of records. */
export const keyOf = ({ language, id }: Pick<PlacedText, 'language' | 'id'>): string => `${language}/${id}`;

/** Without a byte order mark, which readers drop, too. */
export const withoutMark = (text: string): string => text.replace(/^\uFEFF/, '');

function placed(pack: string, path: string, text: string): PlacedText[] {
  const [, language, id] = ENTRY_PATH.exec(path) ?? [];
  return language === undefined || id === undefined ? [] : [{ pack, language, id: id.normalize('NFC'), text }];
}

/** Longer files stay as they are: readers refuse them, and parsing may take long. */
function changed(text: string, change: RecordValues['phrasings'] | undefined): string {
  return change && Buffer.byteLength(text) <= MOST_ENTRY_BYTES
    ? withPhrasings(text, change.added, change.removed)
    : text;
}
