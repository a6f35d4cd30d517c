import { textIn } from '../../core/display.ts';
import type { Entry } from '../../core/entry.ts';
import type { Call } from '../command.ts';
import type { EntryParts, MatterParts } from '../ports/editor.ts';

/** An entry's file as it is before a correction. */
export interface OldFile {
  readonly pack: string;
  readonly language: string;
  readonly parts: EntryParts;
  /** The same front matter, read. */
  readonly matter: Omit<MatterParts, 'sources'>;
  /** False for a text that is new in its language. */
  readonly hasSource: boolean;
}

/** The file in the language that is asked for, else in the one that the caller sees; empty where there is none yet. */
export async function fileToCorrect(call: Call, entry: Entry): Promise<OldFile> {
  const { services, community, options } = call;
  const language = options.language ?? textIn(entry, call.language, services.languages)?.text.language ?? entry.defaultLanguage;
  const record = community.state.get('entry', `${language}/${entry.id}`);
  const pack = record?.pack ?? entry.pack;
  const file = record?.text ?? (await services.knowledge.fileOf(pack, language, entry.id));
  const shown = entry.texts.get(language);
  const matter = { asOf: shown?.asOf, status: shown?.status, reviewBy: shown?.reviewBy, tags: shown?.tags, related: shown?.related };
  const parts = file === undefined ? { matter: '', title: '', phrasings: [], answer: '' } : services.editor.split(file);
  return { pack, language, parts, matter, hasSource: file !== undefined };
}
