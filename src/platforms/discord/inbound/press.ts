import type { About } from '../../../bot/conversation/incoming.ts';
import { keyOfPlace } from '../../../bot/conversation/place.ts';
import type { Context } from '../context.ts';
import { keptForm, openForm } from '../forms/kept-forms.ts';
import { SOLVED, solve } from '../forums/solved.ts';
import { answer, show } from '../outbound/answer.ts';
import { DELETE, FORM, ownerMark } from '../outbound/controls.ts';
import { MOST } from '../outbound/limits.ts';
import type { Responder } from '../outbound/responder.ts';
import { whisperOf } from '../outbound/speech.ts';
import { openHelp } from '../settings/help.ts';
import { openPanel, PANEL, usePanel } from '../settings/panel.ts';
import { chooseServer, SERVER_BUTTON } from '../settings/server.ts';
import { troubleOf } from '../trouble.ts';
import { withoutMentions } from './heard.ts';
import { type Act, isServer, personOf, type Target } from './receive.ts';

type PressAct = Extract<Act, { kind: 'press' }>;

/** What a button stands for, done by whoever pressed it: with their rights, and in their language. */
export async function press(context: Context, act: PressAct, responder: Responder): Promise<void> {
  const { scene, target } = act;
  const meant = await context.buttons.read(act.data, keyOfPlace(scene.place));
  if (!meant) return whisper(context, act, responder, 'stale-button');
  if (meant.command === DELETE) return remove(context, act, responder, meant.argument);
  if (meant.command === PANEL) return usePanel(context, act, responder, meant.argument);
  if (meant.command === SERVER_BUTTON) return chooseServer(context, act, responder, meant.argument);
  if (meant.command === FORM) {
    const form = await keptForm(context, scene, meant.argument);
    return form ? openForm(context, act, responder, form, meant.argument) : whisper(context, act, responder, 'stale-button');
  }
  if (meant.command === 'settings' && meant.argument === '' && scene.isModerator) return openPanel(context, act, responder);
  if (meant.command === 'help') return openHelp(context, act, responder);
  const about = await aboutOf(context, act.scene, target);
  if (meant.command === SOLVED) return solve(context, act, responder, about);
  await answer(context, act, responder, { text: `/${meant.command} ${meant.argument}`, command: meant.command, about, way: wayOf(act, meant.command, about) });
}

/** The answer on which something was pressed, with its question as far as the message still shows it. */
export async function aboutOf({ recall }: Context, { place }: Pick<Act['scene'], 'place'>, { id, question }: Target): Promise<About | undefined> {
  const about = await recall.about(keyOfPlace(place), id);
  if (!about || about.question !== undefined || question === undefined || question.length >= MOST.author) return about;
  const words = withoutMentions(question);
  return words === '' ? about : { ...about, question: words };
}

/**
 * Presses are answered to whoever pressed, so that a channel is not filled by them. What one person sees alone is replaced, and so
 * is a choice that was offered to the asker and that the asker makes; an answer stays.
 */
function wayOf({ scene, target }: PressAct, command: string, about: About | undefined): 'public' | 'private' | 'update' {
  if (about === undefined && target.isPrivate) return 'update';
  if (scene.place.isPrivate) return 'public';
  return about === undefined && command === 'show' && target.asker === scene.user ? 'update' : 'private';
}

/** The asker and moderators may. */
async function remove(context: Context, act: PressAct, responder: Responder, owner: string): Promise<void> {
  const { scene, target } = act;
  const isOwner = owner === ownerMark(context.services.hash(personOf(scene.user)));
  if (!isOwner && !scene.isModerator) return whisper(context, act, responder, 'not-yours');
  await responder.first({ kind: 'defer-update' });
  await context.calls.remove(scene.channel, target.id).catch(async (error: unknown) => {
    if (troubleOf(error) === 'no-access' || !isServer(scene.place)) return context.calls.removePressed(act.ticket.application, act.ticket.token);
    if (troubleOf(error) !== 'over') throw error;
  });
  context.recent.forget(scene.channel, target.id);
  await context.recall.removed(keyOfPlace(scene.place), target.id);
}

async function whisper(context: Context, act: PressAct, responder: Responder, key: string): Promise<void> {
  await show(context, act, responder, { text: '', command: '', way: 'private' }, await whisperOf(context, act.scene, key), false);
}
