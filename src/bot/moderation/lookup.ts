import type { Entry, Source } from '../../core/entry/entry.ts';
import { phraseKey } from '../../core/text/normalize.ts';
import { titleIn } from '../answers/compose.ts';
import { entriesNamed, nearEntries } from '../answers/find-entry.ts';
import { type Choice, type Reply, tell, whisper } from '../answers/reply.ts';
import { type Call, type CommunityCall, commandNamed, type Suggested } from '../command.ts';
import { isPinsText, OWN_PACK, sourcesOf } from '../community/own-entries.ts';
import { editOf, encode } from '../community/records.ts';
import { languageNamed } from '../conversation/choose-language.ts';
import { withoutHelper } from '../handover/helper-source.ts';
import { writeOptions } from '../platform/command-text.ts';
import type { Edit } from '../ports/changes.ts';

/** An entry, or the reply if there is none or more than one. */
type Meant =
  | { readonly entry: Entry; readonly refusal?: undefined }
  | { readonly entry?: undefined; readonly refusal: Reply };

/**
 * The entry that a moderator means: by name, else that of the answer replied to.
 * @param command continues with it
 */
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
 * Says that there is no such entry, and offers similar ones.
 * @param gone an entry of that name that is retired, or a pin's own text. Default: there is none
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

/**
 * Says that no entry has this name.
 * @param choices similar entries
 */
export const notFound = (call: Call, words: string, choices: readonly Choice[]): Reply => ({
  ...tell(call, 'no-entry', { id: words }, choices),
  question: choices.length > 0 ? call.say('did-you-mean', { count: choices.length }) : undefined,
});

/** The same command, with everything that was typed, for each of the entries. */
function goOnWith(call: Call, command: string, entries: readonly Entry[]): Choice[] {
  const options = commandNamed(call.services, command)?.options ?? [];
  return entries.map((entry) => ({
    label: `${titleIn(entry, call)} (${entry.id})`,
    command,
    argument: writeOptions({ ...call.options, entry: entry.id }, options),
  }));
}

/** The language of a text: the option `language`, else the one that it is written in, else the caller's. */
export function languageOfText(call: Call, words: string): string {
  const named = languageOption(call);
  if (named !== undefined) return named;
  const { sure, languages } = call.services.detect(words);
  return !sure || languages.includes(call.language) ? call.language : (languages[0] ?? call.language);
}

/** The option `language` as a tag; as it was typed if the bot does not speak it. */
export function languageOption({ options, services }: Call): string | undefined {
  return options.language === undefined
    ? undefined
    : (languageNamed(options.language, services.languages)?.tag ?? options.language);
}

/** Reads a list of phrasings, one a line or separated by `|`; each once. */
export function listed(words: string | undefined): string[] {
  const lines = (words ?? '').split(/[\n|｜]/).map((line) => line.replace(/^\s*[-*•]\s+/, '').trim());
  const keys = lines.map(phraseKey);
  return lines.filter((line, at) => line !== '' && keys.indexOf(phraseKey(line)) === at);
}

/** A source as a moderator gives it: its id in the pack, and an edit that adds it if it is new. */
export interface NamedSource {
  readonly id: string;
  readonly source: Source;
  readonly edits: readonly Edit[];
}

const ADDRESS = /\bhttps?:\/\/\S+/i;
/** Characters of the hash that tells apart sources with the same title, even of places that are linked later. */
const MARK = 6;

/**
 * Reads `Title, https://...`, a title, or an address; undefined means the community's moderators themselves.
 * @param language of the entry
 */
export function nameSource(call: Call, words: string | undefined, language: string, pack = OWN_PACK): NamedSource {
  const { services, community } = call;
  const source = words === undefined ? { title: services.speak(language)('own-source'), language } : sourceFrom(words);
  const known = sourcesIn(call, pack);
  const same = Object.entries(known).find(([, one]) => one.title === source.title && one.url === source.url);
  if (same) return { id: same[0], source: same[1], edits: [] };
  // A helper's name is not part of the id, because ids stay when names are removed.
  const { title } = withoutHelper(source, language, services);
  const slug = services.editor.idFor(title, new Set()).replace(/^questions\//, '');
  const id = `${slug}-${services.hash(encode('source', source)).slice(0, MARK)}`;
  return {
    id,
    source,
    edits: [editOf(community.id, 'source', `${pack}/${id}`, source)],
  };
}

/** Sources of a pack by id, with those that the community added. */
export const sourcesIn = ({ services, community }: CommunityCall, pack: string): Readonly<Record<string, Source>> =>
  sourcesOf(pack, community.state, services.knowledge.current(), services.editor);

/** A source as people type it: `Title, https://...`. */
export const sourceLine = ({ title, url }: Source): string => (url === undefined ? title : `${title}, ${url}`);

/** Sources that entries have already, as `nameSource` reads them. */
export function suggestSources({ services, community, language }: Call): Suggested[] {
  const known = [OWN_PACK, ...services.knowledge.current().packs.map(({ name }) => name)].flatMap((pack) =>
    Object.values(sourcesIn({ services, community }, pack)),
  );
  const named = known.map(sourceLine);
  return [...new Set([...named, services.speak(language)('own-source')])].map((value) => ({ value, label: value }));
}

function sourceFrom(words: string): Source {
  const url = ADDRESS.exec(words)?.[0].replace(/[),.;>\]，。；）]+$/u, '');
  if (url === undefined || !isAddress(url)) return { title: words };
  const title = words
    .replace(url, '')
    .replace(/[\s(<[\]>),;:：|，；（）–—-]+$/u, '')
    .trim();
  return { title: title === '' ? new URL(url).hostname : title, url };
}

/** As in files: an address must be complete, and have no user name before the host, which misleads. */
function isAddress(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { username, password, hostname } = new URL(url);
  return username === '' && password === '' && hostname !== '';
}
