import type { Api } from 'grammy';
import type { BotCommand } from 'grammy/types';
import type { Services } from '../../bot/services.ts';
import { GROUPS } from './manage/manage.ts';

/** Who sees a list of commands. */
const SCOPES = [
  { type: 'default', forModerators: false },
  { type: 'all_private_chats', forModerators: false },
  { type: 'all_chat_administrators', forModerators: true },
] as const;
const MOST_DESCRIPTION = 256;

export type LanguageCode = NonNullable<NonNullable<Parameters<Api['setMyCommands']>[1]>['language_code']>;

/** One list of commands as Telegram takes it. */
export interface CommandList {
  readonly scope: { readonly type: (typeof SCOPES)[number]['type'] };
  /** Two letters; none for everybody whose language has no list. */
  readonly language: LanguageCode | undefined;
  readonly commands: readonly BotCommand[];
}

/** Every list: by scope, for each language by its two letters and for all others. */
export function commandLists(
  services: Pick<Services, 'commands' | 'languages' | 'speak' | 'defaultLanguage'>,
): CommandList[] {
  const spoken = languageCodes(services);
  return SCOPES.flatMap(({ type, forModerators }) =>
    [...spoken].map(([language, tag]) => ({
      scope: { type },
      language,
      commands: [
        ...commandsIn(services, tag, forModerators),
        ...(type === 'all_private_chats' ? [groupsIn(services, tag)] : []),
      ],
    })),
  );
}

/** The tag that speaks for each of Telegram's languages, and for all others. */
export function languageCodes({
  languages,
  defaultLanguage,
}: Pick<Services, 'languages' | 'defaultLanguage'>): Map<LanguageCode | undefined, string> {
  const spoken = new Map<LanguageCode | undefined, string>([[undefined, defaultLanguage]]);
  for (const tag of languages.keys()) {
    const code = tag.split('-', 1)[0]?.toLowerCase() ?? '';
    // Telegram knows languages by two letters, and no scripts: the first of a language's serves all of it.
    if (/^[a-z]{2}$/.test(code) && !spoken.has(code as LanguageCode)) spoken.set(code as LanguageCode, tag);
  }
  return spoken;
}

/** Tells Telegram what has changed. @returns how many lists had. */
export async function registerCommands(
  api: Pick<Api, 'getMyCommands' | 'setMyCommands'>,
  lists: readonly CommandList[],
): Promise<number> {
  let changed = 0;
  for (const { scope, language, commands } of lists) {
    const where = { scope, ...(language === undefined ? {} : { language_code: language }) };
    const known = await api.getMyCommands(where);
    if (JSON.stringify(known.map(pair)) === JSON.stringify(commands.map(pair))) continue;
    await api.setMyCommands(commands, where);
    changed++;
  }
  return changed;
}

const pair = ({ command, description }: BotCommand) => [command, description];

/** The platform's own, alone with the bot. */
const groupsIn = ({ speak }: Pick<Services, 'speak'>, tag: string): BotCommand => ({
  command: GROUPS,
  description: speak(tag)('help-groups').slice(0, MOST_DESCRIPTION),
});

function commandsIn(
  { commands, speak }: Pick<Services, 'commands' | 'speak'>,
  tag: string,
  forModerators: boolean,
): BotCommand[] {
  const listed = commands.filter(
    (command) =>
      !command.isHidden && (forModerators || !command.forModerators) && /^[a-z0-9_]{1,32}$/.test(command.name),
  );
  return listed.map(({ name }) => ({
    command: name,
    description: speak(tag)(`help-${name}`).slice(0, MOST_DESCRIPTION),
  }));
}
