import { plainReply } from '../../../bot/answers/reply.ts';
import { isPinsText } from '../../../bot/community/pinned.ts';
import type { About } from '../../../bot/conversation/incoming.ts';
import { keyOfPlace } from '../../../bot/conversation/place.ts';
import type { Press } from '../../../bot/platform/buttons.ts';
import type { Context } from '../context.ts';
import { DELETE, ON, ownerMark } from '../outbound/controls.ts';
import { type Control, renderReply } from '../outbound/render.ts';
import type { Responder } from '../outbound/responder.ts';
import { languageOf } from '../outbound/speech.ts';
import { type Act, personOf } from './receive.ts';

type PressAct = Extract<Act, { kind: 'press' }>;

interface Action extends Press {
  /** Key in `locales/` of its name. */
  readonly words: string;
  readonly emoji: string;
}

/**
 * What may be done with an answer: everything by moderators, and by whoever asked that it is taken away. @param owner
 * mark of who asked
 */
function actionsOn(about: About | undefined, owner: string, isModerator: boolean): Action[] {
  const pin: Action =
    about?.pin === undefined
      ? { command: 'pin', argument: '', words: 'action-pin', emoji: '📌' }
      : { command: 'unpin', argument: '', words: 'action-unpin', emoji: '📌' };
  const edits: Action[] = [
    { command: 'correct', argument: '', words: 'action-correct', emoji: '✏️' },
    { command: 'rephrase', argument: '', words: 'action-rephrase', emoji: '💬' },
    { command: 'retire', argument: '', words: 'action-retire', emoji: '📦' },
  ];
  const ofModerators = about && isModerator ? [pin, ...(isPinsText(about.entry) ? [] : edits)] : [];
  return [
    ...ofModerators,
    ...(owner === '' ? [] : [{ command: DELETE, argument: owner, words: 'action-remove', emoji: '🗑️' }]),
  ];
}

/**
 * Shows one person, and nobody else, what they may do with an answer.
 * @param owner mark of who asked; empty where nobody but its reader can see the answer
 * @returns false where there is nothing
 */
export async function showMore(
  context: Context,
  { scene, target, ticket }: PressAct,
  responder: Responder,
  about: About | undefined,
  owner: string,
): Promise<boolean> {
  const isOwner = owner !== '' && owner === ownerMark(context.services.hash(personOf(scene.user)));
  const actions = isOwner || scene.isModerator ? actionsOn(about, owner, scene.isModerator) : [];
  if (actions.length === 0) return false;
  const language = await languageOf(context, scene);
  const say = context.services.speak(language);
  const choices: Control[] = [];
  for (const { command, argument, words, emoji } of actions) {
    const press = { command: ON, argument: `${target.id} ${command} ${argument}`.trim() };
    choices.push({
      label: say(words),
      emoji,
      id: await context.buttons.write(press, keyOfPlace(scene.place), context.services.hash(personOf(scene.user))),
    });
  }
  // So that this press stands for the answer, and not for what is shown now.
  await responder.first({ kind: 'defer-update' });
  context.shown.set(target.id, ticket);
  for (const message of renderReply(
    plainReply(language, say('actions-question')),
    { choices, tools: [] },
    about?.question,
  ))
    await responder.further({ ...message, isPrivate: true });
  return true;
}

/** What a button of such a message stands for, and the message that it is about. */
export function readOn({ command, argument }: Press): { readonly meant: Press; readonly message: string } | undefined {
  const [, message = '', name = '', rest = ''] =
    (command === ON ? /^(\d{1,20}) (\S+) ?([\s\S]*)$/.exec(argument) : null) ?? [];
  return message === '' ? undefined : { meant: { command: name, argument: rest }, message };
}
