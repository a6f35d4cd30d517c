import { keyOfPlace } from '../../bot/place.ts';
import { answer, show } from './answer.ts';
import { FORM } from './controls.ts';
import type { Door } from './door.ts';
import { keepForm, keptForm } from './kept-forms.ts';
import type { Kit } from './kit.ts';
import { filledForm, optionsOf, typedValues } from './modal.ts';
import type { Act } from './receive.ts';
import { whisperOf } from './speech.ts';

/** Takes in what was typed, and keeps it before anything else happens: whatever is refused can be put right. */
export async function submit(kit: Kit, act: Extract<Act, { kind: 'form' }>, door: Door): Promise<void> {
  const { scene, target } = act;
  const press = await kit.buttons.read(act.data, keyOfPlace(scene.place));
  const form = press?.command === FORM ? await keptForm(kit, scene, press.argument) : undefined;
  if (!press || !form) return show(kit, act, door, { text: '', command: '', way: 'private' }, await whisperOf(kit, scene, 'stale-button'), false);
  const filled = filledForm(form, typedValues(act.components));
  await keepForm(kit, scene, filled, press.argument);
  const { language } = await whisperOf(kit, scene, 'form-again');
  const again = { label: kit.services.speak(language)('form-again'), command: FORM, argument: press.argument };
  const way = target?.isPrivate ? ('update' as const) : ('private' as const);
  await answer(kit, act, door, { text: `/${form.command}`, command: form.command, options: optionsOf(filled), way, extra: [again] });
}
