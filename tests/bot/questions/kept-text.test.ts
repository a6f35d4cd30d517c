import { describe, expect, it } from 'vitest';
import { keptText, textKeeper } from '../../../src/bot/questions/kept-text.ts';
import { shippedLocales } from '../../helpers/services.ts';

const { languages } = await shippedLocales();
const keep = textKeeper(languages);

describe('a question as it is kept', () => {
  it.each([
    'Did Margaret Thornton reset the password of Will?',
    'Is Windows 11 24H2 or version 10.15.7 supported since 2024-03-12?',
    'The meeting on 12.03.2024 in room 404, from 10:30 to 12:30: who opens?',
    'Does <b>this</b> or **that** or `code` or [a link](x) count as text?',
    '张伟能借自行车吗？三楼307室',
    'می‌خواهم بدانم چرا',
    'See https://handbook.example/bans/2024/why',
  ])('is as it was typed: %s', (text) => expect(keptText(text)).toBe(text));

  it.each([
    ['mail sunny@weather.example or sunny@localhost', 'mail … or …'],
    ['call +44 7700 900123, or (030) 1234-5678', 'call …, or …'],
    ['call 0\u200b7\u200b7\u200b0\u200b0 900\u2060123 now', 'call … now'],
    ['my card is 4111 1111 1111 1111', 'my card is …'],
    ['my card is 4111·1111·1111·1111 or ٤١١١١١١١١١١', 'my card is … or …'],
    ['my account DE89 3704 0044 0532 0130 00?', 'my account …?'],
    ['is ghp_16C7e42F292c6912E7710c838347Ae178B4a a token', 'is … a token'],
    ['bot 123456789:AAHfiqksKZ8WmR2zSjiQ7_v4TMAKdiHm9T0 fails', 'bot … fails'],
    ['<@600000000000000001> <@!1> <@&2> <#3> hi @everyone', '… hi …'],
    ['why is u/throwaway_river or river#4821 or @blue.orchid banned?', 'why is … or … or … banned?'],
    ['open https://user:pw@shop.example/cart?session=abc#top now', 'open https://shop.example/cart… now'],
    ['https://shop.example/reset/a1b2c3d4e5f6a7b8c9 fails.', 'https://shop.example/reset/… fails.'],
    ['join https://t.me/+AbCdEf or https://discord.gg/xyz!', 'join https://t.me/… or https://discord.gg/…!'],
    ['tg://user?id=5 and mailto://x', '… and …'],
  ])('has a gap in place of what is a person’s: %s', (text, kept) => expect(keptText(text)).toBe(kept));

  it('has one for an address that is spelled out, too', () => {
    expect(keep('write me at margaret at mailbox dot com please', 'en')).toBe('write me at … please');
  });

  it('is one line that nothing turns around or heaps up', () => {
    expect(keptText('a\u202Eb\u2066c\u0000\n\n d  e')).toBe('abc d e');
    expect(keptText(`Z${'\u0301'.repeat(400)}algo`).length).toBeLessThan(12);
    expect(keptText('half \ud800 of it').isWellFormed()).toBe(true);
  });

  it('is read to its end, whatever it is made of', { timeout: 30_000 }, () => {
    const hostile = ['1 ', 'a@', '@a.', '<@', 'https://a/', 'a1', '…', '\u0301', 'A1 '].map((part) =>
      part.repeat(4000 / part.length),
    );
    for (const text of hostile) expect(keptText(text).length).toBeLessThanOrEqual(text.length);
  });
});
