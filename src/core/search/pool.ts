import { SAME } from '../calibration/learning-policy.ts';
import { EXACT, FOREIGN, MOST_CANDIDATES, SURE, TRANSLATED } from '../calibration/policy.ts';
import type { Entry } from '../entry/entry.ts';
import type { Ranked } from '../ranking/rank.ts';
import { baseOf } from '../text/language.ts';
import type { Overlay, OverlayItem } from './overlay.ts';
import type { LanguageFindings } from './search.ts';

export interface Candidate {
  readonly entry: Entry;
  /** Language of the index that found it. */
  readonly language: string;
  /** Probability that it is the answer, 0 to 1. */
  readonly confidence: number;
  /** Key of the pin that found it. Default: it was found without a pin. */
  readonly pin?: string;
  /** Whether a pin leads to an entry that is no longer answered. */
  readonly hidden?: boolean;
}

/**
 * Merges the results of all indexes. An entry found in several counts where it is most likely.
 * @param isHome whether a primary subtag is one of the asker's languages
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

/** Limits candidates by pack, so that no pack displaces another's. */
function mostOfEachPack(sorted: readonly Candidate[]): Candidate[] {
  const counts = new Map<string, number>();
  return sorted.filter(({ entry: { pack } }) => {
    const count = (counts.get(pack) ?? 0) + 1;
    counts.set(pack, count);
    return count <= MOST_CANDIDATES;
  });
}

/** Merges a pin and the entry it leads to into one candidate, which is marked as pinned if the pin is confident. */
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

/** How the others share the probability that the first leaves, by their scores. */
function sharesOf(ranked: readonly Ranked[]): number[] {
  const top = ranked[1]?.score ?? 0;
  return ranked.map(({ score }) => Math.exp(score - top));
}

/**
 * Puts a confident pin first, as a moderator's decision precedes the engine's. But if the library has a confident entry
 * with a phrasing nearer to the question than anything of the community, that entry comes first.
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
