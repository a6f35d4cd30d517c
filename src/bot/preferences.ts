/** What a person has chosen. */
export interface Preferences {
  readonly languageOf: (person: string) => string | undefined;
  /** @param language a BCP 47 tag; `undefined` forgets the choice. */
  readonly setLanguage: (person: string, language: string | undefined) => void;
}

/** Choices that last as long as the process. */
export function memoryPreferences(): Preferences {
  const languages = new Map<string, string>();
  return {
    languageOf: (person) => languages.get(person),
    setLanguage: (person, language) => {
      if (language === undefined) languages.delete(person);
      else languages.set(person, language);
    },
  };
}
