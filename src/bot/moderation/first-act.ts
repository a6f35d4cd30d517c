import { OwnIndex, type OwnIndexOptions } from '../../core/search/own-index.ts';
import { baseOf } from '../../core/text/language.ts';
import type { SharedKnowledge } from '../ports/knowledge.ts';
import type { Detect } from '../services.ts';

interface FirstAct extends OwnIndexOptions {
  /** Tells a text's language, and remembers it. */
  readonly detect: ((text: string) => unknown) & Pick<Detect, 'steps'>;
  readonly checks: SharedKnowledge['checks'];
  /** In which the first own entry is most likely: a BCP 47 tag. */
  readonly language: string;
}

/** Danish, which nobody has described: all that tells languages is read for it. */
const UNDESCRIBED = 'hvad er det for noget her';

/**
 * Makes ready what the first moderator of a process would wait a second for, in steps: what tells languages, lines
 * about other things, and the language of each check, which every change asks again.
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
