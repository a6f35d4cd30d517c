import type { Block, Inline } from '../../core/entry/blocks.ts';
import type { About } from '../conversation/incoming.ts';
import type { Say } from './messages.ts';

/** Meaning of a press or a number: a command with its argument. */
export interface Choice {
  readonly label: string;
  readonly command: string;
  readonly argument: string;
  /** Whether something is lost by it, so that it looks dangerous if the platform can. Default: no. */
  readonly isDangerous?: boolean;
  /** Whether it is what its message is there for, so that it stands out if the platform can. Default: no. */
  readonly isMain?: boolean;
  /** Keyed hashes of those whose words the argument holds: what is kept of it goes with each. Default: nobody. */
  readonly of?: readonly string[];
}

/** Questions to the person, to be answered all at once or one by one. */
export interface Form {
  /** The command that takes the answers as its options. */
  readonly command: string;
  readonly title: string;
  readonly fields: readonly FormField[];
  /** A photo or file that came with the call, for the answers that follow. Default: none. */
  readonly attachment?: Attachment;
}

export interface FormField {
  /** The option's name. */
  readonly name: string;
  readonly label: string;
  /** The value so far. */
  readonly value: string;
  readonly required: boolean;
  /** Several lines. */
  readonly long: boolean;
  /** Boxes to tick instead of words; see `hasTicks` of Incoming. Default: words. */
  readonly boxes?: readonly FormBox[];
  /** Whether one box alone can be ticked. Default: several can, whose values are a line each. */
  readonly isSingle?: boolean;
}

export interface FormBox {
  readonly value: string;
  readonly label: string;
  /** Small words below it. Default: none. */
  readonly hint?: string;
}

/**
 * A photo or file beside an answer, as the platform keeps it on which it was given: elsewhere only its name can be
 * shown.
 */
export interface Attachment {
  readonly platform: string;
  readonly type: 'photo' | 'file';
  /** The platform's own id of it. */
  readonly file: string;
  readonly name: string;
}

/** Common to all replies. */
interface Spoken {
  /** BCP 47 tag of the words. */
  readonly language: string;
  /** Only for the person who asked, if the platform can. Default: for everybody who reads along. */
  readonly isPrivate?: boolean;
  /** The platform's id of the person who is answered by name, if the platform can; nobody else is told. */
  readonly to?: string;
  /** Small print: warnings, source, date. */
  readonly notes: readonly (readonly Inline[])[];
}

/** Choices, and the words above them. */
interface Asking {
  /** Words above the choices. Default: none. */
  readonly question?: string;
  readonly choices: readonly Choice[];
}

/** Words in parsed blocks: each platform escapes once, when it renders. */
interface Worded {
  /** Default: none. */
  readonly title?: string;
  readonly blocks: readonly Block[];
}

/** An entry's own words; its choices are related entries. */
export interface Answer extends Spoken, Worded, Asking {
  readonly kind: 'answer';
  /** State at a glance; `outdated` if it is out of date, disputed, or due for review. */
  readonly state: 'answered' | 'pinned' | 'outdated';
  readonly title: string;
  /** The question, and the entry that was given. */
  readonly about: About;
  /** The one of the notes that gives the date. Default: none does. */
  readonly asOf?: readonly Inline[];
  /** The one of the notes that names the sources. Default: none does. */
  readonly sources?: readonly Inline[];
  /** Whether its entry has a text in other languages, too. Default: it has none. */
  readonly hasLanguages?: boolean;
  /** Sources that have an address, as buttons. Default: none has one. */
  readonly links?: readonly SourceLink[];
  /** The note of the sources beside such buttons. Default: all of them have an address. */
  readonly unlinked?: readonly Inline[];
  /** A photo or file to send beside it. Default: none. */
  readonly attachment?: Attachment;
  /** Whether nobody asked the bot: people can send it away in one press. Default: somebody did. */
  readonly isUnasked?: boolean;
}

/** A source's address, and its publisher or its domain. */
interface SourceLink {
  readonly url: string;
  readonly label: string;
}

/** Asks which of a few entries is meant, without any claim. */
export interface Offer extends Spoken, Asking {
  readonly kind: 'offer';
  readonly question: string;
  /** Below the choices: that none of them is meant. Default: there is no such button. */
  readonly none?: Choice;
}

/** Everything else that is said in words. */
export interface Notice extends Spoken, Worded, Asking {
  readonly kind: 'notice';
  /** Whether it says that nothing is known. Default: no. */
  readonly isUnknown?: boolean;
  /** Whether its platform adds a button by which the asker finds what is near to their question. Default: no. */
  readonly hasSimilar?: boolean;
  /** Words that it names to be written elsewhere: a platform that can adds a button that copies them. Default: none. */
  readonly copies?: string;
  /** The platform's id of a message to pin in its channel, if the platform can. */
  readonly pinMessage?: string;
}

/** Questions to the person; the blocks say what was wrong with earlier answers to them, if any were given. */
export interface FormReply extends Spoken {
  readonly kind: 'form';
  readonly form: Form;
  readonly blocks: readonly Block[];
}

/** A file to hand over, with a word about it. */
export interface FileReply extends Spoken {
  readonly kind: 'file';
  readonly file: { readonly name: string; readonly text: string };
  readonly blocks: readonly Block[];
}

/** Anything that the bot says. */
export type Reply = Answer | Offer | Notice | FormReply | FileReply;

/** All that a reply may have, for those who show each kind alike. */
export type ReplyParts = Partial<
  Omit<Notice, 'kind'> &
    Pick<Answer, 'about' | 'attachment'> &
    Pick<Offer, 'none'> &
    Pick<FormReply, 'form'> &
    Pick<FileReply, 'file'>
>;

export const choicesOf = ({ choices = [] }: ReplyParts): readonly Choice[] => choices;

/** The choices, and the one that says that none of them is meant. */
export const allChoicesOf = ({ choices = [], none }: ReplyParts): readonly Choice[] => [
  ...choices,
  ...(none ? [none] : []),
];

export const text = (words: string): Inline => ({ kind: 'text', text: words });

export const paragraph = (...children: readonly Inline[]): Block => ({ kind: 'paragraph', children });

export const list = (items: readonly (readonly Inline[])[]): Block => ({
  kind: 'list',
  ordered: false,
  items: items.map((item) => [paragraph(...item)]),
});

/** A notice of the parts that are given. */
export const notice = (language: string, parts: Partial<Omit<Notice, 'kind' | 'language'>>): Notice => ({
  kind: 'notice',
  language,
  blocks: [],
  notes: [],
  choices: [],
  ...parts,
});

/** One plain sentence. */
export const plainReply = (language: string, words: string, choices: readonly Choice[] = []): Notice =>
  notice(language, { blocks: [paragraph(text(words))], choices });

/** @param choices a few entries, by `show` */
export const offer = (language: string, question: string, choices: readonly Choice[]): Offer => ({
  kind: 'offer',
  language,
  question,
  choices,
  notes: [],
});

/** In which language something is said. */
interface Voice {
  readonly language: string;
  readonly say: Say;
}

/** One of the bot's messages. @param values of its variables */
export const tell = (voice: Voice, key: string, values?: Parameters<Say>[1], choices?: readonly Choice[]): Notice =>
  notice(voice.language, { blocks: [paragraph(...voice.say.parts(key, values))], choices: choices ?? [] });

/** One of the bot's messages, for the person who asked alone. */
export const whisper = (...message: Parameters<typeof tell>): Notice => ({ ...tell(...message), isPrivate: true });
