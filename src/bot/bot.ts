import type { Inline } from '../core/entry/blocks.ts';
import { prepareIndexes } from '../core/search/library.ts';
import { nearestOf } from '../core/text/spelling.ts';
import { notice, paragraph, type Reply, tell, text } from './answers/reply.ts';
import { type Attempt, attempt, servicesIn } from './attempt.ts';
import { type Call, type Command, commandNamed, listedOf, refusalOf } from './command.ts';
import { languageFor } from './conversation/choose-language.ts';
import type { Incoming } from './conversation/incoming.ts';
import { isOverhearing } from './conversation/listening.ts';
import { waitedFor } from './conversation/turns.ts';
import { withLacks } from './moderation/form.ts';
import { readCommand, readOptions } from './platform/command-text.ts';
import type { Services } from './services.ts';
import { holdsNow, type Office } from './settings/chosen.ts';

/**
 * The bot as its platforms see it: one call for each message. Undefined means silence.
 * @param within the attempt that the call is part of; undefined for one of its own. A caller that handles an update
 * must pass its attempt: otherwise the decision is committed before the update is done, and made again if the process
 * is killed in between
 */
export type Respond = (incoming: Incoming, within: Attempt | undefined) => Promise<Reply | undefined>;

/** As `Respond`, for callers without an attempt, or with a fixed one. */
export type RespondHere = (incoming: Incoming) => Promise<Reply | undefined>;

/** @throws Error if no command gives answers: plain text is a question. */
export function createBot(services: Services): Respond {
  const ask = services.commands.find(({ gives }) => gives === 'answer');
  if (!ask) throw new Error('no command gives answers');
  const respond = async (services: Services, incoming: Incoming): Promise<Reply | undefined> => {
    const typed = readCommand(incoming.text);
    if (!typed)
      return (await isHeard(services, incoming)) ? run(services, ask, incoming, incoming.text.trim()) : undefined;
    const command = commandNamed(services, typed.name);
    if (command) return run(services, command, { ...incoming, addressed: true }, typed.argument);
    return incoming.addressed ? unknownCommand(services, typed.name, incoming) : undefined;
  };
  return (incoming, within) =>
    within
      ? respond(servicesIn(services, within), incoming)
      : attempt(services.store, (own) => respond(servicesIn(services, own), incoming));
}

/**
 * Whether to read a message. One that does not address the bot is read only if listening is on, and its author has not
 * asked for quiet.
 */
async function isHeard(
  { communities, attempt, hash }: Services,
  { addressed, isReply = false, place, person }: Incoming,
): Promise<boolean> {
  if (addressed || isReply) return true;
  if (!isOverhearing(await communities.of(place), place)) return false;
  return !(await attempt.read(({ people }) => people.isQuiet(hash(person))));
}

async function run(
  services: Services,
  command: Command,
  incoming: Incoming,
  argument: string,
): Promise<Reply | undefined> {
  const call = await readCall(services, command, incoming, argument);
  const refusal = await refusalOf(call, command);
  if (refusal) return refusal;
  const missing = command.options.find(({ name, required }) => required && call.options[name] === undefined);
  if (missing) return incoming.addressed ? tell(call, `missing-${command.name}`) : undefined;
  const reply = await command.run(call);
  return incoming.isForm && reply?.kind === 'form' && reply.blocks.length === 0 ? withLacks(call, reply) : reply;
}

async function readCall(services: Services, command: Command, incoming: Incoming, argument: string): Promise<Call> {
  const person = services.hash(incoming.person);
  const community = await services.communities.prepared(incoming.knowledge ?? incoming.place);
  const given = { ...readOptions(argument, command.options), ...incoming.options };
  const options = incoming.withNames ? named(given, command, incoming.withNames) : given;
  const text = command.gives === 'answer' ? argument : undefined;
  const language = await languageFor(services, community, { person, text, locale: incoming.locale });
  await prepared(services, command, argument, language);
  const isGiven = (office: Office): Promise<boolean> => holdsNow(community, office, incoming, person);
  const mayModerate = async () => (await incoming.isModerator?.()) ?? false;
  const isModerator = async () => (await isGiven('moderators')) || mayModerate();
  return {
    ...incoming,
    services,
    person,
    origin: incoming.origin === undefined ? undefined : services.hash(incoming.origin),
    quoted: incoming.quoted && { ...incoming.quoted, person: services.hash(incoming.quoted.person) },
    community,
    argument,
    options,
    language,
    say: services.speak(language),
    isModerator,
    isHelper: async () => (await isGiven('helpers')) || isModerator(),
    mayAppoint: incoming.mayAppoint ?? mayModerate,
  };
}

/**
 * Builds the indexes that a question needs. In steps, so that others are answered meanwhile: it takes up to a second.
 */
async function prepared({ knowledge }: Services, command: Command, argument: string, language: string): Promise<void> {
  const words = command.options[0]?.kind === 'code' ? '' : argument;
  const steps = prepareIndexes(knowledge.current().library, words, language);
  if (argument !== '' && !steps.next().done) await waitedFor.take('indexes', steps);
}

/** Replaces mentions with names in texts that are stored, because they are shown on other platforms, too. */
function named(given: Call['options'], { options }: Command, withNames: (markdown: string) => string): Call['options'] {
  const texts = options.filter(({ kind, name }) => kind === 'long' && given[name] !== undefined);
  return { ...given, ...Object.fromEntries(texts.map(({ name }) => [name, withNames(given[name] ?? '')])) };
}

async function unknownCommand(services: Services, name: string, incoming: Incoming): Promise<Reply> {
  const { place, locale } = incoming;
  const person = services.hash(incoming.person);
  const language = await languageFor(services, await services.communities.of(place), { person, locale });
  const near = nearestOf(
    name,
    listedOf(services.commands).map((command) => command.name),
  );
  const say = services.speak(language);
  if (near === undefined) return tell({ language, say }, 'unknown-command', { name });
  const [before = '', after = ''] = say('unknown-command-near', { name, near: '\u0000' }).split('/\u0000');
  const command: Inline = { kind: 'command', text: `/${near}` };
  return notice(language, { blocks: [paragraph(text(before), command, text(after))] });
}
