import { findEntry } from '../answers/find-entry.ts';
import { type Reply, text, whisper } from '../answers/reply.ts';
import type { Call } from '../command.ts';
import { OWN_PACK } from '../community/own-entries.ts';
import { editOf, type SettingRecord } from '../community/records.ts';
import { OVERHEARING } from '../conversation/listening.ts';
import { problemsReply } from '../moderation/form.ts';
import { perform } from '../moderation/perform.ts';
import { propose } from '../moderation/proposed-change.ts';
import type { Flaw } from '../ports/editor.ts';
import { keyOf, keyOfEntry } from './chosen.ts';
import { DEFAULT, EVERYWHERE, HERE, kindOf, readChannel, readValue, valuesOf } from './kinds.ts';
import { hasScope, rowOf, type Setting, settingNamed } from './table.ts';
import { sayName, sayNameOfEntry, sayPicked } from './words.ts';

interface SettingChange {
  readonly setting: Setting;
  /** Key of the record, and the setting's name for people. */
  readonly key: string;
  readonly name: string;
  /** Undefined goes back to the default. */
  readonly value: SettingRecord | undefined;
}

/**
 * Changes a setting. @param words the value; for some settings the last ones say in which channel, or for which entry
 */
export async function changeOne(call: Call, setting: Setting, words: readonly string[]): Promise<Reply> {
  const change = await readChange(call, setting, words);
  return 'flaw' in change ? whisper(call, change.flaw.key, change.flaw.values) : apply(call, [change]);
}

/**
 * Changes several settings, all or none; one undo reverts them. @param lines one setting each, as typed after
 * `/settings`
 */
export async function changeSeveral(call: Call, lines: string): Promise<Reply> {
  const changes: SettingChange[] = [];
  const flaws: Flaw[] = [];
  for (const line of lines.split('\n')) {
    const [name = '', ...words] = line.trim().split(/\s+/);
    const setting = settingNamed(name);
    if (!setting) throw new Error(`there is no setting ${name}`);
    const change = await readChange(call, setting, words);
    if ('flaw' in change) flaws.push(change.flaw);
    else changes.push(change);
  }
  return flaws.length > 0 ? problemsReply(call, flaws) : apply(call, changes);
}

async function readChange(
  call: Call,
  setting: Setting,
  words: readonly string[],
): Promise<SettingChange | { readonly flaw: Flaw }> {
  if (rowOf(setting).appoints && call.mayAppoint && !(await call.mayAppoint())) return flaw('appoint-refused');
  if (hasScope(setting, 'entry') && words.length > 1) {
    const [value = '', ...rest] = words;
    const title = rest.join(' ');
    const entry = findEntry(call.community.knowledge().all, title);
    if (!entry) return flaw('no-entry', { id: title });
    const target = { key: keyOfEntry(setting, entry.id), name: sayNameOfEntry(call, setting, entry.id) };
    return withValue(call, { setting, ...target }, value);
  }
  const { value, channel } = scopeOf(call, setting, words);
  const target = { key: keyOf(setting, call.place, channel), name: sayName(call, setting, channel) };
  return withValue(call, { setting, ...target }, value);
}

const flaw = (key: string, values: Flaw['values'] = {}): { readonly flaw: Flaw } => ({ flaw: { key, values } });

/** The channel that is meant if none is named: for settings of channels, the one in which they are typed. */
export const usualChannel = ({ place }: Call, setting: Setting): string | undefined =>
  rowOf(setting).scopes?.[0] === 'channel' ? place.channel : undefined;

/** The last word may name a channel, or be `here` or `everywhere`. */
function scopeOf(
  call: Call,
  setting: Setting,
  words: readonly string[],
): { readonly value: string; readonly channel: string | undefined } {
  const last = words.at(-1)?.toLowerCase() ?? '';
  const named = readChannel(last);
  if (!hasScope(setting, 'channel') || words.length < 2 || !(named !== undefined || [EVERYWHERE, HERE].includes(last)))
    return { value: words.join(' '), channel: usualChannel(call, setting) };
  return { value: words.slice(0, -1).join(' '), channel: named ?? (last === HERE ? call.place.channel : undefined) };
}

function withValue(
  call: Call,
  target: Omit<SettingChange, 'value'>,
  words: string,
): SettingChange | { readonly flaw: Flaw } {
  const { setting } = target;
  if (words.toLowerCase() === DEFAULT) return { ...target, value: undefined };
  const value = readValue(setting, words, call);
  if (value !== undefined) return { ...target, value };
  const { how, example } = kindOf(setting);
  if (how !== undefined) return flaw(how);
  return flaw('no-value', {
    value: words,
    setting: sayName(call, setting),
    values: [...valuesOf(setting, call), ...(example === undefined ? [] : [example]), DEFAULT].join(
      call.say('list-comma'),
    ),
  });
}

async function apply(call: Call, changes: readonly SettingChange[]): Promise<Reply> {
  const { community, say } = call;
  const line = ({ setting, name, value }: SettingChange): string =>
    say('setting-line', {
      setting: name,
      value: value === undefined ? say('setting-default') : sayPicked(call, setting, value),
    });
  const packs = changes.find(({ setting }) => rowOf(setting).kind === 'packs');
  const reply = await perform(
    call,
    propose(call, {
      command: 'settings',
      subject: changes.map(line).join(say('list-semicolon')),
      edits: changes.map(({ key, value }) => editOf(community.id, 'setting', key, value ?? null)),
      exempt: packs ? takenAway(call, packs.value) : [],
    }),
  );
  const isListening = changes.some(
    ({ setting, value }) => setting === 'mode' && OVERHEARING.some((one) => one === value),
  );
  return isListening ? withUnread(call, reply) : reply;
}

/** Warns if the bot is to read along in the group, but the platform shows it only what is addressed to it. */
async function withUnread({ say, whyUnread }: Call, reply: Reply): Promise<Reply> {
  const keys = (await whyUnread?.()) ?? [];
  return { ...reply, notes: [...reply.notes, ...keys.map((key) => [text(say(key))])] };
}

/** Ids of entries in packs that are switched off: losing their answers is intended, and no damage to warn of. */
function takenAway({ community }: Call, packs: SettingRecord | undefined): string[] {
  if (packs === undefined) return [];
  return [...community.knowledge().entries.values()]
    .filter(({ pack }) => pack !== OWN_PACK && !packs.includes(pack))
    .map(({ id }) => id);
}
