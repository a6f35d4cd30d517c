import { OFFERED, SURE } from '../calibration/policy.ts';
import type { Finding } from './search.ts';

/** Findings of the library's indexes, and of the community's. */
type Both = readonly [shared: readonly Finding[], own: readonly Finding[]];

/**
 * A neighbour must not answer in place of an entry that lacks the asker's language: a sure answer is no more than
 * offered if an entry in another language only is nearer to the question. If it is no neighbour, or is a moderator's
 * pin, what was found in other languages' words is left out.
 */
export function checkAcrossLanguages([shared, own]: Both, isPin: (finding: Finding) => boolean): Both {
  const [sure] = byConfidence(
    [...shared, ...own].filter(({ translated, confidence }) => !translated && confidence >= SURE),
  );
  if (!sure) return [shared, own];
  const [best] = byConfidence([...shared, ...own].filter(({ translated }) => translated));
  const isDoubtful = best !== undefined && !isPin(sure) && nearestIn(best) > nearestIn(sure);
  const kept = isDoubtful ? trustLess : withoutTranslated;
  return [kept(shared), kept(own)];
}

const byConfidence = (findings: readonly Finding[]): Finding[] =>
  [...findings].sort((a, b) => b.confidence - a.confidence);
const nearestIn = ({ ranked }: Finding): number => ranked[0]?.nearest ?? 0;
const withoutTranslated = (findings: readonly Finding[]): Finding[] => findings.filter(({ translated }) => !translated);
const trustLess = (findings: readonly Finding[]): Finding[] =>
  findings.map((one) => (one.translated ? one : { ...one, confidence: Math.min(one.confidence, OFFERED) }));
