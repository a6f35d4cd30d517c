import { createHash } from 'node:crypto';
import { plainReply, type Reply } from '../../bot/answers/reply.ts';
import type { Community } from '../../bot/community/community.ts';
import type { About, Incoming } from '../../bot/conversation/incoming.ts';
import { keyOfPlace, type Place, placeOfKey, privatePlace } from '../../bot/conversation/place.ts';
import type { WithServices } from '../../bot/services.ts';
import { NAME, type PageReader, type WebContext } from './context.ts';
import type { Who } from './responder.ts';

/** A form's fields; of those with the same name, the last. */
export type Fields = Readonly<Record<string, string>>;

/** The person who asks or acts, and their place. */
export interface Speaker extends Pick<Incoming, 'person' | 'place' | 'thread' | 'origin' | 'account'> {
  readonly session: string;
  /** The place for which their buttons are signed. */
  readonly signedFor: string;
  readonly isModerator: boolean;
  readonly isEditor: boolean;
  readonly isOperator: boolean;
}

/** Outcome of a request to the bot. */
export interface Turn {
  /** Id of the answer, for its buttons. */
  readonly message: string;
  /** The question as the person typed it. */
  readonly question: string | undefined;
  readonly reply: Reply | undefined;
}

/** Prefix of an option's form field. */
export const OPTION = 'option-';
const MOST_SHOWN = 2000;

/**
 * The one place of all visitors of the playground, so that they ask the same community: the dashboard's, or the one
 * that it was linked to.
 */
export const PAGES: Place = { platform: NAME, id: 'pages', isPrivate: true };

/** An anonymous visitor in a private chat, without permissions. Only a hash of the session's cookie is used. */
export function visitor({ services }: WithServices, session: string, origin: string): Speaker {
  const person = `${NAME}:${shortened(session)}`;
  return {
    session,
    person,
    place: PAGES,
    signedFor: keyOfPlace(privatePlace(NAME, services.hash(person))),
    origin: `${NAME}:${origin}`,
    isModerator: false,
    isEditor: false,
    isOperator: false,
  };
}

/** A signed-in person, as a moderator of the chosen community. Each session has its own last answer. */
export function moderator(session: string, { person, account, role }: Who, { id }: Pick<Community, 'id'>): Speaker {
  return {
    session,
    person,
    place: { ...placeOfKey(id), isPrivate: true },
    signedFor: id,
    thread: shortened(session),
    account,
    isModerator: true,
    isEditor: role === 'editor',
    isOperator: role === 'owner',
  };
}

const shortened = (session: string): string => createHash('sha256').update(session).digest('hex').slice(0, 24);

/** Passes a form (text, a button, or answers to the bot's form) to the bot. */
export async function receive(
  context: WebContext,
  speaker: Speaker,
  { language, say }: PageReader,
  fields: Fields,
): Promise<Turn> {
  const message = context.services.code();
  const meant = await meantBy(context, speaker, fields);
  if (!meant) return { message, question: undefined, reply: plainReply(language, say('stale-button')) };
  const { question, ...said } = meant;
  const reply = await context.respond({ ...incoming(speaker, language), ...said });
  if (reply?.kind === 'answer')
    context.memory.note(speaker.session, message, {
      ...reply.about,
      question: reply.about.question ?? said.about?.question,
    });
  return { message, question: question?.slice(0, MOST_SHOWN), reply };
}

function incoming(speaker: Speaker, locale: string): Omit<Incoming, 'text'> {
  const { session: _, signedFor: __, isModerator, ...who } = speaker;
  return {
    ...who,
    addressed: true,
    locale,
    isModerator: async () => isModerator,
    mayAppoint: async () => who.isOperator,
  };
}

type Meant = {
  readonly text: string;
  readonly question?: string;
  readonly about?: About;
  readonly options?: Fields;
};

async function meantBy(
  { buttons, memory }: WebContext,
  { session, signedFor }: Speaker,
  fields: Fields,
): Promise<Meant | undefined> {
  const { press, command, message, text = '' } = fields;
  const about = memory.about(session, message === '' ? undefined : message);
  if (press !== undefined) {
    const meant = await buttons.read(press, signedFor);
    return meant && { text: `/${meant.command} ${meant.argument}`.trim(), about };
  }
  if (command !== undefined)
    return /^[a-z]+$/.test(command) ? { text: `/${command}`, options: optionsIn(fields), about } : undefined;
  const question = text.trim();
  return question.startsWith('/') ? { text: question, question, about } : { text: question, question };
}

function optionsIn(fields: Fields): Fields {
  const given = Object.entries(fields).filter(([name, value]) => name.startsWith(OPTION) && value.trim() !== '');
  return Object.fromEntries(
    given.map(([name, value]) => [name.slice(OPTION.length), value.replaceAll('\r\n', '\n').trim()]),
  );
}
