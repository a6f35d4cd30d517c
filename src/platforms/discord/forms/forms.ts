import type { Form } from '../../../bot/answers/reply.ts';
import { keyOfPlace } from '../../../bot/conversation/place.ts';
import { optionsOf, startForm } from '../../../bot/platform/form-dialogue.ts';
import type { DiscordContext } from '../context.ts';
import { searched } from '../inbound/answer-with.ts';
import { keptFile, problemOf } from '../inbound/attachments.ts';
import { answer } from '../inbound/interaction-port.ts';
import type { ActOf } from '../inbound/receive.ts';
import { FORM, SEARCH } from '../outbound/controls.ts';
import { sayPrivately, show, UNASKED, type WithFile } from '../outbound/show.ts';
import { languageOf, whisperOf } from '../outbound/speech.ts';
import { SETTINGS_FORM, takeSettingsForm } from '../settings/form.ts';
import { keepForm, keptForm, takesFile } from './kept-forms.ts';
import { filledForm } from './modal.ts';

/** Handles a submitted form. What was typed is stored first, so that it can be corrected if anything is refused. */
export async function submit(context: DiscordContext, act: ActOf<'form'>): Promise<void> {
  const { scene, target } = act;
  const press = await context.buttons.read(act.data, keyOfPlace(scene.place));
  if (press?.command === SEARCH) return searched(context, act, press.argument);
  if (press?.command === SETTINGS_FORM) return takeSettingsForm(context, act, press.argument);
  const form = press?.command === FORM ? await keptForm(context, scene, press.argument) : undefined;
  if (!press || !form) return sayPrivately(context, act, 'stale-button');
  const filled = filledForm(form, act.typed, takesFile(context, form));
  await keepForm(context, scene, filled, press.argument);
  const language = await languageOf(context, scene);
  const again = { label: context.services.speak(language)('form-again'), command: FORM, argument: press.argument };
  const problem = act.file && problemOf(act.file);
  if (problem) return show(context, act, { ...UNASKED, extra: [again] }, await whisperOf(context, scene, problem));
  const way = target?.isPrivate ? ('update' as const) : ('private' as const);
  await answer(context, act, {
    text: `/${form.command}`,
    command: form.command,
    options: optionsOf(startForm(filled).values),
    ...attachedTo(context, act, filled, press.argument),
    way,
    isForm: true,
    extra: [again],
  });
}

/** A file sent with the form replaces an earlier one and is stored with the typed values. @param id of the form */
function attachedTo(context: DiscordContext, { scene, file }: ActOf<'form'>, form: Form, id: string): WithFile {
  // Files are stored for moderators only.
  if (!file || !scene.isModerator) return form.attachment ? { attached: async () => form.attachment } : {};
  return {
    attached: async () => {
      const attachment = await keptFile(context, scene, file);
      if (attachment) await keepForm(context, scene, { ...form, attachment }, id);
      return attachment;
    },
  };
}
