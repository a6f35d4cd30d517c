import type { Inline } from '../../core/entry/blocks.ts';
import type { Entry, EntryText } from '../../core/entry/entry.ts';
import { phraseKey } from '../../core/text/normalize.ts';
import { attachmentNote, composeEntry, showChoice, titleIn } from '../answers/compose.ts';
import { type Notice, notice, text } from '../answers/reply.ts';
import type { Call } from '../command.ts';
import type { InCommunity, NamedDecisions } from '../community/community.ts';
import { OWN_PACK, splitKey } from '../community/own-entries.ts';
import { editOf } from '../community/records.ts';
import type { Edit } from '../ports/changes.ts';
import { type Regression, regressionsOf } from './regressions.ts';

/** A change that a moderator is about to make. Plain data, so that it can wait for a confirmation. */
export interface ProposedChange {
  /** The command's name, such as `teach`; `done-<command>` in `locales/` is the message when it is done. */
  readonly command: string;
  /** Its subject in words: a title, a question. */
  readonly subject: string;
  readonly edits: readonly Edit[];
  /**
   * JSON text (or null) of each edited record when the change was proposed: if it differs now, somebody else was
   * quicker.
   */
  readonly found: readonly (string | null)[];
  readonly why: string;
  /**
   * Ids of entries whose own checks are ignored, because they are meant to go. Entries that the edits remove need not
   * be listed.
   */
  readonly exempt: readonly string[];
  /** Id of the community in which it could break something; null if in none. Default: the caller's. */
  readonly weighed?: string | null;
  /** With these the command is run again if somebody else was quicker. Default: it cannot be. */
  readonly options?: Readonly<Record<string, string>>;
  /** Id of its draft. Default: none. */
  readonly draft?: string;
  /** Hash of the code of the invitation that it uses up. Default: none. */
  readonly invitation?: string;
  /** The platform's id of a message to pin when it is done. Default: none. */
  readonly message?: string;
  /** Id of the act that it undoes. Default: none. */
  readonly undoes?: number;
  /** Questions that it breaks, if a moderator insisted on it. Default: none. */
  readonly forced?: string;
}

type Proposed = Omit<ProposedChange, 'found' | 'exempt' | 'why'> &
  Partial<Pick<ProposedChange, 'found' | 'exempt' | 'why'>>;

/**
 * Completes a change with the present values of the records that it edits.
 * @param other community that it edits, too. Default: none
 * @throws Error for an edit of any other community
 */
export function propose(call: Call, proposed: Proposed, other?: NamedDecisions): ProposedChange {
  const present = ({ community, kind, key }: Edit): string | null => {
    const edited = [call.community, other].find((one) => one?.id === community);
    if (!edited) throw new Error(`${proposed.command} edits a community that it does not know`);
    return edited.state.raw(kind, key);
  };
  const found = proposed.found ?? proposed.edits.map(present);
  return { exempt: [], why: call.options.why ?? '', ...proposed, found };
}

/** Questions that the proposed change would break. */
export async function regressionsOfChange(
  { services, community }: Call,
  { edits, exempt, weighed = community.id }: ProposedChange,
): Promise<Regression[]> {
  if (weighed === null) return [];
  const before = await services.communities.byId(weighed);
  const own = edits.filter((edit) => edit.community === weighed);
  const after = await services.communities.lookAhead(weighed, own);
  const isGone = (id: string): boolean => !after.knowledge().entries.has(id);
  const taken = takenQuestions(before.knowledge().entries, after.knowledge().entries, writtenBy(own));
  const broken = await regressionsOf(before, after, services.knowledge.current(), {
    community: weighed,
    exempt: () => new Set([...exempt, ...own.flatMap(takenAway).filter(isGone)]),
  });
  return [...broken, ...taken];
}

/** Entries whose text or phrasings are edited. One that is restored is not among them: it comes back as it was. */
const writtenBy = (edits: readonly Edit[]): ReadonlySet<string> =>
  new Set(edits.filter(({ kind }) => kind === 'entry' || kind === 'phrasings').map(({ key }) => splitKey(key).id));

function takenAway({ kind, key, after }: Edit): string[] {
  if (kind === 'retired' && after !== null) return [key];
  return kind === 'entry' && after === null ? [splitKey(key).id] : [];
}

/**
 * Stores a file that came with a command, to be shown with an answer.
 * @param key of the entry's text: `<language>/<id>`
 */
export const attachmentEdits = ({ attachment, community }: Call, key: string): readonly Edit[] =>
  attachment === undefined ? [] : [editOf(community.id, 'attachment', key, attachment)];

type Entries = ReadonlyMap<string, Entry>;

/**
 * Phrasings that a change adds to entries although another entry has the very same words.
 * @param ids of the entries whose texts the change edits
 */
function takenQuestions(before: Entries, after: Entries, ids: ReadonlySet<string>): Regression[] {
  const added = [...ids]
    .flatMap((id) => after.get(id) ?? [])
    .flatMap((entry) =>
      [...entry.texts.values()].flatMap((text) => {
        const had = new Set(headingsOf(before.get(entry.id)?.texts.get(text.language)).map(phraseKey));
        return text.phrasings
          .filter((phrasing) => !had.has(phraseKey(phrasing)))
          .map((phrasing) => ({ entry, phrasing, language: text.language, key: phraseKey(phrasing) }));
      }),
    );
  if (added.length === 0) return [];
  const lengths = new Set(added.map(({ phrasing }) => Math.floor(phrasing.length / SLACK)));
  const mayBe = ({ length }: string): boolean =>
    [-1, 0, 1].some((step) => lengths.has(Math.floor(length / SLACK) + step));
  const regressions: Regression[] = [];
  for (const other of after.values())
    for (const { language, ...text } of other.texts.values()) {
      const keys = new Set(headingsOf(text).filter(mayBe).map(phraseKey));
      for (const one of added)
        if (one.entry.id !== other.id && one.language === language && keys.has(one.key))
          regressions.push({ question: one.phrasing, language, entry: other.id, instead: one.entry, isTaken: true });
    }
  return regressions;
}

/** Punctuation may make headings with equal keys differ in length by so many characters; others are not compared. */
const SLACK = 16;

const headingsOf = (text: Pick<EntryText, 'title' | 'phrasings'> | undefined): string[] =>
  text ? [text.title, ...text.phrasings] : [];

/** Cosine similarity of words from which an entry may say the same. */
const ALIKE = 0.6;
const MOST_ALIKE = 3;
const MOST_PHRASINGS = 12;
/** Most headings that are compared: more would only cost time. */
const MOST_ASKED = 20;

/**
 * An entry as members will see it.
 * @param isNew whether to look for entries that may say the same already
 */
export function previewOf(call: Call, id: string, shown: EntryText, isNew: boolean): Notice {
  const entry = { id, pack: OWN_PACK, defaultLanguage: shown.language, texts: new Map([[shown.language, shown]]) };
  // Members read the entry's notes in its own language; remarks about the entry are for the moderator.
  const { language } = shown;
  const reply = composeEntry(entry, { ...call, language, say: call.services.speak(language) });
  const phrasings = alsoAsked(
    call,
    shown.phrasings.filter((words) => words !== shown.title),
  );
  const alike = isNew ? similar(call, shown) : [];
  const wanted: Inline[][] = isNew && phrasings.length === 0 ? [call.say.parts('preview-phrasings')] : [];
  const names = alike.map((one) => call.say('quoted', { title: titleIn(one, call) })).join(call.say('list-comma'));
  const attached: Inline[][] = call.attachment === undefined ? [] : [[attachmentNote(call.attachment)]];
  const warning: Inline[][] = alike.length > 0 ? [[text(call.say('alike', { count: alike.length, names }))]] : [];
  return notice(call.language, {
    title: reply.title,
    blocks: reply.blocks,
    notes: [...attached, ...reply.notes, ...phrasings, ...wanted, ...warning],
    choices: alike.map((one) => showChoice(one, call)),
  });
}

/** Names the first few other ways to ask. */
export function alsoAsked({ say }: Call, phrasings: readonly string[]): Inline[][] {
  if (phrasings.length === 0) return [];
  const named = phrasings.slice(0, MOST_PHRASINGS).join(' | ');
  const rest = phrasings.length - MOST_PHRASINGS;
  return [
    [
      text(
        rest > 0 ? say('also-asked-more', { phrasings: named, count: rest }) : say('also-asked', { phrasings: named }),
      ),
    ],
  ];
}

/** Entries with similar words, the nearest first. */
export function similar(
  { community }: InCommunity,
  { title, phrasings, language }: Pick<EntryText, 'title' | 'phrasings' | 'language'>,
): Entry[] {
  const { overlay, entries } = community.knowledge();
  const findings = [title, ...phrasings]
    .slice(0, MOST_ASKED)
    .flatMap((words) => community.answer(words, language).findings);
  const near = findings.flatMap(({ ranked }) =>
    ranked.map(({ id, nearest }) => ({ id: overlay.items.get(id)?.entry ?? id, nearest })),
  );
  const ids = near.filter(({ nearest }) => nearest >= ALIKE).sort((a, b) => b.nearest - a.nearest);
  const found = [...new Set(ids.map(({ id }) => id))].map((id) => entries.get(id));
  return found.filter((entry) => entry !== undefined).slice(0, MOST_ALIKE);
}
