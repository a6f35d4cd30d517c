import type { Block } from '../../core/entry/blocks.ts';
import { titleOf } from '../answers/compose.ts';
import { sayMoment } from '../answers/messages.ts';
import { paragraph, text } from '../answers/reply.ts';
import type { Call } from '../command.ts';
import { splitKey } from '../community/own-entries.ts';
import { decode, type Shapes } from '../community/records.ts';
import { keyOfPlace, placeOfKey } from '../conversation/place.ts';
import type { Act, Change, Kind } from '../ports/changes.ts';
import { settingOfKey } from '../settings/chosen.ts';
import { hasScope, isWorded } from '../settings/table.ts';
import { sayName, sayNameOfEntry, sayPicked } from '../settings/words.ts';
import { sayPerson } from './people.ts';
import { entryLines, recordLines } from './record-lines.ts';

/** Most lines that are shown of an act's changes. */
const MOST_LINES = 12;
const LONGEST_LINE = 160;

/** One act of the log: who, where, when, why, and its changes. */
export async function actBlocks(call: Call, act: Act): Promise<Block[]> {
  const { say } = call;
  const head = say('act', {
    act: String(act.id),
    command: act.command,
    who: sayPerson(call, act.person),
    place: sayPlace(call, act.place),
    when: sayMoment(act.at, say.locale),
  });
  const details = [
    act.why === '' ? '' : say('act-why', { why: act.why }),
    act.forced === null ? '' : say('act-forced', { regressions: act.forced }),
    act.undoes === null ? '' : say('act-undoes', { act: String(act.undoes) }),
  ].filter((detail) => detail !== '');
  const lines = (await Promise.all(act.changes.map((change) => changeLines(call, change)))).flat();
  const shown = lines.slice(0, MOST_LINES);
  const code: Block[] =
    shown.length > 0
      ? [{ kind: 'code', text: [...shown, ...(lines.length > shown.length ? ['…'] : [])].join('\n') }]
      : [];
  return [paragraph(text([head, ...details].join(' '))), ...code];
}

/**
 * A record in words that people know.
 * @param value its JSON text, as it is or was. Default: as the community has it now
 */
export function sayRecord(call: Call, kind: Kind, key: string, value: string | null = null): string {
  return call.say('record', { kind: call.say(`kind-${kind}`), name: nameOf(call, kind, key, value) ?? key });
}

function nameOf(call: Call, kind: Kind, key: string, value: string | null): string | undefined {
  const { community, services } = call;
  const { language, id } = splitKey(key);
  const recordOf = <K extends Kind>(one: K): Shapes[K] | undefined =>
    value === null ? community.state.get(one, key) : decode(one, value);
  switch (kind) {
    case 'entry': {
      const isKnown = community.knowledge().all.has(id);
      const title = isKnown ? titleOf(call, id) : services.editor.split(recordOf('entry')?.text ?? '').title;
      return `${title || id} [${language}]`;
    }
    case 'phrasings':
    case 'attachment':
      return `${titleOf(call, id)} [${language}]`;
    case 'retired':
      return titleOf(call, key);
    case 'pin':
      return recordOf('pin')?.question;
    case 'setting':
      return sayKey(call, key);
    case 'place':
      return recordOf('place')?.title || sayPlace(call, key);
    case 'source':
      return recordOf('source')?.title;
    case 'checks':
      return `${language} [${id}]`;
    case 'pack':
      return undefined;
  }
}

/** A setting's name, with the channel or the entry if it is set for one. */
function sayKey(call: Call, key: string): string | undefined {
  const setting = settingOfKey(key);
  if (!setting) return undefined;
  const where = key.slice(setting.length + 1);
  if (where !== '' && hasScope(setting, 'entry')) return sayNameOfEntry(call, setting, where);
  return sayName(call, setting, where.includes('/') ? where : undefined);
}

/** "Here", or the place's title, or its platform; people do not know its id. */
function sayPlace({ community, place, say }: Call, key: string): string {
  if (key === keyOfPlace(place)) return say('act-here');
  const { platform } = placeOfKey(key);
  return community.state.get('place', key)?.title || `${platform.charAt(0).toUpperCase()}${platform.slice(1)}`;
}

async function changeLines(call: Call, change: Change): Promise<string[]> {
  const { kind, key, before, after } = change;
  const { gone, added } = await changedLines(call, change);
  const lines = [...gone.map((line) => `- ${line}`), ...added.map((line) => `+ ${line}`)];
  return [sayRecord(call, kind, key, after ?? before), ...lines].map((line) =>
    line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)}…` : line,
  );
}

export interface ChangedLines {
  readonly gone: readonly string[];
  readonly added: readonly string[];
}

/** Removed and added lines. A first correction of a pack's entry is compared with the pack's text. */
export async function changedLines(call: Call, { kind, key, before, after }: Change): Promise<ChangedLines> {
  const linesOf = async (): Promise<[was: string[], is: string[]]> => {
    if (kind === 'entry') return entryLines(call, key, before, after);
    if (kind === 'setting') return [settingLines(call, key, before), settingLines(call, key, after)];
    return [recordLines(call, kind, before), recordLines(call, kind, after)];
  };
  const [was, is] = await linesOf();
  return { gone: was.filter((line) => !is.includes(line)), added: is.filter((line) => !was.includes(line)) };
}

/** A setting's value as people know it; a community's own texts are shown as they are. */
function settingLines(call: Call, key: string, value: string | null): string[] {
  const setting = settingOfKey(key);
  const read = value === null ? undefined : decode('setting', value);
  if (read === undefined || setting === undefined || (isWorded(setting) && typeof read !== 'string'))
    return recordLines(call, 'setting', value);
  return [sayPicked(call, setting, read)];
}
