import { isSeen } from './faq-answer.ts';
import type { Heading, Line } from './faq-lines.ts';

/** A rule that is numbered: its words, and what stands behind them on its line. */
export interface Rule {
  readonly at: number;
  readonly text: string;
  readonly rest: string;
  /** Columns by which the lines below it are indented. */
  readonly indent: number;
}

/** What people call rules, in the languages that people write them in. */
const RULES =
  /(?<!\p{L})(?:rules?|guidelines|code of conduct|regeln|regles|règles|règlement|reglas|normas|regole|regolamento|regras|правила|правил|قواعد|قوانين|قوانین|مقررات)(?!\p{L})|规则|規則|规定|規定|群规|群規|版规|版規|守则|守則|규칙|규정|수칙/iu;

export const namesRules = (text: string): boolean => RULES.test(text);

/** `1.`, `2)`, `3️⃣`, `④`, also in strong text or behind a list's space. */
const NUMBERED =
  /^( {0,3}(?:\*\*|__)?)(?:(\d{1,2})(?:\uFE0F?\u20E3[.):]?|[.):：、．])|([\u2460-\u2473])[.)]?)[ \t]*(?=\S)(.*)$/u;
/** The words of a rule and what stands behind them: strong text and the rest, or a sentence and the next. */
const PARTED = [
  /^(?:\*\*|__)(.{2,200}?)(?:\*\*|__)[ \t]*(?:[-–—:：.|]+[ \t]*)?(.*)$/u,
  /^(.{2,200}?)[ \t]*(?:\*\*|__)[ \t]*(?:[-–—:：.|]+[ \t]*)?(.*)$/u,
  /^(.{2,100}?)(?:[ \t]+[-–—|][ \t]+|[:：][ \t]*|\.[ \t]+|。)(\S.*)$/u,
];

/** Rules that count up from one, most of which say more than their heading; otherwise they are one list. */
export function rulesIn(lines: readonly Line[], from: number, to: number): Rule[] {
  const rules = numberedIn(lines, from, to);
  const isSaid = ({ at, rest }: Rule, number: number): boolean =>
    rest !== '' || lines.slice(at + 1, rules[number + 1]?.at ?? to).some(isSeen);
  const said = rules.filter(isSaid).length;
  // A rule that says no more says so: its words are what there is to show.
  return rules.length > 1 && said * 2 > rules.length
    ? rules.map((rule, number) => (isSaid(rule, number) ? rule : { ...rule, rest: rule.text }))
    : [];
}

function numberedIn(lines: readonly Line[], from: number, to: number): Rule[] {
  const rules: Rule[] = [];
  for (let at = from; at < to; at++) {
    const rule = ruleAt(lines[at], at, rules.length + 1);
    if (rule) rules.push(rule);
  }
  return rules;
}

function ruleAt(line: Line | undefined, at: number, number: number): Rule | undefined {
  if (!line || line.isCode) return undefined;
  const [, front = '', digits, circled, words] = NUMBERED.exec(line.text) ?? [];
  if (
    words === undefined ||
    (digits === undefined ? (circled?.codePointAt(0) ?? 0) - CIRCLED_ONE + 1 : Number(digits)) !== number
  )
    return undefined;
  const isStrong = front.trim() !== '';
  const [, text, rest = ''] =
    (isStrong ? PARTED[1] : (PARTED[0]?.exec(words) && PARTED[0]) || PARTED[2])?.exec(words) ?? [];
  return {
    at,
    text: (text ?? words).trim(),
    rest: rest.trim(),
    indent: isStrong ? 0 : line.text.length - words.length,
  };
}

const CIRCLED_ONE = 0x2460;

/** In a text without headings, the line that says that rules follow. */
export function rulesHeading(lines: readonly Line[]): Heading | undefined {
  const at = lines.findIndex(isSeen);
  const line = lines[at];
  const text = line?.text.replace(/^[\s*_]+|[\s*_:：]+$/g, '') ?? '';
  const isHeading =
    line !== undefined &&
    !line.isCode &&
    text.length <= LONGEST_HEADING &&
    namesRules(text) &&
    numberedIn(lines, at + 1, lines.length).length > 1;
  return isHeading ? { level: 1, text, asks: false, from: at, to: at + 1 } : undefined;
}

const LONGEST_HEADING = 100;
