import { type Answer, allChoicesOf, type Choice, type Reply } from '../../../bot/answers/reply.ts';
import { keyOfPlace, type Place } from '../../../bot/conversation/place.ts';
import type { PersonHash } from '../../../bot/kinds.ts';
import type { Press } from '../../../bot/platform/buttons.ts';
import type { DiscordContext } from '../context.ts';
import { isServer } from '../inbound/receive.ts';
import type { MessageButton, MessageButtons } from './buttons.ts';
import { MOST } from './escape.ts';

/** Commands of this platform's own buttons. No command of the bot begins with `!`. */
export const DELETE = '!delete';
export const FORM = '!form';
/** Shows entries related to an answer. */
export const RELATED = '!related';
/** Shows the languages in which an answer is available. */
export const LANGUAGES = '!languages';
/** Shows the actions on an answer, to those who may use them. */
export const MORE = '!more';
/** Answers somebody's message with an entry. Argument: message id, language, entry id. */
export const REPLY = '!reply';
/** Searches for an entry to answer with. Argument: message id, language. */
export const SEARCH = '!search';
/** Marks a forum post as solved, from below an answer. */
export const SOLVED = '!solved';
/** Shows entries that may answer a forum post, to its opener only. */
export const SIMILAR = '!similar';
/** Runs a command on an answer in another message. Argument: message id, command. */
export const ON = '!on';

const HASH_LENGTH = 16;

/** Identifies the answer's owner on a delete button: the beginning of the person's hash. */
export const ownerMark = (personHash: string): string => personHash.slice(0, HASH_LENGTH);

/** The recipient and place of a reply's buttons. */
export interface Audience {
  readonly place: Place;
  /** The asker. */
  readonly person: PersonHash;
  /** Buttons of the platform's own, shown above the reply's. */
  readonly extra?: readonly Choice[];
  /** Whether the message is ephemeral; such a message needs no delete button. */
  readonly isPrivate?: boolean;
  /** Whether an ephemeral message goes to a moderator. Default: no. */
  readonly isModerator?: boolean;
}

/** A reply's buttons, signed for their place. Related entries of an answer are behind a button. */
export async function controlsOf(
  { buttons, services }: Pick<DiscordContext, 'buttons' | 'services'>,
  reply: Reply,
  audience: Audience,
): Promise<MessageButtons> {
  const { place, person, extra = [] } = audience;
  const sign = (press: Press) => buttons.write(press, keyOfPlace(place), person);
  const choices: MessageButton[] = [];
  // In order, as arguments too long for a button are kept in the store.
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

/** Buttons of an answer that nobody asked for, shown first. */
const sendingAway = (say: (key: string) => string, person: string): readonly Choice[] => [
  { label: `🗑️ ${say('action-remove')}`, command: DELETE, argument: ownerMark(person), isDangerous: true },
  { label: `🔕 ${say('button-quiet')}`, command: 'quiet', argument: 'on' },
];

/** Votes, related entries and languages, for everybody; other actions are behind one button. */
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
  // In places without moderators, deleting is the only other action.
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
