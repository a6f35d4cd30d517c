import { LONGEST_QUESTION } from '../../core/calibration/policy.ts';
import { type EntryDisplay, textIn } from '../../core/entry/display.ts';
import type { Entry } from '../../core/entry/entry.ts';
import { prepareIndexes } from '../../core/search/library.ts';
import { offersOf } from '../../core/search/offers.ts';
import { type Call, callOf } from '../command.ts';
import type { Community } from '../community/community.ts';
import { publicViews } from '../community/public-view.ts';
import { publicText } from '../community/published.ts';
import { chooseLanguage, detected, homeLanguage, languageNamed } from '../conversation/choose-language.ts';
import type { Place } from '../conversation/place.ts';
import { waitedFor } from '../conversation/turns.ts';
import type { Services } from '../services.ts';
import { composeEntry, titleIn } from './compose.ts';
import { findEntry } from './find-entry.ts';
import type { Answer } from './reply.ts';

/** An entry as the bot gives it, with the text that it was made from. */
export interface EntryAnswer {
  readonly kind: 'answer';
  readonly reply: Answer;
  readonly shown: EntryDisplay;
}

/** Up to three entries that may be meant; the bot claims none of them. */
export interface Offered {
  readonly kind: 'choices';
  readonly language: string;
  readonly choices: readonly { readonly entry: string; readonly title: string }[];
}

export interface Unknown {
  readonly kind: 'nothing';
  readonly language: string;
}

/**
 * Search and look-up in the bot's shared knowledge for programs outside every community, such as MCP clients. Questions
 * are neither counted nor stored.
 */
export interface Reference {
  /** Answers as the bot would. @param language a tag or a name. Default, and if it is unknown: the question's */
  readonly search: (question: string, language?: string) => Promise<EntryAnswer | Offered | Unknown>;
  /** @param name an id or a title */
  readonly get: (name: string, language?: string) => Promise<EntryAnswer | undefined>;
}

/** @param place its community answers, with the entries that the site shows */
export function createReference(services: Services, place: Place): Reference {
  const viewOf = publicViews(services);
  const communityNow = async (): Promise<Community> => viewOf(await services.communities.of(place)).prepared();
  const callIn = async (community: Community, question: string, named: string | undefined): Promise<Call> => {
    const language = await languageOf(services, community, question, named);
    return callOf(services, { person: '', place, community, language });
  };
  return {
    search: async (question, named) => {
      const call = await callIn(await communityNow(), question, named);
      const { community, language } = call;
      if (question.length > LONGEST_QUESTION) return { kind: 'nothing', language };
      await prepare(services, question, language);
      const { kind, candidates } = community.answer(question, language);
      const [best] = candidates;
      if (kind === 'sure' && best && !best.hidden)
        return give(best.entry, call, { question, pin: best.pin }) ?? { kind: 'nothing', language };
      const offers = kind === 'unsure' ? offersOf(candidates).filter(({ hidden }) => !hidden) : [];
      const choices = offers.map(({ entry }) => ({ entry: entry.id, title: titleIn(entry, call) }));
      return choices.length > 0 ? { kind: 'choices', language, choices } : { kind: 'nothing', language };
    },
    get: async (name, named) => {
      const community = await communityNow();
      const entry = findEntry(community.knowledge().entries, name);
      return entry && give(entry, await callIn(community, name, named), {});
    },
  };
}

function give(entry: Entry, call: Call, way: Parameters<typeof composeEntry>[2]): EntryAnswer | undefined {
  const open = publicText(entry, call.services);
  const shown = textIn(open, call.language, call.services.languages);
  const reply = composeEntry(open, call, way);
  return shown && reply.kind === 'answer' ? { kind: 'answer', reply, shown } : undefined;
}

/** As for a person who has chosen no language. */
async function languageOf(
  services: Services,
  community: Community,
  words: string,
  named: string | undefined,
): Promise<string> {
  const wanted = named === undefined ? undefined : languageNamed(named, services.languages)?.tag;
  const clues = { chosen: wanted, detection: await detected(services, words) };
  return chooseLanguage(clues, services.languages, homeLanguage(community, services));
}

/** Indexes are built in steps, so that other questions get their turn. */
async function prepare({ knowledge }: Services, words: string, language: string): Promise<void> {
  const steps = prepareIndexes(knowledge.current().library, words, language);
  if (!steps.next().done) await waitedFor.take('indexes', steps);
}
