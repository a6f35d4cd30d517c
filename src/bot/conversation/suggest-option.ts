import { sayLanguage } from '../answers/messages.ts';
import { type Call, callOf, commandNamed, type Suggested } from '../command.ts';
import type { Services } from '../services.ts';
import type { Incoming } from './incoming.ts';

/** A person who is filling in an option of a command. */
export interface Filling extends Pick<Incoming, 'person' | 'place' | 'knowledge' | 'settings'> {
  readonly services: Services;
  /** Names of the command and the option. */
  readonly command: string;
  readonly option: string;
  readonly typed: string;
  /** Options that are filled in already. */
  readonly options: Readonly<Record<string, string>>;
  readonly language: string;
  /** By the platform's permissions, or by a role. */
  readonly isModerator: boolean;
}

/**
 * Values with a word that begins with what was typed; if there are none, values that have it anywhere. Values of
 * moderators' commands are shown to moderators only.
 * @returns undefined if the option has no list of values
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

/** Without case and accents, which people leave out when they search. */
const plainly = (words: string): string => words.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

function beginsWord(said: string, words: string): boolean {
  for (let at = said.indexOf(words); at >= 0; at = said.indexOf(words, at + 1))
    if (at === 0 || !/[\p{L}\p{N}]/u.test(said[at - 1] ?? '')) return true;
  return false;
}

/** Languages with their own names and those in the caller's language, for options that take a language. */
export const suggestLanguages = ({ services, language }: Call): Suggested[] =>
  [...services.languages.values()].map(({ tag, name }) => {
    const known = sayLanguage(tag, { language, services });
    return { value: tag, label: plainly(known) === plainly(name) ? name : `${name} · ${known}` };
  });
