import { sayLanguage } from '../answers/messages.ts';
import { type Call, callOf, commandNamed, type Suggested } from '../command.ts';
import type { Services } from '../services.ts';
import type { Incoming } from './incoming.ts';

/** The person who fills in an option of a command, and the input so far. */
export interface Filling extends Pick<Incoming, 'person' | 'place' | 'knowledge' | 'settings'> {
  readonly services: Services;
  /** The command's name, and the option's. */
  readonly command: string;
  readonly option: string;
  readonly typed: string;
  /** Options that were filled in already. */
  readonly options: Readonly<Record<string, string>>;
  readonly language: string;
  /** By what the platform permits, and by roles. */
  readonly isModerator: boolean;
}

/**
 * Values of an option of which a word begins as typed so far; if there is none, those that hold it anywhere. Values
 * for moderators are shown to nobody else.
 * @returns undefined if the option has no such list
 */
export async function suggestOption({
  services,
  command: name,
  option: named,
  typed,
  options,
  isModerator,
  ...who
}: Filling): Promise<readonly Suggested[] | undefined> {
  const command = commandNamed(services, name);
  const suggest = command?.options.find((one) => one.name === named)?.suggest;
  if (!command || !suggest) return undefined;
  if (command.forModerators && !isModerator) return [];
  const { person, place, knowledge = place, settings, language } = who;
  const call = callOf(services, {
    person: services.hash(person),
    place,
    community: await services.communities.prepared(knowledge),
    options,
    language,
    settings,
    isModerator: async () => isModerator,
  });
  const words = plainly(typed.trim());
  const offered = (await suggest(call)).map((one) => ({ one, said: plainly(`${one.value} ${one.label}`) }));
  const begun = offered.filter(({ said }) => beginsWord(said, words));
  return (begun.length > 0 ? begun : offered.filter(({ said }) => said.includes(words))).map(({ one }) => one);
}

/** Without case and accents, as people type who look for something. */
const plainly = (words: string): string => words.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

function beginsWord(said: string, words: string): boolean {
  for (let at = said.indexOf(words); at >= 0; at = said.indexOf(words, at + 1))
    if (at === 0 || !/[\p{L}\p{N}]/u.test(said[at - 1] ?? '')) return true;
  return false;
}

/** Languages by their own names and by those in the caller's language, for options that take one. */
export const suggestLanguages = ({ services, language }: Pick<Call, 'services' | 'language'>): Suggested[] =>
  [...services.languages.values()].map(({ tag, name }) => {
    const known = sayLanguage(tag, { language, services });
    return { value: tag, label: plainly(known) === plainly(name) ? name : `${name} · ${known}` };
  });
