import { isSeen, type Line } from './lines.ts';
import type { Heading, Mark } from './question-forms.ts';

/** What people call rules, in the languages that people write them in. */
const RULES =
  /(?<!\p{L})(?:rules?|guidelines|code of conduct|regeln|regles|règles|règlement|reglas|normas|regole|regolamento|regras|правила|правил|قواعد|قوانين|قوانین|مقررات)(?!\p{L})|规则|規則|规定|規定|群规|群規|版规|版規|守则|守則|규칙|규정|수칙/iu;
const LONGEST_HEADING = 100;

/** `1.`, `2)`, `3️⃣`, `④`, also in strong text or behind a list's space. */
const NUMBERED =
  /^( {0,3}(?:\*\*|__)?)(?:(\d{1,2})(?:\uFE0F?\u20E3[.):]?|[.):：、．])|([\u2460-\u2473])[.)]?)[ \t]*(?=\S)(.*)$/u;
const CIRCLED_ONE = 0x2460;
/** The words of a rule and what is behind them: strong text and the rest, or a sentence and the next. */
const PARTED = [
  /^(?:\*\*|__)(.{2,200}?)(?:\*\*|__)[ \t]*(?:[-–—:：.|]+[ \t]*)?(.*)$/u,
  /^(.{2,200}?)[ \t]*(?:\*\*|__)[ \t]*(?:[-–—:：.|]+[ \t]*)?(.*)$/u,
  /^(.{2,100}?)(?:[ \t]+[-–—|][ \t]+|[:：][ \t]*|\.[ \t]+|。)(\S.*)$/u,
] as const;

export const namesRules = (text: string): boolean => RULES.test(text);

/** Rules that count up from one, most of which say more than their heading; otherwise they are one list. */
export function rulesIn(lines: readonly Line[], from: number, to: number): Mark[] {
  const rules = numberedIn(lines, from, to);
  const isSaid = ({ to: below, rest }: Mark, number: number): boolean =>
    rest !== '' || lines.slice(below, rules[number + 1]?.from ?? to).some(isSeen);
  const said = rules.filter(isSaid).length;
  // A rule that says no more says so: its words are what there is to show.
  return rules.length > 1 && said * 2 > rules.length
    ? rules.map((rule, number) => (isSaid(rule, number) ? rule : { ...rule, rest: rule.text }))
    : [];
}

function numberedIn(lines: readonly Line[], from: number, to: number): Mark[] {
  const rules: Mark[] = [];
  for (let at = from; at < to; at++) {
    const rule = ruleAt(lines[at], at, rules.length + 1);
    if (rule) rules.push(rule);
  }
  return rules;
}

function ruleAt(line: Line | undefined, from: number, number: number): Mark | undefined {
  const [, front = '', digits, circled, words = ''] = (line && !line.isCode ? NUMBERED.exec(line.text) : null) ?? [];
  if ((digits === undefined ? (circled?.codePointAt(0) ?? 0) - CIRCLED_ONE + 1 : Number(digits)) !== number)
    return undefined;
  const isStrong = front.trim() !== '';
  const [, text, rest = ''] = (isStrong ? PARTED[1] : PARTED[0].test(words) ? PARTED[0] : PARTED[2]).exec(words) ?? [];
  const indent = isStrong ? 0 : (line?.text.length ?? 0) - words.length;
  return { text: (text ?? words).trim(), rest: rest.trim(), indent, from, to: from + 1 };
}

/** In a text without headings, the line that says that rules follow. */
export function rulesHeading(lines: readonly Line[]): Heading | undefined {
  const from = lines.findIndex(isSeen);
  const line = lines[from];
  const text = line?.text.replace(/^[\s*_]+|[\s*_:：]+$/g, '') ?? '';
  const isHeading =
    line?.isCode === false &&
    text.length <= LONGEST_HEADING &&
    namesRules(text) &&
    numberedIn(lines, from + 1, lines.length).length > 1;
  return isHeading ? { level: 1, text, asks: false, from, to: from + 1 } : undefined;
}
