import { readFileSync } from 'node:fs';
import path from 'node:path';
import { rulesOf, transcribe } from './transcribe.ts';

interface Sounds {
  /** Of English, as CMU writes them. */
  readonly phonemes: Readonly<Record<string, string>>;
  /** From the letters of a language; "" is for all of them. */
  readonly from: Readonly<Record<string, string>>;
  readonly to: Readonly<Record<string, string>>;
  /** Of Faker, for each language. */
  readonly locales: Readonly<Record<string, readonly string[]>>;
}

/** How English words are spoken: "JH EH1 N AH0 F ER0". */
export type Spoken = Readonly<Record<string, string>>;

export interface Transcriber {
  readonly locales: Readonly<Record<string, readonly string[]>>;
  /** @param language whose spelling it is */
  readonly written: (word: string, language: string, script: string) => string[];
}

export interface Wanted {
  /** In Latin letters, by whose spelling they are. */
  readonly names: Readonly<Record<string, readonly string[]>>;
  /** English words, which a language may have borrowed: "drone". */
  readonly words: readonly string[];
  /** Names have so many letters. */
  readonly least: number;
  readonly isWord: (name: string) => boolean;
}

/** Names of other languages as one writes them, but those that say something there. */
export function foreignNames(
  script: string,
  { names, words, least, isWord }: Wanted,
  { written }: Transcriber,
): string[] {
  const borrowed = new Set(words.flatMap((word) => ['en', ''].flatMap((spelling) => written(word, spelling, script))));
  const all = Object.entries(names).flatMap(([language, ones]) =>
    ones.flatMap((one) => written(one, language, script)),
  );
  const isWritten = /^(?:\p{Script=Cyrillic}+|\p{Script=Arabic}+|[가-힣]+)$/u;
  return [...new Set(all)].filter(
    (name) =>
      name.length >= least &&
      isWritten.test(name) &&
      ![name, name.slice(0, -1)].some((one) => borrowed.has(one)) &&
      !isWord(name),
  );
}

const VOWELS = /[aeiouy]+/g;

/** @param folder of `sounds.json` @returns how the names of a language, in Latin letters, are written in a script */
export function transcriber(folder: string, spoken: Spoken): Transcriber {
  const sounds = JSON.parse(readFileSync(path.join(folder, 'sounds.json'), 'utf8')) as Sounds;
  const spokenSounds = (word: string): string[] => {
    const phonemes = spoken[word]?.split(' ');
    if (!phonemes) return [];
    const letters = word.replace(/(?<=[^aeiouy])e$/, '').match(VOWELS) ?? [];
    const isAligned = letters.length === phonemes.filter((one) => /\d/.test(one)).length;
    let at = 0;
    const plain = phonemes.map((phoneme) => {
      const kind = phoneme.replace(/\d/, '');
      const sound = sounds.phonemes[kind] ?? '';
      if (kind === phoneme) return sound;
      // What is not stressed is written as it is spelled, and "o" is.
      const letter = (isAligned ? letters[at++]?.[0] : undefined)?.replace('y', 'i');
      if (!letter || !(/^(?:AH|IH|ER)0$/.test(phoneme) || (kind === 'AA' && letter === 'o'))) return sound;
      return sound.replace(/^./, letter);
    });
    const text = plain.join('').replace(/r(?![aeiouæ])/g, 'ɹ');
    const doubled = (word.match(/([^aeiouy])(?=\1)/g) ?? []).reduce((all, one) => all.replace(one, one + one), text);
    return [...new Set([doubled, text])];
  };
  const from = new Map(
    Object.entries(sounds.from).map(([tag, rules]) => [tag, rulesOf(`${rules} ${sounds.from[''] ?? ''}`.trim())]),
  );
  return {
    locales: sounds.locales,
    written: (word, language, script) => {
      const to = rulesOf(sounds.to[script] ?? '');
      const heard = language === 'en' ? spokenSounds(word) : transcribe(word, from.get(language) ?? []);
      return [...new Set(heard.flatMap((one) => transcribe(one, to)))];
    },
  };
}
