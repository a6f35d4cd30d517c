import { expect, it } from 'vitest';
import { analyzer } from '../../../src/core/text/analyze.ts';
import { plainLanguage } from '../../../src/core/text/language.ts';
import { shippedLocales } from '../../helpers/services.ts';

const { languages } = await shippedLocales();
const asksNothing = (tag: string) => analyzer(languages.get(tag) ?? plainLanguage(tag)).asksNothing;

it.each(
  Object.entries({
    en: ['thanks that did the trick', 'good morning folks', 'hahahah so true', '+1', '👍', 'solved, thanks'],
    es: ['gracias me sirvió', 'jajajajaja tal cual', 'buenos días gente', 'listo, gracias'],
    it: ['grazie ha funzionato', 'ahahahah vero', 'ciao belli', 'risolto, grazie'],
    ru: ['спасибо, помогло', 'ахахах ну да', 'всем доброе утро', 'здарова мужики'],
    ko: ['감사합니다 해결됐어요', 'ㅋㅋㅋㅋㅋㅋ 맞아요', '넵 알겠습니다'],
    'zh-Hans': ['谢谢大佬', '哈哈哈哈太真实了', '学长学姐好', '谢谢，已经解决了'],
    fa: ['مرسی درست شد', 'هههههه دقیقا', 'صبح بخیر دوستان'],
    ar: ['شكرا تم الحل', 'ههههه صح', 'السلام عليكم يا شباب'],
  }),
)('in %s, what asks nothing is told', (tag, lines) =>
  expect(lines.filter((line) => !asksNothing(tag)(line))).toEqual([]),
);

it('is not what asks or tells of something, with thanks or without, nor a mere word or number', () => {
  const lines = {
    en: [
      'thanks, how do I get a refund',
      'hi everyone, refunds',
      'everyone',
      'fixed',
      'error 12',
      '404',
      'refund thanks',
    ],
    'zh-Hans': ['谢谢，怎么退款', '大家', '请问学长宿舍'],
    ru: ['спасибо, а как вернуть деньги'],
    ar: ['شكرا، كيف أسترد المال'],
  };
  const told = Object.entries(lines).flatMap(([tag, all]) => all.filter(asksNothing(tag)));
  expect(told).toEqual([]);
  const complaint = 'thanks, but since the last update my map is empty and nothing loads any more';
  expect(asksNothing('en')(complaint)).toBe(false);
});
