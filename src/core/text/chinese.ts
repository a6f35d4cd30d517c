import { Converter as converterTo } from 'opencc-js/cn2t';
import { Converter as converterFrom } from 'opencc-js/t2cn';
import { TRADITIONAL_SHARE } from '../calibration/reading-policy.ts';
import type { WrittenFrom } from './language.ts';

const HAN = /\p{Script=Han}/gu;

let converter: ((text: string) => string) | undefined;

/** Converts Traditional characters to Simplified ones. The tables are loaded at the first call. */
export function simplify(text: string): string {
  const convert = converter ?? converterFrom({ from: 't', to: 'cn' });
  converter = convert;
  return convert(text);
}

export function isTraditional(text: string): boolean {
  const characters = text.match(HAN) ?? [];
  const folded = characters.filter((character) => simplify(character) !== character);
  return folded.length > 0 && folded.length >= characters.length * TRADITIONAL_SHARE;
}

const converters = new Map<string, (text: string) => string>();

/**
 * A function that puts text into another script for display. Its tables are loaded at the first call, which takes 0.1
 * s.
 */
export function scriptConverter({ from, to }: WrittenFrom): (text: string) => string {
  const key = `${from} ${to}`;
  const convert = converters.get(key) ?? converterTo({ from, to });
  converters.set(key, convert);
  return convert;
}
