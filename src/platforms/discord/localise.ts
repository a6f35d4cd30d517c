import { matchLocale } from '../../bot/choose-language.ts';
import type { Services } from '../../bot/services.ts';
import type { Say } from '../../bot/words.ts';

/** The locales that Discord's clients have: keys of a localisation map; others are refused. */
export const LOCALES = [
  ...['ar', 'bg', 'cs', 'da', 'de', 'el', 'en-GB', 'en-US', 'es-419', 'es-ES', 'fi', 'fr', 'he', 'hi', 'hr', 'hu', 'id'],
  ...['it', 'ja', 'ko', 'lt', 'nl', 'no', 'pl', 'pt-BR', 'ro', 'ru', 'sv-SE', 'th', 'tr', 'uk', 'vi', 'zh-CN', 'zh-TW'],
] as const;

/** The bot's words for every locale of Discord that some language of the bot serves; undefined words are left out. */
export function localised({ languages, speak }: Pick<Services, 'languages' | 'speak'>, words: (say: Say, language: string) => string | undefined): Record<string, string> {
  const tags = [...languages.keys()];
  const found = LOCALES.map((locale): [string, string | undefined] => {
    const language = matchLocale(locale, tags);
    return [locale, language === undefined ? undefined : words(speak(language), language)];
  });
  return Object.fromEntries(found.filter((entry): entry is [string, string] => entry[1] !== undefined));
}
