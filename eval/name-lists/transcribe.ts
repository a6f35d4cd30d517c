/** A pattern where it fits, and the ways to write it. */
interface Rule {
  readonly pattern: RegExp;
  readonly ways: readonly string[];
}

/** @param rules parted by spaces, such as `sh→s|š` */
export const rulesOf = (rules: string): Rule[] =>
  rules.split(' ').map((rule) => {
    const [pattern = '', ways = ''] = rule.split('→');
    return { pattern: new RegExp(pattern, 'uy'), ways: ways.split('|') };
  });

/** A word, letter by letter; a letter without a rule stays. Each way that a rule has is taken throughout. */
export function transcribe(word: string, rules: readonly Rule[]): string[] {
  const most = Math.max(...rules.map(({ ways }) => ways.length));
  return [...new Set(Array.from({ length: most }, (_, way) => written(word, rules, way)))];
}

function written(word: string, rules: readonly Rule[], way: number): string {
  let [text, at] = ['', 0];
  while (at < word.length) {
    const rule = rules.find(({ pattern }) => {
      pattern.lastIndex = at;
      return pattern.test(word) && pattern.lastIndex > at;
    });
    text += rule ? (rule.ways[way] ?? rule.ways.at(-1)) : word[at];
    at = rule?.pattern.lastIndex ?? at + 1;
  }
  return text.normalize('NFC');
}
