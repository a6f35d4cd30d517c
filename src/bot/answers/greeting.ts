import type { Call } from '../command.ts';
import { showChoice } from './compose.ts';
import { exampleEntries } from './examples.ts';
import { plainReply, type Reply } from './reply.ts';

/** Examples in a greeting: few, for nothing was asked yet. */
const MOST_EXAMPLES = 3;

/** Says what the bot knows, with questions to try. */
export function composeGreeting(call: Call): Reply {
  const { community, language, say, services } = call;
  const choices = exampleEntries(
    community.knowledge().entries.values(),
    language,
    services.languages,
    MOST_EXAMPLES,
  ).map((entry) => showChoice(entry, call));
  return {
    ...plainReply(language, greetingWords(call), choices),
    question: choices.length > 0 ? say('try') : undefined,
  };
}

/** Introduces the bot, and names what it knows. */
export function greetingWords({
  community,
  language,
  say,
  services,
}: Pick<Call, 'community' | 'language' | 'say' | 'services'>): string {
  if (community.knowledge().entries.size === 0) return say('greeting-empty');
  const packs = services.subjects(language);
  return say('greeting', { subjects: packs.length > 0 ? packs.join(say('list-semicolon')) : say('own-pack') });
}
