import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { foreignNames, transcriber } from '../../eval/name-lists/foreign-names.ts';
import { rulesOf, transcribe } from '../../eval/name-lists/transcribe.ts';
import { ROOT } from '../../src/package.ts';

const SPOKEN = { jennifer: 'JH EH1 N AH0 F ER0', scott: 'S K AA1 T', drone: 'D R OW1 N' };
const transcribed = transcriber(path.join(ROOT, 'eval/name-lists'), SPOKEN);

describe('foreign names', () => {
  it('are written letter by letter by the first rule that fits, in each way of it throughout', () =>
    expect(transcribe('shasa', rulesOf('sh→S|Š s→s $→!'))).toEqual(['Sasa', 'Šasa']));

  it.each([
    ['jennifer', 'en', 'ru', ['дженнифер', 'дженифер']],
    ['scott', 'en', 'ru', ['скотт', 'скот']],
    ['wojciech', 'pl', 'ru', ['войчех']],
    ['guillermo', 'es', 'ru', ['гиермо', 'гилермо']],
    ['mehmet', 'tr', 'ar', ['ميهميت', 'مهمت']],
    ['carlos', 'es', 'fa', ['کارلوس']],
    ['jennifer', 'en', 'ko', ['제니퍼']],
    ['ingrid', 'sv', 'ko', ['잉그리드']],
  ])('%s of "%s" is in "%s" %j', (name, language, script, written) =>
    expect(transcribed.written(name, language, script)).toEqual(written),
  );

  it('are none that are short, words, or borrowed from English, also with an end', () =>
    expect(
      foreignNames(
        'ru',
        {
          names: { in: ['rohan', 'dron', 'drona', 'ana', 'arka'] },
          words: ['drone'],
          least: 4,
          isWord: (name) => name === 'арка',
        },
        transcribed,
      ),
    ).toEqual(['рохан']));
});
