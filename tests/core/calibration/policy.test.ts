import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as learning from '../../../src/core/calibration/learning-policy.ts';
import * as answers from '../../../src/core/calibration/policy.ts';
import * as reading from '../../../src/core/calibration/reading-policy.ts';

const policy = { ...answers, ...reading, ...learning };

const {
  BELOW_UNSURE,
  CLAUSE,
  EXACT,
  FOREIGN,
  LARGE_PACK,
  LEAST_SUBJECT,
  LOCAL_FIT_FROM,
  LOCAL_FIT_IN_FULL,
  NAMING,
  OFFERED,
  OTHERS_SHARE,
  OWN_WORDS,
  RICH_FROM,
  RICH_IN_FULL,
  RICH_OTHERS_SHARE,
  RICH_SHARPNESS,
  RUNNER_UP,
  SEVERAL,
  SMALL_PACK,
  SURE,
  TRANSLATED,
  UNSURE,
} = policy;

const isRising = (...values: number[]) => values.every((value, at) => at === 0 || value > (values[at - 1] ?? 0));

describe('the thresholds', () => {
  it('rise from nothing to certainty: left alone, offered, given outright', () => {
    expect(isRising(0, RUNNER_UP, BELOW_UNSURE, UNSURE, SEVERAL, OFFERED, SURE, OWN_WORDS, EXACT)).toBe(true);
    expect(EXACT).toBe(1);
  });

  it('give very words outright, in another language, too, and in one clause of several', () => {
    for (const factor of [FOREIGN, TRANSLATED, CLAUSE]) expect(OWN_WORDS * factor).toBeGreaterThan(SURE);
  });

  it('trust what is further away less', () => expect(isRising(0, TRANSLATED, FOREIGN, 1)).toBe(true));
  it('offer the second of several questions, too', () => expect(1 - SEVERAL).toBeGreaterThan(UNSURE));
  it('let phrasings count before they count in full', () =>
    expect([isRising(1, LOCAL_FIT_FROM, LOCAL_FIT_IN_FULL), isRising(1, RICH_FROM, RICH_IN_FULL)]).toEqual([
      true,
      true,
    ]));
  it('let two less seldom words name a subject that one does not', () =>
    expect(isRising(0, LEAST_SUBJECT, NAMING ** 2, 1)).toBe(true));
  it('let a pack grow before it is large', () => expect(isRising(1, SMALL_PACK, LARGE_PACK)).toBe(true));
  it('make odds more decided, not less', () => expect(RICH_SHARPNESS).toBeGreaterThanOrEqual(1));
  it('count lines about other things for less than phrasings', () =>
    expect(isRising(0, OTHERS_SHARE, RICH_OTHERS_SHARE, 1)).toBe(true));
  it('are finite and positive, all of them', () =>
    expect(
      Object.values(policy)
        .flatMap((value) => (typeof value === 'object' ? Object.values<number>(value) : [value]))
        .filter((value) => !(Number.isFinite(value) && value > 0)),
    ).toEqual([]));
});

const POLICIES = ['policy.ts', 'reading-policy.ts', 'learning-policy.ts'].map((name) => `calibration/${name}`);

/** What only limits time and memory, or is no threshold: it stands with what it limits. */
const OTHERS = [
  'entry/table.ts PHONE_COLUMNS',
  'classifier/untrained.ts MOST_QUESTIONS',
  'text/analyze.ts MOST_TEXTS',
  ...POLICIES,
  'classifier/train.ts MOST_IN_SCOPE',
  'classifier/train.ts MOST_WEIGHTS',
  'classifier/train.ts MOST_WORK',
  'classifier/train.ts IN_SCOPE',
  'index/parts.ts SHORT_LIST',
  'language/detect.ts ENOUGH_TEXT',
  'language/detect.ts MOST_TEXTS',
  'language/detect.ts MOST_WORDS',
  'language/likely-languages.ts MOST_WORDS',
  'language/romanized.ts MOST_STRANGE',
  'search/library.ts REHEARSED',
  'text/remember.ts LINES_A_STEP',
  'text/spelling.ts MOST_MISTAKES',
  'text/normalize.ts MOST_TEXTS',
  'text/spelling.ts MOST_STRANGE',
  'translation/translations.ts MOST_UNITS',
  'translation/translations.ts MOST_WORDS',
];

it('stand here and nowhere else in the core', () => {
  const files = readdirSync('src/core', { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !OTHERS.includes(file),
  );
  const found = files.flatMap((file) =>
    Array.from(
      readFileSync(join('src/core', file), 'utf8').matchAll(
        /^(?:export )?const ([A-Z][A-Z_0-9]*)(?:: number)? = (?:-?[0-9.]|\{ \w+: [0-9.]|\[[0-9.])/gm,
      ),
      ([, name]) => `${file} ${name}`,
    ),
  );
  // What an index's fields and a model's labels are numbered by is no threshold.
  expect(found.filter((one) => !/ (?:FIELDS|NOTHING|IN_SCOPE)$/.test(one) && !OTHERS.includes(one))).toEqual([]);
});

it('have their unit and their origin said', () => {
  const text = POLICIES.map((file) => readFileSync(join('src/core', file), 'utf8')).join('');
  const said = Array.from(
    text.matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\nexport const ([A-Z_0-9]+)/g),
    ([, words = '', name = '']) => ({
      name,
      isTold: /Measured|By decision|Follows from/.test(words.replace(/\s*\n\s*\*\s*/g, ' ')),
    }),
  );
  expect(said.filter(({ isTold }) => !isTold).map(({ name }) => name)).toEqual([]);
  expect(said.map(({ name }) => name).sort()).toEqual(Object.keys(policy).sort());
});
