import { commands } from '../../commands/index.ts';
import type { Call } from '../../src/bot/command.ts';
import { memoryPreferences } from '../../src/bot/preferences.ts';
import type { Services } from '../../src/bot/services.ts';
import { speakers } from '../../src/bot/words.ts';
import { languageDetector } from '../../src/core/detect.ts';
import type { Entry } from '../../src/core/entry.ts';
import { buildLibrary } from '../../src/core/library.ts';
import { type Locales, readLocales } from '../../src/knowledge/locales.ts';

let shipped: Promise<Locales> | undefined;
/** The languages of the repository. */
export const shippedLocales = (): Promise<Locales> => (shipped ??= readLocales('locales'));

/** Services over a few entries, on a fixed day; `library` may be given to be built once. */
export async function servicesOf(entries: readonly Entry[], parts: Partial<Services> = {}): Promise<Services> {
  const { languages, background, messages } = await shippedLocales();
  return {
    library: parts.library ?? buildLibrary(entries, { languages, background }),
    languages,
    commands,
    preferences: memoryPreferences(),
    defaultLanguage: 'en',
    detect: languageDetector([...languages.values()]),
    speak: speakers(messages, languages, 'en'),
    subjects: () => ['bans', 'phones'],
    today: () => '2026-11-25',
    ...parts,
  };
}

export function callOf(services: Services, argument = '', parts: Partial<Call> = {}): Call {
  const language = parts.language ?? 'en';
  return { services, person: 'p', argument, language, say: services.speak(language), addressed: true, ...parts };
}
