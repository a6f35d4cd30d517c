import { splitLines } from '../index/line-numbers.ts';
import type { Analysis, Analyzer } from '../text/analyze.ts';
import { type Background, fill, type Turn, turnsOf } from '../text/background.ts';

/** A template for a name, as it reads without one. */
export interface Template {
  readonly turn: Turn;
  readonly plain: Analysis;
  /** Before which of its words a name stands that changes nothing about them; undefined where the line must be read. */
  readonly place: number | undefined;
  /** Whether one there parts words that mean something together. */
  readonly isParting: boolean;
}

/** A template with a name in it. */
export type FilledLine =
  | { readonly kind: 'read'; readonly text: Analysis }
  /** Nothing is read anew of the template or of the name. */
  | { readonly kind: 'joined'; readonly place: number; readonly name: Analysis };

/** No word of any language. */
const PROBE = 'qzxqzx';
/** What a name may stand between, so that it is read as a word by itself. */
const BY_ITSELF = /^[^{}]*(?<![^\s"«“(¿¡])\{\}(?![^\s?!.,;:)"»”…？！。，؟،؛])[^{}]*$/u;

/** @param most more only cost time */
export function readTemplates({ about }: Background, analyzer: Analyzer, most: number): Template[] {
  const all = turnsOf(about);
  const step = Math.max(1, Math.ceil(all.length / most));
  return all
    .filter((_, at) => at % step === 0)
    .map((turn): Template => {
      const plain = analyzer.analyze(fill(turn, []));
      const probed = analyzer.analyze(fill(turn, [PROBE]));
      const place = BY_ITSELF.test(turn.template) ? placeIn(plain, probed) : undefined;
      const beside = probed.concepts.filter((concept) => concept !== analyzer.stem(PROBE));
      return { turn, plain, place, isParting: beside.join(' ') !== plain.concepts.join(' ') };
    });
}

function placeIn(plain: Analysis, probed: Analysis): number | undefined {
  const place = probed.surface.indexOf(PROBE);
  const isSame = place >= 0 && probed.surface.toSpliced(place, 1).join(' ') === plain.surface.join(' ');
  return isSame && plain.features.gramsByWord !== undefined && !plain.isSmallTalk ? place : undefined;
}

/** @param names a line each; none: no lines. */
export function fillTemplates(templates: readonly Template[], names: string, analyzer: Analyzer): FilledLine[] {
  const list = splitLines(names);
  if (list.length === 0) return [];
  const known = new Map<string, Analysis | undefined>();
  const nameOf = (name: string): Analysis | undefined => {
    if (!known.has(name)) known.set(name, readAlone(name, analyzer));
    return known.get(name);
  };
  return templates.map(({ turn, place }): FilledLine => {
    const name = place === undefined ? undefined : nameOf(list[turn.at % list.length] ?? '');
    return place === undefined || !name
      ? { kind: 'read', text: analyzer.analyze(fill(turn, list)) }
      : { kind: 'joined', place, name };
  });
}

function readAlone(name: string, analyzer: Analyzer): Analysis | undefined {
  const read = analyzer.analyze(name);
  return read.surface.join(' ') === name &&
    read.surface.every(analyzer.isReadAlone) &&
    read.features.gramsByWord !== undefined
    ? read
    : undefined;
}
