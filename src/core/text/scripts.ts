/** ISO 15924 codes for several scripts together, which no Unicode character has. */
const TOGETHER: Readonly<Record<string, readonly string[]>> = {
  Jpan: ['Hira', 'Kana', 'Hani'],
  Kore: ['Hang', 'Hani'],
  Hans: ['Hani'],
  Hant: ['Hani'],
  Hrkt: ['Hira', 'Kana'],
};

/** A pattern for one letter of any of the scripts. @param codes ISO 15924, at least one. */
export const letterIn = (codes: readonly string[]): string =>
  `[${codes
    .flatMap((code) => TOGETHER[code] ?? [code])
    .map((code) => `\\p{Script=${code}}`)
    .join('')}]`;

/**
 * Whether a text has letters in which a language is usually written (Unicode's likely subtags).
 * @param tag BCP 47, of any language
 * @returns true for every text if the language's script is unknown
 */
export function writtenLike(tag: string): (text: string) => boolean {
  const script = new Intl.Locale(tag).maximize().script;
  if (script === undefined) return () => true;
  const letter = new RegExp(letterIn([script]), 'u');
  return (text) => letter.test(text);
}
