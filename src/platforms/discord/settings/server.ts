import { type Choice, plainReply } from '../../../bot/answers/reply.ts';
import type { Suggested } from '../../../bot/command.ts';
import type { DiscordContext } from '../context.ts';
import type { DiscordAct } from '../inbound/receive.ts';
import { show, UNASKED } from '../outbound/show.ts';
import { languageOf } from '../outbound/speech.ts';

/** The command that chooses whose knowledge answers in private. */
export const SERVER = 'server';
/** Command of the button that chooses a server. */
export const SERVER_BUTTON = '!server';
/** Value that means the packs alone. */
const NONE = 'none';

/** @param words id or name of a server. Undefined offers a choice */
export async function chooseServer(context: DiscordContext, act: DiscordAct, words: string | undefined): Promise<void> {
  const { scene } = act;
  const language = await languageOf(context, scene);
  const say = context.services.speak(language);
  const servers = await context.servers.of(scene.user);
  const meant =
    words === NONE
      ? undefined
      : servers.find(({ id, title }) => id === words || title.toLowerCase() === words?.toLowerCase());
  const choices: Choice[] = [
    ...servers.map(({ id, title }) => ({ label: title, command: SERVER_BUTTON, argument: id })),
    { label: say('server-none'), command: SERVER_BUTTON, argument: NONE },
  ];
  const said = async () => {
    if (words === undefined || (words !== NONE && !meant))
      return {
        ...plainReply(language, servers.length === 0 ? say('server-nowhere') : say('server-which')),
        choices: servers.length === 0 ? [] : choices,
      };
    await context.privateChat.choose(scene.user, meant?.id);
    return plainReply(language, meant ? say('server-chosen', { title: meant.title }) : say('server-left'));
  };
  const way = act.kind === 'press' ? 'update' : 'private';
  await show(context, act, { ...UNASKED, way }, { ...(await said()), isPrivate: true });
}

/** Completions: shared servers, and the packs alone. */
export async function suggestServers(
  context: DiscordContext,
  { scene }: DiscordAct,
  typed: string,
): Promise<readonly Suggested[]> {
  const language = await languageOf(context, scene);
  const shared = (await context.servers.of(scene.user)).map(({ id, title }) => ({ value: id, label: title }));
  return [...shared, { value: NONE, label: context.services.speak(language)('server-none') }].filter(({ label }) =>
    label.toLowerCase().includes(typed.trim().toLowerCase()),
  );
}
