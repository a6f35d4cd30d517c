import { describe, expect, it } from 'vitest';
import { createSaid } from '../../../src/bot/platform/recall.ts';

describe('what was said', () => {
  it('is found by any of its names, where it was said', () => {
    const said = createSaid({ ms: 60_000 }, () => 1);
    said.note('here', ['a', 'b'], '5');
    expect([said.find('here', ['x', 'b']), said.find('here', ['x']), said.find('there', ['a'])]).toEqual([
      '5',
      undefined,
      undefined,
    ]);
  });

  it('is said again after its time', () => {
    let now = 1;
    const said = createSaid({ ms: 60_000 }, () => now);
    said.note('here', ['a'], '5');
    now = 60_000;
    expect(said.find('here', ['a'])).toBe('5');
    now = 60_001;
    expect(said.find('here', ['a'])).toBeUndefined();
  });

  it('is said again after so many messages of others', () => {
    const said = createSaid({ ms: 60_000, messages: 2 }, () => 1);
    said.note('here', ['a'], '5');
    said.wrote('here');
    said.wrote('there');
    said.wrote('here');
    expect(said.find('here', ['a'])).toBe('5');
    said.wrote('here');
    expect(said.find('here', ['a'])).toBeUndefined();
  });

  it('is said again once its message is gone', () => {
    const said = createSaid({ ms: 60_000 }, () => 1);
    said.note('here', ['a'], '5');
    said.forget('here', '6');
    expect(said.find('here', ['a'])).toBe('5');
    said.forget('here', '5');
    expect(said.find('here', ['a'])).toBeUndefined();
  });

  it('is pointed at once in a minute', () => {
    let now = 1;
    const said = createSaid({ ms: 600_000 }, () => now);
    said.note('here', ['a'], '5');
    expect(said.isPointedAt('here', '5')).toBe(false);
    said.pointedAt('here', '5');
    expect([said.isPointedAt('here', '5'), said.isPointedAt('here', '6'), said.isPointedAt('there', '5')]).toEqual([
      true,
      false,
      false,
    ]);
    now = 60_001;
    expect(said.isPointedAt('here', '5')).toBe(false);
    expect(said.find('here', ['a'])).toBe('5');
  });
});
