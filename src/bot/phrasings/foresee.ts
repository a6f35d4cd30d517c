import type { TextReader } from '../../core/text/analyze.ts';
import type { Call } from '../command.ts';
import { type AskedLately, type Regression, regressionsOf } from '../moderation/regressions.ts';
import { type JudgedDraft, reason } from './judge.ts';
import type { PhrasedText } from './phrased-text.ts';
import { phrasingEdits } from './phrasing-edits.ts';

/** Most rounds; each removes drafts that would change something. */
const MOST_ROUNDS = 4;

/**
 * Tries all taken drafts together. Those that would change the answer to a phrasing that exists, or answer a line of
 * chatter, become doubtful.
 * @param all texts of the knowledge; their phrasings must find their entries as before
 */
export async function foresee(
  call: Call,
  drafts: readonly JudgedDraft[],
  all: readonly PhrasedText[],
  analyzerOf: (language: string) => TextReader,
): Promise<JudgedDraft[]> {
  const { services, community } = call;
  const languages = [...new Set(drafts.map(({ text }) => text.text.language))];
  const asked = [...phrasingsOf(all, languages), ...languages.flatMap((language) => chatterIn(call, language))];
  let judged = [...drafts];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const taken = judged.filter(({ rating }) => rating === 'taken');
    if (taken.length === 0) return judged;
    const after = await services.communities.lookAhead(community.id, phrasingEdits(community, taken));
    const broken = await regressionsOf(community, after, services.knowledge.current(), {
      community: community.id,
      exempt: () => new Set(),
      asked,
    });
    const doubts = new Map(broken.flatMap((one) => blamed(one, taken, analyzerOf)));
    if (doubts.size === 0) return judged;
    judged = judged.map((draft) => doubts.get(draft) ?? draft);
  }
  return judged;
}

const phrasingsOf = (all: readonly PhrasedText[], languages: readonly string[]): AskedLately[] =>
  all
    .filter(({ text }) => languages.includes(text.language))
    .flatMap(({ id, text: { language, phrasings } }) =>
      phrasings.map((question) => ({ question, language, entry: id })),
    );

const chatterIn = ({ services }: Call, language: string): AskedLately[] => {
  const from = services.languages.get(language)?.writtenFrom?.language ?? language;
  return (services.effective.background.get(from)?.chatter ?? []).map((question) => ({
    question,
    language,
    entry: null,
  }));
};

/** The draft to blame for a changed answer: of those for another entry, the one with most words in common. */
function blamed(
  { question, entry, instead }: Regression,
  taken: readonly JudgedDraft[],
  analyzerOf: (language: string) => TextReader,
): (readonly [JudgedDraft, JudgedDraft])[] {
  const others = taken.filter(({ text }) => (instead ? text.id === instead.id : text.id !== entry));
  const likeness = (draft: JudgedDraft): number => {
    const { read } = analyzerOf(draft.text.text.language);
    const [own, asked] = [new Set(read(draft.words).words), new Set(read(question).words)];
    return [...own].filter((word) => asked.has(word)).length / (own.size + asked.size);
  };
  const [nearest] = others.map((draft) => ({ draft, share: likeness(draft) })).sort((a, b) => b.share - a.share);
  if (!nearest || nearest.share === 0) return [];
  const why = entry === null ? reason('draft-answers-chatter', { question }) : reason('draft-changes', { question });
  return [[nearest.draft, { ...nearest.draft, rating: 'doubtful', reason: why }]];
}
