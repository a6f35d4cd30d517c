import { choicesOf, plainReply, type Reply } from '../../../bot/answers/reply.ts';
import { callOf } from '../../../bot/command.ts';
import type { Worded } from '../../../bot/conversation/listening.ts';
import { keyOfPlace } from '../../../bot/conversation/place.ts';
import { isRole } from '../../../bot/moderation/people.ts';
import { DEFAULT, isWorded, keyOf, marksOf, OWN } from '../../../bot/moderation/setting-values.ts';
import type { Context } from '../context.ts';
import { openForm } from '../forms/kept-forms.ts';
import { type Act, type ActOf, personOf, snowflake } from '../inbound/receive.ts';
import { replyTo, sayPrivately } from '../outbound/answer.ts';
import { controlsOf } from '../outbound/controls.ts';
import { languageOf } from '../outbound/speech.ts';
import { DO, type Page, PEOPLE, PICK, pageOf, renderPanel } from './render-panel.ts';

/** Name of the panel's controls; no command begins with `!`. */
export const PANEL = '!set';
/** Opens the panel. */
export const OPEN = 'open';

/** Opens the settings for one moderator. */
export async function openPanel(context: Context, act: Act): Promise<void> {
  await act.responder.first({
    kind: 'message',
    message: await panelOf(context, act, act.scene.place.channel ?? act.scene.channel, 'answers'),
  });
}

/**
 * Does what was chosen, as the typed command would, with the permissions of the person who chose; then shows the
 * present values. Acknowledged first: what is looked ahead may take longer than Discord waits. @param argument a
 * control's name, the channel that is looked at, and what else it needs
 */
export async function usePanel(context: Context, act: ActOf<'press'>, argument: string): Promise<void> {
  if (!act.scene.isModerator) return sayPrivately(context, act, 'moderators-only');
  const [, name = '', channel = '', rest = ''] = /^(\S*) ?(\S*) ?([\s\S]*)$/.exec(argument) ?? [];
  if (name === OPEN) return openPanel(context, act);
  if (isWorded(name) && (act.values.length === 0 || act.values.includes(OWN))) return openWords(context, act, name);
  await act.responder.first({ kind: 'defer-update' });
  if (name === PICK)
    return void (await act.responder.later(
      await panelOf(context, act, snowflake(act.values[0]) ?? channel, 'answers'),
    ));
  const page = pageOf(name);
  if (name === PEOPLE) return void (await act.responder.later(await panelOf(context, act, channel, page)));
  // Undo, do it all the same, discard: as the reply offered it.
  const reply = name.startsWith(DO)
    ? await replyTo(context, act, { text: `/${rest}` })
    : await choose(context, act, name, channel);
  await act.responder.later(await panelOf(context, act, channel, page, reply));
}

/** Asks for the community's own words, at once: what was put off can open no form. */
async function openWords(context: Context, act: ActOf<'press'>, setting: Worded): Promise<void> {
  const reply = await replyTo(context, act, { text: '/settings', options: { setting, value: OWN } });
  if (reply?.kind === 'form') await openForm(context, act, reply.form);
}

/** Mention of a chosen value. */
const MENTION: Partial<Record<string, (id: string) => string>> = {
  moderators: (id) => `<@&${id}>`,
  helpers: (id) => `<@&${id}>`,
  reports: (id) => `<#${id}>`,
  human: (id) => `<#${id}>`,
};

/** @param name of the setting; with `-here` at its end it is that of the channel */
async function choose(
  context: Context,
  act: ActOf<'press'>,
  name: string,
  channel: string,
): Promise<Reply | undefined> {
  const [setting = '', here] = name.split('-');
  const written = MENTION[setting] ?? ((value: string) => value);
  const chosen = act.values.includes(DEFAULT)
    ? []
    : [...act.values.map(written), ...(await peopleIn(context, act, setting))];
  const value = chosen.length === 0 ? DEFAULT : chosen.join(' ');
  const scope = here === undefined ? (setting === 'mode' ? ' everywhere' : '') : ` <#${channel}>`;
  return replyTo(context, act, { text: '/settings', options: { setting, value: `${value}${scope}` } });
}

/** People who were given a role by name keep it: if roles are picked, nobody sees them. */
async function peopleIn(
  { services }: Context,
  { scene: { place } }: ActOf<'press'>,
  setting: string,
): Promise<readonly string[]> {
  if (setting !== 'moderators' && setting !== 'helpers') return [];
  return marksOf((await services.communities.of(place)).state.get('setting', keyOf(setting, place))).filter(
    (mark) => !isRole(mark),
  );
}

async function panelOf(context: Context, { scene }: Act, channel: string, page: Page, reply?: Reply) {
  const { services, buttons } = context;
  const { place, user } = scene;
  const person = services.hash(personOf(user));
  const language = await languageOf(context, scene);
  const community = await services.communities.of(place);
  const call = callOf(services, { person, place, community, language, isModerator: async () => true });
  const sign = async (name: string, rest = ''): Promise<string> =>
    buttons.write({ command: PANEL, argument: `${name} ${channel} ${rest}`.trim() }, keyOfPlace(place), person);
  const { choices } = await controlsOf(
    {
      services,
      buttons: { ...buttons, write: ({ command, argument }) => sign(`${DO}-${page}`, `${command} ${argument}`) },
    },
    plainReply(language, '', reply && choicesOf(reply)),
    { place, person, isPrivate: true },
  );
  return {
    isPrivate: true,
    components: await renderPanel(call, {
      page,
      channel,
      tags: context.world.tagsOf(channel),
      sign,
      said: reply,
      choices,
    }),
  };
}
