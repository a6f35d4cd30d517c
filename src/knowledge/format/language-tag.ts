/**
 * The canonical spelling of a language's tag: `zh-Hans` for `zh-hans`.
 * @returns undefined if it is no BCP 47 tag of a language. Words of five letters and more are well-formed by that
 * standard (`images`, `english`), but none names a language.
 */
function properTag(tag: string): string | undefined {
  try {
    const [proper] = Intl.getCanonicalLocales(tag);
    return proper !== undefined && /^[a-z]{2,3}(?:-|$)/.test(proper) ? proper : undefined;
  } catch {
    return undefined;
  }
}

/** `en-US` for `en-us` and `en_US`, as other programs spell it; what is no tag stays as it is. */
export const spelledProperly = (tag: string): string => properTag(tag) ?? properTag(tag.replaceAll('_', '-')) ?? tag;

export const isProperTag = (tag: string): boolean => properTag(tag) === tag;

/** Advice for a tag that is not proper. */
export function tagCure(tag: string): string {
  const meant = properTag(tag) ?? properTag(tag.replaceAll('_', '-'));
  return meant === undefined ? 'use a BCP 47 tag such as en, pt-BR or zh-Hans' : `did you mean "${meant}"?`;
}
