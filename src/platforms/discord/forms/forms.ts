import { keyOfPlace } from '../../../bot/conversation/place.ts';
import { optionsOf, startForm } from '../../../bot/platform/form-dialogue.ts';
import type { DiscordContext } from '../context.ts';
import { searched } from '../inbound/answer-with.ts';
import type { ActOf } from '../inbound/receive.ts';
import { answer, sayPrivately } from '../outbound/answer.ts';
import { FORM, SEARCH } from '../outbound/controls.ts';
import { languageOf } from '../outbound/speech.ts';
import { keepForm, keptForm } from './kept-forms.ts';
import { filledForm } from './modal.ts';

/** Takes in what was typed, and keeps it before anything else happens: whatever is refused can be put right. */
export async function submit(context: DiscordContext, act: ActOf<'form'>): Promise<void> {
  const { scene, target } = act;
  const press = await context.buttons.read(act.data, keyOfPlace(scene.place));
  if (press?.command === SEARCH) return searched(context, act, press.argument);
  const form = press?.command === FORM ? await keptForm(context, scene, press.argument) : undefined;
  if (!press || !form) return sayPrivately(context, act, 'stale-button');
  const filled = filledForm(form, act.typed);
  await keepForm(context, scene, filled, press.argument);
  const language = await languageOf(context, scene);
  const again = { label: context.services.speak(language)('form-again'), command: FORM, argument: press.argument };
  const way = target?.isPrivate ? ('update' as const) : ('private' as const);
  await answer(context, act, {
    text: `/${form.command}`,
    command: form.command,
    options: optionsOf(startForm(filled).values),
    ...(filled.attachment ? { attached: async () => filled.attachment } : {}),
    way,
    isForm: true,
    extra: [again],
  });
}
