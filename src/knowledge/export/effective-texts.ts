import { MOST_ENTRY_BYTES } from '../format/markdown.ts';
import { withPhrasings } from './entry-text.ts';
import { type CommunityState, type RecordValues, recordsOf, splitKey } from './records.ts';

/** An entry in one language, as a file. */
export interface PlacedText {
  readonly pack: string;
  readonly language: string;
  /** Composed (NFC), as readers have it. */
  readonly id: string;
  readonly text: string;
}

const ENTRY_PATH = /^([^/]+)\/((?:questions|facts)\/.+)\.md$/;

/** Every entry in every language with what the community changed in it, also those that are retired. */
export function effectiveTexts({ packs, records }: Pick<CommunityState, 'packs' | 'records'>): PlacedText[] {
  const texts = new Map(
    packs
      .flatMap(({ name, files }) => [...files].flatMap(([path, text]) => placed(name, path, text)))
      .map((one) => [keyOf(one), one]),
  );
  const homes = new Map([...texts.values()].map(({ id, pack }) => [id, pack]));
  for (const [key, { pack, text }] of recordsOf(records, 'entry')) {
    const [language, id] = splitKey(key);
    // An entry is in one pack, in all languages.
    texts.set(key, { pack: homes.get(id) ?? pack, language, id, text });
  }
  const changes = recordsOf(records, 'phrasings');
  return [...texts].map(([key, one]) => ({ ...one, text: changed(withoutMark(one.text), changes.get(key)) }));
}

/** `<language>/<entry id>`, as in the keys of records. */
export const keyOf = ({ language, id }: Pick<PlacedText, 'language' | 'id'>): string => `${language}/${id}`;

/** Readers drop a byte order mark, so that none is written either. */
export const withoutMark = (text: string): string => text.replace(/^\uFEFF/, '');

function placed(pack: string, path: string, text: string): PlacedText[] {
  const [, language, id] = ENTRY_PATH.exec(path) ?? [];
  return language === undefined || id === undefined ? [] : [{ pack, language, id: id.normalize('NFC'), text }];
}

/** Longer files are refused by readers, and may take long to read. */
function changed(text: string, change: RecordValues['phrasings'] | undefined): string {
  return change && Buffer.byteLength(text) <= MOST_ENTRY_BYTES
    ? withPhrasings(text, change.added, change.removed)
    : text;
}
