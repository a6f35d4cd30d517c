import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatProblem } from '../../../src/knowledge/format/problem.ts';
import { readLocales } from '../../../src/knowledge/languages/locales.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';

const DE = {
  tag: 'de',
  name: 'Deutsch',
  direction: 'ltr',
  fallback: ['en'],
  scripts: ['Latn'],
  stemmer: 'german',
  replace: { ß: 'ss' },
  stopWords: ['der'],
  commonWords: [],
  smallTalk: ['hallo'],
};
const HANT = {
  ...DE,
  tag: 'zh-Hant',
  stemmer: undefined,
  toSimplified: true,
  writtenFrom: { language: 'zh-Hans', from: 'cn', to: 'twp' },
};
const KEYS =
  'the keys are tag, name, direction, dates, fallback, scripts, stemmer, prefixes, suffixes, toSimplified, writtenFrom, replace, stopWords, commonWords, pointingWords, frequentWords, smallTalk, closings, asides, languageRequests, questionWords, askingWords, addressWords, inLatin, latinNames';

/** One value a line: `tag` stands on line 2. */
const json = (value: unknown): string => JSON.stringify(value, undefined, 1);

async function told(files: Readonly<Record<string, string>>): Promise<string[]> {
  const dir = temporaryFolder(files);
  return (await readLocales(dir)).problems.map(
    ({ level, ...problem }) => `${level} ${formatProblem({ ...problem, level }).replaceAll(`${dir}/`, '')}`,
  );
}

const toldOf = (change: Readonly<Record<string, unknown>>) =>
  told({ 'de/language.json': json({ ...DE, ...change }), 'de/messages.ftl': '' });

describe('locales', () => {
  it('are read by tag', async () => {
    const background = { chatter: ['na'], about: ['wer ist {}'] };
    const dir = temporaryFolder({
      'de/language.json': json(DE),
      'de/background.json': json(background),
      'de/messages.ftl': 'hello = Hallo\n',
      'zh-Hans/language.json': json({ ...DE, tag: 'zh-Hans' }),
      'zh-Hans/messages.ftl': '',
      'zh-Hant/language.json': json(HANT),
      'README.md': '',
    });
    const { languages, background: read, messages, problems } = await readLocales(dir);
    expect(problems).toEqual([]);
    expect([...languages.keys()]).toEqual(['de', 'zh-Hans', 'zh-Hant']);
    expect(languages.get('de')).toEqual(DE);
    expect(languages.get('zh-Hant')?.writtenFrom).toEqual({ language: 'zh-Hans', from: 'cn', to: 'twp' });
    expect([...read]).toEqual([['de', background]]);
    expect([...messages]).toEqual([
      ['de', 'hello = Hallo\n'],
      ['zh-Hans', ''],
    ]);
  });

  it.each([
    [{ tag: 'fr' }, 'error de/language.json:2: tag is "fr", but the folder is "de" (give both the same name)'],
    [
      { name: '' },
      "error de/language.json:3: name must be a text that is not empty, not empty (write the language's own name, e.g. Deutsch)",
    ],
    [
      { direction: 'up' },
      'error de/language.json:4: direction must be "ltr" or "rtl", not "up" (write "ltr" or "rtl")',
    ],
    [
      { fallback: ['english'] },
      'error de/language.json:6: fallback, item 1 must be the tag of a language, not "english" (list the tags to try when an entry lacks this language; [] where there are none)',
    ],
    [
      { scripts: ['latin'] },
      'error de/language.json:9: scripts, item 1 must be the code of a script, not "latin" (list ISO 15924 codes, e.g. ["Latn"])',
    ],
    [
      { replace: { '': 'x' } },
      'error de/language.json:13: replace. must replace something, not empty (write an object such as { "can\'t": "can not" }; {} where there is nothing to replace)',
    ],
    [
      { stopWords: 'der' },
      'error de/language.json:15: stopWords must be a list, not "der" (write a list of words; [] where there are none)',
    ],
    [
      { commonWords: undefined },
      'error de/language.json:1: commonWords is missing (write a list of words; [] where there are none)',
    ],
    [
      { smallTalk: ['a', 3] },
      'error de/language.json:21: smallTalk, item 2 must be a text that is not empty, not "3" (write a list of words; [] where there are none)',
    ],
    [{ stopwords: [] }, `error de/language.json:22: unknown key "stopwords" (did you mean "stopWords"? ${KEYS})`],
    [
      { inLatin: { replace: {}, words: { 'что-то': 'что-то' } } },
      'error de/language.json:25: inLatin.words.что-то must be one word in plain small Latin letters and digits, not "что-то" (write an object such as { "replace": { "kh": "x", "х": "x" }, "words": { "pochemu": "почему" } }, or leave it out)',
    ],
    [
      { inLatin: { replace: { '': 'x' }, words: {} } },
      'error de/language.json:24: inLatin.replace. must replace something, not empty (write an object such as { "replace": { "kh": "x", "х": "x" }, "words": { "pochemu": "почему" } }, or leave it out)',
    ],
    [
      { latinNames: { x: 1 } },
      'error de/language.json:23: latinNames.x must be a text, not "1" (write an object such as { "x": "ks", "ж": "j" }, or leave it out)',
    ],
    [
      { inLatin: { letters: {}, replace: {}, words: {} } },
      'error de/language.json:23: unknown key "letters" (the keys are replace, words)',
    ],
    [
      { addressWords: { dots: [], at: [], dot: [] } },
      'error de/language.json:23: unknown key "dots" (did you mean "dot"? the keys are at, dot)',
    ],
    [
      { questionWords: { fist: ['wer'] } },
      'error de/language.json:23: unknown key "fist" (did you mean "first"? the keys are first, anywhere, begins, afterComma, ends, within, lead, opinions, rhetoric, answers, unless)',
    ],
    [
      { questionWords: { unless: { anywhere: ['-'] } } },
      'error de/language.json:25: questionWords.unless.anywhere, item 1 must name a word, not "-" (write an object with the keys first, anywhere)',
    ],
    [
      { toSimplified: 1 },
      'error de/language.json:22: toSimplified must be true or false, not "1" (write true or false, or leave it out)',
    ],
  ])('with %j are refused', async (change, problem) => expect(await toldOf(change)).toEqual([problem]));

  it('need a stemmer that exists', async () => {
    expect((await toldOf({ stemmer: 'deutsch' }))[0]).toMatch(
      /^error de\/language\.json:11: stemmer must be a Snowball algorithm, not "deutsch" \(use one of .*german/,
    );
  });

  it('that are written from another need that one, and a script of OpenCC', async () => {
    expect(await told({ 'zh-Hant/language.json': json(HANT) })).toEqual([
      'error zh-Hant/language.json:23: writtenFrom.language "zh-Hans" is not another language in this folder (name a language that has a folder here)',
    ]);
    const wrong = { ...HANT, writtenFrom: { language: 'zh-Hans', from: 'cn', too: 'tw' } };
    expect(
      await told({
        'zh-Hans/language.json': json({ ...DE, tag: 'zh-Hans' }),
        'zh-Hans/messages.ftl': '',
        'zh-Hant/language.json': json(wrong),
      }),
    ).toEqual([
      'error zh-Hant/language.json:22: writtenFrom.to is missing (write an object such as { "language": "zh-Hans", "from": "cn", "to": "twp" }; "to" is one of hk, hkp, tw, twp, jp)',
      'error zh-Hant/language.json:25: unknown key "too" (did you mean "to"? the keys are language, from, to)',
    ]);
  });

  it('without words are warned of', async () => {
    expect(await told({ 'de/language.json': json(DE) })).toEqual([
      "warning de:1: the language has no messages.ftl, so that the bot cannot speak it (translate another language's)",
    ]);
  });

  it('with files that do not belong are warned of', async () => {
    expect(await told({ 'de/language.json': json(DE), 'de/messages.ftl': '', 'de/backgrund.json': '' })).toEqual([
      'warning de:1: unexpected file "backgrund.json" (did you mean "background.json"? the files are language.json, background.json, synonyms.json, messages.ftl)',
    ]);
  });

  it.each([
    [{ about: [] }, 'error de/background.json:1: chatter is missing (list lines that people type about other things)'],
    [
      { chatter: ['na'], about: ['wer ist {}', 'wer'] },
      'error de/background.json:7: about, item 2 must contain {}, not "wer" (list questions with {} in place of a name, e.g. "who is {}")',
    ],
    [
      { chatter: [], about: [], chater: [] },
      'error de/background.json:4: unknown key "chater" (did you mean "chatter"? the keys are chatter, about)',
    ],
    [
      [],
      'error de/background.json:1: the file must be an object, not an empty list (write an object with the keys chatter, about)',
    ],
  ])('with a background of %j are refused', async (background, problem) => {
    expect(
      await told({ 'de/language.json': json(DE), 'de/messages.ftl': '', 'de/background.json': json(background) }),
    ).toEqual([problem]);
  });

  it.each([
    [[['Geld', 'Zaster'], []], 'error de/synonyms.json:7: same, item 2 must have 2 members or more, not 0'],
    [[['Geld']], 'error de/synonyms.json:3: same, item 1 must have 2 members or more, not 1'],
    [
      [['Geld', 'Zaster', ' geld']],
      'error de/synonyms.json:6: same, item 1, item 3 must be another word than those before it, not " geld"',
    ],
    [[['Geld', ' ']], 'error de/synonyms.json:5: same, item 1, item 2 must be a text that is not empty, not " "'],
    [['Geld'], 'error de/synonyms.json:3: same, item 1 must be a list, not "Geld"'],
    ['Geld', 'error de/synonyms.json:2: same must be a list of groups, not "Geld"'],
  ])('with synonyms of %j are refused', async (same, problem) => {
    const cure =
      'write a list of groups of words that mean the same, e.g. [["delete", "remove"], ["refund", "money back"]]';
    expect(
      await told({ 'de/language.json': json(DE), 'de/messages.ftl': '', 'de/synonyms.json': json({ same, kin: [] }) }),
    ).toEqual([`${problem} (${cure})`]);
  });

  it.each([
    [[{ drawer: ['Tier'], things: [[]] }], 'error de/synonyms.json:9: kin, item 1.things, item 1 must have 1'],
    [[{ drawer: 'Tier', things: [['Hund']] }], 'error de/synonyms.json:5: kin, item 1.drawer must be a list'],
    [{ Hund: 'Katze' }, 'error de/synonyms.json:3: kin must be a list of things of one kind, not an object'],
  ])('with kin of %j are refused', async (kin, problem) => {
    const [refused] = await told({
      'de/language.json': json(DE),
      'de/messages.ftl': '',
      'de/synonyms.json': json({ same: [], kin }),
    });
    expect(refused).toContain(problem);
    expect(refused).toMatch(
      /\(write (an object with the keys drawer, things|a list such as \[\{ "drawer": \["pet"\], )/,
    );
  });

  it('bring their synonyms and the frequent words that they name', async () => {
    const dir = temporaryFolder({
      'de/language.json': json({ ...DE, frequentWords: 'german' }),
      'de/messages.ftl': '',
      'de/synonyms.json': json({ same: [['Geld', 'Zaster']], kin: [{ drawer: [], things: [['Hund'], ['Katze']] }] }),
    });
    const german = (await readLocales(dir)).languages.get('de');
    expect(german).toEqual({
      ...DE,
      frequent: expect.arrayContaining(['und', 'ist']),
      synonyms: [['Geld', 'Zaster']],
      kin: [{ drawer: [], things: [['Hund'], ['Katze']] }],
    });
    expect((await toldOf({ frequentWords: 'klingon' }))[0]).toMatch(
      /^error de\/language\.json:22: frequentWords must be the name of a list of words, not "klingon" \(name a list of the package/,
    );
  });

  it('with a pipe are refused, and the pipe is not waited for', async () => {
    const dir = temporaryFolder({ 'de/language.json': json(DE) });
    execFileSync('mkfifo', [join(dir, 'de/messages.ftl')]);
    expect((await readLocales(dir)).problems).toMatchObject([
      { file: `${dir}/de/messages.ftl`, code: 'not-a-file', level: 'error' },
    ]);
  });

  it('that are not there are problems, not exceptions', async () => {
    expect(await told({ 'english/language.json': json(DE) })).toEqual([
      'error english:1: the folder\'s name "english" is not the tag of a language (use a BCP 47 tag such as en, pt-BR or zh-Hans)',
    ]);
    expect(await told({ 'de/messages.ftl': '' })).toEqual([
      'error de:1: the language has no language.json (copy that of a similar language and adapt it)',
    ]);
    expect((await told({ 'de/language.json': '{\n "tag": "de",\n}', 'de/messages.ftl': '' }))[0]).toMatch(
      /^error de\/language\.json:3: this is not JSON/,
    );
    expect((await readLocales('no-such-folder')).problems).toMatchObject([
      { file: 'no-such-folder', line: 1, code: 'unreadable-languages', values: { reason: 'ENOENT' } },
    ]);
    expect((await readLocales(temporaryFolder({ x: '' }))).problems).toMatchObject([{ code: 'no-language' }]);
  });
});

describe('the locales that are shipped', () => {
  it('have no errors', async () => {
    const { languages, problems } = await readLocales('locales');
    expect(problems.filter(({ level }) => level === 'error').map(formatProblem)).toEqual([]);
    expect([...languages.keys()]).toEqual(expect.arrayContaining(['en', 'zh-Hans']));
  });
});
