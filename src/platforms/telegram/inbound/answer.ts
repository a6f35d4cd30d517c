import type { Reply } from '../../../bot/answers/reply.ts';
import { type Command, commandNamed } from '../../../bot/command.ts';
import type { Incoming } from '../../../bot/conversation/incoming.ts';
import { readOptions } from '../../../bot/conversation/options.ts';
import type { Outgoing } from '../../../bot/delivery/courier.ts';
import { readCommand } from '../../../bot/platform/command-text.ts';
import type { Context } from '../context.ts';
import { askForWords, openForm } from '../forms/prompt.ts';
import { listsCommands } from '../manage/manage.ts';
import { isForOne, sayAlone } from '../manage/private-reply.ts';
import { type Listener, type Manner, say } from '../outbound/outgoing.ts';
import { moderates } from './person.ts';

/** The bot's answer, in words or by asking on. */
export async function answer(
  context: Context,
  incoming: Incoming,
  to: Listener,
  manner: (reply: Reply) => Manner | undefined = () => ({}),
): Promise<Outgoing[]> {
  const reply = await context.respond(incoming);
  if (!reply) return [];
  if (reply.kind === 'form') return openForm(context, reply, to, incoming.attachment);
  const isPrivate = reply.isPrivate === true || (await listsForModerator(context, incoming));
  if (to.user !== undefined && isForOne(context, { ...reply, isPrivate }, incoming, to))
    return sayAlone(context, reply, incoming, { ...to, user: to.user });
  const command = await withoutWords(context, incoming);
  if (command) return askForWords(context, command.name, reply, to);
  const how = manner(reply);
  return how ? say(context, reply, to, how) : [];
}

/** Whether it is answered with moderators' commands, which concern few in a group. */
const listsForModerator = async (context: Context, incoming: Incoming): Promise<boolean> =>
  listsCommands(context, readCommand(incoming.text)?.name) && moderates(context, incoming);

/** The command that was typed without what it needs, by somebody who may use it. */
async function withoutWords(context: Context, incoming: Incoming): Promise<Command | undefined> {
  const { services } = context;
  const { text, options = {} } = incoming;
  const typed = readCommand(text);
  const command = commandNamed(services, typed?.name);
  if (command?.group === undefined) return undefined;
  const given = command && typed ? { ...readOptions(typed.argument, command.options), ...options } : {};
  if (!command?.options.some((option) => option.required && given[option.name] === undefined)) return undefined;
  return !command.forModerators || (await moderates(context, incoming)) ? command : undefined;
}
