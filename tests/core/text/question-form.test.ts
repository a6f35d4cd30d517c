import { describe, expect, it } from 'vitest';
import { analyzer } from '../../../src/core/text/analyze.ts';
import { plainLanguage } from '../../../src/core/text/language.ts';
import { questionForm } from '../../../src/core/text/question-form.ts';
import { shippedLocales } from '../../helpers/services.ts';

const { languages } = await shippedLocales();

function formIn(tag: string): (text: string) => string | undefined {
  const language = languages.get(tag);
  if (!language) throw new Error(`nobody speaks ${tag}`);
  return questionForm(analyzer(language), language.questionWords);
}

describe('the form of a question', () => {
  it.each([
    ['en', 'who makes it', 'open'],
    ['en', 'and since when?', 'open'],
    ['en', "hey bot, what's it for", 'open'],
    ['en', 'but is it free', 'yes-no'],
    ['en', 'really?', 'yes-no'],
    ['en', 'really? lol', 'yes-no'],
    ['en', 'that is cool', undefined],
    ['en', 'I know who makes it', undefined],
    ['en', 'thanks?', undefined],
    ['en', 'see https://example.org/?a=b for more', undefined],
    ['es', '¿sigue siendo así', 'yes-no'],
    ['es', 'y quién lo hace', 'open'],
    ['ru', 'а с каких пор', 'open'],
    ['ru', 'ну и хорошо', undefined],
    ['it', 'e chi lo fa', 'open'],
    ['ar', 'ومن صنعه', 'open'],
    ['ar', 'هل هو مجاني', 'yes-no'],
    ['fa', 'سازنده‌اش کیه', 'open'],
    ['ko', '그거 누가 만들었어', 'open'],
    ['zh-Hans', '是谁开发的', 'open'],
    ['zh-Hans', '现在还这样吗', 'yes-no'],
    ['zh-Hans', '我不信', undefined],
    ['zh-Hans', '他们还在研发呢', undefined],
    ['zh-Hans', '那俄罗斯呢', 'yes-no'],
    ['zh-Hans', '手机能不能用', 'yes-no'],
    ['zh-Hans', '我知道为什么关了', undefined],
    ['zh-Hans', '几个部门都关了', undefined],
    ['zh-Hans', '什么都关，习惯了', undefined],
    ['en', 'when I was there it was closed', undefined],
    ['en', 'Which is exactly why I left', undefined],
    ['en', 'so what a surprise', undefined],
    ['en', 'tell me why it is closed', 'open'],
    ['en', 'recommend a good one', 'yes-no'],
    ['en', 'ok but wait, who makes it', 'open'],
    ['en', 'my phone is too old, can I register', 'yes-no'],
    ['en', 'the office, was closed', undefined],
    ['en', 'I know why. is it free', 'yes-no'],
    ['es', 'qué sorpresa', undefined],
    ['es', 'alguien sabe si abre hoy', 'yes-no'],
    ['it', 'ecco perché hanno chiuso', undefined],
    ['it', 'perché hanno chiuso', 'open'],
    ['ru', 'работает ли он', 'yes-no'],
    ['ru', 'вряд ли он откроется', undefined],
    ['ru', 'а в офисе почему закрыли', 'open'],
    ['ru', 'я знаю почему закрыли', undefined],
    ['ko', '지금 쓸 수 있나요', 'yes-no'],
    ['ko', '내일 될까', 'yes-no'],
    ['ko', '왜 닫았는지 모르겠다', undefined],
    ['ko', '못 쓰니까', undefined],
    ['fa', 'میدونم چرا بستن', undefined],
    ['fa', 'امروز بازه یا نه', 'yes-no'],
    ['ar', 'ما أظن', undefined],
    ['ar', 'ليش مسكر', 'open'],
    ['ar', 'يفتح اليوم ولا لا', 'yes-no'],
    ['en', 'what do you think about the new rules?', undefined],
    ['en', 'the new rules, what do you all think?', undefined],
    ['en', 'what do you think, is it open tomorrow', 'yes-no'],
    ['en', 'teach beginners? you can barely teach yourself 😂', undefined],
    ['en', 'are you kidding me?', undefined],
    ['en', 'how do I join? you can barely find the form', 'open'],
    ['en', 'open tomorrow? 😂', 'yes-no'],
    ['en', 'open tomorrow? they wrote nothing 😂', undefined],
    ['en', 'Can I visit? Yes, three evenings a week.', undefined],
    ['en', 'When are you open? On Monday. Can I visit? No, not yet.', undefined],
    ['en', 'Can I visit? Yes, they said. When?', 'open'],
    ['en', 'is it open, yes or no', 'yes-no'],
    ['zh-Hans', '你们怎么看新规定？', undefined],
    ['zh-Hans', '订单怎么看？', 'open'],
    ['zh-Hans', '可以参观吗？可以，每周三个晚上。', undefined],
    ['ru', 'что думаете о новых правилах?', undefined],
    ['ru', 'как вам позвонить?', 'open'],
    ['ko', '새 규칙 어떻게 생각하세요?', undefined],
    ['es', '¿qué opináis de las nuevas normas?', undefined],
    ['fa', 'نظرتون درباره قوانین جدید چیه؟', undefined],
    ['ar', 'ما رأيكم في القواعد الجديدة؟', undefined],
    ['it', 'che ne pensate delle nuove regole?', undefined],
  ])('in %s, "%s" is %s', (tag, text, form) => expect(formIn(tag)(text)).toBe(form));

  it('is told by the mark alone where a language names no words', () => {
    const form = questionForm(analyzer(plainLanguage('de')));
    expect(['wer macht das', 'wer macht das?', '?'].map(form)).toEqual([undefined, 'yes-no', undefined]);
  });

  it('is told by parts of words and by words with others between them, if a language names such', () => {
    const form = questionForm(analyzer(plainLanguage('fi')), {
      within: ['-ko', 'ko-', '-k-'],
      unless: { anywhere: ['en … ko'] },
    });
    expect(['avataanko se', 'koira on', 'se aukeaa', 'en usko', 'en tie onko ko'].map(form)).toEqual([
      'yes-no',
      'yes-no',
      'yes-no',
      'yes-no',
      undefined,
    ]);
  });

  it('is not looked for in endless clauses, unless they are marked', () => {
    const form = questionForm(analyzer(plainLanguage('fi')), { begins: ['onko'] });
    expect(['onko se '.repeat(3), 'onko se '.repeat(100), `${'onko se '.repeat(100)}?`].map(form)).toEqual([
      'yes-no',
      undefined,
      'yes-no',
    ]);
  });

  it('can be told in every language that is read by its own rules', () => {
    const own = [...languages.values()].filter(({ writtenFrom }) => !writtenFrom);
    expect(
      own.filter(({ questionWords }) => !questionWords?.first && !questionWords?.anywhere).map(({ tag }) => tag),
    ).toEqual([]);
  });
});
