import { describe, expect, it } from 'vitest';
import { areAlike, contentReader } from '../../../src/bot/questions/alike.ts';
import { shippedLocales } from '../../helpers/services.ts';

const contentOf = contentReader((await shippedLocales()).languages);
const alike = (a: string, b: string, language = 'en') => {
  const [x, y] = [contentOf(a, language), contentOf(b, language)];
  expect(areAlike(x, y)).toBe(areAlike(y, x));
  return areAlike(x, y);
};

describe('alike', () => {
  it.each([
    ['how do I reset my password', 'Password reset: how?'],
    ['resetting passwords', 'can you please tell me how to reset the password'],
    ['when is the meetup', 'when is the next meetup'],
    ['can i use a vpn in china', 'can i use a free vpn in china'],
    ['who are you', 'Who are you?'],
  ])('%s, %s', (a, b) => expect(alike(a, b)).toBe(true));

  it.each([
    ['how do I reset my password', 'how do I change my password'],
    ['is there a mobile app', 'is there an android app'],
    [
      'how do I connect my steam account to the discord server',
      'how do I connect my xbox account to the discord server',
    ],
    ['when is the meetup', 'when is the meetup in berlin'],
    ['who are you', 'what is this'],
    ['get', 'make'],
  ])('not: %s, %s', (a, b) => expect(alike(a, b)).toBe(false));

  it.each([
    ['为什么我的账号被封了', '我账号为啥被封'],
    ['怎么重置密码', '密码如何重置？'],
    ['忘记密码了怎么重置', '怎么重置密码'],
    ['手机上能用吗', '可以在手机上用吗'],
    ['為什麼我的賬號被封了', '为什么我的账号被封了'],
  ])('%s, %s', (a, b) => expect(alike(a, b, 'zh-Hans')).toBe(true));

  it.each([
    ['怎么重置密码', '怎么修改密码'],
    ['手机上能用吗', '电脑上能用吗'],
    ['怎么把微信账号绑定到服务器', '怎么把微博账号绑定到服务器'],
    ['群里什么时候有活动', '下次活动是什么时候'],
  ])('not: %s, %s', (a, b) => expect(alike(a, b, 'zh-Hans')).toBe(false));
});
