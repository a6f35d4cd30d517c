import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { entryOf } from '../../eval/entry-of.ts';
import { checkLaws, fallsIn, phrasingSteps } from '../../eval/laws/check-laws.ts';
import { type AskedPack, changesBy, countChanges, type Decision } from '../../eval/laws/packs-law.ts';
import { ROOT } from '../../eval/place.ts';
import type { Entry } from '../../src/core/entry/entry.ts';
import type { LibraryOptions } from '../../src/core/search/library.ts';
import { readLocales } from '../../src/knowledge/languages/locales.ts';
import { BANK, GARDEN, type RuledPack, ruledPack } from '../helpers/ruled-pack.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';

let options: LibraryOptions;

beforeAll(async () => {
  const locales = await readLocales(path.join(ROOT, 'locales'));
  // A sixth of the lines about other things teaches as much about packs of twenty entries, in a fraction of the time.
  const sixth = (lines: readonly string[]) => lines.filter((_, at) => at % 6 === 0);
  const background = new Map(
    [...locales.background].map(([tag, { chatter, about }]) => [tag, { chatter: sixth(chatter), about: sixth(about) }]),
  );
  options = { ...locales, background };
});

const packed = ({ language, entries }: Pick<RuledPack, 'language' | 'entries'>, pack: string): Entry[] =>
  entries.map((entry) => ({ ...entryOf(entry, language), pack }));
const asked = (name: string, ruled: RuledPack): AskedPack => ({
  name,
  entries: packed(ruled, name),
  questions: ruled.questions.map(({ text, gold }) => ({ text, gold, locale: ruled.language })),
});

describe('a further true phrasing', () => {
  it('never lowers what is answered outright and rightly', () => {
    const steps = phrasingSteps(ruledPack(GARDEN, 10, 10, 2), options);
    expect(fallsIn(steps)).toEqual([]);
    // Nothing would fall where nothing is answered.
    expect(steps.at(-1)?.right).toBeGreaterThan(40);
  });

  it('that lowers it by more than a point is told', () => {
    const steps = [50, 49.1, 48, 60].map((right, phrasings) => ({ phrasings, right }));
    expect(fallsIn(steps).map(({ phrasings }) => phrasings)).toEqual([2]);
  });
});

describe('a second pack', () => {
  it('changes at most one of a hundred decisions about the first one', () => {
    const [first, second] = [asked('bank', ruledPack(BANK, 4, 5, 3)), ruledPack(GARDEN, 4, 0, 4)];
    expect(countChanges(changesBy(first, packed(second, 'other'), options), first)).toMatchObject({
      own: { asked: 100 },
      isBroken: false,
    });
  });

  it('would change much if both were searched as one', () => {
    const [first, second] = [asked('bank', ruledPack(BANK, 4, 5, 3)), ruledPack(GARDEN, 4, 0, 4)];
    expect(countChanges(changesBy(first, packed(second, 'bank'), options), first)).toMatchObject({ isBroken: true });
  });

  it('is judged by the first one’s own questions alone', () => {
    const question = (gold: readonly string[]) => ({ text: '', locale: 'en', gold });
    const first: AskedPack = {
      name: 'x',
      entries: [],
      questions: [...Array.from({ length: 100 }, () => question(['a'])), question([])],
    };
    const change = (isOwn: boolean, beside: Decision) => ({ text: '', isOwn, alone: 'silent' as const, beside });
    const changes = [change(true, 'offered'), change(false, 'sure b')];
    expect(countChanges(changes, first)).toEqual({
      own: { asked: 100, changed: 1, sure: 0, added: 0 },
      others: { asked: 1, changed: 1 },
      isBroken: false,
    });
    expect(countChanges([...changes, change(true, 'sure b')], first)).toMatchObject({
      own: { changed: 2, sure: 1 },
      isBroken: true,
    });
    // Something to choose from where the first pack knows nothing is counted by itself.
    expect(countChanges([...changes, change(true, 'others offered')], first)).toMatchObject({
      own: { changed: 1, added: 1 },
      isBroken: false,
    });
  });
});

describe('npm run eval -- --laws', () => {
  const ignore = () => undefined;

  it('says where it finds nothing to ask', async () => {
    const folder = temporaryFolder({ 'note.txt': '' });
    await expect(checkLaws(folder, ignore, ignore)).rejects.toThrow(
      `${folder}: nothing to judge the laws by (expected banking77, clinc_full, hwu64_10 or faq/)`,
    );
  });

  it('tells each step of a set, and whether the law holds', async () => {
    const { entries, questions } = ruledPack(BANK, 3, 2, 5);
    const lines = (all: readonly object[]) => all.map((one) => JSON.stringify(one)).join('\n');
    const folder = temporaryFolder({
      'banking77/entries.jsonl': lines(
        entries.map(({ id, title, phrasings }) => ({
          id: id.replace('questions/', ''),
          lang: 'en',
          question: title,
          aliases: phrasings,
        })),
      ),
      'banking77/val.jsonl': lines(
        questions.map(({ text, gold: [id = ''] }) => ({ text, gold: id.replace('questions/', '') })),
      ),
    });
    const told: string[] = [];
    expect(await checkLaws(folder, (line) => told.push(line), ignore)).toBe(true);
    expect(told[1]).toMatch(
      /^ {2}banking77: 0 phrasings \d+\.\d %, 1 phrasings .*, 2 phrasings .*, 3 phrasings .*, 10 phrasings \d+\.\d %$/,
    );
  });
});
