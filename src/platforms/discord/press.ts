import type { About } from '../../bot/incoming.ts';
import { keyOfPlace } from '../../bot/place.ts';
import { answer, show } from './answer.ts';
import { DELETE, FORM, ownerMark } from './controls.ts';
import type { Door } from './door.ts';
import { withoutMentions } from './heard.ts';
import { keptForm, openForm } from './kept-forms.ts';
import type { Kit } from './kit.ts';
import { MOST } from './limits.ts';
import { type Act, personOf, type Target } from './receive.ts';
import { whisperOf } from './speech.ts';
import { troubleOf } from './trouble.ts';

type PressAct = Extract<Act, { kind: 'press' }>;

/** What a button stands for, done by whoever pressed it: with their rights, and in their language. */
export async function press(kit: Kit, act: PressAct, door: Door): Promise<void> {
  const { scene, target } = act;
  const meant = await kit.buttons.read(act.data, keyOfPlace(scene.place));
  if (!meant) return whisper(kit, act, door, 'stale-button');
  if (meant.command === DELETE) return remove(kit, act, door, meant.argument);
  if (meant.command === FORM) {
    const form = await keptForm(kit, scene, meant.argument);
    return form ? openForm(kit, act, door, form, meant.argument) : whisper(kit, act, door, 'stale-button');
  }
  const about = await aboutOf(kit, act.scene, target);
  await answer(kit, act, door, { text: `/${meant.command} ${meant.argument}`, command: meant.command, about, way: wayOf(act, meant.command, about) });
}

/** The answer on which something was pressed, with its question as far as the message still shows it. */
export async function aboutOf({ recall }: Kit, { place }: Pick<Act['scene'], 'place'>, { id, question }: Target): Promise<About | undefined> {
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
async function remove(kit: Kit, act: PressAct, door: Door, owner: string): Promise<void> {
  const { scene, target } = act;
  const isOwner = owner === ownerMark(kit.services.hash(personOf(scene.user)));
  if (!isOwner && !scene.isModerator) return whisper(kit, act, door, 'not-yours');
  await door.first({ kind: 'defer-update' });
  await kit.calls.remove(scene.channel, target.id).catch((error: unknown) => {
    if (troubleOf(error) !== 'over') throw error;
  });
  kit.recent.forget(scene.channel, target.id);
  await kit.recall.removed(keyOfPlace(scene.place), target.id);
}

async function whisper(kit: Kit, act: PressAct, door: Door, key: string): Promise<void> {
  await show(kit, act, door, { text: '', command: '', way: 'private' }, await whisperOf(kit, act.scene, key), false);
}
