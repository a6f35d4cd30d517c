import { languagesWith } from '../../core/entry/display.ts';
import type { Entry } from '../../core/entry/entry.ts';
import type { Call } from '../command.ts';
import type { WithServices } from '../services.ts';
import { composeEntry, type Way } from './compose.ts';
import { sayLanguage } from './messages.ts';
import { type Answer, type Choice, type Notice, type Offer, offer, tell } from './reply.ts';

/** An entry in the requested language. If there is no such text, says so and offers the languages that there are. */
export function composeIn(entry: Entry, language: string, call: Call, way: Way = {}): Answer | Notice {
  const choices = choicesOf(entry, call);
  const { services } = call;
  const there = services.languages.has(language) ? { ...call, language, say: services.speak(language) } : call;
  if (choices.some(({ tag }) => tag === language))
    return composeEntry(entry, { ...call, language, say: services.speak(language) }, way);
  return {
    ...tell(there, 'not-in-language', { language: sayLanguage(language, there) }, choices),
    question: choices.length > 0 ? there.say('in-which-language') : undefined,
  };
}

/** Offers the languages of an entry; undefined if it has only one. */
export function composeLanguages(entry: Entry, call: Pick<Call, 'services' | 'language' | 'say'>): Offer | undefined {
  const choices = choicesOf(entry, call);
  return choices.length > 1 ? offer(call.language, call.say('in-which-language'), choices) : undefined;
}

/** Each language has its own name on its button: `Deutsch`, `中文`. */
const choicesOf = (entry: Entry, { services }: WithServices): (Choice & { readonly tag: string })[] =>
  languagesWith(entry, services.languages).map(({ tag, name }) => ({
    tag,
    label: name,
    command: 'show',
    argument: `${entry.id} language: ${tag}`,
  }));
