import type { Entry } from '../../core/entry/entry.ts';
import { phraseKey } from '../../core/text/normalize.ts';
import { titleIn } from '../answers/compose.ts';
import { entriesNamed, nearEntries } from '../answers/find-entry.ts';
import { type Choice, type Reply, tell, whisper } from '../answers/reply.ts';
import { type Call, commandNamed } from '../command.ts';
import { isPinsText } from '../community/pinned.ts';
import { languageNamed } from '../conversation/choose-language.ts';
import { writeOptions } from '../conversation/options.ts';

/** An entry, or what to say if there is none or more than one. */
type Meant =
  | { readonly entry: Entry; readonly refusal?: undefined }
  | { readonly entry?: undefined; readonly refusal: Reply };

/** The entry that a moderator means: named, or the one of the answer replied to. @param command goes on with it. */
export function entryMeant(call: Call, command: string): Meant {
  const { entries, all, retired, unreadable } = call.community.knowledge();
  const words = call.options.entry ?? call.about?.entry;
  if (words === undefined) return { refusal: tell(call, 'which-entry', { command }) };
  const named = entriesNamed(all, words).filter(({ id }) => entries.has(id) || unreadable.has(id));
  const [entry, ...others] = named;
  if (!entry)
    return {
      refusal: noEntry(
        call,
        command,
        entriesNamed(all, words).find(({ id }) => retired.has(id) || isPinsText(id)),
      ),
    };
  if (others.length === 0) return { entry };
  return {
    refusal: whisper(call, 'which-of', { words }, goOnWith(call, command, named)),
  };
}

/**
 * Says that the entry is not there, and offers what looks like it. @param gone the message for an entry that is gone.
 */
export function noEntry(call: Call, command: string, gone?: Entry): Reply {
  const words = call.options.entry ?? call.about?.entry;
  if (words === undefined) return tell(call, 'which-entry', { command });
  if (gone && isPinsText(gone.id)) return tell(call, 'is-own-text', { question: titleIn(gone, call) });
  if (gone)
    return tell(call, 'is-retired', { title: titleIn(gone, call) }, [
      { label: call.say('restore-it'), command: 'restore', argument: `entry: ${gone.id}` },
    ]);
  const choices = goOnWith(call, command, nearEntries(call.community.knowledge().entries, words));
  return notFound(call, words, choices);
}

/** No entry is called so. @param choices that may be meant */
export const notFound = (call: Call, words: string, choices: readonly Choice[]): Reply => ({
  ...tell(call, 'no-entry', { id: words }, choices),
  question: choices.length > 0 ? call.say('did-you-mean', { count: choices.length }) : undefined,
});

/** The command with everything that was typed, for one of these entries. */
function goOnWith(call: Call, command: string, entries: readonly Entry[]): Choice[] {
  const options = commandNamed(call.services, command)?.options ?? [];
  return entries.map((entry) => ({
    label: `${titleIn(entry, call)} (${entry.id})`,
    command,
    argument: writeOptions({ ...call.options, entry: entry.id }, options),
  }));
}

/** The language that a text is written in, among those that the bot speaks; the caller's own if the text fits it. */
export function languageOfText(call: Call, words: string): string {
  const named = languageOption(call);
  if (named !== undefined) return named;
  const { sure, languages } = call.services.detect(words);
  return !sure || languages.includes(call.language) ? call.language : (languages[0] ?? call.language);
}

/** The option `language` as a tag; as it was typed if nobody speaks it. */
export function languageOption({ options, services }: Call): string | undefined {
  return options.language === undefined
    ? undefined
    : (languageNamed(options.language, services.languages)?.tag ?? options.language);
}

/** Phrasings as people type lists of them: one a line, or parted by `|`; each once. */
export function listed(words: string | undefined): string[] {
  const lines = (words ?? '').split(/[\n|｜]/).map((line) => line.replace(/^\s*[-*•]\s+/, '').trim());
  const keys = lines.map(phraseKey);
  return lines.filter((line, at) => line !== '' && keys.indexOf(phraseKey(line)) === at);
}
