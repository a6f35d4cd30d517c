import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { speakers } from '../src/bot/answers/messages.ts';
import { plainText } from '../src/core/entry/blocks.ts';
import { buildLibrary } from '../src/core/search/library.ts';
import { type Locales, readLocales } from '../src/knowledge/languages/locales.ts';
import { readKnowledge } from '../src/knowledge/packs/read-knowledge.ts';
import { entryText } from './helpers/memory-files.ts';
import { type AnyRespond, botOf } from './helpers/replies.ts';
import { PLACE, servicesOf } from './helpers/services.ts';
import { temporaryFolder } from './helpers/temporary-folder.ts';

/** All that a tenth language takes: two folders, and no code. */
const LANGUAGE = {
  tag: 'eo',
  name: 'Esperanto',
  direction: 'ltr',
  fallback: ['en'],
  scripts: ['Latn'],
  suffixes: ['ojn', 'oj', 'on', 'o', 'ajn', 'aj', 'an', 'a', 'as', 'is', 'os', 'e'],
  replace: { chu: 'cu' },
  stopWords: [
    'la',
    'estas',
    'estis',
    'kio',
    'kiu',
    'kiam',
    'kie',
    'kial',
    'ĉu',
    'mi',
    'vi',
    'ĝi',
    'de',
    'en',
    'al',
    'por',
    'kaj',
    'sed',
    'ne',
    'kun',
    'mia',
    'via',
    'ĉi',
    'tiu',
    'tio',
    'oni',
  ],
  commonWords: ['povas', 'volas', 'havas', 'diras', 'homoj', 'tempo', 'nun', 'jam', 'ankaŭ', 'tre', 'bone'],
  smallTalk: ['saluton', 'bonan tagon', 'dankon', 'bonvolu', 'ĉu iu scias'],
};
const BACKGROUND = {
  chatter: [
    'bonan matenon al ĉiuj',
    'mi ŝatas kafon',
    'kia estas la vetero hodiaŭ',
    'kiu gajnis la matĉon hieraŭ',
    'dankon, ĝis morgaŭ',
    'mia kato dormas',
    'kie mi aĉetu bileton',
    'kiom kostas la libro',
    'ĉu vi vidis la filmon',
    'mi laboras hejme',
  ],
  about: ['kiom kostas {}', 'kie mi trovas {}', 'kiu inventis {}', 'ĉu {} estas bona', 'kiam aperos {}'],
};
const MESSAGES = [
  'unknown = Mi ne scias tion.',
  'unknown-short = Mi ne scias.',
  'did-you-mean = Ĉu vi celis unu el tiuj?',
].join('\n');
const GATE = entryText({
  title: 'Kiam malfermiĝas la pordego?',
  phrasings: ['je kioma horo oni povas eniri', 'horoj de la pordego', 'ekde kiam la pordego estas malfermita'],
  answer: 'La pordego malfermiĝas je la sepa.',
});
const DOG = entryText({
  title: 'Ĉu hundoj rajtas eniri la ĝardenon?',
  phrasings: ['mi venas kun hundo', 'hundo en la ĝardeno', 'ĉu mia hundo rajtas eniri'],
  answer: 'Nur ĉe ŝnuro.',
});

interface Garden {
  readonly locales: Locales;
  readonly respond: AnyRespond;
}

let opened: Promise<Garden> | undefined;
/** Read once, for all tests. */
const garden = (): Promise<Garden> => (opened ??= openGarden());

async function openGarden(): Promise<Garden> {
  const root = temporaryFolder({
    'locales/eo/language.json': JSON.stringify(LANGUAGE),
    'locales/eo/background.json': JSON.stringify(BACKGROUND),
    'locales/eo/messages.ftl': MESSAGES,
    'knowledge/garden/pack.json': JSON.stringify({
      title: { eo: 'Ĝardeno' },
      defaultLanguage: 'eo',
      sources: { rules: { title: 'Reguloj' } },
    }),
    'knowledge/garden/eo/questions/gate.md': GATE,
    'knowledge/garden/eo/questions/dogs.md': DOG,
  });
  cpSync('locales', join(root, 'locales'), { recursive: true });
  const locales = await readLocales(join(root, 'locales'));
  const { entries, problems } = await readKnowledge(join(root, 'knowledge'));
  expect([...locales.problems, ...problems]).toEqual([]);
  const { languages, messages, detect } = locales;
  const respond = botOf(
    await servicesOf([], {
      library: buildLibrary(entries, locales),
      languages,
      detect,
      speak: speakers(messages, languages, 'en'),
    }),
  );
  return { locales, respond };
}

const ask = async (text: string, locale?: string) =>
  (await garden()).respond({ person: 'p', place: PLACE, text, addressed: true, locale });

describe('a further language, which is two folders', () => {
  it('is recognised, found in, and answered in', async () => {
    expect(await ask('saluton, ekde kiam la pordego estas malfermita?')).toMatchObject({
      language: 'eo',
      title: 'Kiam malfermiĝas la pordego?',
    });
    expect((await ask('chu mia hundo rajtas en la gardenon', 'eo'))?.title).toBe('Ĉu hundoj rajtas eniri la ĝardenon?');
  });

  it('is spoken, and left alone where nothing answers', async () => {
    expect(plainText((await ask('kiu gajnis la futbalan matĉon', 'eo'))?.blocks ?? [])).toBe('Mi ne scias tion.');
  });

  it.each([
    'When does the gate open?',
    'Когда открываются ворота?',
    '大门几点开？',
    '¿Cuándo abre la puerta?',
    'متى تفتح البوابة؟',
  ])('takes nothing from the others: %s', async (text) => {
    const { locales } = await garden();
    expect(locales.detect(text).languages).not.toContain('eo');
  });
});
