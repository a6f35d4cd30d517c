import { SAME } from '../calibration/learning-policy.ts';
import { EXACT, FOREIGN, MOST_CANDIDATES, SURE, TRANSLATED } from '../calibration/policy.ts';
import type { Entry } from '../entry/entry.ts';
import type { Ranked } from '../ranking/rank.ts';
import { baseOf } from '../text/language.ts';
import type { Overlay, OverlayItem } from './overlay.ts';
import type { LanguageFindings } from './search.ts';

export interface Candidate {
  readonly entry: Entry;
  /** Language of the index that found the entry. */
  readonly language: string;
  /** Probability that it is the answer, 0 to 1. */
  readonly confidence: number;
  /** Key of the pin that found the entry. Default: no pin did. */
  readonly pin?: string;
  /** Whether a pin led to an entry that is not given any more. Default: no. */
  readonly hidden?: boolean;
}

/**
 * Merges the results of all indexes. An entry that several have found counts as most likely in one of them.
 * @param isHome whether a primary subtag is a language of the asker
 */
export function pool(
  findings: readonly LanguageFindings[],
  isHome: (base: string) => boolean,
  question: string,
  overlay: Overlay,
  entryOf: (id: string) => Entry | undefined,
): Candidate[] {
  const best = new Map<string, Candidate>();
  const add = (id: string, language: string, confidence: number): void => {
    const item: OverlayItem | undefined = overlay.items.get(id);
    const target = item?.entry ?? id;
    const entry = entryOf(target);
    const hidden = overlay.hidden.has(target);
    if (!entry || (hidden && item?.pin === undefined)) return;
    const key = item?.pin === undefined ? target : `pin ${item.pin}`;
    if (confidence >= (best.get(key)?.confidence ?? 0))
      best.set(key, { entry, language, confidence, pin: item?.pin, hidden });
  };
  for (const finding of findings) {
    const preference = finding.translated ? TRANSLATED : isHome(baseOf(finding.language)) ? 1 : FOREIGN;
    const shares = sharesOf(finding.ranked);
    for (const [at, { id }] of finding.ranked.entries()) {
      add(
        id,
        finding.language,
        preference *
          (at === 0 ? finding.confidence : Math.min(finding.confidence, 1 - finding.confidence) * (shares[at] ?? 0)),
      );
    }
  }
  for (const { id, language } of overlay.exact(question)) add(id, language, EXACT);
  return mostOfEachPack(onePerEntry([...best.values()].sort((a, b) => b.confidence - a.confidence)));
}

/** Limits the candidates of each pack, so that no pack displaces another's. */
function mostOfEachPack(sorted: readonly Candidate[]): Candidate[] {
  const counts = new Map<string, number>();
  return sorted.filter(({ entry: { pack } }) => {
    const count = (counts.get(pack) ?? 0) + 1;
    counts.set(pack, count);
    return count <= MOST_CANDIDATES;
  });
}

/** Makes one candidate of a pin and the entry that it leads to. It counts as pinned if the pin is confident. */
function onePerEntry(sorted: readonly Candidate[]): Candidate[] {
  const seen = new Set<string>();
  return sorted.flatMap((one) => {
    if (seen.has(one.entry.id)) return [];
    seen.add(one.entry.id);
    const pin = sorted.find((other) => other.entry.id === one.entry.id && isSurePin(other));
    return [pin ? { ...pin, confidence: one.confidence } : one];
  });
}

const isSurePin = ({ pin, confidence }: Candidate): boolean => pin !== undefined && confidence >= SURE;

/** How the other entries share the probability that the first one leaves, by their scores. */
function sharesOf(ranked: readonly Ranked[]): number[] {
  const top = ranked[1]?.score ?? 0;
  return ranked.map(({ score }) => Math.exp(score - top));
}

/**
 * Puts a confident pin first, as a moderator's decision goes before the engine's. Only a confident entry of the library
 * with a phrasing nearer to the question than anything of the community goes before it.
 */
export function sureFirst(
  candidates: readonly Candidate[],
  shared: readonly LanguageFindings[],
  own: readonly LanguageFindings[],
): readonly Candidate[] {
  const pin = candidates.find(isSurePin);
  const told = shared.filter(({ confidence }) => confidence >= SURE).sort((a, b) => b.confidence - a.confidence)[0]
    ?.ranked[0];
  const nearest = Math.max(0, ...own.map(({ ranked }) => ranked[0]?.nearest ?? 0));
  const theirs = told && candidates.find((candidate) => candidate.entry.id === told.id && candidate.pin === undefined);
  // If both are identical to the question, neither is nearer.
  const isTheirs = theirs && told.nearest > nearest && nearest <= SAME;
  return first(isTheirs && (pin?.confidence ?? 0) < EXACT ? theirs : pin, candidates);
}

function first(chosen: Candidate | undefined, candidates: readonly Candidate[]): readonly Candidate[] {
  if (!chosen || chosen === candidates[0]) return candidates;
  return [
    { ...chosen, confidence: Math.max(chosen.confidence, candidates[0]?.confidence ?? 0) },
    ...candidates.filter((one) => one !== chosen),
  ];
}
