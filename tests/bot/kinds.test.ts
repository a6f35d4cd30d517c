import { expect, it } from 'vitest';
import type { Moment, PersonHash } from '../../src/bot/kinds.ts';

it('a person cannot be given for a moment; the compiler holds that, so this only has to be compiled', () => {
  const person: PersonHash = 'a-hash';
  // @ts-expect-error another kind of string
  const moment: Moment = person;
  const plain: string = moment;
  expect(plain).toBe(person);
});
