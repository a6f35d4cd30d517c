import { SURE, UNSURE } from '../../core/calibration/policy.ts';
import type { Candidate } from '../../core/search/pool.ts';
import type { LanguageFindings } from '../../core/search/search.ts';
import { analyzer } from '../../core/text/analyze.ts';
import { baseOf, type LanguageData, plainLanguage } from '../../core/text/language.ts';
import type { Call } from '../command.ts';
import { OWN_PACK } from '../community/own-entries.ts';
import type { Look } from '../conversation/follow-up.ts';
import { titleIn, titleOf } from './compose.ts';
import { sayLanguage, sayShare } from './messages.ts';

/** Explains to moderators why a question got its answer. @param asked language as which the question was read */
export function whyLines(
  call: Call,
  question: string,
  { kind, candidates, answer: { findings }, after }: Look,
  asked: string,
): string[] {
  const { say, language } = call;
  const [best, second] = candidates;
  const found = best && { title: titleIn(best.entry, call), share: sayShare(best.confidence, language) };
  const decision = { sure: 'why-sure', unsure: 'why-unsure', unknown: 'why-unknown' }[kind];
  return [
    found ? say(decision, found) : say('why-nothing'),
    say('why-thresholds', { sure: sayShare(SURE, language), unsure: sayShare(UNSURE, language) }),
    ...(after && best ? [say('why-follow-up', { title: titleOf(call, after.after) })] : []),
    ...(best ? originLines(call, best) : []),
    say('why-language', { language: sayLanguage(asked, call) }),
    ...(best && second && kind !== 'unknown'
      ? [
          say('why-second', {
            title: titleIn(second.entry, call),
            points: Math.round((best.confidence - second.confidence) * 100),
          }),
        ]
      : []),
    ...wordLines(call, question, findingFor(findings, best?.language ?? asked)),
  ];
}

/** Says if moderators pinned, taught, corrected, rephrased or retired the entry. */
function originLines({ say, community }: Call, { entry, pin, hidden }: Candidate): string[] {
  const { state } = community;
  const pinned = pin === undefined ? undefined : state.get('pin', pin);
  const isCorrected =
    entry.pack !== OWN_PACK && state.all('entry').some(([key]) => key.slice(key.indexOf('/') + 1) === entry.id);
  const isRephrased = state.all('phrasings').some(([key]) => key.slice(key.indexOf('/') + 1) === entry.id);
  return [
    ...(pinned ? [say('why-pin', { question: pinned.question })] : []),
    ...(entry.pack === OWN_PACK && pinned?.text === undefined ? [say('why-taught')] : []),
    ...(isCorrected ? [say('why-corrected')] : []),
    ...(isRephrased ? [say('why-rephrased')] : []),
    ...(hidden ? [say('why-retired')] : []),
  ];
}

/** The most confident findings in the language; the first of any language if it has none. */
export function findingFor(findings: readonly LanguageFindings[], language: string): LanguageFindings | undefined {
  const own = findings.filter((finding) => baseOf(finding.language) === baseOf(language));
  return own.sort((a, b) => b.confidence - a.confidence)[0] ?? findings[0];
}

function wordLines({ say, services }: Call, question: string, finding: LanguageFindings | undefined): string[] {
  if (!finding) return [];
  const asWritten = reader(question, services.languages.get(finding.language) ?? plainLanguage(finding.language));
  const line = (key: 'why-words' | 'why-misspelt' | 'why-strange', words: readonly string[]) =>
    words.length > 0 ? [say(key, { words: words.join(say('list-comma')) })] : [];
  return [
    ...line('why-words', asWritten(finding.words)),
    ...line('why-misspelt', asWritten(finding.corrected)),
    ...line('why-strange', asWritten(finding.unknown)),
  ];
}

/** Shows stems as the asker wrote them; leaves out words without weight, which are not searched for. */
function reader(question: string, language: LanguageData): (stems: readonly string[]) => string[] {
  const { analyze, weightOf } = analyzer(language);
  const { words, surface } = analyze(question);
  const written = new Map(words.map((stem, at) => [stem, surface[at] ?? stem]));
  return (stems) => [...new Set(stems.filter((stem) => weightOf(stem) > 0).map((stem) => written.get(stem) ?? stem))];
}
