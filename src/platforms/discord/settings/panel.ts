import type { Reply } from '../../../bot/answers/reply.ts';
import { OWN } from '../../../bot/settings/kinds.ts';
import { isWorded, type Setting, settingNamed, type WordedSetting } from '../../../bot/settings/table.ts';
import type { DiscordContext } from '../context.ts';
import { openForm } from '../forms/kept-forms.ts';
import { replyTo } from '../inbound/interaction-port.ts';
import { type ActOf, type DiscordAct, snowflake } from '../inbound/receive.ts';
import { sayPrivately } from '../outbound/show.ts';
import { openSettingsForm } from './form.ts';
import { CHANNEL_PAGE } from './pages.ts';
import { choiceAsTyped, panelCall, panelOf, type Seen } from './panel-message.ts';
import { AGAIN, DO, PICK, SEVERAL, TURN } from './render-panel.ts';

export const OPEN = 'open';

/** Opens the settings panel for one moderator. */
export async function openPanel(context: DiscordContext, act: DiscordAct): Promise<void> {
  await act.responder.first({
    kind: 'message',
    message: await panelOf(context, act, { channel: act.scene.place.channel ?? act.scene.channel }),
  });
}

/**
 * Handles a control of the panel like the typed command, with the presser's permissions, then shows the present values.
 * The interaction is acknowledged first, as checking a change for regressions may take longer than Discord waits.
 * @param argument control's name, page, channel, and the control's own argument
 */
export async function usePanel(context: DiscordContext, act: ActOf<'press'>, argument: string): Promise<void> {
  if (!act.scene.isModerator) return sayPrivately(context, act, 'moderators-only');
  const [, name = '', page = '', channel = '', rest = ''] = /^(\S*) ?(\S*) ?(\S*) ?([\s\S]*)$/.exec(argument) ?? [];
  const seen = { page, channel };
  const show = async (next: Seen, reply?: Reply): Promise<void> =>
    void (await act.responder.later(await panelOf(context, act, next, { reply })));
  if (name === OPEN) return openPanel(context, act);
  if (name === SEVERAL) return openSettingsForm(context, act, seen, { at: Number(rest) });
  if (name === AGAIN) return openSettingsForm(context, act, seen, { id: rest });
  if (isWorded(name) && (act.values.length === 0 || act.values.includes(OWN))) return openWords(context, act, name);
  await act.responder.first({ kind: 'defer-update' });
  if (name === PICK) return show({ page: CHANNEL_PAGE, channel: snowflake(act.values[0]) ?? channel });
  if (name === TURN) return show({ page: act.values[0] ?? page, channel });
  // The reply's own buttons: undo, confirm, discard.
  if (name === DO) return show(seen, await replyTo(context, act, { text: `/${rest}` }));
  const setting = settingNamed(name);
  return show(seen, setting && (await choose(context, act, setting, seen)));
}

/**
 * Opens the form for the community's own words. It cannot be deferred, as a deferred interaction cannot open a form.
 */
async function openWords(context: DiscordContext, act: ActOf<'press'>, setting: WordedSetting): Promise<void> {
  const reply = await replyTo(context, act, { text: '/settings', options: { setting, value: OWN } });
  if (reply?.kind === 'form') await openForm(context, act, reply.form);
}

async function choose(
  context: DiscordContext,
  act: ActOf<'press'>,
  setting: Setting,
  seen: Seen,
): Promise<Reply | undefined> {
  const value = choiceAsTyped(await panelCall(context, act.scene), setting, act.values, seen);
  return replyTo(context, act, { text: '/settings', options: { setting, value } });
}
