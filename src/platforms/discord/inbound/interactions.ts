import type { Interaction } from 'discord.js';
import { LRUCache } from 'lru-cache';
import { commandNamed, isTyped, type Suggested } from '../../../bot/command.ts';
import { suggest } from '../../../bot/conversation/suggest.ts';
import { suggestOption } from '../../../bot/conversation/suggest-option.ts';
import { doneAt, isLate } from '../../../bot/moment.ts';
import { StoreError } from '../../../bot/ports/store.ts';
import { holds } from '../../../bot/settings/chosen.ts';
import { SETTINGS } from '../config.ts';
import type { DiscordContext } from '../context.ts';
import { submit } from '../forms/forms.ts';
import { markSolution } from '../forums/solved.ts';
import { cut, MOST, plain } from '../outbound/escape.ts';
import { renderReply } from '../outbound/render.ts';
import { createResponder, type Responder } from '../outbound/send.ts';
import { type Request, sayPrivately, UNASKED, whisper } from '../outbound/show.ts';
import { languageOf, whisperOf } from '../outbound/speech.ts';
import { isQuestion } from '../register.ts';
import { openHelp } from '../settings/help.ts';
import { openPanel } from '../settings/panel.ts';
import { chooseServer, SERVER, suggestServers } from '../settings/server.ts';
import { safely, troubleOf } from '../trouble.ts';
import { answerThere } from './answer-there.ts';
import { chooseEntry } from './answer-with.ts';
import { attachmentIn, keptFile, problemOf } from './attachments.ts';
import { withoutMentions, withoutPeople } from './heard.ts';
import { answer, tellModerator } from './interaction-port.ts';
import { CHOICE, MENUS, SOLUTION } from './menus.ts';
import { aboutOf, press } from './press.ts';
import {
  type ActOf,
  type DiscordAct,
  isServer,
  madeAt,
  personOf,
  type Read,
  readInteraction,
  type Scene,
} from './receive.ts';
import { knowledgeOf } from './world.ts';

/** Handles an interaction and answers it; never rejects. */
export type Interactions = (interaction: Interaction) => Promise<void>;

export function createInteractions(context: DiscordContext): Interactions {
  const seen = new LRUCache<string, true>({ max: 10_000 });
  return async (interaction) => {
    const read = readInteraction(interaction, { ...context.world, hash: context.services.hash });
    if (read && isServer(read.scene.place)) context.servers.met(read.scene.user, read.scene.place.id);
    if (!read || seen.has(read.ticket.id) || isOver(context, read)) return;
    seen.set(read.ticket.id, true);
    const { responder, wasAnswered } = watched(createResponder(context.out, context.calls, read.ticket));
    const act = { ...read, responder };
    const isErased = context.services.erased.since(context.services.hash(personOf(read.scene.user)));
    try {
      await perform(context, { ...act, scene: { ...(await withOffice(context, read.scene)), isErased } });
    } catch (error) {
      await failed(context, act, wasAnswered(), error);
    }
  };
}

function perform(context: DiscordContext, act: DiscordAct): Promise<void> {
  switch (act.kind) {
    case 'complete':
      return complete(context, act);
    case 'command':
      return command(context, act);
    case 'menu':
      return menu(context, act);
    case 'press':
      return press(context, act);
    case 'form':
      return submit(context, act);
  }
}

/** Adds moderators whom the community appointed by role to those with Discord's permissions. */
async function withOffice({ services }: DiscordContext, scene: Scene): Promise<Scene> {
  const { place, roles, user, mayModerate } = scene;
  return {
    ...scene,
    isModerator:
      mayModerate ||
      (!place.isPrivate &&
        holds(await services.communities.of(place), 'moderators', place, [...roles, services.hash(personOf(user))])),
  };
}

/** A command without options opens its panel, if it has one. */
async function command(context: DiscordContext, act: ActOf<'command'>): Promise<void> {
  const open = panelFor(context, act);
  if (!open) {
    const problem = act.file && problemOf(act.file);
    return problem ? sayPrivately(context, act, problem) : answer(context, act, commandRequest(context, act));
  }
  const lead = async (): Promise<void> => {
    await open(context, act);
    await tellModerator(context, act);
  };
  return answer(context, act, { ...UNASKED, text: `/${act.name}` }, { lead });
}

function panelFor(
  { services }: DiscordContext,
  { scene, name, options }: ActOf<'command'>,
): typeof openPanel | undefined {
  const panel = commandNamed(services, name)?.panel;
  if (panel === 'help') return options.command === undefined ? openHelp : undefined;
  if (name === SERVER) return (context, act) => chooseServer(context, act, options.server);
  return panel === 'settings' && Object.keys(options).length === 0 && scene.isModerator ? openPanel : undefined;
}

/** A command with a single text option gets its value as typed text; others get their options by name. */
function commandRequest(context: DiscordContext, { name, options: typed, scene, file }: ActOf<'command'>): Request {
  const { services, last } = context;
  const command = commandNamed(services, name);
  const isQuestion = command?.gives === 'answer';
  const given =
    isQuestion && typed.question !== undefined ? { ...typed, question: withoutMentions(typed.question) } : typed;
  const options = Object.fromEntries(
    Object.entries(given).filter(([key]) =>
      command?.options.some(({ name: known, kind }) => known === key && kind !== 'file'),
    ),
  );
  const worded = command?.options.filter((option) => option.kind !== 'flag' && isTyped(option)) ?? [];
  const words = worded.length === 1 ? (options[worded[0]?.name ?? ''] ?? '') : '';
  const asked = isQuestion && options.private === undefined ? { asked: options.question } : {};
  // A slash command cannot reply to a message, so one without words, such as a vote, is about the person's last answer.
  // A command that changes something must name its entry, and a question takes its context from the conversation.
  const names = command?.forModerators === true && command.readOnly !== true;
  const about = names || isQuestion ? undefined : last.get(`${scene.channel} ${scene.user}`);
  // Files are stored for moderators only.
  const attached = file && scene.isModerator ? { attached: () => keptFile(context, scene, file) } : {};
  return { text: `/${name} ${words}`.trim(), command: name, options, about, way: 'public', ...asked, ...attached };
}

/** Handles an item of a message's menu: answers the message, pins an answer of the bot, or begins a draft from it. */
async function menu(context: DiscordContext, act: ActOf<'menu'>): Promise<void> {
  const { services } = context;
  const chosen = MENUS.find(({ words }) => services.speak(services.defaultLanguage)(words) === act.name);
  // An item of an earlier version, which a client still shows.
  if (!chosen) return openHelp(context, act);
  if (chosen.command === SOLUTION) return markSolution(context, act);
  if (chosen.command === CHOICE) return chooseEntry(context, act);
  const isAsked = chosen.fills === 'question';
  const content = isAsked ? withoutMentions(act.target.content) : withoutPeople(act.target.content);
  const about = await aboutOf(context, act.scene, act.target);
  const common = { command: chosen.command, about };
  if (isAsked)
    return answerThere(
      context,
      act,
      {
        ...common,
        text: `/${chosen.command} ${content}`,
        options: content === '' ? {} : { question: content },
        way: 'public',
        asked: content,
      },
      { message: act.target.id, asker: act.target.author ?? act.scene.user },
    );
  const options: Readonly<Record<string, string>> =
    chosen.fills === undefined || content === '' ? {} : { [chosen.fills]: content };
  const { file, id } = act.target;
  const attached =
    chosen.fills === 'answer' && file && !problemOf(file)
      ? { attached: async () => attachmentIn(act.scene.channel, id, file) }
      : {};
  await answer(context, act, {
    ...common,
    text: `/${chosen.command}`,
    options,
    way: 'private',
    ...attached,
  });
}

async function failed(context: DiscordContext, act: DiscordAct, wasAnswered: boolean, error: unknown): Promise<void> {
  const trouble = troubleOf(error);
  context.log[trouble === 'over' ? 'debug' : 'warn'](
    { ...safely(error), interaction: act.kind },
    'an interaction could not be answered',
  );
  if (trouble === 'over' || act.kind === 'complete') return;
  const why = error instanceof StoreError ? 'not-saved' : 'went-wrong';
  await apologise(context, act, wasAnswered, why).catch((second: unknown) =>
    context.log.debug(safely(second), 'an apology could not be sent'),
  );
}

/** Says that something failed, whether or not the interaction was answered already. */
async function apologise(
  context: DiscordContext,
  act: DiscordAct,
  wasAnswered: boolean,
  why: 'went-wrong' | 'not-saved',
): Promise<void> {
  const reply = await whisperOf(context, act.scene, why);
  if (wasAnswered) return whisper(act, reply);
  const [message] = renderReply(reply);
  if (message) await act.responder.first({ kind: 'message', message: { ...message, isPrivate: true } });
}

/** A responder that records whether it was used. */
function watched(responder: Responder): { readonly responder: Responder; readonly wasAnswered: () => boolean } {
  let used = false;
  const first: Responder['first'] = async (...response) => {
    const id = await responder.first(...response);
    used = true;
    return id;
  };
  return { responder: { ...responder, first }, wasAnswered: () => used };
}

/**
 * Milliseconds after which an interaction is too old: Discord accepts the first response for three seconds, and the
 * rest allows for clocks that differ.
 */
const OVER_MS = 60_000;

/** Whether an interaction arrived too late to be answered, as after a lost connection. */
function isOver({ services }: DiscordContext, { ticket }: Read): boolean {
  const now = services.now();
  return isLate({ at: doneAt(madeAt(ticket.id), now) }, OVER_MS, now);
}

/** Completes an option, e.g. a question by known ones, or an entry's id by its title. */
async function complete(context: DiscordContext, act: ActOf<'complete'>): Promise<void> {
  const lines = (await suggested(context, act)).map(({ label, value }) => ({
    name: cut(plain(label), MOST.choice),
    value: plain(value),
  }));
  await act.responder.first({
    kind: 'choices',
    choices: lines
      .filter(({ name, value }) => name !== '' && value !== '' && value.length <= MOST.choice)
      .slice(0, MOST.choices),
  });
}

async function suggested(context: DiscordContext, act: ActOf<'complete'>): Promise<readonly Suggested[]> {
  const { scene, name, option, typed, options } = act;
  if (name === SERVER) return suggestServers(context, act, typed);
  const { services } = context;
  const { place, user, isModerator } = scene;
  const language = await languageOf(context, scene);
  const knowledge = (await knowledgeOf(context, scene)) ?? place;
  const known = await suggestOption({
    services,
    person: personOf(user),
    place,
    knowledge,
    settings: SETTINGS,
    command: name,
    option,
    typed,
    options,
    language,
    isModerator,
  });
  if (known) return known;
  const command = commandNamed(services, name);
  const kind = command?.options.find((one) => one.name === option)?.kind;
  if (!command || (kind !== 'entry' && !isQuestion(command, option))) return [];
  const found = suggest(
    await services.communities.prepared(knowledge),
    services.languages,
    typed,
    language,
    MOST.choices,
  );
  return found.map(({ entry, title, isPinned }) => ({
    label: `${isPinned ? '📌 ' : ''}${title}`,
    value: kind === 'entry' ? entry : cut(plain(title), MOST.choice),
  }));
}
