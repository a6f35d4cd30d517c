import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { createMemory, lookAhead } from '../../../src/bot/community/community.ts';
import { encode, ledger, type State, withEdits } from '../../../src/bot/community/records.ts';
import { regressionsOf } from '../../../src/bot/moderation/regressions.ts';
import type { Services } from '../../../src/bot/services.ts';
import { SURE } from '../../../src/core/calibration/policy.ts';
import type { LanguageIndex } from '../../../src/core/index/language-index.ts';
import { warm } from '../../../src/core/search/library.ts';
import type { Searchable } from '../../../src/core/search/search.ts';
import { search, textsAsked } from '../../../src/core/search/search.ts';
import { analyzer as analyzerFor } from '../../../src/core/text/analyze.ts';
import { EN } from '../../helpers/languages.ts';
import { indexOf, readWith } from '../../helpers/live-index.ts';
import { PACK } from '../../helpers/pack.ts';
import { runs } from '../../helpers/runs.ts';
import { servicesOf } from '../../helpers/services.ts';

/**
 * Questions with all that may hide what they share: other words for the same, slips, small talk, clauses, and phrases
 * across these.
 */
const OPENINGS = ['', '', 'hi there, ', 'I lost my money. Back to it: ', 'please ', 'my phone broke? ', '你好，'];
const ENDINGS = ['', '', '?', ' thanks', ', please help', '。谢谢', '? what is it?'];
const OTHER_WORDS: readonly (readonly [string, string])[] = [
  ['account', 'acount'],
  ['banned', 'blocked'],
  ['refund', 'money back'],
  ['subscription', 'plan'],
  ['phone', 'mobile'],
  ['delete', 'remove'],
  ['账号', '帐户'],
  ['手机', '电话'],
];

let services: Services;
beforeAll(async () => {
  services = await servicesOf(PACK);
  warm(services.knowledge.current().library);
});

const headings = PACK.flatMap(({ id, texts }) =>
  [...texts.values()].flatMap(({ title, phrasings, language }) =>
    [title, ...phrasings].map((text) => ({ id, text, language })),
  ),
);
const reworded = (text: string, bits: number): string =>
  OTHER_WORDS.reduce((changed, [word, other], at) => ((bits >> at) & 1 ? changed.replace(word, other) : changed), text);
const halves = (text: string): string[] =>
  text.includes(' ')
    ? [text.split(' ').slice(0, 4).join(' '), text.split(' ').slice(-3).join(' ')]
    : [text.slice(0, 6), text.slice(-5)];
const asked = fc
  .record({
    heading: fc.constantFrom(...headings),
    other: fc.constantFrom(...headings),
    bits: fc.nat(255),
    part: fc.constantFrom('all', 'mix'),
    opening: fc.constantFrom(...OPENINGS),
    ending: fc.constantFrom(...ENDINGS),
  })
  .map(({ heading, other, bits, part, opening, ending }) => {
    const words = part === 'all' ? heading.text : `${halves(heading.text)[0]} ${halves(other.text)[1]}`;
    return { language: heading.language, question: `${opening}${reworded(words, bits)}${ending}` };
  });

const entryText = (title: string): string => `# ${title}\n\nIt is as it is.\n`;
const edit = fc
  .record({
    kind: fc.constantFrom('pin' as const, 'pin' as const, 'entry' as const),
    asked,
    target: fc.constantFrom(...PACK.map(({ id }) => id)),
    key: fc.nat(6),
  })
  .map(({ kind, asked: { question, language }, target, key }) =>
    kind === 'pin'
      ? {
          kind,
          key: `${language}/${question.toLowerCase()}`,
          after: encode('pin', { question, language, entry: target, by: 'p', at: '2026-11-25T12:00:00.000Z' }),
        }
      : {
          kind,
          key: `${language}/questions/own-${key}`,
          after: encode('entry', { pack: 'community', text: entryText(question) }),
        },
  );
const change = fc.record({
  own: fc.array(edit, { maxLength: 6 }),
  edits: fc.array(edit, { minLength: 1, maxLength: 2 }),
});

/** Gives the words of an entry to another one. */
const [taken] = headings;
const taking: ReturnType<typeof change.generate>['value'] = {
  own: [],
  edits: [
    {
      kind: 'pin',
      key: `${taken?.language}/${taken?.text.toLowerCase()}`,
      after: encode('pin', {
        question: taken?.text ?? '',
        language: taken?.language ?? '',
        entry: PACK.find(({ id }) => id !== taken?.id)?.id ?? '',
        by: 'p',
        at: '2026-11-25T12:00:00.000Z',
      }),
    },
  ],
};

const as = (state: State) => lookAhead('c', state, services.knowledge.current, services.effective, createMemory());
type Knower = ReturnType<typeof as>;

const sharingAll = (index: LanguageIndex): LanguageIndex => ({
  size: index.size,
  phrasings: index.phrasings,
  read: (question) => index.read(question),
  match: (...asked) => index.match(...asked),
  surfaces: () => index.surfaces(),
  knows: (word) => index.knows(word),
  sharing: () => () => true,
  headingsOf: (entry) => index.headingsOf(entry),
  sparsity: (entry) => index.sparsity(entry),
});

/** Looks at every question, whatever it has in common with the change. */
const unfiltered = ({ steps, knowledge, answer }: Knower): Knower => {
  const known = knowledge();
  const indexes = known.overlay.indexes.map((one) => ({ ...one, index: sharingAll(one.index) }));
  return { steps, answer, knowledge: () => ({ ...known, overlay: { ...known.overlay, indexes } }) };
};

describe('what a change touches', () => {
  it('is found alike whether all questions are looked at or those alone that share something with it', async () => {
    const current = services.knowledge.current();
    const checks = headings.map(({ id, text, language }, at) => ({
      pack: 'test',
      language,
      text,
      entry: id,
      file: 'checks.md',
      line: at + 1,
    }));
    let found = 0;
    await fc.assert(
      fc.asyncProperty(change, async ({ own, edits }) => {
        const state = withEdits(ledger(), own);
        const [before, after] = [as(state), as(withEdits(state, edits))];
        const look = (one: Knower, other: Knower) =>
          regressionsOf(one, other, { ...current, checks }, { community: 'c', exempt: () => new Set() });
        const [some, all] = [await look(before, after), await look(unfiltered(before), unfiltered(after))];
        found += all.length;
        expect(some).toEqual(all);
      }),
      { ...runs(6), examples: [[taking]] },
    );
    expect(found).toBeGreaterThan(0);
  });

  it('is never the sure answer to a question that shares nothing with it', () => {
    let [apart, near] = [0, 0];
    fc.assert(
      fc.property(
        fc.array(edit, { minLength: 2, maxLength: 8 }),
        fc.array(asked, { minLength: 10, maxLength: 10 }),
        (own, questions) => {
          for (const index of as(withEdits(ledger(), own)).knowledge().overlay.indexes) {
            for (const { question } of questions) {
              for (const at of index.ids.keys()) {
                if (textsAsked(question).some((text) => index.index.sharing([at])(text))) near++;
                else {
                  apart++;
                  expect(confidenceOf(index, question, at), `${question} and ${index.ids[at]}`).toBeLessThan(SURE);
                }
              }
            }
          }
        },
      ),
      runs(24),
    );
    // Both kinds were drawn; how many of each depends on the seed.
    expect(Math.min(apart, near)).toBeGreaterThan(20);
  });
});

describe('the texts that are looked at', () => {
  it('are clauses, too, for words across them make no phrase', () => {
    const read = analyzerFor({
      ...EN,
      synonyms: [
        ['office', 'bureau'],
        ['lost bureau', 'archive'],
      ],
    });
    const index = indexOf([readWith(read, 'Where is the office?')], read);
    const all = new Set([0]);
    const question = 'my keys are lost. bureau in town?';
    expect(index.sharing(all)(question)).toBe(false);
    expect(textsAsked(question).some((text) => index.sharing(all)(text))).toBe(true);
  });
});

const confidenceOf = (index: Searchable, question: string, at: number): number =>
  search(index, question, (id) => id !== index.ids[at]).confidence;
