import { describe, expect, it } from 'vitest';
import { plainInline } from '../../src/core/entry/blocks.ts';
import { libraryOf } from '../helpers/library.ts';
import { ASKED, ENGLISH_ONLY, PARALLEL_PACK } from '../helpers/parallel-pack.ts';
import { botOf } from '../helpers/replies.ts';
import { PLACE, servicesOf, shippedLocales } from '../helpers/services.ts';

const library = libraryOf(PARALLEL_PACK, await shippedLocales());
const respond = botOf(await servicesOf(PARALLEL_PACK, { library }));
const ask = (locale: string, text: string, addressed = true) =>
  respond({ person: `p ${locale}`, place: PLACE, text, addressed, locale });

const SENTENCES: Readonly<Record<(typeof ASKED)[number][0], string>> = {
  ru: 'Текст есть только на одном языке: английский.',
  'zh-Hans': '这条内容目前只有英语版本。',
  es: 'Este texto solo existe en inglés.',
  ar: 'هذا النص متاح بهذه اللغة فقط: الإنجليزية.',
};

it.each([
  ['/why', ['en', 'ru']],
  ['/confirm', ['en']],
])('%s builds the indexes of the languages that its words are in, if they are words', async (command, built) => {
  const library = libraryOf(PARALLEL_PACK, await shippedLocales());
  const respond = botOf(await servicesOf(PARALLEL_PACK, { library }));
  const isModerator = async () => true;
  const text = `${command} где находится музей`;
  await respond({ person: 'p', place: PLACE, text, addressed: true, locale: 'en', isModerator });
  expect(library.indexes.flatMap(({ base, isWanted }) => (isWanted ? [base] : []))).toEqual(built);
});

describe('an entry in English only', () => {
  it.each(ASKED)('is found in %s, which the answer says', async (language, question) => {
    const reply = await ask(language, question);
    expect(reply).toMatchObject({ language: 'en', title: ENGLISH_ONLY.texts.get('en')?.title });
    const notes = (reply?.notes ?? []).map((note) => plainInline(note).replace(/[\u2066-\u2069]/g, ''));
    expect(notes).toContain(SENTENCES[language]);
  });

  it('is not found for a question that has its own text, nor for one about something else', async () => {
    expect(await ask('ru', 'где находится музей')).toMatchObject({ language: 'ru', title: 'Где находится музей?' });
    for (const [language, text] of [
      ['ru', 'какая сегодня погода'],
      ['zh-Hans', '今天天气怎么样'],
      ['es', 'quién ganó el partido de ayer'],
      ['ar', 'من فاز في المباراة أمس'],
    ] as const) {
      expect(await ask(language, text, false), text).toBeUndefined();
      expect((await ask(language, text))?.title, text).toBeUndefined();
    }
  });
});
