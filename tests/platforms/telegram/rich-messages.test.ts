import { describe, expect, it } from 'vitest';
import { richMessageOf } from '../../../src/platforms/telegram/outbound/rich-message.ts';
import { entryOf, textOf } from '../../helpers/entries.ts';
import { buttonsOf, dataOf, message, ownMessage, press } from '../../helpers/fake-telegram-people.ts';
import { answerWith } from '../../helpers/replies.ts';
import { readRichHtml } from '../../helpers/rich-html.ts';
import { servicesOf } from '../../helpers/services.ts';
import { answerOf, PRICES } from '../../helpers/tables.ts';
import { shownText } from '../../helpers/telegram-bot.ts';
import { telegramWorld } from '../../helpers/telegram-world.ts';

const HOSTILE = '### @admin & <b>\n\n| a | b |\n|---|---|\n| \\<i> "x" &amp; /ban@other | `</code>` #tag |'.replaceAll(
  '<b>',
  '\\<b>',
);
const ENTRIES = [
  entryOf('questions/prices', textOf('en', 'What are the prices of the club?', [], { answer: answerOf(PRICES) })),
  entryOf('questions/marks', textOf('en', 'Which marks are hostile?', [], { answer: answerOf(HOSTILE) })),
  entryOf(
    'questions/bahay',
    textOf('fa', 'قیمت اشتراک باشگاه چند است؟', [], { answer: answerOf('| طرح | بها |\n|---|---|\n| رایگان | ۰ |') }),
  ),
];
const TABLE = [
  '<table bordered striped><tr><th>Plan</th><th align="right">Price</th></tr>',
  '<tr><td>Free</td><td align="right">0</td></tr>',
  '<tr><td>Pro <code>x</code></td><td align="right">10</td></tr></table>',
].join('');
const world = telegramWorld(() => servicesOf(ENTRIES, { now: () => new Date().toISOString() }));
const OTHER = { code: 400, description: 'Bad Request: message is not modified' };
const REFUSED = { code: 400, description: 'Bad Request: RICH_MESSAGE_INVALID' };
const ask = (id = 'prices') => world.alone(world.somebody(), `/show ${id}`);

describe('an answer with headings and tables', () => {
  it('is a rich message, with the buttons of an answer', async () => {
    const calls = await ask();
    expect(calls.map(({ method }) => method)).toEqual(['sendRichMessage']);
    const html = JSON.stringify(calls[0]?.body.rich_message).replaceAll('\\"', '"');
    expect(html).toContain(
      `<h2>What are the prices of the club?</h2><p>Prices:</p><h3>Club</h3>${TABLE}<h4>Where <i>it</i> counts</h4><p>Here.</p>`,
    );
    expect(buttonsOf(calls[0]).map(({ text }) => text)).toEqual(['👍', '👎']);
  });

  it('is text if Telegram refuses it, with the same buttons', async () => {
    world.fake.trouble('sendRichMessage', REFUSED);
    const [, text, ...more] = await ask();
    expect(more).toEqual([]);
    expect(text?.method).toBe('sendMessage');
    expect(shownText(text)).toContain('Club\nPlan   Price\n-----  -----\nFree       0\nPro x     10\n');
    expect(buttonsOf(text).map(({ text: label }) => label)).toEqual(['👍', '👎']);
  });

  it('is not sent again as text to somebody who blocked the bot, or after a pause', async () => {
    world.fake.trouble('sendRichMessage', { code: 403, description: 'Forbidden: bot was blocked by the user' });
    expect((await ask()).map(({ method }) => method)).toEqual(['sendRichMessage']);
  });

  it('means nothing else, whatever is in it', async () => {
    const [call, ...more] = await ask('marks');
    expect(more).toEqual([]);
    expect(call?.method).toBe('sendRichMessage');
    expect(shownText(call)).toContain('@admin & <b>');
    expect(shownText(call)).toContain('</code>');
  });

  it('runs from right to left in such a language', async () => {
    const reader = { ...world.somebody(), language_code: 'fa' };
    const [call] = await world.alone(reader, '/show bahay');
    expect(call?.body.rich_message).toMatchObject({ is_rtl: true });
  });

  it('is put right in its place, as a rich message or as text', async () => {
    const chat = world.newGroup();
    const boss = world.moderatorOf(chat);
    const correct = async (price: string, ...troubles: (typeof REFUSED)[]) => {
      world.fake.trouble('editMessageText', ...troubles);
      const answer = `| Plan | Price |\n|---|---|\n| Club | ${price} |`;
      const [preview] = await world.tell({
        message: message(
          boss,
          chat,
          `/correct entry: prices question: What are the prices of the club? answer: ${answer}`,
        ),
      });
      return (await world.tell(press(boss, ownMessage(preview, chat), dataOf(preview, 'Save')))).filter(
        ({ method, body }) => method === 'editMessageText' && shownText({ body }).includes(price),
      );
    };
    const [given] = await world.tell({ message: message(world.somebody(), chat, '/show prices') });
    const number = ownMessage(given, chat).message_id;
    const [edit, ...more] = await correct('20 euros');
    expect(more).toEqual([]);
    expect(edit?.body).toMatchObject({ message_id: number, rich_message: { html: expect.stringContaining('<table') } });
    expect(edit?.body.text).toBeUndefined();
    // The preview is edited first.
    const [refused, text] = await correct('30 euros', OTHER, REFUSED);
    expect(refused?.body.rich_message).toBeDefined();
    expect(text?.body).toMatchObject({ message_id: number, text: expect.stringContaining('Club  30 euros') });
  });

  it('is text on a server that knows no rich messages, which is asked once', async () => {
    world.fake.trouble('sendRichMessage', { code: 404, description: 'Not Found: method not found' });
    expect((await ask()).map(({ method }) => method)).toEqual(['sendRichMessage', 'sendMessage']);
    expect((await ask()).map(({ method }) => method)).toEqual(['sendMessage']);
  });
});

describe('a rich message', () => {
  const layout = { isRightToLeft: false };
  const htmlOf = (markdown: string) =>
    richMessageOf(answerWith({} as never, { title: 'T', blocks: answerOf(markdown) }), layout);

  it('holds every block in a form that Telegram takes', () => {
    const html = htmlOf(
      '- a\n\n  1. **b**\\\n     *c*\n- > d\n  >\n  > - e\n\n```js\n<&\n```\n\n[f](https://a.example/?a&b)\n\n| | |\n|-|-|\n|g|h|',
    );
    expect(readRichHtml(html ?? '').problems).toEqual([]);
    expect(html).toBe(
      '<h2>T</h2><ul><li><p>a</p><ol><li><p><b>b</b><br><i>c</i></p></li></ol></li><li><blockquote><p>d</p><ul><li><p>e</p></li></ul></blockquote></li></ul><pre><code class="language-js">&lt;&amp;</code></pre><p><a href="https://a.example/?a&amp;b">f</a></p><table bordered striped><tr><td>g</td><td>h</td></tr></table>',
    );
  });

  it('is none beyond its limits', () => {
    expect(htmlOf('- a\n'.repeat(240))).toBeDefined();
    expect(htmlOf('- a\n'.repeat(260))).toBeUndefined();
  });
});
