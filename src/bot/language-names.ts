/** The name of a language in words of another: `英语` for `en` in Chinese; its tag where nobody has named it. */
export function sayLanguage(tag: string, language: string): string {
  return new Intl.DisplayNames([language], { type: 'language', fallback: 'code' }).of(tag) ?? tag;
}
