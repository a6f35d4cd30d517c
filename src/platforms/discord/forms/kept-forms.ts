import type { Form } from '../../../bot/answers/reply.ts';
import { commandNamed } from '../../../bot/command.ts';
import { keyOfPlace } from '../../../bot/conversation/place.ts';
import { momentAfter } from '../../../bot/moment.ts';
import type { WithServices } from '../../../bot/services.ts';
import type { DiscordContext } from '../context.ts';
import { type DiscordAct, personOf, type Scene } from '../inbound/receive.ts';
import type { PersonThere } from '../inbound/world.ts';
import { FORM } from '../outbound/controls.ts';
import { languageOf } from '../outbound/speech.ts';
import { renderModal } from './modal.ts';

/** Milliseconds for which a form and its typed values are stored. */
const KEPT_MS = 24 * 60 * 60_000;

/** Opens a form. It is stored first, so that it can be shown again with what was typed if something is refused. */
export async function openForm(
  context: DiscordContext,
  { scene, responder }: DiscordAct,
  form: Form,
  id?: string,
): Promise<void> {
  const kept = id ?? (await keepForm(context, scene, form));
  const data = await context.buttons.write(
    { command: FORM, argument: kept },
    keyOfPlace(scene.place),
    context.services.hash(personOf(scene.user)),
  );
  const file = takesFile(context, form)
    ? context.services.speak(await languageOf(context, scene))('field-file')
    : undefined;
  await responder.first({ kind: 'modal', modal: renderModal(form, data, file) });
}

/** Whether the form's command takes a photo or file. */
export const takesFile = ({ services }: WithServices, { command }: Form): boolean =>
  commandNamed(services, command)?.options.some(({ kind }) => kind === 'file') === true;

/** @param form must be serialisable as JSON. @returns a short id */
export async function keepForm(
  { services }: DiscordContext,
  { place, user }: PersonThere,
  form: object,
  id = services.code(),
): Promise<string> {
  const expires = momentAfter(services.now(), KEPT_MS);
  await services.attempt.write(({ kept }) =>
    kept.save({
      key: id,
      place: keyOfPlace(place),
      person: services.hash(personOf(user)),
      content: JSON.stringify(form),
      expires,
    }),
  );
  return id;
}

/** The stored form with that id, if it belongs to this person and place. */
export async function keptForm<F = Form>(
  { services }: DiscordContext,
  { place, user }: Scene,
  id: string,
): Promise<F | undefined> {
  const item = await services.attempt.read(({ kept }) => kept.find(id, services.now()));
  return item?.place === keyOfPlace(place) && item.person === services.hash(personOf(user))
    ? (JSON.parse(item.content) as F)
    : undefined;
}
