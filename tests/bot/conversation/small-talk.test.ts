import { beforeAll, expect, it } from 'vitest';
import type { Services } from '../../../src/bot/services.ts';
import { plainText } from '../../../src/core/entry/blocks.ts';
import { PACK } from '../../helpers/pack.ts';
import { moderatorIn, servicesOf } from '../../helpers/services.ts';

let services: Services;
beforeAll(async () => {
  services = await servicesOf(PACK);
});
const said = async (text: string) => {
  const reply = await moderatorIn(services)(text);
  return [reply?.kind, plainText(reply?.blocks ?? []) || reply?.question];
};

it('thanks that say a little more get no choices', async () => {
  const anyTime = services.speak('en')('any-time');
  expect(await said('account')).toEqual(['offer', expect.stringMatching(/^Did you mean/)]);
  expect(await said('thanks account')).toEqual(['notice', anyTime]);
  expect(await said('谢谢 account')).toEqual(['notice', services.speak('zh-Hans')('any-time')]);
});

it('a greeting to everybody, and a mere sign, get no choices', async () => {
  expect((await said('good morning everyone'))[0]).toBe('notice');
  expect((await said('+1'))[0]).not.toBe('offer');
});

it('thanks before or after what is asked are only small talk beside it', async () => {
  expect((await said('thanks, is this about the account?'))[0]).not.toBe('notice');
  expect((await said('account thanks'))[0]).toBe('offer');
  expect((await said('thanks, why was my account banned?'))[0]).toBe('answer');
});
