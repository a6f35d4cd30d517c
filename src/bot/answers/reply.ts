import type { Block, Inline } from '../../core/entry/blocks.ts';
import type { LanguageTag } from '../../core/text/language.ts';
import type { About } from '../conversation/incoming.ts';
import type { Say } from './messages.ts';

/** A button, or a numbered line on platforms without buttons: runs a command with its argument. */
/** The command that a choice calls, and its argument. */
export interface ChosenCommand {
  readonly command: string;
  readonly argument: string;
}

export interface Choice extends ChosenCommand {
  readonly label: string;
  /** Shown in red, or the like, if the platform can. Default: false. */
  readonly isDangerous?: boolean;
  /** Highlighted if the platform can. Default: false. */
  readonly isMain?: boolean;
  /**
   * Keyed hashes of people whose words are in the argument: if it is stored, it is erased with their data. Default:
   * none.
   */
  readonly of?: readonly string[];
}

/** Questions to the person, asked in one form or, if the platform has none, one by one. */
export interface Form {
  /** Run with the answers as its options. */
  readonly command: string;
  readonly title: string;
  readonly fields: readonly FormField[];
  /** A photo or file that came with the call, to go with the answers. Default: none. */
  readonly attachment?: Attachment;
}

export interface FormField {
  /** The option of the command. */
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly required: boolean;
  /** Whether it takes several lines. */
  readonly long: boolean;
  /** Boxes to tick instead of typing; see `hasTicks` of Incoming. Default: it is typed. */
  readonly boxes?: readonly FormBox[];
  /** Whether only one box can be ticked. Default: several can; the value has a line for each. */
  readonly isSingle?: boolean;
}

export interface FormBox {
  readonly value: string;
  readonly label: string;
  /** Small print below it. Default: none. */
  readonly hint?: string;
}

/** A photo or file of an answer, stored by the platform on which it was sent. Other platforms show its name only. */
export interface Attachment {
  readonly platform: string;
  readonly type: 'photo' | 'file';
  /** The platform's own id of the file. */
  readonly file: string;
  readonly name: string;
}

interface Spoken {
  readonly language: LanguageTag;
  /** Shown to the asker alone, if the platform can. Default: false. */
  readonly isPrivate?: boolean;
  /** The platform's id of a person to mention, if it can. Nobody else is notified. */
  readonly to?: string;
  /** Small print: warnings, source, date. */
  readonly notes: readonly (readonly Inline[])[];
}

interface Asking {
  /** Asked above the choices. Default: nothing. */
  readonly question?: string;
  readonly choices: readonly Choice[];
}

/** Blocks that are already parsed: each platform escapes them once, when it renders. */
interface Worded {
  readonly title?: string;
  readonly blocks: readonly Block[];
}

/** An entry's own words. Its choices are related entries. */
export interface Answer extends Spoken, Worded, Asking {
  readonly kind: 'answer';
  /** Shown as a colour or sign. `outdated` also if the entry is disputed or its review is due. */
  readonly state: 'answered' | 'pinned' | 'outdated';
  readonly title: string;
  readonly about: About;
  /** The one of `notes` that gives the date. Default: none. */
  readonly asOf?: readonly Inline[];
  /** The one of `notes` that names the sources. Default: none. */
  readonly sources?: readonly Inline[];
  /** Whether the entry has texts in other languages. Default: false. */
  readonly hasLanguages?: boolean;
  /** Sources with an address, as buttons. Default: none. */
  readonly links?: readonly SourceLink[];
  /** Sources without an address, to be named in the text beside those buttons. Default: none. */
  readonly unlinked?: readonly Inline[];
  readonly attachment?: Attachment;
  /** Whether nobody addressed the bot: one press takes the answer away. Default: false. */
  readonly isUnasked?: boolean;
}

/** A source's address, labelled with its publisher or domain. */
interface SourceLink {
  readonly url: string;
  readonly label: string;
}

/** Asks which of a few entries is meant, and claims none of them. */
export interface Offer extends Spoken, Asking {
  readonly kind: 'offer';
  readonly question: string;
  /** The button "none of these". Default: none. */
  readonly none?: Choice;
}

export interface Notice extends Spoken, Worded, Asking {
  readonly kind: 'notice';
  readonly isUnknown?: boolean;
  /** Whether the platform adds a button that searches for entries near the asker's question. Default: no. */
  readonly hasSimilar?: boolean;
  /** Text in it that is to be pasted elsewhere; a platform that can adds a button that copies it. Default: none. */
  readonly copies?: string;
  /** The platform's id of a message to pin in its channel, if it can. Default: none. */
  readonly pinMessage?: string;
}

/** A form; its blocks say what was wrong with earlier answers to it. */
export interface FormReply extends Spoken {
  readonly kind: 'form';
  readonly form: Form;
  readonly blocks: readonly Block[];
}

export interface FileReply extends Spoken {
  readonly kind: 'file';
  readonly file: { readonly name: string; readonly text: string };
  readonly blocks: readonly Block[];
}

export type Reply = Answer | Offer | Notice | FormReply | FileReply;

/** All members of all replies, for renderers that treat the kinds alike. */
export type ReplyParts = Partial<
  Omit<Notice, 'kind'> &
    Pick<Answer, 'about' | 'attachment'> &
    Pick<Offer, 'none'> &
    Pick<FormReply, 'form'> &
    Pick<FileReply, 'file'>
>;

export const choicesOf = ({ choices = [] }: ReplyParts): readonly Choice[] => choices;

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

export const notice = (language: string, parts: Partial<Omit<Notice, 'kind' | 'language'>>): Notice => ({
  kind: 'notice',
  language,
  blocks: [],
  notes: [],
  choices: [],
  ...parts,
});

export const plainReply = (language: string, words: string, choices: readonly Choice[] = []): Notice =>
  notice(language, { blocks: [paragraph(text(words))], choices });

export const offer = (language: string, question: string, choices: readonly Choice[]): Offer => ({
  kind: 'offer',
  language,
  question,
  choices,
  notes: [],
});

interface Voice {
  readonly language: string;
  readonly say: Say;
}

/** A message of `locales/` as a notice. */
export const tell = (voice: Voice, key: string, values?: Parameters<Say>[1], choices?: readonly Choice[]): Notice =>
  notice(voice.language, { blocks: [paragraph(...voice.say.parts(key, values))], choices: choices ?? [] });

/** As `tell`, for the asker alone. */
export const whisper = (...message: Parameters<typeof tell>): Notice => ({ ...tell(...message), isPrivate: true });
