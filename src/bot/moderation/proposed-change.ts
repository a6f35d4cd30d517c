import type { Inline } from '../../core/entry/blocks.ts';
import type { Entry, EntryText } from '../../core/entry/entry.ts';
import { phraseKey } from '../../core/text/normalize.ts';
import { attachmentNote, composeEntry, showChoice, titleIn } from '../answers/compose.ts';
import { type Notice, notice, text } from '../answers/reply.ts';
import type { Call } from '../command.ts';
import type { Community } from '../community/community.ts';
import { OWN_PACK, splitKey } from '../community/own-entries.ts';
import { editOf } from '../community/records.ts';
import type { Edit } from '../ports/changes.ts';
import { type Regression, regressionsOf } from './regressions.ts';

/** A change that a moderator is about to make. Plain data, so that it can wait for a confirmation. */
export interface ProposedChange {
  /** The command, e.g. `teach`; the message when it is done is `done-<command>` in `locales/`. */
  readonly command: string;
  /** Its subject, for people: a title, a question. */
  readonly subject: string;
  readonly edits: readonly Edit[];
  /**
   * JSON text (or null) that each edit found when the change was proposed: if it is another now, somebody was quicker.
   */
  readonly found: readonly (string | null)[];
  readonly why: string;
  /**
   * Entries whose own checks count for nothing, because they are taken away; those that the edits take away need no
   * mention.
   */
  readonly exempt: readonly string[];
  /** The community in which it could break something; null if it cannot. Default: that of the caller. */
  readonly weighed?: string | null;
  /** Options with which the command can be run again if somebody was quicker. */
  readonly options?: Readonly<Record<string, string>>;
  /** The draft that it waits in. Default: none. */
  readonly draft?: string;
  /** Hash of the code of the invitation that it follows: it serves once. Default: none. */
  readonly invitation?: string;
  /** The platform's id of a message to pin when it is done. Default: none. */
  readonly message?: string;
  /** The act that this one takes back. Default: none. */
  readonly undoes?: number;
  /** The refusal that is overruled, in words. Default: none. */
  readonly forced?: string;
}

type Proposed = Omit<ProposedChange, 'found' | 'exempt' | 'why'> &
  Partial<Pick<ProposedChange, 'found' | 'exempt' | 'why'>>;

/**
 * A proposed change with the values that it finds now. @param other community that it edits beside the caller's.
 * Default: none. @throws Error for an edit of any other community
 */
export function propose(call: Call, proposed: Proposed, other?: Pick<Community, 'id' | 'state'>): ProposedChange {
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

/** Entries whose words are written; what was only away comes back as it was. */
const writtenBy = (edits: readonly Edit[]): ReadonlySet<string> =>
  new Set(edits.filter(({ kind }) => kind === 'entry' || kind === 'phrasings').map(({ key }) => splitKey(key).id));

function takenAway({ kind, key, after }: Edit): string[] {
  if (kind === 'retired' && after !== null) return [key];
  return kind === 'entry' && after === null ? [splitKey(key).id] : [];
}

/** Puts what came with a command beside an answer. @param key of the entry's text: `<language>/<id>` */
export const attachmentEdits = ({ attachment, community }: Call, key: string): readonly Edit[] =>
  attachment === undefined ? [] : [editOf(community.id, 'attachment', key, attachment)];

type Entries = ReadonlyMap<string, Entry>;

/**
 * Phrasings that a change adds to entries although another one is asked by the very same words.
 * @param ids of the entries whose texts the change writes
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

/** Characters by which headings of the same words may differ in length, in marks: others are not even compared. */
const SLACK = 16;

const headingsOf = (text: Pick<EntryText, 'title' | 'phrasings'> | undefined): string[] =>
  text ? [text.title, ...text.phrasings] : [];

/** Cosine of the words; from here on an entry is told as one that may say the same. */
const ALIKE = 0.6;
const MOST_ALIKE = 3;
const MOST_PHRASINGS = 12;
/** Title and phrasings that are compared; more only cost time. */
const MOST_ASKED = 20;

/** An entry as members will see it, with those that may say the same already. @param isNew whether to look for such. */
export function previewOf(call: Call, id: string, shown: EntryText, isNew: boolean): Notice {
  const entry = { id, pack: OWN_PACK, defaultLanguage: shown.language, texts: new Map([[shown.language, shown]]) };
  // Members read the entry's notes in its own language; what is said about the entry is for the moderator.
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

/** Names other ways to ask, the first few of many. */
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

/** Entries whose own words are near to these, the nearest first. */
export function similar(
  { community }: Pick<Call, 'community'>,
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
