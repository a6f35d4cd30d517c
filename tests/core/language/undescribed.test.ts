import { describe, expect, it } from 'vitest';
import { answerFrom } from '../../../src/core/search/engine.ts';
import { entryOf, textOf } from '../../helpers/entries.ts';
import { libraryOf } from '../../helpers/library.ts';
import { PACK } from '../../helpers/pack.ts';
import { shippedLocales } from '../../helpers/services.ts';

const PARKING = entryOf(
  'questions/parking',
  textOf('ja', '駐車場はありますか？', ['車を停める場所はどこですか', '駐車場の場所を教えて']),
  textOf('th', 'มีที่จอดรถไหม?', ['จอดรถได้ที่ไหน', 'ที่จอดรถอยู่ตรงไหน']),
);
const HOURS = entryOf(
  'questions/hours',
  textOf('ja', '開館時間は何時から何時までですか？', ['何時に開きますか', '閉館は何時']),
  textOf('th', 'เปิดกี่โมงถึงกี่โมง?', ['เวลาเปิดปิด', 'ปิดกี่โมง']),
);

describe('texts in a language that has no folder', async () => {
  const library = libraryOf([PARKING, HOURS, ...PACK], await shippedLocales());
  const best = (question: string, language: string) => {
    const { kind, candidates } = answerFrom(library, question, language);
    return [kind, candidates[0]?.entry.id];
  };

  // The asker's language is one that the bot speaks: it takes Japanese for Chinese, and knows nothing of Thai.
  it.each([...PARKING.texts.values()].flatMap(({ title, phrasings }) => [title, ...phrasings]))(
    'are found by %s',
    (question) => {
      for (const language of ['en', 'zh-Hans']) expect(best(question, language)).toEqual(['sure', PARKING.id]);
    },
  );

  it('are found in other words', () =>
    expect([best('駐車場はどこですか', 'zh-Hans')[1], best('ที่จอดรถมีไหม', 'en')[1]]).toEqual([PARKING.id, PARKING.id]));
  it('do not answer what has none of their letters', () =>
    expect(best('where can I park my car', 'en')[0]).not.toBe('sure'));
});
