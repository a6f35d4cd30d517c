import type { LanguageTag } from '../core/text/language.ts';
import type { Say } from './answers/messages.ts';
import { type Reply, whisper } from './answers/reply.ts';
import type { Community } from './community/community.ts';
import type { Incoming } from './conversation/incoming.ts';
import type { Services, WithCommands } from './services.ts';

/** Members of a message that only bot.ts needs; commands get what it makes of them. */
type ReadAtBorder = 'text' | 'knowledge' | 'locale' | 'withNames' | 'isForm' | 'roles' | 'isPresent';

/**
 * One call of a command: the message, and what the bot has worked out from it. It identifies people by keyed hashes
 * only.
 */
export interface Call extends Omit<Incoming, ReadAtBorder> {
  readonly services: Services;
  /** The community whose knowledge answers. */
  readonly community: Community;
  /** Text after the command's name, trimmed; may be empty. */
  readonly argument: string;
  /** Values by the name of the option, see Option. Only those that were given. */
  readonly options: Readonly<Record<string, string>>;
  /** The language chosen for the answer. */
  readonly language: LanguageTag;
  readonly say: Say;
  /** Whether the caller may moderate. Asks the platform at each call. */
  readonly isModerator: () => Promise<boolean>;
  /** Whether the caller is a helper. Default: moderators are. */
  readonly isHelper?: () => Promise<boolean>;
}

/** A call, for what needs to know only in which community it is. */
export type CommunityCall = Pick<Call, 'community' | 'services'>;

/**
 * A call that nobody typed, such as for a message that the bot sends by itself.
 * @param parts default: no options, and a caller without permissions
 */
export const callOf = (
  services: Services,
  parts: Pick<Call, 'person' | 'place' | 'community' | 'language'> & Partial<Call>,
): Call => ({
  services,
  argument: '',
  options: {},
  say: services.speak(parts.language),
  addressed: true,
  isModerator: async () => false,
  ...parts,
});

/** A value of an option: as it is typed, and as people read it. */
export interface Suggested {
  readonly value: string;
  readonly label: string;
}

/** An option of a command. Its name for people is in `locales/` as `option-<name>`. */
export interface Option {
  /** Lower-case letters; typed as `name: words` or `--name words`. */
  readonly name: string;
  /**
   * `entry` takes an id or a title, and is completed; `code` takes an id that the bot has made, which is in no
   * language; `flag` takes no words; `person` and `file` are picked if a platform allows it, and never typed. A file
   * is the call's attachment.
   */
  readonly kind: 'text' | 'long' | 'entry' | 'code' | 'flag' | 'person' | 'file';
  /** Whether the command needs it. Default: no. */
  readonly required?: boolean;
  /**
   * Its values, if they are known: platforms show those that contain the words typed so far. Options given so far are
   * in the call. Default: they are not known.
   */
  readonly suggest?: (call: Call) => readonly Suggested[] | Promise<readonly Suggested[]>;
}

/** Persons and files are picked. */
export const isTyped = ({ kind }: Option): boolean => kind !== 'person' && kind !== 'file';

/** @returns undefined if no command has that name */
export const commandNamed = ({ commands }: WithCommands, name: string | undefined): Command | undefined =>
  commands.find((command) => command.name === name);

/** Groups of commands in the help, in order. Their names are in `locales/` as `group-<name>`. */
const GROUPS = ['ask', 'teach', 'review', 'setup', 'you'] as const;

type Group = (typeof GROUPS)[number];

/** Commands that are listed in menus and help. */
export const listedOf = (commands: readonly Command[]): Command[] =>
  commands.filter(({ group }) => group !== undefined);

/** The help's groups that have some of the commands. */
export const groupsOf = <C extends Pick<Command, 'group'>>(commands: readonly C[]): { group: Group; commands: C[] }[] =>
  GROUPS.map((group) => ({ group, commands: commands.filter((command) => command.group === group) })).filter(
    ({ commands: some }) => some.length > 0,
  );

/** For menus that can nest commands: names, and the groups whose commands are below them. */
const DRAWERS = [
  { name: 'answers', groups: ['ask', 'teach'] },
  { name: 'questions', groups: ['review'] },
  { name: 'setup', groups: ['setup'] },
] as const satisfies readonly { readonly name: string; readonly groups: readonly Group[] }[];

/** Commands below one name of a menu. Its description is in `locales/` as `drawer-<name>`. */
export interface Drawer {
  readonly name: (typeof DRAWERS)[number]['name'];
  readonly commands: readonly Command[];
}

/**
 * The commands of a menu that can nest them: a few for everybody at the top, moderators' ones in drawers. Others, which
 * members seldom need, can still be typed.
 */
export function nestedMenu(commands: readonly Command[]): {
  readonly inSight: readonly Command[];
  readonly drawers: readonly Drawer[];
} {
  const isInSight = ({ inMenu }: Command): boolean => inMenu === 'always';
  const isIn = (groups: readonly Group[]) => (command: Command) =>
    !isInSight(command) && groups.some((group) => group === command.group);
  return {
    inSight: commands.filter(isInSight),
    drawers: DRAWERS.map(({ name, groups }) => ({ name, commands: commands.filter(isIn(groups)) })),
  };
}

/** Something that people can ask the bot to do. Its description is in `locales/` as `help-<name>`. */
export interface Command {
  /** Lower-case letters; typed as `/name`. */
  readonly name: string;
  /** Its group in the help. Default: none; it is called by buttons and platforms, and listed nowhere. */
  readonly group?: Group;
  /**
   * Whether menus show it at the top, because it is used often: `always`, or only in `flat` menus, which cannot nest
   * commands. Any other command is in the help, and can be typed. Default: in no menu.
   */
  readonly inMenu?: 'always' | 'flat';
  /** Whether the help can say more about it: `more-<name>` in `locales/`. Default: no. */
  readonly isExplained?: boolean;
  /** The first one takes words without a name. */
  readonly options: readonly Option[];
  /** Whether only moderators may use it. Default: false. */
  readonly forModerators?: boolean;
  /** For moderators' commands: whether it is also for editors, who may change entries only. Default: false. */
  readonly forEditors?: boolean;
  /**
   * For moderators' commands: whether only moderators by the platform's own permissions may use it, and not appointed
   * ones. Default: false.
   */
  readonly forOwners?: boolean;
  /** Whether it changes nothing, so that it is pointless to carry it out late. Default: false. */
  readonly readOnly?: boolean;
  /**
   * For a command that can change something: whether it only shows something if called with this argument. Default:
   * never.
   */
  readonly onlyShows?: (argument: string) => boolean;
  /**
   * Its subject: the place in which it is called, the person who calls, or the installation or several places. Default:
   * the place.
   */
  readonly scope?: 'place' | 'person' | 'installation';
  /**
   * Whether only the caller may use its choices; in a group, others may use those of other commands. Default: false.
   */
  readonly personal?: boolean;
  /** Whether it gives the `answer` to a question, as plain text does, or an `entry` by its name. Default: neither. */
  readonly gives?: 'answer' | 'entry';
  /**
   * The option that gets the text of a message which the command replies to, unless that is a question, which is then
   * the first option. Default: none.
   */
  readonly quotes?: string;
  /** Whether its option `question` is completed with questions that entries answer. Default: no. */
  readonly completesQuestions?: boolean;
  /** Whether it is a vote on an answer. Default: false. */
  readonly votes?: boolean;
  /** Whether it cancels a draft or an open form. Default: false. */
  readonly givesUp?: boolean;
  /** Whether it is a greeting; typed in a group it may be meant for another bot. Default: false. */
  readonly greets?: boolean;
  /** Whether its button, which has no argument, means the question of the message that it is below. Default: no. */
  readonly meansAsked?: boolean;
  /** Whether it says that none of the offered entries is meant: the offer is over then. Default: false. */
  readonly endsOffer?: boolean;
  /** The panel that a platform may show instead of the reply. Default: none. */
  readonly panel?: 'help' | 'settings';
  /** The command that reverts it. Default: `undo`. */
  readonly undoneBy?: string;
  /**
   * @returns undefined for silence
   * @throws Outdated if it must be run again
   */
  readonly run: (call: Call) => Promise<Reply | undefined> | Reply | undefined;
}

/** Why the caller may not use a command now; undefined if they may. */
export async function refusalOf(call: Call, command: Command): Promise<Reply | undefined> {
  const { forModerators, forEditors, forOwners } = command;
  if (forModerators && !(await call.isModerator())) return whisper(call, 'moderators-only');
  if (forModerators && call.isEditor && !forEditors) return whisper(call, 'editors-not');
  if (forOwners && call.mayAppoint && !(await call.mayAppoint())) return whisper(call, 'owners-only');
  return undefined;
}
