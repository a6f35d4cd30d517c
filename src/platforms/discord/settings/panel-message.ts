import { choicesOf, plainReply, type Reply } from '../../../bot/answers/reply.ts';
import { type Call, callOf } from '../../../bot/command.ts';
import { keyOfPlace } from '../../../bot/conversation/place.ts';
import { isRole } from '../../../bot/moderation/people.ts';
import { keyOf, listIn } from '../../../bot/settings/chosen.ts';
import { DEFAULT, EVERYWHERE } from '../../../bot/settings/kinds.ts';
import { hasScope, rowOf, type Setting, type SettingKind } from '../../../bot/settings/table.ts';
import { SETTINGS } from '../config.ts';
import type { DiscordContext } from '../context.ts';
import { type DiscordAct, personOf, type Scene } from '../inbound/receive.ts';
import { controlsOf } from '../outbound/controls.ts';
import type { AddressedMessage } from '../outbound/send.ts';
import { languageOf } from '../outbound/speech.ts';
import { formsOf } from './fields.ts';
import { type PanelPage, pagesOf } from './pages.ts';
import { AGAIN, DO, renderPanel } from './render-panel.ts';

/** Command of the panel's controls. No command of the bot begins with `!`. */
export const PANEL = '!set';

/** The page and channel that a moderator is viewing. */
export interface Seen {
  /** Default: the first page. */
  readonly page?: string;
  readonly channel: string;
}

/** Text and button above the settings of a panel. */
interface Said {
  /** Outcome of the last change. */
  readonly reply?: Reply;
  /** Id of a refused form, for a button that opens it again. Default: none. */
  readonly again?: string;
}

/** A call on behalf of the person who views the settings. */
export async function panelCall(context: DiscordContext, scene: Scene): Promise<Call> {
  const { services } = context;
  const { place, user } = scene;
  return callOf(services, {
    person: services.hash(personOf(user)),
    place,
    community: await services.communities.of(place),
    language: await languageOf(context, scene),
    settings: SETTINGS,
    isModerator: async () => true,
    mayAppoint: async () => scene.mayModerate,
  });
}

export function pageSeen(call: Call, { page: named }: Seen): PanelPage {
  const pages = pagesOf(call);
  const page = pages.find(({ id }) => id === named) ?? pages[0];
  if (!page) throw new Error('a panel without settings');
  return page;
}

export async function panelOf(
  context: DiscordContext,
  { scene }: DiscordAct,
  seen: Seen,
  { reply, again }: Said = {},
): Promise<AddressedMessage> {
  const { services, buttons, world } = context;
  const { place } = scene;
  const { channel } = seen;
  const call = await panelCall(context, scene);
  const { person, language } = call;
  const page = pageSeen(call, seen);
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
  const edit = again === undefined ? [] : [{ id: await sign(AGAIN, again), label: call.say('form-again') }];
  const tags = world.tagsOf(channel);
  const forms = await formsOf(call, { page, channel, tags });
  return {
    isPrivate: true,
    components: await renderPanel(call, {
      page,
      channel,
      tags,
      forms,
      sign,
      said: reply,
      choices: [...edit, ...choices],
    }),
  };
}

/** How a chosen value is mentioned, by kind of setting. */
const MENTION: Partial<Record<SettingKind, (id: string) => string>> = {
  people: (id) => `<@&${id}>`,
  channel: (id) => `<#${id}>`,
  spot: (id) => `<#${id}>`,
  faq: (id) => `<#${id}>`,
};

/** The typed form of a choice, without the setting's name. @param values empty for the default */
export function choiceAsTyped(call: Call, setting: Setting, values: readonly string[], seen: Seen): string {
  const written = MENTION[rowOf(setting).kind] ?? ((value: string) => value);
  const chosen = values.includes(DEFAULT) ? [] : [...values.map(written), ...peopleIn(call, setting)];
  // Topic names may contain spaces, so values are separated by commas.
  const value = chosen.length === 0 ? DEFAULT : chosen.join(', ');
  const isOfChannel = pageSeen(call, seen).isOfChannel;
  const scope = hasScope(setting, 'channel') ? ` ${isOfChannel ? `<#${seen.channel}>` : EVERYWHERE}` : '';
  return value + scope;
}

/**
 * People who were appointed one by one. They are kept when roles are picked, as the menu of roles does not show them.
 */
const peopleIn = ({ community, place }: Call, setting: Setting): readonly string[] =>
  rowOf(setting).kind === 'people'
    ? listIn(community.state.get('setting', keyOf(setting, place))).filter((mark) => !isRole(mark))
    : [];
