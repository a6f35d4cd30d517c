import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode, encode, ledger, withEdits } from '../../../src/bot/community/records.ts';

const record = (key: string, after: string | null) => ({ kind: 'retired' as const, key, after });

describe('a ledger', () => {
  it('keeps what was last, and forgets what is gone', () => {
    const state = ledger([{ kind: 'retired', key: 'a', value: '{"why":"1"}' }]);
    state.apply([record('b', '{"why":"2"}'), record('a', null)]);
    expect([
      state.get('retired', 'a'),
      state.get('retired', 'b'),
      state.raw('retired', 'a'),
      state.raw('pin', 'b'),
    ]).toEqual([undefined, { why: '2' }, null, null]);
  });

  it('has a version of its own after each change, whatever other states have', () => {
    const state = ledger();
    const before = state.version;
    const other = ledger([{ kind: 'retired', key: 'a', value: '1' }]);
    state.apply([record('a', '1')]);
    expect(new Set([before, state.version, other.version]).size).toBe(3);
  });

  it('knows how much it holds', () => {
    const state = ledger();
    const bare = state.size;
    expect(state.isEmpty).toBe(true);
    state.apply([record('a', '12345'), record('a', '1234567')]);
    const held = state.size - bare;
    state.apply([record('b', '1234567')]);
    expect([state.isEmpty, state.size - bare]).toEqual([false, 2 * held]);
    state.apply([record('a', null), record('b', null), record('c', null)]);
    expect([state.isEmpty, state.size]).toEqual([true, bare]);
  });

  it('is the same whatever the order of its records', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { minLength: 2 }), (keys) => {
        const [one, other] = [ledger(), ledger()];
        one.apply(keys.map((key) => record(key, '1')));
        other.apply([...keys].reverse().map((key) => record(key, '1')));
        expect(one.rawAll('retired')).toEqual(other.rawAll('retired'));
      }),
    );
  });

  it('stays as it is when one looks ahead', () => {
    const state = ledger([{ kind: 'retired', key: 'a', value: '1' }]);
    expect(withEdits(state, [record('a', null), record('b', '2')]).rawAll('retired')).toEqual([['b', '2']]);
    expect(state.rawAll('retired')).toEqual([['a', '1']]);
  });
});

describe('records', () => {
  it('that are equal are equal bytes', () => {
    const [a, b] = [encode('source', { title: 'T', url: 'u' }), encode('source', { url: 'u', title: 'T' })];
    expect(a).toBe(b);
    expect(decode('source', a)).toEqual({ title: 'T', url: 'u' });
  });
});
