/** The library `petrovich`: a person's names in another case. */
type Decline = (
  person: { readonly gender: string; readonly first?: string; readonly last?: string },
  to: string,
) => {
  readonly first?: string;
  readonly last?: string;
};

const CASES = ['genitive', 'dative', 'accusative', 'instrumental', 'prepositional'];
/** Of a man's name that ends as few Russian ones do, which the library leaves as it is: "Томаш". */
const ENDINGS = ['а', 'у', 'а', 'ем', 'е'];
const declined = (name: string, to: string, form: string | undefined): string | undefined =>
  form === name && /[жчшщц]$/.test(name) ? name + ENDINGS[CASES.indexOf(to)] : form;

interface Made {
  readonly given: readonly string[];
  readonly family: readonly string[];
}

/** Names in all cases, those of families also for several people. */
export const russianForms =
  (decline: Decline) =>
  ({ given, family }: Made): Made => ({
    given: formsOf(
      given,
      (first) => genderOf(first, /[аяь]$/),
      (first, gender, to) => declined(first, to, decline({ gender, first }, to).first),
    ),
    family: formsOf(
      [...family, ...family.flatMap(feminine)],
      (last) => genderOf(last, /[ая]$/),
      (last, gender, to) => decline({ gender, last }, to).last,
    ).concat(family.flatMap(plural)),
  });

/** The dictionary of the package says no gender; a diminutive such as Саша is declined like a woman's name. */
const genderOf = (name: string, feminineEnd: RegExp): string => (feminineEnd.test(name) ? 'female' : 'male');

function formsOf(
  names: readonly string[],
  gender: (name: string) => string,
  decline: (name: string, gender: string, to: string) => string | undefined,
): string[] {
  const forms = names.flatMap((name) => [name, ...CASES.map((to) => decline(name, gender(name), to) ?? name)]);
  // People write е as often as ё.
  return [...new Set(forms.flatMap((form) => [form, form.replaceAll('ё', 'е')]))].sort();
}

const SURNAME = /(?:[оеё]в|[иы]н)$/;
const feminine = (family: string): string[] => {
  if (/[сц]кий$/.test(family)) return [family.replace(/ий$/, 'ая')];
  return SURNAME.test(family) ? [`${family}а`] : [];
};
const plural = (family: string): string[] =>
  SURNAME.test(family) ? ['ы', 'ых', 'ым', 'ыми'].map((end) => family + end) : [];
