import type { Entry } from '../../src/core/entry/entry.ts';
import { entryOf, plain, textOf } from './entries.ts';

/** A title, its phrasings and an answer in each language. */
type Lines = Readonly<
  Record<'en' | 'ru' | 'zh-Hans' | 'es' | 'ar', readonly [title: string, phrasings: readonly string[], answer: string]>
>;

const PARALLEL: Readonly<Record<string, Lines>> = {
  'questions/museum': {
    en: ['Where is the museum?', ['address of the museum', 'way to the museum'], 'The museum is in Mill Street.'],
    ru: ['Где находится музей?', ['адрес музея', 'дорога в музей'], 'Музей находится на Мельничной улице.'],
    'zh-Hans': ['博物馆在哪里？', ['博物馆的地址', '去博物馆的路'], '博物馆在磨坊街。'],
    es: ['¿Dónde está el museo?', ['dirección del museo', 'camino al museo'], 'El museo está en la calle Molino.'],
    ar: ['أين يقع المتحف؟', ['عنوان المتحف', 'الطريق إلى المتحف'], 'يقع المتحف في شارع الطاحونة.'],
  },
  'questions/smoking': {
    en: [
      'Is smoking allowed in the garden?',
      ['allowed to smoke', 'where is smoking allowed'],
      'Smoking is allowed at the gate.',
    ],
    ru: ['Разрешено ли курение в саду?', ['разрешено курить', 'где разрешено курение'], 'Курение разрешено у ворот.'],
    'zh-Hans': ['花园里允许吸烟吗？', ['允许抽烟', '哪里允许吸烟'], '大门口允许吸烟。'],
    es: [
      '¿Está permitido fumar en el jardín?',
      ['permitido fumar', 'dónde está permitido fumar'],
      'Fumar está permitido en la puerta.',
    ],
    ar: ['هل التدخين مسموح في الحديقة؟', ['مسموح التدخين', 'أين التدخين مسموح'], 'التدخين مسموح عند البوابة.'],
  },
  'questions/dogs': {
    en: ['Are dogs allowed in the library?', ['dog in the library', 'is a dog allowed'], 'Dogs stay outside.'],
    ru: [
      'Разрешено ли с собакой в библиотеку?',
      ['собака в библиотеке', 'разрешено ли с собакой'],
      'Собаки остаются снаружи.',
    ],
    'zh-Hans': ['图书馆允许带狗吗？', ['图书馆里的狗', '允许带狗'], '狗留在外面。'],
    es: [
      '¿Está permitido el perro en la biblioteca?',
      ['perro en la biblioteca', 'perro permitido'],
      'Los perros se quedan fuera.',
    ],
    ar: ['هل الكلب مسموح في المكتبة؟', ['كلب في المكتبة', 'الكلب مسموح'], 'تبقى الكلاب في الخارج.'],
  },
  'questions/photos': {
    en: ['Who prints a photo for the badge?', ['photo for the badge', 'a new photo'], 'The office prints your photo.'],
    ru: ['Кто печатает фото для пропуска?', ['фото для пропуска', 'новое фото'], 'Фото печатает контора.'],
    'zh-Hans': ['谁打印胸卡的照片？', ['胸卡的照片', '新照片'], '办公室打印照片。'],
    es: ['¿Quién imprime la foto de la tarjeta?', ['foto de la tarjeta', 'foto nueva'], 'La oficina imprime la foto.'],
    ar: ['من يطبع صورة البطاقة؟', ['صورة البطاقة', 'صورة جديدة'], 'يطبع المكتب الصورة.'],
  },
};

/** Has a text in English only; its words are in the others. */
export const ENGLISH_ONLY = entryOf(
  'questions/museum-photos',
  textOf(
    'en',
    'Is a photo allowed in the museum?',
    ['photo in the museum', 'allowed to take a photograph in the museum', 'museum photo allowed'],
    { answer: [plain('Without a flash.')] },
  ),
);

/** How people ask for it, by language. */
export const ASKED = [
  ['ru', 'разрешено ли фото в музее'],
  ['zh-Hans', '准许博物馆照片吗'],
  ['es', 'está permitida una foto en el museo'],
  ['ar', 'هل صورة مسموح في المتحف'],
] as const;

/** Five entries: four in five languages each, and one in English only. */
export const PARALLEL_PACK: readonly Entry[] = [
  ...Object.entries(PARALLEL).map(([id, lines]) =>
    entryOf(
      id,
      ...Object.entries(lines).map(([language, [title, phrasings, answer]]) =>
        textOf(language, title, phrasings, { answer: [plain(answer)] }),
      ),
    ),
  ),
  ENGLISH_ONLY,
];
