import { LONGEST_QUESTION } from '../../core/calibration/policy.ts';
import { isExactMatch } from '../../core/ranking/rank.ts';
import type { Answer } from '../../core/search/engine.ts';
import type { Call } from '../command.ts';

/** A community's answer, once an encoder has seen the question. One that is put in an entry's very words needs none. */
export async function answerTo(
  { community, services }: Pick<Call, 'community' | 'services'>,
  question: string,
  language: string,
): Promise<Answer> {
  const plain = community.answer(question, language);
  if (question.length > LONGEST_QUESTION || plain.findings.some(({ ranked }) => isExactMatch(ranked))) return plain;
  await services.meanings.prepare(question);
  return services.meanings.of(question) ? community.answer(question, language) : plain;
}
