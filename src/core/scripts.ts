/** What several scripts together are called, by their ISO 15924 codes. */
const TOGETHER: Readonly<Record<string, readonly string[]>> = { Jpan: ['Hira', 'Kana', 'Hani'], Kore: ['Hang', 'Hani'], Hans: ['Hani'], Hant: ['Hani'], Hrkt: ['Hira', 'Kana'] };

/**
 * Whether a text has letters that a language is commonly written in (Unicode's likely subtags).
 * @param tag BCP 47, of any language. @returns true for every text where nobody knows the language's script.
 */
export function writtenLike(tag: string): (text: string) => boolean {
  const script = new Intl.Locale(tag).maximize().script;
  if (script === undefined) return () => true;
  const letters = new RegExp((TOGETHER[script] ?? [script]).map((one) => `\\p{Script=${one}}`).join('|'), 'u');
  return (text) => letters.test(text);
}
