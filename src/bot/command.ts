import type { Say } from './answers/messages.ts';
import type { Reply } from './answers/reply.ts';
import type { Community } from './community/community.ts';
import type { Incoming } from './conversation/incoming.ts';
import type { Services } from './services.ts';

/** What the border has read of a message: commands see what it made of it. */
type ReadAtBorder = 'text' | 'knowledge' | 'locale' | 'withNames' | 'isForm' | 'roles' | 'isPresent';

/**
 * One call of a command: the message by which it is called, with what the border has read in it. It names people by
 * keyed hashes only.
 */
export interface Call extends Omit<Incoming, ReadAtBorder> {
  readonly services: Services;
  /** Whose knowledge answers. */
  readonly community: Community;
  /** Text behind the command's name, trimmed; may be empty. */
  readonly argument: string;
  /** Values by option; see Option. Only those that were given. */
  readonly options: Readonly<Record<string, string>>;
  /** The language chosen for the answer: a BCP 47 tag. */
  readonly language: string;
  readonly say: Say;
  /** Asks the platform at every call of this function. */
  readonly isModerator: () => Promise<boolean>;
  /** Whether they may help others by name. Default: moderators may. */
  readonly isHelper?: () => Promise<boolean>;
}

/**
 * A call without typed words.
 * @param parts its content, if any. Default: no options, and a caller without permissions
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

/** One thing that a command wants to know. Its name is in `locales/` as `option-<name>`. */
export interface Option {
  /** Lower-case letters; typed as `name: words` or `--name words`. */
  readonly name: string;
  /**
   * `entry` takes an id or a title and is completed; `code` takes what the bot itself has named so, which is in no
   * language; `flag` takes no words; a `person` and a `file` are picked if a platform lets them be picked, and typed
   * nowhere. A file comes as the call's attachment.
   */
  readonly kind: 'text' | 'long' | 'entry' | 'code' | 'flag' | 'person' | 'file';
  /** Whether the command cannot do without it. Default: it can. */
  readonly required?: boolean;
  /**
   * Its values, if they are known; platforms show those that hold the words typed so far. Options given so far are in
   * the call.
   */
  readonly suggest?: (call: Call) => readonly Suggested[] | Promise<readonly Suggested[]>;
}

/** Whether an option can be typed: all but those that are picked. */
export const isTyped = ({ kind }: Option): boolean => kind !== 'person' && kind !== 'file';

/** @returns undefined if no command has that name */
export const commandNamed = ({ commands }: Pick<Services, 'commands'>, name: string | undefined): Command | undefined =>
  commands.find((command) => command.name === name);

/** Parts of the help, in its order. Their names are in `locales/` as `group-<name>`. */
const GROUPS = ['ask', 'teach', 'review', 'setup', 'you'] as const;

type Group = (typeof GROUPS)[number];

/** Commands that are listed in menus and help. */
export const listedOf = (commands: readonly Command[]): Command[] =>
  commands.filter(({ group }) => group !== undefined);

/** The parts of the help that have some of these commands. */
export const groupsOf = <C extends Pick<Command, 'group'>>(commands: readonly C[]): { group: Group; commands: C[] }[] =>
  GROUPS.map((group) => ({ group, commands: commands.filter((command) => command.group === group) })).filter(
    ({ commands: some }) => some.length > 0,
  );

/** Names under which a menu that can nest commands has those that are not in sight, by their group. */
const DRAWERS = [
  { name: 'answers', groups: ['ask', 'teach'] },
  { name: 'questions', groups: ['review'] },
  { name: 'setup', groups: ['setup'] },
] as const satisfies readonly { readonly name: string; readonly groups: readonly Group[] }[];

/** Commands below one name. Its description is in `locales/` as `drawer-<name>`. */
export interface Drawer {
  readonly name: (typeof DRAWERS)[number]['name'];
  readonly commands: readonly Command[];
}

/**
 * Commands as a menu has them that can nest them: a few for everybody in sight, moderators' ones in drawers. What
 * members seldom need is in neither, and can be typed.
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

/** Something the bot can be asked to do. Its description is in `locales/` as `help-<name>`. */
export interface Command {
  /** Lower-case letters; typed as `/name`. */
  readonly name: string;
  /** The part of the help that it is in. Default: it is in no list, because buttons and platforms call it. */
  readonly group?: Group;
  /**
   * Whether it is used so often that menus of commands have it in sight: all, or only flat ones, in which nothing can
   * be put below a name. What is in no menu is in the help, and can be typed. Default: in none.
   */
  readonly inMenu?: 'always' | 'flat';
  /** Whether `locales/` has more about it, as `more-<name>`, for those who ask the help about it. Default: no. */
  readonly isExplained?: boolean;
  /** The first takes words without a name. */
  readonly options: readonly Option[];
  /** Whether only moderators may use it. Default: false. */
  readonly forModerators?: boolean;
  /** For moderators' commands: whether editors may use it, who otherwise change entries only. Default: false. */
  readonly forEditors?: boolean;
  /**
   * For moderators' commands: whether only moderators by the platform's own permissions may use it, and not appointed
   * ones. Default: false.
   */
  readonly forOwners?: boolean;
  /** Whether it changes nothing, so that it need not be carried out late. Default: false. */
  readonly readOnly?: boolean;
  /** Of one that can change something: whether it only shows something, with these words. Default: never. */
  readonly onlyShows?: (argument: string) => boolean;
  /**
   * Its subject: the place in which it is called, the person who calls, or the installation or several places. Default:
   * the place.
   */
  readonly scope?: 'place' | 'person' | 'installation';
  /**
   * Whether its choices are for the caller only; in a group, others may use those of other commands. Default: false.
   */
  readonly personal?: boolean;
  /** The answer to a question, which plain text is as well; or an entry by its name. Default: neither. */
  readonly gives?: 'answer' | 'entry';
  /**
   * The option that takes the words of a message which the command replies to, if they ask nothing. Default: none;
   * words that ask something are the question, if that is the first option.
   */
  readonly quotes?: string;
  /** Whether its option `question` is completed with questions that have an answer. Default: no. */
  readonly completesQuestions?: boolean;
  /** Whether it is a vote on an answer. Default: false. */
  readonly votes?: boolean;
  /** Whether it cancels a draft or an open form. Default: false. */
  readonly givesUp?: boolean;
  /** Whether it is a greeting; typed in a group it may be meant for another bot. Default: false. */
  readonly greets?: boolean;
  /** Whether its button has no words and means the question of the message that it is below. Default: no. */
  readonly meansAsked?: boolean;
  /** Whether it says that none of the offered entries is meant, which makes the offer obsolete. Default: false. */
  readonly endsOffer?: boolean;
  /** Panel of its own that a platform may show instead of the reply. Default: none. */
  readonly panel?: 'help' | 'settings';
  /** The command that takes back what it did. Default: `undo`. */
  readonly undoneBy?: string;
  /** Rejects with an Outdated if it has to be done again. @returns `undefined` is silence */
  readonly run: (call: Call) => Promise<Reply | undefined> | Reply | undefined;
}
