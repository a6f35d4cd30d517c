import { choicesOf, plainReply, type Reply } from '../../../bot/answers/reply.ts';
import { callOf } from '../../../bot/command.ts';
import { keyOfPlace } from '../../../bot/conversation/place.ts';
import { isRole } from '../../../bot/moderation/people.ts';
import { keyOf, listIn } from '../../../bot/settings/chosen.ts';
import { DEFAULT, EVERYWHERE, OWN } from '../../../bot/settings/kinds.ts';
import {
  hasScope,
  isWorded,
  rowOf,
  type Setting,
  type SettingKind,
  settingNamed,
  type WordedSetting,
} from '../../../bot/settings/table.ts';
import { type DiscordContext, SETTINGS } from '../context.ts';
import { openForm } from '../forms/kept-forms.ts';
import { type ActOf, type DiscordAct, personOf, snowflake } from '../inbound/receive.ts';
import { replyTo, sayPrivately } from '../outbound/answer.ts';
import { controlsOf } from '../outbound/controls.ts';
import { languageOf } from '../outbound/speech.ts';
import { CHANNEL_PAGE, pagesOf } from './pages.ts';
import { DO, PICK, renderPanel, TURN } from './render-panel.ts';

/** Name of the panel's controls; no command begins with `!`. */
export const PANEL = '!set';
/** Opens the panel. */
export const OPEN = 'open';

/** Opens the settings for one moderator. */
export async function openPanel(context: DiscordContext, act: DiscordAct): Promise<void> {
  await act.responder.first({
    kind: 'message',
    message: await panelOf(context, act, { channel: act.scene.place.channel ?? act.scene.channel }),
  });
}

/**
 * Does what was chosen, as the typed command would, with the permissions of the person who chose; then shows the
 * present values. Acknowledged first: what is looked ahead may take longer than Discord waits. @param argument a
 * control's name, the page, the channel that is looked at, and what else it needs
 */
export async function usePanel(context: DiscordContext, act: ActOf<'press'>, argument: string): Promise<void> {
  if (!act.scene.isModerator) return sayPrivately(context, act, 'moderators-only');
  const [, name = '', page = '', channel = '', rest = ''] = /^(\S*) ?(\S*) ?(\S*) ?([\s\S]*)$/.exec(argument) ?? [];
  const seen = { page, channel };
  const show = async (next: Seen, reply?: Reply): Promise<void> =>
    void (await act.responder.later(await panelOf(context, act, next, reply)));
  if (name === OPEN) return openPanel(context, act);
  if (isWorded(name) && (act.values.length === 0 || act.values.includes(OWN))) return openWords(context, act, name);
  await act.responder.first({ kind: 'defer-update' });
  if (name === PICK) return show({ page: CHANNEL_PAGE, channel: snowflake(act.values[0]) ?? channel });
  if (name === TURN) return show({ page: act.values[0] ?? page, channel });
  // Undo, do it all the same, discard: as the reply offered it.
  if (name === DO) return show(seen, await replyTo(context, act, { text: `/${rest}` }));
  const setting = settingNamed(name);
  return show(seen, setting && (await choose(context, act, setting, seen)));
}

/** The page of a panel and the channel that somebody looks at. */
interface Seen {
  /** Default: the first one. */
  readonly page?: string;
  readonly channel: string;
}

/** Asks for the community's own words, at once: what was put off can open no form. */
async function openWords(context: DiscordContext, act: ActOf<'press'>, setting: WordedSetting): Promise<void> {
  const reply = await replyTo(context, act, { text: '/settings', options: { setting, value: OWN } });
  if (reply?.kind === 'form') await openForm(context, act, reply.form);
}

/** Mention of a chosen value. */
const MENTION: Partial<Record<SettingKind, (id: string) => string>> = {
  people: (id) => `<@&${id}>`,
  channel: (id) => `<#${id}>`,
  spot: (id) => `<#${id}>`,
  faq: (id) => `<#${id}>`,
};

async function choose(
  context: DiscordContext,
  act: ActOf<'press'>,
  setting: Setting,
  { page, channel }: Seen,
): Promise<Reply | undefined> {
  const written = MENTION[rowOf(setting).kind] ?? ((value: string) => value);
  const chosen = act.values.includes(DEFAULT)
    ? []
    : [...act.values.map(written), ...(await peopleIn(context, act, setting))];
  // Names of topics may have several words.
  const value = chosen.length === 0 ? DEFAULT : chosen.join(', ');
  const isOfChannel = page?.split('.')[0] === CHANNEL_PAGE;
  const scope = hasScope(setting, 'channel') ? ` ${isOfChannel ? `<#${channel}>` : EVERYWHERE}` : '';
  return replyTo(context, act, { text: '/settings', options: { setting, value: `${value}${scope}` } });
}

/** People who were given a role by name keep it: if roles are picked, nobody sees them. */
async function peopleIn(
  { services }: DiscordContext,
  { scene: { place } }: ActOf<'press'>,
  setting: Setting,
): Promise<readonly string[]> {
  if (rowOf(setting).kind !== 'people') return [];
  return listIn((await services.communities.of(place)).state.get('setting', keyOf(setting, place))).filter(
    (mark) => !isRole(mark),
  );
}

async function panelOf(context: DiscordContext, { scene }: DiscordAct, { page: named, channel }: Seen, reply?: Reply) {
  const { services, buttons } = context;
  const { place, user } = scene;
  const person = services.hash(personOf(user));
  const language = await languageOf(context, scene);
  const community = await services.communities.of(place);
  const call = callOf(services, {
    person,
    place,
    community,
    language,
    settings: SETTINGS,
    isModerator: async () => true,
  });
  const pages = pagesOf(call);
  const page = pages.find(({ id }) => id === named) ?? pages[0];
  if (!page) throw new Error('a panel without settings');
  const sign = async (name: string, rest = ''): Promise<string> =>
    buttons.write(
      { command: PANEL, argument: `${name} ${page.id} ${channel} ${rest}`.trim() },
      keyOfPlace(place),
      person,
    );
  const { choices } = await controlsOf(
    {
      services,
      buttons: { ...buttons, write: ({ command, argument }) => sign(DO, `${command} ${argument}`) },
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
