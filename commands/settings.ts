import type { Say } from '../src/bot/answers/messages.ts';
import { type Choice, list, plainReply, type Reply, text } from '../src/bot/answers/reply.ts';
import type { Call, Command } from '../src/bot/command.ts';
import { OWN_PACK } from '../src/bot/community/own-entries.ts';
import { encode, type SettingRecord } from '../src/bot/community/records.ts';
import { perform } from '../src/bot/moderation/perform.ts';
import { propose } from '../src/bot/moderation/proposed-change.ts';
import { DEFAULT, keyOf, readValue, SETTINGS, type Setting, valuesOf } from '../src/bot/moderation/setting-values.ts';
import { sayCurrent, sayName, sayValue } from '../src/bot/moderation/setting-words.ts';

/** Makes a listening mode that of all channels. */
const EVERYWHERE = 'everywhere';

/** Shows or changes how the bot behaves here: its language, its packs, to what it listens, and how it says that it does not know. */
export const settings: Command = {
  name: 'settings',
  options: [
    { name: 'setting', kind: 'text' },
    { name: 'value', kind: 'text' },
    { name: 'why', kind: 'text' },
    { name: 'force', kind: 'flag' },
  ],
  forModerators: true,
  run: (call) => {
    const [name = '', ...words] = `${call.options.setting ?? ''} ${call.options.value ?? ''}`.trim().split(/\s+/);
    if (name === '') return allSettings(call);
    const setting = SETTINGS.find((one) => one === name.toLowerCase());
    if (!setting) return refuse(call, call.say('no-setting', { name, settings: SETTINGS.join(call.say('list-comma')) }));
    if (words.length === 0) return oneSetting(call, setting);
    const isEverywhere = setting === 'mode' && words.at(-1)?.toLowerCase() === EVERYWHERE;
    return change(call, setting, (isEverywhere ? words.slice(0, -1) : words).join(' '), isEverywhere ? undefined : call.place.channel);
  },
};

function allSettings(call: Call): Reply {
  const { say, language, place } = call;
  const line = (setting: Setting, channel?: string) => [text(say('setting-line', { setting: sayName(call, setting, channel), value: sayCurrent(call, setting, channel) }))];
  const here = place.channel !== undefined && call.community.state.get('setting', keyOf('mode', place)) !== undefined ? [line('mode', place.channel)] : [];
  const choices = SETTINGS.map((setting): Choice => ({ label: sayName(call, setting), command: 'settings', argument: setting }));
  return { language, title: say('settings-title'), blocks: [list([...SETTINGS.map((setting) => line(setting)), ...here])], notes: [], question: say('settings-question'), choices, isPrivate: true };
}

/** The values that it can have, at a press; what holds for a channel is changed in it. */
function oneSetting(call: Call, setting: Setting): Reply {
  const { say, language } = call;
  const channel = setting === 'mode' ? call.place.channel : undefined;
  const isOwn = call.community.state.get('setting', keyOf(setting, channel === undefined ? undefined : call.place)) !== undefined;
  const now = say('setting-line', { setting: sayName(call, setting, isOwn ? channel : undefined), value: sayCurrent(call, setting, isOwn ? channel : undefined) });
  const values = valuesOf(setting, call).map((value): Choice => ({ label: sayValue(call, setting, value), command: 'settings', argument: `${setting} ${value}` }));
  const back: Choice[] = isOwn ? [{ label: say('setting-back'), command: 'settings', argument: `${setting} ${DEFAULT}` }] : [];
  const everywhere = channel === undefined ? [] : [[text(say('mode-everywhere'))]];
  return { ...plainReply(language, now), notes: everywhere, question: say('setting-values'), choices: [...values, ...back], isPrivate: true };
}

function change(call: Call, setting: Setting, words: string, channel: string | undefined): Reply | Promise<Reply> {
  const { community, say } = call;
  const isDefault = words.toLowerCase() === DEFAULT;
  const value = isDefault ? undefined : readValue(setting, words, call);
  if (value === undefined && !isDefault) {
    return refuse(call, say('no-value', { value: words, setting: sayName(call, setting), values: [...valuesOf(setting, call), DEFAULT].join(say('list-comma')) }));
  }
  const edit = { community: community.id, kind: 'setting' as const, key: keyOf(setting, channel === undefined ? undefined : call.place), after: value === undefined ? null : encode('setting', value) };
  const subject = say('setting-line', { setting: sayName(call, setting, channel), value: value === undefined ? say('setting-default') : shortly(value, say) });
  return perform(call, propose(call, { command: 'settings', subject, edits: [edit], exempt: setting === 'packs' ? takenAway(call, value) : [] }));
}

const shortly = (value: SettingRecord, say: Say): string => (typeof value === 'string' ? value : value.length === 0 ? say('disabled-none') : value.join(say('list-comma')));

/** Entries that shall no longer be answered: that they are not is no damage. */
function takenAway({ community }: Call, packs: SettingRecord | undefined): string[] {
  if (packs === undefined) return [];
  return [...community.knowledge().entries.values()].filter(({ pack }) => pack !== OWN_PACK && !packs.includes(pack)).map(({ id }) => id);
}

const refuse = (call: Call, words: string): Reply => ({ ...plainReply(call.language, words), isPrivate: true });
