import { suggest } from '../../bot/suggest.ts';
import { answer, apologise, type Request } from './answer.ts';
import type { Door } from './door.ts';
import { plain } from './escape.ts';
import { submit } from './forms.ts';
import { withoutMentions } from './heard.ts';
import { keep } from './keep.ts';
import type { Kit } from './kit.ts';
import { cut, MOST } from './limits.ts';
import { MENUS } from './menus.ts';
import { aboutOf, press } from './press.ts';
import { type Act, readInteraction } from './receive.ts';
import type { Ticket } from './send.ts';
import { languageOf } from './speech.ts';
import { safely, troubleOf } from './trouble.ts';

/** Takes an interaction and answers it; never rejects. @returns false where there was nothing to answer. */
export type Interactions = (raw: unknown, doorOf: (ticket: Ticket) => Door) => Promise<boolean>;

export function createInteractions(kit: Kit): Interactions {
  const isNew = createSeen();
  return async (raw, doorOf) => {
    const act = readInteraction(raw, kit.titleOf);
    if (!act || !isNew(act.ticket.id)) return false;
    const { door, wasAnswered } = watched(doorOf(act.ticket));
    try {
      await perform(kit, act, door);
    } catch (error) {
      await failed(kit, act, door, wasAnswered(), error);
    }
    return true;
  };
}

function perform(kit: Kit, act: Act, door: Door): Promise<void> {
  switch (act.kind) {
    case 'complete':
      return complete(kit, act, door);
    case 'command':
      return answer(kit, act, door, commandRequest(kit, act));
    case 'menu':
      return menu(kit, act, door);
    case 'press':
      return press(kit, act, door);
    case 'form':
      return submit(kit, act, door);
  }
}

/** A command with one option in words gets them as they would be typed; others get theirs by name. */
function commandRequest({ services, last }: Kit, { name, options: given, scene }: Extract<Act, { kind: 'command' }>): Request {
  const command = services.commands.find((one) => one.name === name);
  const options = Object.fromEntries(Object.entries(given).filter(([key]) => command?.options.some((option) => option.name === key)));
  const worded = command?.options.filter(({ kind }) => kind !== 'flag') ?? [];
  const words = worded.length === 1 ? (options[worded[0]?.name ?? ''] ?? '') : '';
  const asked = name === 'ask' && options.private === undefined ? { asked: options.question } : {};
  // Nothing can be replied to with a command: a vote is about the last answer. What changes something has to name it, and a question
  // that follows up on an answer has to come soon: the bot remembers that itself.
  const about = command?.forModerators || name === 'ask' ? undefined : last.of(scene.channel, scene.user);
  return { text: `/${name} ${words}`.trim(), command: name, options, about, way: 'public', ...asked };
}

/** What is done with a message: it is answered, pinned where it is an answer of the bot's, or made the draft of an answer. */
async function menu(kit: Kit, act: Extract<Act, { kind: 'menu' }>, door: Door): Promise<void> {
  const { services } = kit;
  const chosen = MENUS.find(({ words }) => services.speak(services.defaultLanguage)(words) === act.name);
  if (!chosen) return;
  const content = withoutMentions(act.target.content);
  const about = await aboutOf(kit, act.scene, act.target);
  const common = { command: chosen.command, about };
  if (chosen.command === 'ask') return answer(kit, act, door, { ...common, text: `/ask ${content}`, options: content === '' ? {} : { question: content }, way: 'public', asked: content });
  if (chosen.command === 'teach') return answer(kit, act, door, { ...common, text: '/teach', options: content === '' ? {} : { answer: content }, way: 'private' });
  await answer(kit, act, door, { ...common, text: `/${chosen.command}`, way: 'private' });
}

async function failed(kit: Kit, act: Act, door: Door, wasAnswered: boolean, error: unknown): Promise<void> {
  const trouble = troubleOf(error);
  kit.log[trouble === 'over' ? 'debug' : 'warn']({ ...safely(error), interaction: act.kind }, 'an interaction could not be answered');
  if (trouble === 'over' || act.kind === 'complete') return;
  await apologise(kit, act.scene, door, wasAnswered).catch((second: unknown) => kit.log.debug(safely(second), 'an apology could not be sent'));
}

/** A door that knows whether it was used. */
function watched(door: Door): { readonly door: Door; readonly wasAnswered: () => boolean } {
  let used = false;
  const first: Door['first'] = async (...response) => {
    const id = await door.first(...response);
    used = true;
    return id;
  };
  return { door: { ...door, first }, wasAnswered: () => used };
}

/** Remembers what was seen lately. @returns whether something is new. */
function createSeen(most = 10_000): (id: string) => boolean {
  const seen = new Map<string, true>();
  return (id) => {
    if (seen.has(id)) return false;
    keep(seen, id, true, most);
    return true;
  };
}

/** Proposes what may be meant: for a question the questions that have an answer, for an entry its id. */
async function complete(kit: Kit, { scene, name, option, typed }: Extract<Act, { kind: 'complete' }>, door: Door): Promise<void> {
  const { services } = kit;
  const kind = services.commands.find((command) => command.name === name)?.options.find((one) => one.name === option)?.kind;
  const found = kind === undefined ? [] : suggest(services.communities.of(scene.place), services.languages, typed, await languageOf(kit, scene), MOST.choices);
  const lines = found.map(({ entry, title, isPinned }) => ({ name: cut(`${isPinned ? '📌 ' : ''}${plain(title)}`, MOST.choice), value: kind === 'entry' ? entry : cut(plain(title), MOST.choice) }));
  await door.first({ kind: 'choices', choices: lines.filter(({ value }) => value !== '' && value.length <= MOST.choice) });
}
