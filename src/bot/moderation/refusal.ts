import { type Reply, whisper } from '../answers/reply.ts';
import type { Call, Command } from '../command.ts';

/** Why the caller may not use a command now; undefined if they may. */
export async function refusalOf(call: Call, command: Command): Promise<Reply | undefined> {
  const { forModerators, forEditors, forOwners } = command;
  if (forModerators && !(await call.isModerator())) return whisper(call, 'moderators-only');
  if (forModerators && call.isEditor && !forEditors) return whisper(call, 'editors-not');
  if (forOwners && call.mayAppoint && !(await call.mayAppoint())) return whisper(call, 'owners-only');
  return undefined;
}
