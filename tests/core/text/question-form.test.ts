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
  ])('in %s, "%s" is %s', (tag, text, form) => expect(formIn(tag)(text)).toBe(form));

  it('is told by the mark alone where a language names no words', () => {
    const form = questionForm(analyzer(plainLanguage('de')));
    expect(['wer macht das', 'wer macht das?', '?'].map(form)).toEqual([undefined, 'yes-no', undefined]);
  });

  it('can be told in every language that is read by its own rules', () => {
    const own = [...languages.values()].filter(({ writtenFrom }) => !writtenFrom);
    expect(
      own.filter(({ questionWords }) => !questionWords?.first && !questionWords?.anywhere).map(({ tag }) => tag),
    ).toEqual([]);
  });
});
