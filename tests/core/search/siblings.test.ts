import { describe, expect, it } from 'vitest';
import { answerFrom } from '../../../src/core/search/engine.ts';
import { entryOf, textOf } from '../../helpers/entries.ts';
import { libraryOf } from '../../helpers/library.ts';
import { shippedLocales } from '../../helpers/services.ts';

const locales = await shippedLocales();

/** For each language: titles of a first pack, each with the question that puts a sibling in its place. */
const PACKS: Readonly<Record<string, readonly (readonly [title: string, sibling: string])[]>> = {
  en: [
    ['May I bring my dog?', 'may i bring my cat'],
    ['Can I pay by card?', 'can i pay in cash'],
    ['What does a day pass cost?', 'what does a year pass cost'],
    ['How do I install the mod pack on Windows?', 'how do i install the mod pack on linux'],
    ['What can I eat before the surgery?', 'what can i eat after the surgery'],
    ['Can I rent skates?', 'can i buy skates'],
  ],
  es: [
    ['¿Puedo llevar a mi perro?', 'puedo llevar a mi gato'],
    ['¿Puedo pagar con tarjeta?', 'puedo pagar en efectivo'],
    ['¿Cuánto cuesta el abono de un día?', 'cuánto cuesta el abono de un año'],
    ['¿Cómo instalo el programa en Windows?', 'cómo instalo el programa en linux'],
    ['¿Qué puedo comer antes de la operación?', 'qué puedo comer después de la operación'],
    ['¿Se pueden alquilar patines?', 'se pueden comprar patines'],
  ],
  it: [
    ['Posso portare il mio cane?', 'posso portare il mio gatto'],
    ['Posso pagare con la carta?', 'posso pagare in contanti'],
    ["Quanto costa l'abbonamento giornaliero?", "quanto costa l'abbonamento annuale"],
    ['Come installo il programma su Windows?', 'come installo il programma su linux'],
    ["Che cosa posso mangiare prima dell'operazione?", "che cosa posso mangiare dopo l'operazione"],
    ['Si possono noleggiare i pattini?', 'si possono comprare i pattini'],
  ],
  ru: [
    ['Можно прийти с собакой?', 'можно прийти с кошкой'],
    ['Можно ли оплатить картой?', 'можно ли оплатить наличными'],
    ['Сколько стоит дневной билет?', 'сколько стоит годовой билет'],
    ['Как установить программу на Windows?', 'как установить программу на linux'],
    ['Что можно есть перед операцией?', 'что можно есть после операции'],
    ['Можно ли взять коньки напрокат?', 'можно ли купить коньки'],
  ],
  ko: [
    ['강아지를 데려가도 되나요?', '고양이를 데려가도 되나요'],
    ['카드로 결제할 수 있나요?', '현금으로 결제할 수 있나요'],
    ['하루 이용권은 얼마인가요?', '연간 이용권은 얼마인가요'],
    ['윈도우에 프로그램을 어떻게 설치하나요?', '리눅스에 프로그램을 어떻게 설치하나요'],
    ['수술 전에 무엇을 먹어도 되나요?', '수술 후에 무엇을 먹어도 되나요'],
    ['스케이트를 빌릴 수 있나요?', '스케이트를 살 수 있나요'],
  ],
  'zh-Hans': [
    ['可以带狗进去吗？', '可以带猫进去吗'],
    ['可以刷卡付款吗？', '可以现金付款吗'],
    ['日票多少钱？', '年票多少钱'],
    ['怎么在Windows上安装程序？', '怎么在Linux上安装程序'],
    ['手术前可以吃什么？', '手术后可以吃什么'],
    ['可以租冰鞋吗？', '可以买冰鞋吗'],
  ],
  'zh-Hant': [
    ['可以帶狗進去嗎？', '可以帶貓進去嗎'],
    ['可以刷卡付款嗎？', '可以現金付款嗎'],
    ['日票多少錢？', '年票多少錢'],
    ['怎麼在Windows上安裝程式？', '怎麼在Linux上安裝程式'],
    ['手術前可以吃什麼？', '手術後可以吃什麼'],
    ['可以租冰鞋嗎？', '可以買冰鞋嗎'],
  ],
  fa: [
    ['می‌توانم سگم را بیاورم؟', 'می‌توانم گربه‌ام را بیاورم'],
    ['می‌شود با کارت پرداخت کرد؟', 'می‌شود نقدی پرداخت کرد'],
    ['بلیت روزانه چند است؟', 'بلیت سالانه چند است'],
    ['چطور برنامه را روی ویندوز نصب کنم؟', 'چطور برنامه را روی لینوکس نصب کنم'],
    ['قبل از عمل چه می‌شود خورد؟', 'بعد از عمل چه می‌شود خورد'],
    ['می‌شود اسکیت اجاره کرد؟', 'می‌شود اسکیت خرید'],
  ],
  ar: [
    ['هل يمكنني إحضار كلبي؟', 'هل يمكنني إحضار قطتي'],
    ['هل يمكن الدفع بالبطاقة؟', 'هل يمكن الدفع نقدا'],
    ['كم سعر التذكرة اليومية؟', 'كم سعر التذكرة السنوية'],
    ['كيف أثبت البرنامج على ويندوز؟', 'كيف أثبت البرنامج على لينكس'],
    ['ماذا آكل قبل العملية؟', 'ماذا آكل بعد العملية'],
    ['هل يمكن استئجار زلاجات؟', 'هل يمكن شراء زلاجات'],
  ],
};

describe.each(Object.entries(PACKS))('a first pack in %s', (language, pairs) => {
  const library = libraryOf(
    pairs.map(([title], at) => entryOf(`questions/${at}`, textOf(language, title, [], { language }))),
    locales,
  );

  it.each(pairs)('says %s and is not sure of: %s', (title, sibling) => {
    expect(answerFrom(library, title, language).kind).toBe('sure');
    expect(answerFrom(library, sibling, language).kind).not.toBe('sure');
  });
});
