import { type Call, callOf, commandNamed, type Suggested } from '../command.ts';
import type { Services } from '../services.ts';
import type { Incoming } from './incoming.ts';

/** The person who fills in an option of a command, and how far they are. */
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
 * Values of an option that hold the words typed so far. Values for moderators are shown to nobody else.
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
  const words = typed.trim().toLowerCase();
  return (await suggest(call)).filter(
    ({ value, label }) => value.toLowerCase().includes(words) || label.toLowerCase().includes(words),
  );
}

/** Languages by their own names, for options that take one. */
export const suggestLanguages = ({ services }: Pick<Call, 'services'>): Suggested[] =>
  [...services.languages.values()].map(({ tag, name }) => ({ value: tag, label: name }));
