import { textIn } from '../../core/entry/display.ts';
import type { Entry } from '../../core/entry/entry.ts';
import { baseOf } from '../../core/text/language.ts';
import type { Call } from '../command.ts';
import type { EntryParts } from '../ports/editor.ts';
import { languageOption } from './lookup.ts';

/** An entry's file before a correction. */
export interface OldFile {
  readonly pack: string;
  readonly language: string;
  readonly parts: EntryParts;
  /** True if there is no text in that language yet; its parts are empty. */
  readonly isNew: boolean;
}

/** The file in a language; `isNew` if there is none yet. */
export async function fileToCorrect({ services, community }: Call, entry: Entry, language: string): Promise<OldFile> {
  const record = community.state.get('entry', `${language}/${entry.id}`);
  const pack = record?.pack ?? entry.pack;
  const file = record?.text ?? (await services.knowledge.fileOf(pack, language, entry.id));
  const parts =
    file === undefined ? { frontMatter: '', title: '', phrasings: [], answer: '' } : services.editor.split(file);
  return { pack, language, parts, isNew: file === undefined };
}

/**
 * The language of a correction: the option `language`, else that of the new words if it is certain, else that of the
 * text which the caller sees.
 */
export function languageMeant(call: Call, entry: Entry): string {
  const { services, options, language } = call;
  const named = languageOption(call);
  if (named !== undefined) return named;
  const seen = textIn(entry, language, services.languages)?.text.language ?? entry.defaultLanguage;
  const { sure, languages } = services.detect(`${options.question ?? ''}\n${options.answer ?? ''}`);
  if (!sure || languages.some((tag) => baseOf(tag) === baseOf(seen))) return seen;
  return languages.find((tag) => entry.texts.has(tag)) ?? languages[0] ?? seen;
}
