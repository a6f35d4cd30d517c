import { type Answer, allChoicesOf, type Choice, type Reply } from '../../../bot/answers/reply.ts';
import { keyOfPlace, type Place } from '../../../bot/conversation/place.ts';
import type { Press } from '../../../bot/platform/buttons.ts';
import type { DiscordContext } from '../context.ts';
import { isServer } from '../inbound/receive.ts';
import type { MessageButton, MessageButtons } from './buttons.ts';
import { MOST } from './escape.ts';

/** Names of this platform's own buttons; no command begins with `!`. */
export const DELETE = '!delete';
export const FORM = '!form';
/** Shows what is related to an answer. */
export const RELATED = '!related';
/** Shows the languages that an answer has. */
export const LANGUAGES = '!languages';
/** Shows what may be done with an answer, to those who may. */
export const MORE = '!more';
/** Answers somebody's message with an entry: the message's id, a language, and the entry's id. */
export const REPLY = '!reply';
/** Looks for such an entry by words: the message's id, and a language. */
export const SEARCH = '!search';
/** Below an answer in a forum: the person who opened the post says that it is solved. */
export const SOLVED = '!solved';
/** Shows them, and nobody else, what may answer their post. */
export const SIMILAR = '!similar';
/** A command for an answer in another message: its id, and the command. */
export const ON = '!on';

const HASH_LENGTH = 16;

/** The mark of a delete button that says whose answer it is. */
export const ownerMark = (personHash: string): string => personHash.slice(0, HASH_LENGTH);

/** The receiver of a reply, and the place. */
export interface Audience {
  readonly place: Place;
  /** Keyed hash of who asked. */
  readonly person: string;
  /** Buttons of the platform's own, above those of an answer. */
  readonly extra?: readonly Choice[];
  /** Seen by one person only: nobody else has to be able to delete it. */
  readonly isPrivate?: boolean;
  /** Whether that one person is a moderator. */
  readonly isModerator?: boolean;
}

/** The buttons of a reply, signed for their place. What is related to an answer is shown at a press. */
export async function controlsOf(
  { buttons, services }: Pick<DiscordContext, 'buttons' | 'services'>,
  reply: Reply,
  audience: Audience,
): Promise<MessageButtons> {
  const { place, person, extra = [] } = audience;
  const sign = (press: Press) => buttons.write(press, keyOfPlace(place), person);
  const choices: MessageButton[] = [];
  // One after the other: what does not fit on a button is kept in the store.
  for (const { label, command, argument, of, isDangerous } of [
    ...(reply.kind === 'answer' && reply.isUnasked ? sendingAway(services.speak(reply.language), person) : []),
    ...extra,
    ...(reply.kind === 'answer' ? [] : allChoicesOf(reply)),
  ].slice(0, MOST.choices))
    choices.push({ label, isDangerous, id: await sign({ command, argument, of }) });
  return {
    choices,
    tools: reply.kind === 'answer' ? await toolsOf(reply, services.speak(reply.language), sign, audience) : [],
  };
}

/** Below an answer that nobody asked for, before everything else. */
const sendingAway = (say: (key: string) => string, person: string): readonly Choice[] => [
  { label: `🗑️ ${say('action-remove')}`, command: DELETE, argument: ownerMark(person), isDangerous: true },
  { label: `🔕 ${say('button-quiet')}`, command: 'quiet', argument: 'on' },
];

/** Votes, what is related and other languages, for everybody; everything else behind one button. */
async function toolsOf(
  reply: Answer,
  say: (key: string) => string,
  sign: (press: Press) => string | Promise<string>,
  { place, person, isPrivate = false, isModerator = false }: Audience,
): Promise<MessageButton[]> {
  const tools: MessageButton[] = [
    { emoji: '👍', label: say('button-helped'), id: await sign({ command: 'helpful', argument: 'yes' }) },
    { emoji: '👎', label: say('button-unhelpful'), id: await sign({ command: 'helpful', argument: 'no' }) },
  ];
  if (reply.choices.length > 0)
    tools.push({ label: `${say('button-related')} ▾`, id: await sign({ command: RELATED, argument: '' }) });
  if (reply.hasLanguages)
    tools.push({ emoji: '🌐', label: say('setting-language'), id: await sign({ command: LANGUAGES, argument: '' }) });
  // If nobody moderates there is nothing but that.
  if (!isServer(place) && !isPrivate)
    tools.push({
      emoji: '🗑️',
      label: say('action-remove'),
      isDangerous: true,
      id: await sign({ command: DELETE, argument: ownerMark(person) }),
    });
  if (isServer(place) && (!isPrivate || isModerator))
    tools.push({
      label: `⋯ ${say('button-more')}`,
      id: await sign({ command: MORE, argument: isPrivate ? '' : ownerMark(person) }),
    });
  return tools;
}
