import type { Block, Inline } from '../../core/entry/blocks.ts';
import type { About } from '../conversation/incoming.ts';
import type { Say } from './messages.ts';

/** Meaning of a press or a number: a command with its argument. */
export interface Choice {
  readonly label: string;
  readonly command: string;
  readonly argument: string;
  /** Whether it is destructive, and shown as such if the platform can. Default: false. */
  readonly isDangerous?: boolean;
  /** Whether it is the message's main action, and highlighted if the platform can. Default: false. */
  readonly isMain?: boolean;
  /**
   * Keyed hashes of people whose words are in the argument; if it is stored, it is erased with their data. Default:
   * none.
   */
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

/** A photo or file of an answer, as stored by the platform on which it was given; on others only its name is shown. */
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
  /** Whether only the asker should see it, if the platform can. Default: false. */
  readonly isPrivate?: boolean;
  /** The platform's id of the person to mention, if the platform can; nobody else is notified. */
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
  /** The note with the date, which is one of `notes`. Default: none. */
  readonly asOf?: readonly Inline[];
  /** The note with the sources, which is one of `notes`. Default: none. */
  readonly sources?: readonly Inline[];
  /** Whether its entry has texts in other languages. Default: false. */
  readonly hasLanguages?: boolean;
  /** Sources that have an address, as buttons. Default: none has one. */
  readonly links?: readonly SourceLink[];
  /** The note of the sources beside such buttons. Default: all of them have an address. */
  readonly unlinked?: readonly Inline[];
  /** A photo or file to send beside it. Default: none. */
  readonly attachment?: Attachment;
  /** Whether nobody addressed the bot, so that the answer can be dismissed with one press. Default: false. */
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
  /** The button "none of these" below the choices. Default: none. */
  readonly none?: Choice;
}

/** Any other text reply. */
export interface Notice extends Spoken, Worded, Asking {
  readonly kind: 'notice';
  /** Whether it says that there is no answer. Default: false. */
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

/** Any reply. */
export type Reply = Answer | Offer | Notice | FormReply | FileReply;

/** All fields of any reply, for renderers that treat all kinds alike. */
export type ReplyParts = Partial<
  Omit<Notice, 'kind'> &
    Pick<Answer, 'about' | 'attachment'> &
    Pick<Offer, 'none'> &
    Pick<FormReply, 'form'> &
    Pick<FileReply, 'file'>
>;

export const choicesOf = ({ choices = [] }: ReplyParts): readonly Choice[] => choices;

/** The choices, including "none of these". */
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

/** The language of a message, and its words. */
interface Voice {
  readonly language: string;
  readonly say: Say;
}

/** One of the bot's messages. @param values of its variables */
export const tell = (voice: Voice, key: string, values?: Parameters<Say>[1], choices?: readonly Choice[]): Notice =>
  notice(voice.language, { blocks: [paragraph(...voice.say.parts(key, values))], choices: choices ?? [] });

/** One of the bot's messages, for the asker only. */
export const whisper = (...message: Parameters<typeof tell>): Notice => ({ ...tell(...message), isPrivate: true });
