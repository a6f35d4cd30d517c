import type { LanguageData } from './language.ts';

/**
 * Brings letters to one form that all of some languages read alike, though each prefers another: Arabic ي and Persian ی
 * come from keyboards, and do not tell the two apart; پ, which Arabic alone reads as ب, does.
 * @returns a function from folded text to text in which each such letter is the same.
 */
export function letterFold(languages: readonly Pick<LanguageData, 'replace'>[]): (text: string) => string {
  const variants = new Set(
    languages.flatMap(({ replace }) => Object.entries(replace).flat()).filter((part) => [...part].length === 1),
  );
  const forms = new Map<string, string>();
  const folded = new Map<string, string>();
  for (const letter of variants) {
    const readings = languages.map(({ replace }) => replace[letter] ?? letter).join('\n');
    const form = forms.get(readings) ?? letter;
    forms.set(readings, form);
    if (form !== letter) folded.set(letter, form);
  }
  return (text) => (folded.size === 0 ? text : [...text].map((letter) => folded.get(letter) ?? letter).join(''));
}

/**
 * Tells which languages' keyboards a text comes from: it has letters that they keep and others replace, and none of
 * which it is the other way round. A hint only: many a Persian writes on an Arabic keyboard.
 * @returns a function from folded text to one answer a language.
 */
export function keyboardsOf(languages: readonly Pick<LanguageData, 'replace'>[]): (text: string) => boolean[] {
  const replaced = (letter: string) => languages.map(({ replace }) => replace[letter] !== undefined);
  const replacedBy = new Map(
    languages.flatMap(({ replace }) => Object.keys(replace)).map((letter) => [letter, replaced(letter)]),
  );
  for (const [letter, by] of replacedBy) if ([...letter].length !== 1 || by.every(Boolean)) replacedBy.delete(letter);
  return (text) => {
    const may = languages.map(() => true);
    let isTold = false;
    for (const letter of replacedBy.size > 0 ? text : '') {
      const by = replacedBy.get(letter);
      isTold ||= by !== undefined;
      by?.forEach((isReplaced, at) => {
        if (isReplaced) may[at] = false;
      });
    }
    return may.map((own) => isTold && own);
  };
}
