import { expect, it } from 'vitest';
import { keyedHash } from '../src/secrets.ts';

it('makes the same hash in every process of an installation, and another one in another installation', () => {
  // RFC 4231, test case 2.
  expect(keyedHash('Jefe')('what do ya want for nothing?')).toBe('5bdcc146bf60754e6a042426089575c7');
  expect(keyedHash('another')('what do ya want for nothing?')).not.toBe('5bdcc146bf60754e6a042426089575c7');
});
