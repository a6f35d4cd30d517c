import { choicesOf, plainReply, type Reply, tell } from '../../../bot/answers/reply.ts';
import type { Call } from '../../../bot/command.ts';
import { keyOfPlace } from '../../../bot/conversation/place.ts';
import { keyOf } from '../../../bot/settings/chosen.ts';
import { type Setting, settingNamed } from '../../../bot/settings/table.ts';
import { sayName } from '../../../bot/settings/words.ts';
import type { DiscordContext } from '../context.ts';
import { keepForm, keptForm } from '../forms/kept-forms.ts';
import { replyTo } from '../inbound/interaction-port.ts';
import type { ActOf } from '../inbound/receive.ts';
import { cut, MOST, plain } from '../outbound/escape.ts';
import { sayPrivately, whisper } from '../outbound/show.ts';
import { whisperOf } from '../outbound/speech.ts';
import { formsOf, linesIn } from './fields.ts';
import { choiceAsTyped, pageSeen, panelCall, panelOf, type Seen } from './panel-message.ts';

/** Command of a submitted form with several settings. */
export const SETTINGS_FORM = '!several';

/** A form with several settings, stored while it is open. */
interface SettingsForm {
  readonly page: string;
  readonly channel: string;
  /** Index of the form on its page. */
  readonly at: number;
  /** Each setting's value and record when the form was opened. */
  readonly before: Partial<Record<Setting, Before>>;
  /** Values that the person changed. */
  readonly typed: Partial<Record<Setting, string>>;
}

interface Before {
  readonly value: string;
  readonly record: string | null;
}

/**
 * Opens a form with the present values.
 * @param which the form's index on the page; or the id of a refused form, which is then opened with the changed values
 */
export async function openSettingsForm(
  context: DiscordContext,
  act: ActOf<'press'>,
  seen: Required<Seen>,
  which: { readonly at: number; readonly id?: undefined } | { readonly id: string },
): Promise<void> {
  const { scene } = act;
  const sent = which.id === undefined ? undefined : await keptForm<SettingsForm>(context, scene, which.id);
  const at = which.id === undefined ? which.at : sent?.at;
  const call = await panelCall(context, scene);
  const page = pageSeen(call, seen);
  const tags = context.world.tagsOf(seen.channel);
  const fields = at === undefined ? undefined : (await formsOf(call, { page, channel: seen.channel, tags }))[at];
  if (at === undefined || !fields) return sayPrivately(context, act, 'stale-button');
  const typed = sent?.typed ?? {};
  const before = fields.map(({ setting, value }) => [setting, { value, record: recordOf(call, setting, seen) }]);
  const form = { ...seen, at, before: Object.fromEntries(before), typed } satisfies SettingsForm;
  const id = await keepForm(context, scene, form);
  const data = await context.buttons.write(
    { command: SETTINGS_FORM, argument: id },
    keyOfPlace(scene.place),
    call.person,
  );
  const modal = {
    custom_id: data,
    title: cut(plain(page.title), MOST.modalTitle),
    components: fields.map(({ setting, value, render }) => render(typed[setting] ?? value)),
  };
  await act.responder.first({ kind: 'modal', modal });
}

/**
 * Applies the changed settings, all or none, like one typed command, and shows the result in the panel. Settings that
 * the person did not touch are left alone, even if somebody else changed them meanwhile.
 */
export async function takeSettingsForm(context: DiscordContext, act: ActOf<'form'>, id: string): Promise<void> {
  const { scene, responder } = act;
  if (!scene.isModerator) return sayPrivately(context, act, 'moderators-only');
  await responder.first({ kind: 'defer-update' });
  const form = await keptForm<SettingsForm>(context, scene, id);
  if (!form) return whisper(act, await whisperOf(context, scene, 'stale-button'));
  const typed = chosenIn(form, act.typed);
  await keepForm(context, scene, { ...form, typed }, id);
  const call = await panelCall(context, scene);
  const reply = await done(context, act, call, { ...form, typed });
  const isOver = Object.keys(typed).length === 0 || choicesOf(reply).length > 0;
  await responder.later(await panelOf(context, act, form, { reply, again: isOver ? undefined : id }));
}

async function done(context: DiscordContext, act: ActOf<'form'>, call: Call, form: SettingsForm): Promise<Reply> {
  const settings = Object.keys(form.typed).flatMap((name) => settingNamed(name) ?? []);
  if (settings.length === 0) return plainReply(call.language, call.say('settings-unchanged'));
  const taken = settings.filter((setting) => recordOf(call, setting, form) !== form.before[setting]?.record);
  if (taken.length > 0) {
    const subject = taken.map((setting) => sayName(call, setting)).join(call.say('list-comma'));
    return tell(call, 'overtaken', { subject });
  }
  const lines = settings.map((setting) => {
    const values = linesIn(form.typed[setting] ?? '');
    return `${setting} ${choiceAsTyped(call, setting, values, form)}`;
  });
  const reply = await replyTo(context, act, { text: '/settings', options: { several: lines.join('\n') } });
  return reply ?? whisperOf(context, act.scene, 'unknown-short');
}

/**
 * Settings whose values differ from those that the form was opened with; the order of several values does not matter.
 */
function chosenIn({ before }: SettingsForm, typed: Readonly<Record<string, string>>): Record<string, string> {
  const inOrder = (value: string): string => linesIn(value).sort().join('\n');
  const now = Object.entries(before).map(([setting, { value }]) => [setting, value, typed[setting] ?? ''] as const);
  const chosen = now.filter(([, value, sent]) => inOrder(value) !== inOrder(sent));
  return Object.fromEntries(chosen.map(([setting, , sent]) => [setting, sent]));
}

const recordOf = (call: Call, setting: Setting, seen: Seen): string | null =>
  call.community.state.raw(
    'setting',
    keyOf(setting, call.place, pageSeen(call, seen).isOfChannel ? seen.channel : undefined),
  );
