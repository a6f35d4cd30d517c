import { describe, expect, it } from 'vitest';
import { conflictsOf, joinEdits, leaveEdits } from '../../../src/bot/community/linking.ts';
import { ledger } from '../../../src/bot/community/records.ts';
import type { Kind } from '../../../src/bot/ports/changes.ts';

const stateOf = (...records: [Kind, string, string][]) =>
  ledger(records.map(([kind, key, value]) => ({ kind, key, value })));
const HOST = { id: 'h', state: stateOf(['pin', 'en/x', '{"by":"a","text":"1"}'], ['pin', 'en/z', '{"text":"1"}']) };
const GUEST = {
  id: 'g',
  state: stateOf(
    ['pin', 'en/x', '{"by":"b","text":"1"}'],
    ['pin', 'en/z', '{"text":"2"}'],
    ['retired', 'r', '{"why":""}'],
    ['place', 'two:g', '{"title":""}'],
  ),
};
const told = (edits: ReturnType<typeof joinEdits>) =>
  edits.map(({ community, kind, key, after }) => `${community} ${kind} ${key} ${after}`);

describe('joining', () => {
  it('carries over what the host has not decided, and the places', () => {
    expect(told(joinEdits(HOST, GUEST, { host: 'one:h', guests: ['two:g'] }))).toEqual([
      'g place two:g null',
      'h retired r {"why":""}',
      'h place one:h {"title":""}',
      'h place two:g {"title":""}',
    ]);
  });

  it('names what was decided differently, whoever decided it', () =>
    expect(conflictsOf(HOST.state, GUEST.state)).toMatchObject([{ kind: 'pin', key: 'en/z' }]));
});

describe('leaving', () => {
  it('takes a copy of everything, and leaves nothing stale', () => {
    const from = { id: 'h', state: stateOf(['retired', 'r', '1'], ['place', 'two:g', '{}']) };
    const to = { id: 'two:g', state: stateOf(['retired', 'old', '1']) };
    expect(told(leaveEdits(from, to, 'two:g', false))).toEqual([
      'h place two:g null',
      'two:g retired old null',
      'two:g retired r 1',
    ]);
    expect(told(leaveEdits(from, { id: 'n', state: ledger() }, 'two:g', true))).toEqual([
      'h place two:g null',
      'n retired r 1',
      'n place two:g {"title":""}',
    ]);
  });
});
