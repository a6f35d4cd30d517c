import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../src/core/entry/entry.ts';
import { answerFrom } from '../../../src/core/search/engine.ts';
import { entryOf, textOf } from '../../helpers/entries.ts';
import { libraryOf } from '../../helpers/library.ts';
import { shippedLocales } from '../../helpers/services.ts';

const locales = await shippedLocales();

/** Small packs: titles by the name of what they are about. */
const PACKS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ru: {
    bios: 'Как обновить BIOS?',
    wayland: 'Почему Wayland не запускается?',
    discord: 'Где ссылка на наш Discord?',
    docker: 'Как поставить Docker на сервер?',
    grafana: 'Как войти в Grafana?',
    netflix: 'Можно ли смотреть Netflix?',
    card: 'Подойдёт ли видеокарта 6700 XT?',
    plug: 'Куда вставить разъём 8 пин?',
    frost: 'Когда придёт Дед Мороз?',
    minibus: 'Где стоит автобус-экспресс?',
  },
  fa: {
    bios: 'چطور BIOS را به‌روز کنم؟',
    wayland: 'چرا Wayland اجرا نمی‌شود؟',
    singbox: 'فایل تنظیمات sing-box کجاست؟',
    firefox: 'افزونه Firefox را چطور نصب کنم؟',
    docker: 'دستور ساختن کانتینر Docker چیست؟',
    grafana: 'رمز ورود Grafana چیست؟',
    bitcoin: 'آیا پرداخت با Bitcoin ممکن است؟',
    netflix: 'آیا می‌شود Netflix دید؟',
  },
  ar: {
    bios: 'كيف أحدث BIOS؟',
    wayland: 'لماذا لا يعمل Wayland؟',
    discord: 'أين رابط Discord؟',
    docker: 'كيف أثبت Docker على جهازي؟',
    ubuntu: 'ما هي متطلبات Ubuntu؟',
    grafana: 'ما هي كلمة مرور Grafana؟',
    bitcoin: 'هل يمكن الدفع عبر Bitcoin؟',
    netflix: 'هل يمكن مشاهدة Netflix؟',
  },
  ko: {
    bios: 'BIOS 업데이트는 어떻게 하나요?',
    wayland: 'Wayland가 왜 실행되지 않나요?',
    discord: 'Discord 주소는 어디에 있나요?',
    docker: 'Docker 설치 방법이 무엇인가요?',
    ubuntu: 'Ubuntu 최소 사양이 어떻게 되나요?',
    grafana: 'Grafana 비밀번호는 무엇인가요?',
    bitcoin: 'Bitcoin 결제가 가능한가요?',
    minecraft: 'Minecraft 서버는 언제 열리나요?',
  },
  en: {
    claims: 'How do I get more Claimblocks?',
    card: 'Does a 6700 XT fit in the case?',
    plug: 'Which cable is the 8pin one?',
    board: 'How do I reset a B550 board?',
    potluck: 'What do I bring to the pot luck?',
    spawn: 'Where is the spawnpoint?',
    glider: 'Who repairs the hang glider?',
    bird: 'Who feeds the birdhouse?',
    disk: 'Which disk has 500GB?',
    lock: 'How do I open the bike lock?',
  },
  es: {
    opener: '¿Dónde está el sacacorchos?',
    card: '¿Qué fuente necesita la RX 6700 XT?',
    plug: '¿Dónde va el conector de 8 pines?',
    goal: '¿Quién es el guarda metas del equipo?',
    disk: '¿Cómo limpio un disco de 500GB?',
    wiper: '¿Cómo cambio el limpia parabrisas?',
    speaker: '¿Quién arregla el altavoz?',
  },
  it: {
    opener: "Dov'è il cavatappi?",
    card: 'Quale alimentatore vuole la RX 6700 XT?',
    plug: 'Dove va il connettore da 8pin?',
    rack: 'Chi ripara il porta bagagli?',
    disk: 'Come pulisco un disco da 500 GB?',
    chief: 'Chi è il capostazione?',
    rail: 'Quando passa il dopo scuola?',
  },
};

/** A question, and the entry that it is about. */
type Line = readonly [language: string, question: string, entry: string];

const NAMES: readonly Line[] = [
  ['ru', 'как обновить биос', 'bios'],
  ['ru', 'вейланд не запускается', 'wayland'],
  ['ru', 'где ссылка на дискорд', 'discord'],
  ['ru', 'как мне поставить докер', 'docker'],
  ['ru', 'обновление биоса', 'bios'],
  ['ru', 'вейланд почему-то не стартует', 'wayland'],
  ['ru', 'не могу войти в графану', 'grafana'],
  ['ru', 'можно смотреть нетфликс?', 'netflix'],
  ['ru', 'кто-нибудь ставил докер на сервер', 'docker'],
  ['ru', 'ссылка на сервер в дискорде', 'discord'],
  ['fa', 'چطور بایوس را به‌روز کنم', 'bios'],
  ['fa', 'بیوس را چطور به‌روز کنم', 'bios'],
  ['fa', 'فایل تنظیمات سینگ باکس', 'singbox'],
  ['fa', 'نصب افزونه فایرفاکس', 'firefox'],
  ['fa', 'فایل سینگ‌باکس کجاست', 'singbox'],
  ['fa', 'رمز گرافانا چیه', 'grafana'],
  ['fa', 'پرداخت با بیت‌کوین', 'bitcoin'],
  ['fa', 'رمز ورود گرافانا یادم رفت', 'grafana'],
  ['fa', 'افزونه‌های فایرفاکس', 'firefox'],
  ['fa', 'تنظیمات سینگ-باکس', 'singbox'],
  ['ar', 'كيف أحدث البيوس', 'bios'],
  ['ar', 'ويلاند لا يعمل', 'wayland'],
  ['ar', 'رابط الديسكورد', 'discord'],
  ['ar', 'طريقة تثبيت دوكر', 'docker'],
  ['ar', 'متطلبات أوبونتو', 'ubuntu'],
  ['ar', 'نسيت كلمة مرور جرافانا', 'grafana'],
  ['ar', 'تحديث بايوس', 'bios'],
  ['ar', 'مشاهدة نتفليكس', 'netflix'],
  ['ar', 'وين رابط سيرفر ديسكورد', 'discord'],
  ['ar', 'هل يعمل وايلاند', 'wayland'],
  ['ko', '바이오스 업데이트 방법', 'bios'],
  ['ko', '웨이랜드가 실행 안 돼요', 'wayland'],
  ['ko', '디스코드 주소 알려주세요', 'discord'],
  ['ko', '그라파나 비번 아는 사람', 'grafana'],
  ['ko', '우분투 최소 사양', 'ubuntu'],
  ['ko', '그라파나 비밀번호 까먹었어요', 'grafana'],
  ['ko', '비트코인으로 결제할 수 있나요', 'bitcoin'],
  ['ko', '웨이랜드 실행이 왜 안 되나요', 'wayland'],
  ['ko', '바이오스를 업데이트하고 싶어요', 'bios'],
  ['ko', '도커를 어떻게 설치해요', 'docker'],
];

const COMPOUNDS: readonly Line[] = [
  ['en', 'how do I get claim blocks', 'claims'],
  ['en', 'does my 6700xt fit', 'card'],
  ['en', 'which cable is 8 pin', 'plug'],
  ['en', 'reset my b 550 board', 'board'],
  ['en', 'what to bring for the potluck', 'potluck'],
  ['en', 'where is the spawn point', 'spawn'],
  ['en', 'who repairs the hangglider', 'glider'],
  ['en', 'who feeds the bird house', 'bird'],
  ['en', 'which disk has 500 gb', 'disk'],
  ['en', 'how to open the bikelock', 'lock'],
  ['es', 'dónde está el saca corchos', 'opener'],
  ['es', 'fuente para la rx6700xt', 'card'],
  ['es', 'dónde va el conector de 8pines', 'plug'],
  ['es', 'quién es el guardametas', 'goal'],
  ['es', 'limpiar un disco de 500 gb', 'disk'],
  ['es', 'cambiar el limpiaparabrisas', 'wiper'],
  ['es', 'fuente para una 6700XT', 'card'],
  ['es', 'quién arregla el alta voz', 'speaker'],
  ['it', 'dove trovo il cava tappi', 'opener'],
  ['it', 'alimentatore per la 6700xt', 'card'],
  ['it', 'dove va il connettore da 8 pin', 'plug'],
  ['it', 'chi ripara il portabagagli', 'rack'],
  ['it', 'pulire un disco da 500gb', 'disk'],
  ['it', 'chi è il capo stazione', 'chief'],
  ['it', 'quando passa il doposcuola', 'rail'],
  ['it', 'alimentatore per rx6700xt', 'card'],
  ['ru', 'подойдёт ли 6700xt', 'card'],
  ['ru', 'куда вставить 8пин', 'plug'],
  ['ru', 'видеокарта 6700XT подойдёт?', 'card'],
  ['ru', 'когда придёт дедмороз', 'frost'],
  ['ru', 'где стоит автобусэкспресс', 'minibus'],
];

const OTHERS: readonly (readonly [language: string, question: string])[] = [
  ['ru', 'кто такой этот босс'],
  ['ru', 'где купить бисер'],
  ['ru', 'сколько стоит дикарь'],
  ['ru', 'подойдёт ли 6800xt'],
  ['ru', 'где взять баос и бусы'],
  ['ru', 'кто сшил мне эту накидку'],
  ['fa', 'بوس یعنی چه'],
  ['fa', 'بهترین دکور برای اتاق'],
  ['fa', 'قیمت پلنگ چنده'],
  ['ar', 'متى يأتي البؤس'],
  ['ar', 'أين تباع الدفاتر'],
  ['ar', 'من هو الديك الرومي'],
  ['ko', '버스는 언제 와요'],
  ['ko', '대구 날씨 알려줘'],
  ['ko', '그래픽 카드 추천'],
  ['en', 'is the 6800xt any good'],
  ['en', 'may I claim my luggage'],
  ['en', 'point me to the bakery'],
  ['en', 'what is a car pet'],
  ['es', 'una gorra para caídos'],
  ['es', 'cuántos años tiene el corcho'],
  ['es', 'una rx6800xt barata'],
  ['it', 'chi lava le scale'],
  ['it', 'un disco da 900gb'],
];

const LIBRARIES = new Map(
  Object.entries(PACKS).map(([language, titles]) => [
    language,
    libraryOf(
      Object.entries(titles).map(([id, title]): Entry => entryOf(`questions/${id}`, textOf(language, title, []))),
      locales,
    ),
  ]),
);

function best(language: string, question: string) {
  const library = LIBRARIES.get(language);
  if (!library) throw new Error(language);
  const { kind, candidates, findings } = answerFrom(library, question, language);
  const isReadAsTheirs = findings.some(({ corrected }) => corrected.length > 0);
  return { kind, first: candidates[0]?.entry.id.replace('questions/', ''), isReadAsTheirs };
}

describe.each([
  ['a name in Latin letters, asked in the letters of the language', NAMES],
  ['a compound written otherwise', COMPOUNDS],
])('%s', (_, lines) => {
  it.each(lines)('%s: %s', (language, question, entry) => {
    const { kind, first, isReadAsTheirs } = best(language, question);
    expect([kind === 'unknown', first, isReadAsTheirs]).toEqual([false, entry, true]);
  });
});

describe('what only looks like it', () => {
  it.each(OTHERS)('%s: %s', (language, question) => expect(best(language, question).kind).not.toBe('sure'));
});
