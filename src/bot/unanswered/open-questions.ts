import { baseOf, type LanguageData } from '../../core/text/language.ts';
import { oncePerThought } from '../conversation/thought.ts';
import { turns } from '../conversation/turns.ts';
import type { Unanswered, UnansweredGroup } from '../ports/memory.ts';
import type { Store } from '../ports/store.ts';
import { areAlike, type Content, contentReader, remembering } from './alike.ts';
import { GAP } from './identifiers.ts';
import { type Asked, type AskedGroup, createMemory, type MemoryOptions } from './memory.ts';
import { type IsPublic, ordinaryWords } from './ordinary-words.ts';
import { readableForm } from './readable.ts';

/** What people asked in vain, without what may tell who they are. Words go to the store only once several people have asked alike. */
export interface OpenQuestions {
  /** Takes in a question that nothing answered; never rejects. @param question as it was asked @returns its group, where its words are kept from now on */
  readonly note: (question: Pick<Asked, 'community' | 'person' | 'origin' | 'text' | 'language'>) => Promise<UnansweredGroup | undefined>;
  /** Most asked first. */
  readonly list: (community: string) => Promise<UnansweredGroup[]>;
  /** Off the list; people have to ask anew before it comes back. */
  readonly remove: (group: UnansweredGroup) => Promise<void>;
  /** What is remembered of a person. */
  readonly of: (person: string) => readonly Pick<Asked, 'community' | 'text' | 'language' | 'at'>[];
  readonly erase: (person: string) => void;
}

export interface OpenQuestionsOptions extends MemoryOptions {
  readonly store: Store;
  readonly languages: ReadonlyMap<string, LanguageData>;
  /** Whether the packs have a word. Default: none is known. */
  readonly isPublic?: IsPublic | undefined;
  readonly now: () => string;
  /** Is told what nobody waits for. */
  readonly onError: (error: unknown) => void;
}

/** Different people who must have asked alike before any word is kept. */
const PEOPLE = 3;
/** Groups that are kept of a community; beyond, the least asked go. */
const MOST_GROUPS = 200;

export function openQuestions({ store, languages, isPublic = () => false, now, onError, ...options }: OpenQuestionsOptions): OpenQuestions {
  const memory = createMemory(options);
  const ordinary = ordinaryWords(languages, isPublic);
  const readable = readableForm(languages, ordinary);
  const contentOf = contentReader(languages);
  const contentOfKept = remembering(contentOf);
  const isAlike = (group: UnansweredGroup, language: string, contents: readonly Content[]): boolean =>
    baseOf(group.language) === baseOf(language) && contents.some((content) => areAlike(contentOfKept(group.text, group.language), content));

  const keep = async (unanswered: Unanswered, asked: Asked, group: AskedGroup): Promise<UnansweredGroup | undefined> => {
    const kept = await unanswered.list(asked.community);
    const same = kept.find((one) => isAlike(one, asked.language, [group.about.content, asked.content]));
    if (same) await unanswered.again(same.id, asked.at);
    if (same || group.asked.length < PEOPLE) return undefined;
    if (kept.length >= MOST_GROUPS) await unanswered.remove(leastAsked(kept));
    group.about = shortest(group);
    const { community, text, language } = group.about;
    const words = { community, text, language, count: group.asked.length, first: group.asked[0]?.at ?? asked.at, last: asked.at };
    return { ...words, id: await unanswered.add(words) };
  };

  return {
    note: async (question) => {
      // The first question in a language would hold up everybody else by a tenth of a second.
      const steps = ordinary(question.language).steps();
      if (steps) await turns.take(question.community, steps);
      const text = readable(question.text, question.language);
      if (text === '') return undefined;
      const asked = { ...question, text, content: contentOf(text, question.language), at: now() };
      // Whoever asks is counted once: what was kept of a first thought is not.
      const group = oncePerThought(`unanswered ${asked.community} ${text}`, () => memory.note(asked));
      // Work in a transaction may run again.
      if (!group) return undefined;
      return store
        .transact(({ unanswered }) => keep(unanswered, asked, group))
        .catch((error: unknown) => {
          onError(error);
          return undefined;
        });
    },
    list: (community) => store.transact(({ unanswered }) => unanswered.list(community)),
    remove: async (group) => {
      memory.forget({ ...group, content: contentOf(group.text, group.language) });
      await store.transact(({ unanswered }) => unanswered.remove(group.id));
    },
    of: (person) => memory.of(person).map(({ community, text, language, at }) => ({ community, text, language, at })),
    erase: memory.erase,
  };
}

/** Of what was asked alike, the shortest has the least that only one person said, and of those the one with the fewest gaps. */
const shortest = ({ asked, about }: AskedGroup): Asked => asked.reduce((a, b) => ((b.content.size - a.content.size || gapsIn(b) - gapsIn(a)) < 0 ? b : a), about);

const gapsIn = ({ text }: Asked): number => text.split(GAP).length;

const leastAsked = (groups: readonly UnansweredGroup[]): number => groups.reduce((a, b) => (b.count < a.count || (b.count === a.count && b.last < a.last) ? b : a)).id;
