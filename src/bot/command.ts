import type { Say } from './answers/messages.ts';
import type { Reply } from './answers/reply.ts';
import type { Community } from './community/community.ts';
import type { About } from './conversation/incoming.ts';
import type { Place } from './conversation/place.ts';
import type { Services } from './services.ts';

/** One call of a command. */
export interface Call {
  readonly services: Services;
  /** Keyed hash of who calls. */
  readonly person: string;
  /** Keyed hash; see Incoming. */
  readonly origin?: string | undefined;
  readonly place: Place;
  /** See Incoming. */
  readonly thread?: string | undefined;
  readonly community: Community;
  /** What follows the command's name, trimmed; may be empty. */
  readonly argument: string;
  /** The same by option; see Option. Only what was given. */
  readonly options: Readonly<Record<string, string>>;
  /** The language chosen for the answer. */
  readonly language: string;
  readonly say: Say;
  readonly addressed: boolean;
  /** See Incoming. */
  readonly isReply?: boolean | undefined;
  /** The answer that is meant, if any. */
  readonly about?: About | undefined;
  /** Asked again at every call of it. */
  readonly isModerator: () => Promise<boolean>;
  /** See Incoming. */
  readonly isOperator?: boolean | undefined;
}

/** One thing that a command wants to know. Its name stands in `locales/` as `option-<name>`. */
export interface Option {
  /** Lower-case letters; typed as `name: words` or `--name words`. */
  readonly name: string;
  /** `entry` takes an id or a title and is completed; `flag` takes no words. */
  readonly kind: 'text' | 'long' | 'entry' | 'flag';
  readonly required?: boolean | undefined;
}

/** Something the bot can be asked to do. Its description stands in `locales/` as `help-<name>`. */
export interface Command {
  /** Lower-case letters; typed as `/name`. */
  readonly name: string;
  /** The first takes words that stand under no name. */
  readonly options: readonly Option[];
  /** Whether only moderators may. */
  readonly forModerators?: boolean | undefined;
  /** Only says something: nobody needs it any more where it was asked for long ago. */
  readonly expires?: boolean | undefined;
  /** Stands in no list: buttons call it. */
  readonly isHidden?: boolean | undefined;
  /** `undefined` is silence. */
  readonly run: (call: Call) => Promise<Reply | undefined> | Reply | undefined;
}
