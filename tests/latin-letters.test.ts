import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { chooseLanguage } from '../src/bot/conversation/choose-language.ts';
import { answerFrom } from '../src/core/search/engine.ts';
import type { Library } from '../src/core/search/library.ts';
import { offersOf } from '../src/core/search/offers.ts';
import { baseOf } from '../src/core/text/language.ts';
import { readKnowledge } from '../src/knowledge/packs/read-knowledge.ts';
import { libraryOf } from './helpers/library.ts';
import { shippedLocales } from './helpers/services.ts';

/** What people type in Latin letters, and the entry that is meant; none for chatter. */
type Said = readonly [text: string, entry?: string];

/** Those for which the words of the languages were chosen. */
const SEEN: Readonly<Record<string, readonly Said[]>> = {
  fa: [
    ['chera chatgpt dar chin mamnoo shod', 'questions/why-banned'],
    // A phrasing that is typed alike has its word for filtered.
    ['chera chatgpt dar chin filter shod', 'questions/why-banned'],
    ['ernie bot chie', 'questions/what-is-ernie-bot'],
    ['ki dastoor dad chatgpt filter beshe to chin', 'questions/who-ordered-the-ban'],
    ['salam khobi chetori dadash'],
    ['emshab ki miad bazi konim'],
  ],
  ar: [
    ['lesh 7azaroo chatgpt fi el seen', 'questions/why-banned'],
    ['shu howa ernie bot', 'questions/what-is-ernie-bot'],
    ['meen 2arrar yemna3 chatgpt bel seen', 'questions/who-ordered-the-ban'],
    ['kifak 7abibi shu 3am ta3mel'],
    ['ana ray7 3al bet ba3d shway'],
  ],
  ru: [
    ['pochemu chatgpt zapretili v kitae', 'questions/why-banned'],
    ['kak kitaytsy obhodyat blokirovku chatgpt', 'questions/how-people-get-around'],
    ['chto takoe ernie bot', 'questions/what-is-ernie-bot'],
    ['privet vsem kak dela'],
    ['ne znayu chto segodnya delat'],
  ],
  zh: [
    ['weishenme zhongguo jinzhi chatgpt', 'questions/why-banned'],
    ['chatgpt shi shenme', 'questions/what-is-chatgpt'],
    ['zhongguo shenme shihou feng le chatgpt', 'questions/since-when'],
    ['ni hao ma jintian tianqi zenmeyang'],
    ['wo yao qu chifan le'],
  ],
};

/** Written at the same time, and not asked until the words were chosen. */
const HELD_OUT: Readonly<Record<string, readonly Said[]>> = {
  fa: [
    ['chin az key chatgpt ro baste', 'questions/since-when'],
    ['chetor mardom chin az chatgpt estefade mikonan', 'questions/how-people-get-around'],
    ['gheire chin koja chatgpt mamnooe', 'questions/which-countries'],
    ['farda baroon miad ya na'],
    ['vay kheili khandidam damet garm'],
  ],
  ar: [
    ['emta el seen 7agabet chatgpt', 'questions/since-when'],
    ['ezay el nas fel seen beyesta5demo chatgpt', 'questions/how-people-get-around'],
    ['leh italia mana3et chatgpt', 'questions/why-italy'],
    ['wallah mesh 3aref eh elli 7asal'],
    ['sabah el kheir ya shabab'],
  ],
  ru: [
    ['kogda v kitae zablokirovali chatgpt', 'questions/since-when'],
    ['v kakih stranah eshe zapreschen chatgpt', 'questions/which-countries'],
    ['kto prikazal zablokirovat chatgpt v kitae', 'questions/who-ordered-the-ban'],
    ['poidem zavtra v kino'],
    ['blin ya opyat prospal rabotu'],
  ],
  zh: [
    ['shui jueding zai zhongguo jinyong chatgpt', 'questions/who-ordered-the-ban'],
    ['wenxin yiyan shenme shihou fabu', 'questions/when-does-ernie-launch'],
    ['hai you na xie guojia jinzhi chatgpt', 'questions/which-countries'],
    ['mingtian women qu nali wan'],
    ['haha tai hao xiao le'],
  ],
};

const listed = [SEEN, HELD_OUT].flatMap((said) =>
  Object.entries(said).flatMap(([base, lines]) => lines.map(([text, entry]) => ({ base, text, entry }))),
);

/**
 * A spelling that the table does not have, and chatter of which everyday words are all that is known: it is offered a
 * choice.
 */
const MISSED = ['meen 2arrar yemna3 chatgpt bel seen', 'ne znayu chto segodnya delat', 'farda baroon miad ya na'];

describe('a language that is written in Latin letters', () => {
  let library: Library;
  beforeAll(async () => {
    const { entries } = await readKnowledge('./knowledge');
    library = libraryOf(entries, await shippedLocales());
  });

  const ask = async (text: string) => {
    const { languages, detect } = await shippedLocales();
    const language = chooseLanguage({ detection: detect(text) }, languages, 'en');
    const { kind, candidates } = answerFrom(library, text, language);
    const shown = kind === 'sure' ? candidates.slice(0, 1) : kind === 'unsure' ? offersOf(candidates) : [];
    return { base: baseOf(language), kind, shown: shown.map(({ entry }) => entry.id) };
  };

  it.each(listed)('is known, and is never answered wrongly: $text', async ({ base, text, entry }) => {
    const said = await ask(text);
    expect(said.base).toBe(base);
    if (said.kind === 'sure') expect(said.shown).toEqual([entry]);
  });

  it.each(listed.filter(({ text }) => !MISSED.includes(text)))('is understood: $text', async ({ text, entry }) => {
    const { kind, shown } = await ask(text);
    if (entry === undefined) expect(kind).toBe('unknown');
    else expect(shown).toContain(entry);
  });

  it('is nowhere seen in what people ask in English, Spanish and Italian', async () => {
    const { detect } = await shippedLocales();
    const lines = ['en', 'es', 'it'].flatMap((tag) => questionsIn(`eval/questions/chatgpt-china-ban/${tag}.jsonl`));
    expect(lines.length).toBeGreaterThan(1000);
    expect(lines.filter((text) => detect(text).isRomanized)).toEqual([]);
  });
});

const questionsIn = (file: string): string[] =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { text: string }).text);
