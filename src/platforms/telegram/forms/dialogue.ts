import type { Attachment } from '../../../bot/answers/reply.ts';
import { momentAfter } from '../../../bot/moment.ts';
import type { FormDialogue } from '../../../bot/platform/form-dialogue.ts';
import type { TelegramContext } from '../context.ts';
import type { Spot } from '../inbound/place.ts';
import type { Within } from '../manage/managed-group.ts';
import type { Listener } from '../outbound/outgoing.ts';

/** A form that is asked of one person in one conversation. It outlives a restart. */
export interface Dialogue extends FormDialogue {
  readonly id: string;
  /** Messages of the bot to which an answer is a reply. */
  readonly prompts: readonly number[];
  readonly language: string;
  /** The person's newest message: the next question replies to it, so that it opens at this person. */
  readonly asked: number;
  /** Whether the only answer is the command's own words, as if they had been typed behind it. */
  readonly isBare: boolean;
  /** Whether it is of somebody who hides behind the group's name, as others may. */
  readonly isShared: boolean;
  /** Came with an answer. */
  readonly attachment?: Attachment;
  /** The album of which that is one, as Telegram numbers them. */
  readonly album?: string;
  /** The group that it acts in, if it is filled in in a private chat. */
  readonly within?: Within;
}

/** A dialogue that nobody goes on with is forgotten after this time. */
export const KEPT_MS = 60 * 60_000;

type Hashing = { readonly services: Pick<TelegramContext['services'], 'hash'> };
const idOf = ({ services }: Hashing, words: string): string => services.hash(words).slice(0, 16);

/**
 * One person has one dialogue in one conversation; of those who hide behind the group's name nobody is told apart, and
 * each begins another.
 */
export const dialogueId = (context: Hashing, { spot: { key, thread }, person, user, asked }: Listener): string =>
  idOf(context, `dialogue ${key} ${thread ?? ''} ${person}${user === undefined ? ` ${asked ?? ''}` : ''}`);

/** Under which it is kept to which dialogue of somebody who hides a question belongs. */
const promptId = (context: Hashing, key: string, message: number): string => idOf(context, `prompt ${key} ${message}`);

/** The dialogue that an answer goes on with. @param prompt the message that it replies to, if any */
export async function openDialogue(
  context: Pick<TelegramContext, 'services'>,
  to: Listener,
  prompt: number | undefined,
): Promise<Dialogue | undefined> {
  if (to.user !== undefined) return findDialogue(context, dialogueId(context, to));
  if (prompt === undefined) return undefined;
  const { services } = context;
  const prompted = await services.attempt.read(({ kept }) =>
    kept.find(promptId(context, to.spot.key, prompt), services.now()),
  );
  return prompted?.person === to.person ? findDialogue(context, prompted.content) : undefined;
}

/** @param person keyed hash of whose it is; default: anybody's */
export async function findDialogue(
  { services }: Pick<TelegramContext, 'services'>,
  id: string,
  person?: string,
): Promise<Dialogue | undefined> {
  const item = await services.attempt.read(({ kept }) => kept.find(id, services.now()));
  return item && (person === undefined || item.person === person) ? (JSON.parse(item.content) as Dialogue) : undefined;
}

export async function keepDialogue(
  { services }: Pick<TelegramContext, 'services'>,
  dialogue: Dialogue,
  { key }: Pick<Spot, 'key'>,
  person: string,
): Promise<void> {
  const expires = momentAfter(services.now(), KEPT_MS);
  await services.attempt.atEnd(({ kept }) =>
    kept.save({ key: dialogue.id, place: key, person, content: JSON.stringify(dialogue), expires }),
  );
}

/** Forgets it, unless another has taken its place. */
export async function endDialogue({ services }: Pick<TelegramContext, 'services'>, dialogue: Dialogue): Promise<void> {
  await services.attempt.atEnd(async ({ kept }) => {
    const item = await kept.find(dialogue.id, services.now());
    if (item?.content === JSON.stringify(dialogue)) await kept.remove(dialogue.id);
  });
}

/** Notes to which message an answer will be a reply. */
export async function notePrompt(
  context: Pick<TelegramContext, 'services'>,
  id: string,
  message: number,
): Promise<void> {
  const { services } = context;
  await services.attempt.write(async ({ kept }) => {
    const item = await kept.find(id, services.now());
    if (!item) return;
    const dialogue = JSON.parse(item.content) as Dialogue;
    await kept.save({ ...item, content: JSON.stringify({ ...dialogue, prompts: [...dialogue.prompts, message] }) });
    if (dialogue.isShared) await kept.save({ ...item, key: promptId(context, item.place, message), content: id });
  });
}
