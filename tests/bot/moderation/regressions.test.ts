import { beforeAll, describe, expect, it } from 'vitest';
import { createMemory, lookAhead } from '../../../src/bot/community/community.ts';
import { encode, ledger, type PinRecord, type State, withEdits } from '../../../src/bot/community/records.ts';
import { type AskedLately, casesOf, regressionsOf } from '../../../src/bot/moderation/regressions.ts';
import type { Services } from '../../../src/bot/services.ts';
import { warm } from '../../../src/core/search/library.ts';
import { entryOf, textOf } from '../../helpers/entries.ts';
import { PACK } from '../../helpers/pack.ts';
import { servicesOf } from '../../helpers/services.ts';

let services: Services;
beforeAll(async () => {
  services = await servicesOf(PACK);
  warm(services.knowledge.current().library);
});

const pin = (question: string, entry: string) => {
  const record: PinRecord = { question, language: 'en', entry, by: 'p', at: '2026-11-25T12:00:00.000Z' };
  return { kind: 'pin' as const, key: `en/${question.toLowerCase()}`, after: encode('pin', record) };
};
const regressions = async (
  edits: Parameters<typeof withEdits>[1],
  exempt: string[] = [],
  asked: AskedLately[] = [],
) => {
  const { knowledge, effective } = services;
  const as = (state: State) => lookAhead('c', state, knowledge.current, effective, createMemory());
  const [before, after] = [as(ledger()), as(withEdits(ledger(), edits))];
  return (
    await regressionsOf(before, after, knowledge.current(), { community: 'c', exempt: () => new Set(exempt), asked })
  ).map(({ question, instead }) => [question, instead?.id ?? null]);
};

describe('regressions', () => {
  it('are questions that would lose their entry', async () => {
    expect(await regressions([pin('Can I get a refund for my subscription?', 'questions/delete-data')])).toEqual([
      ['Can I get a refund for my subscription?', 'questions/delete-data'],
    ]);
    expect(await regressions([pin('is it open on sundays', 'questions/delete-data')])).toEqual([]);
  });

  it('are not those of an entry that is taken away on purpose', async () => {
    const edits = [{ kind: 'retired' as const, key: 'questions/refund', after: encode('retired', { why: '' }) }];
    expect(await regressions(edits, ['questions/refund'])).toEqual([]);
    expect(await regressions(edits)).toEqual([['Can I get a refund for my subscription?', null]]);
  });

  it('are what people asked lately, if it gets another answer than the one that they meant', async () => {
    const change = [pin('is it open on sundays', 'questions/delete-data')];
    const asked = (question: string, entry: string | null) => ({ question, language: 'en', entry });
    const [known, open] = ['open on sundays?', 'when is the office open?'];
    const lost = [[known, 'questions/delete-data']];
    expect(await regressions(change, [], [asked(known, 'questions/hours'), asked(open, 'questions/hours')])).toEqual(
      lost,
    );
    expect(await regressions(change, [], [asked(known, null)]), 'nobody knows what it means').toEqual(lost);
    expect(await regressions(change, [], [asked(known, 'questions/delete-data')])).toEqual([]);
    expect(await regressions(change, [], [asked('who has the key of the shed', 'questions/hours')])).toEqual([]);
  });

  it('leave others their turn while they are looked for', async () => {
    let turns = 0;
    let isOver = false;
    const take = (): void => {
      turns++;
      if (!isOver) setImmediate(take);
    };
    setImmediate(take);
    await regressions([pin('Can I get a refund for my subscription?', 'questions/delete-data')]);
    isOver = true;
    expect(turns).toBeGreaterThan(0);
  });
});

describe('cases', () => {
  const entries = (...texts: [id: string, title: string][]) =>
    new Map(texts.map(([id, title]) => [id, entryOf(id, textOf('en', title))]));
  const check = { pack: 'test', language: 'en', text: 'x', entry: 'q/a', file: 'f', line: 1 };
  const questions = (before: ReturnType<typeof entries>, after: ReturnType<typeof entries>) =>
    casesOf(before, after, {
      checks: [check, { ...check, text: 'y', entry: 'q/gone' }, { ...check, text: 'z', entry: null }],
    }).map(({ question, isNew = false }) => [question, isNew]);

  it('are checks of what there is, titles that stay or go, and those that are new', () => {
    const [before, after] = [
      entries(['q/a', 'A'], ['q/b', 'B'], ['q/c', 'C']),
      entries(['q/a', 'A'], ['q/b', 'B2'], ['q/d', 'D']),
    ];
    expect(questions(before, after)).toEqual([
      ['x', false],
      ['z', false],
      ['A', false],
      ['C', false],
      ['B2', true],
      ['D', true],
    ]);
  });
});
