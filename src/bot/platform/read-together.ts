import { homeLanguage } from '../conversation/choose-language.ts';
import { isQuestion } from '../conversation/follow-up.ts';
import type { Place } from '../conversation/place.ts';
import { beginsWithThanks, smallTalkIn } from '../conversation/small-talk.ts';
import type { Services } from '../services.ts';
import { says } from './says.ts';

/**
 * What several lines of one person may ask together, the likeliest first: all of them, else their last question and
 * what follows. Nothing if a line takes back what was asked, or says that it is solved.
 */
export async function readTogether(
  services: Services,
  place: Place,
  lines: readonly string[],
): Promise<readonly string[]> {
  if (lines.length < 2) return lines;
  const isDone = (line: string) => says(services, 'says-withdrawn', line) || says(services, 'says-solved', line);
  if (lines.some(isDone)) return [];
  const languages = [...services.languages.values()];
  const said = lines.filter((line) => smallTalkIn(line, languages) === undefined);
  const language = homeLanguage(await services.communities.of(place), services);
  const last = said.findLastIndex((line) => isQuestion({ services, language }, line));
  return [...new Set([said, said.slice(Math.max(0, last))].map((some) => some.join('\n')))].filter(
    (text) => text !== '',
  );
}

/** Whether somebody only thanks, or the like. @param language tag, by whose rules a question is told */
export function isThanks(services: Services, language: string, text: string): boolean {
  const languages = [...services.languages.values()];
  if (smallTalkIn(text, languages) === 'closing') return true;
  return beginsWithThanks(text, languages) && !isQuestion({ services, language }, text);
}
