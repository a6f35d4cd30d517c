import { OwnIndex, type OwnIndexOptions } from '../../core/search/own-index.ts';
import { baseOf, type LanguageTag } from '../../core/text/language.ts';
import type { SharedKnowledge } from '../ports/knowledge.ts';
import type { Detect } from '../services.ts';

interface FirstAct extends OwnIndexOptions {
  /** Detects a text's language, and caches it. */
  readonly detect: ((text: string) => unknown) & Pick<Detect, 'steps'>;
  readonly checks: SharedKnowledge['checks'];
  /** The likely language of the first own entry. */
  readonly language: LanguageTag;
}

/** Danish, which `locales/` does not describe: all data for telling languages apart is loaded for it. */
const UNDESCRIBED = 'hvad er det for noget her';

/**
 * Prepares in steps everything for which the first moderator of a process would wait a second: data for telling
 * languages apart, the background of an index, and the language of each check, because every change asks them all.
 */
export function* prepareFirstAct({ detect, checks, language, ...options }: FirstAct): Generator<undefined, void> {
  yield* detect.steps?.() ?? [];
  detect(UNDESCRIBED);
  yield;
  yield* OwnIndex.prepare(baseOf(language), options);
  yield* new OwnIndex(baseOf(language), options).steps(new Map());
  for (const { text } of checks) {
    detect(text);
    yield;
  }
}
