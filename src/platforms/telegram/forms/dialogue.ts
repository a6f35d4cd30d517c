import { answerForm, type FormDialogue, type FormStep } from '../../../bot/platform/form-dialogue.ts';
import type { Context } from '../context.ts';
import type { Spot } from '../inbound/place.ts';

/** A form that is asked of one person in one conversation. It outlives a restart. */
export interface Dialogue extends FormDialogue {
  readonly id: string;
  /** Messages of the bot to which an answer is a reply. */
  readonly prompts: readonly number[];
  readonly language: string;
  /** The person's newest message: what the next question replies to, so that it opens at this person. */
  readonly asked: number;
  /** Whether the only answer is the command's own words, as if they had been typed behind it. */
  readonly isBare: boolean;
}

/** A dialogue that nobody goes on with is forgotten after this time. */
const KEPT_MS = 60 * 60_000;

/** One person has one dialogue in one conversation. @param person keyed hash */
export const dialogueId = ({ services }: Pick<Context, 'services'>, { key, thread }: Spot, person: string): string => services.hash(`dialogue ${key} ${thread ?? ''} ${person}`).slice(0, 16);

export async function findDialogue({ services }: Pick<Context, 'services'>, id: string): Promise<Dialogue | undefined> {
  const draft = await services.store.transact(({ drafts }) => drafts.find(id, services.now()));
  return draft && (JSON.parse(draft.content) as Dialogue);
}

export async function keepDialogue({ services }: Pick<Context, 'services'>, dialogue: Dialogue, { key }: Pick<Spot, 'key'>, person: string): Promise<void> {
  const expires = new Date(Date.parse(services.now()) + KEPT_MS).toISOString();
  await services.store.transact(({ drafts }) => drafts.save({ id: dialogue.id, community: key, person, content: JSON.stringify(dialogue), expires }));
}

/** Forgets it, unless another has taken its place. */
export async function endDialogue({ services }: Pick<Context, 'services'>, dialogue: Dialogue): Promise<void> {
  await services.store.transact(async ({ drafts }) => {
    const kept = await drafts.find(dialogue.id, services.now());
    if (kept?.content === JSON.stringify(dialogue)) await drafts.remove(dialogue.id);
  });
}

/** Notes to which message an answer will be a reply. */
export async function notePrompt({ services }: Pick<Context, 'services'>, id: string, message: number): Promise<void> {
  await services.store.transact(async ({ drafts }) => {
    const draft = await drafts.find(id, services.now());
    if (!draft) return;
    const dialogue = JSON.parse(draft.content) as Dialogue;
    await drafts.save({ ...draft, content: JSON.stringify({ ...dialogue, prompts: [...dialogue.prompts, message] }) });
  });
}

/** What an answer leads to. */
export type Step =
  | { readonly kind: 'next'; readonly dialogue: Dialogue }
  | Extract<FormStep, { kind: 'again' | 'left' }>
  | { readonly kind: 'done'; readonly text: string; readonly options: Readonly<Record<string, string>> };

/** @param words `undefined` keeps what stands there; see `answerForm`. */
export function answerDialogue(dialogue: Dialogue, words: string | undefined, asked: number): Step {
  const { command } = dialogue.form;
  const step = answerForm(dialogue, words);
  if (step.kind === 'next') return { kind: 'next', dialogue: { ...dialogue, at: step.at, values: step.values, prompts: [], asked } };
  if (step.kind !== 'done') return step;
  return dialogue.isBare ? { kind: 'done', text: `/${command} ${Object.values(step.options).join(' ')}`, options: {} } : { kind: 'done', text: `/${command}`, options: step.options };
}
