import type { Api } from 'grammy';
import type { BotCommand } from 'grammy/types';
import type { Say } from '../../bot/answers/messages.ts';
import type { Command } from '../../bot/command.ts';
import type { Services } from '../../bot/services.ts';
import { GROUPS } from './manage/manage.ts';
import { renderLabel } from './outbound/render.ts';

/** Scopes of Telegram's command lists. */
const SCOPES = ['default', 'all_private_chats', 'all_chat_administrators'] as const;
const MOST_DESCRIPTION = 256;
/** Most UTF-16 units of a description; Telegram's limit in characters is never exceeded by that. */
const MOST = { about: 512, 'about-short': 120 };

type LanguageCode = NonNullable<NonNullable<Parameters<Api['setMyCommands']>[1]>['language_code']>;

export interface CommandList {
  readonly scope: { readonly type: (typeof SCOPES)[number] };
  /** Two-letter code; undefined for users whose language has no list. */
  readonly language: LanguageCode | undefined;
  readonly commands: readonly BotCommand[];
}

/** All lists: for each scope and language, and one for all other languages. */
export function commandLists(
  services: Pick<Services, 'commands' | 'languages' | 'speak' | 'defaultLanguage'>,
): CommandList[] {
  const { commands, speak } = services;
  return SCOPES.flatMap((type) => {
    const listed = commands.filter(
      ({ name, inMenu, forModerators }) =>
        inMenu !== undefined &&
        (type === 'all_chat_administrators' || !forModerators) &&
        /^[a-z0-9_]{1,32}$/.test(name),
    );
    const names = [...listed.map(({ name }) => name), ...(type === 'all_private_chats' ? [GROUPS] : [])];
    return [...languageCodes(services)].map(([language, tag]) => ({
      scope: { type },
      language,
      commands: names.map((command) => ({
        command,
        description: speak(tag)(`help-${command}`).slice(0, MOST_DESCRIPTION),
        ...(type !== 'all_private_chats' && isForOne(commands, command) ? { is_ephemeral: true } : {}),
      })),
    }));
  });
}

/** Whether a command and its reply concern only the person who uses it. */
function isForOne(commands: readonly Command[], named: string): boolean {
  const { scope, personal } = commands.find(({ name }) => name === named) ?? {};
  return scope === 'person' || personal === true;
}

/** The language tag to use for each of Telegram's two-letter codes, and for all others. */
function languageCodes({
  languages,
  defaultLanguage,
}: Pick<Services, 'languages' | 'defaultLanguage'>): Map<LanguageCode | undefined, string> {
  const spoken = new Map<LanguageCode | undefined, string>([[undefined, defaultLanguage]]);
  for (const tag of languages.keys()) {
    const code = tag.split('-', 1)[0]?.toLowerCase() ?? '';
    // Telegram knows no scripts, so the first tag of a language serves all of it.
    if (/^[a-z]{2}$/.test(code) && !spoken.has(code as LanguageCode)) spoken.set(code as LanguageCode, tag);
  }
  return spoken;
}

/** Sends Telegram the lists that have changed. @returns how many had */
export async function registerCommands(
  api: Pick<Api, 'getMyCommands' | 'setMyCommands'>,
  lists: readonly CommandList[],
): Promise<number> {
  const pairs = (commands: readonly BotCommand[]) =>
    JSON.stringify(commands.map((one) => [one.command, one.description, one.is_ephemeral ?? false]));
  let changed = 0;
  for (const { scope, language, commands } of lists) {
    const where = { scope, language_code: language };
    if (pairs(await api.getMyCommands(where)) === pairs(commands)) continue;
    await api.setMyCommands(commands, where);
    changed++;
  }
  return changed;
}

export interface Description {
  /** Two-letter code; undefined for users whose language has none. */
  readonly language: LanguageCode | undefined;
  /** Shown in an empty chat with the bot. */
  readonly long: string;
  /** Shown on the bot's profile, and when it is shared. */
  readonly short: string;
}

/** Descriptions for each language and for all others; empty if there is no subject to name. */
export function descriptions(
  services: Pick<Services, 'languages' | 'speak' | 'subjects' | 'defaultLanguage'>,
): Description[] {
  return [...languageCodes(services)].flatMap(([language, tag]) => {
    const [say, subjects] = [services.speak(tag), services.subjects(tag)];
    if (subjects.length === 0) return [];
    return [{ language, long: fitting(say, 'about', subjects), short: fitting(say, 'about-short', subjects) }];
  });
}

/** A description with as many subjects as there is room for. */
function fitting(say: Say, key: keyof typeof MOST, subjects: readonly string[]): string {
  const whole = (count: number) =>
    say(key, {
      subjects: [...subjects.slice(0, count), ...(count < subjects.length ? ['…'] : [])].join(say('list-semicolon')),
    });
  const counts = subjects.map((_, at) => subjects.length - at);
  const words = counts.map(whole).find(({ length }) => length <= MOST[key]) ?? whole(1);
  return renderLabel(words, { isRightToLeft: false }, MOST[key]);
}

type DescriptionApi = Pick<
  Api,
  'getMyDescription' | 'setMyDescription' | 'getMyShortDescription' | 'setMyShortDescription'
>;

/** Sends Telegram the descriptions that have changed. @returns how many had */
export async function describeBot(api: DescriptionApi, wanted: readonly Description[]): Promise<number> {
  let changed = 0;
  for (const { language, long, short } of wanted) {
    const where = language === undefined ? {} : { language_code: language };
    if ((await api.getMyDescription(where)).description !== long) {
      await api.setMyDescription(long, where);
      changed++;
    }
    if ((await api.getMyShortDescription(where)).short_description !== short) {
      await api.setMyShortDescription(short, where);
      changed++;
    }
  }
  return changed;
}
