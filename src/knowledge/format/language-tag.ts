/**
 * A language's tag in its one proper spelling: `zh-Hans` for `zh-hans`.
 * @returns undefined for what is no BCP 47 tag of a language. Words of five letters and more are well-formed
 * by that standard (`images`, `english`), but none names a language.
 */
function properTag(tag: string): string | undefined {
  try {
    const [proper] = Intl.getCanonicalLocales(tag);
    return proper !== undefined && /^[a-z]{2,3}(?:-|$)/.test(proper) ? proper : undefined;
  } catch {
    return undefined;
  }
}

export const isProperTag = (tag: string): boolean => properTag(tag) === tag;

/** What to write instead of a tag that is not proper. */
export function tagCure(tag: string): string {
  const meant = properTag(tag) ?? properTag(tag.replaceAll('_', '-'));
  return meant === undefined ? 'use a BCP 47 tag such as en, pt-BR or zh-Hans' : `did you mean "${meant}"?`;
}
