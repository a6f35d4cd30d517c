import type { Block, Inline } from '../../core/entry/blocks.ts';
import { titleIn, titleOf } from '../answers/compose.ts';
import {
  type Choice,
  list,
  type Notice,
  notice,
  paragraph,
  type Reply,
  tell,
  text,
  whisper,
} from '../answers/reply.ts';
import { type Call, commandNamed } from '../command.ts';
import { isPinsText } from '../community/own-entries.ts';
import { momentAfter } from '../moment.ts';
import { basisOf, type CommitOutcome, commit } from './commit.ts';
import { type ProposedChange, regressionsOfChange } from './proposed-change.ts';
import type { Regression } from './regressions.ts';

interface Asking {
  /** With these the command is run again if somebody else was quicker. Default: it cannot be. */
  readonly options: ProposedChange['options'];
  /** Key in `locales/` for the button that confirms. Default: Save. */
  readonly does?: string;
  readonly isDangerous?: boolean;
}

/** Shows a preview and asks for confirmation. */
export async function askFirst(
  call: Call,
  proposed: ProposedChange,
  preview: Notice,
  { options, does = 'confirm-it', isDangerous = false }: Asking = { options: call.options },
): Promise<Reply> {
  const id = await saveDraft(call, { ...proposed, options });
  const force = call.options.force === undefined ? '' : ' --force';
  const choices = [
    { ...choice(call, does, 'confirm', id + force), isDangerous, isMain: !isDangerous },
    choice(call, 'cancel-it', 'cancel', id),
    ...preview.choices,
  ];
  return { ...preview, question: preview.question ?? call.say('confirm-question'), choices, isPrivate: true };
}

/** Makes the change, unless it would break something and the option `force` is missing. */
export async function perform(call: Call, proposed: ProposedChange): Promise<Reply> {
  const basis = basisOf(call);
  const broken = await regressionsOfChange(call, proposed);
  if (broken.length > 0 && call.options.force === undefined) return refuse(call, proposed, broken);
  const forced = broken.length > 0 ? { forced: broken.map((regression) => regression.question).join('; ') } : {};
  const done = { ...proposed, ...forced };
  return outcomeReply(call, done, await commit(call, done, basis));
}

async function refuse(call: Call, proposed: ProposedChange, broken: readonly Regression[]): Promise<Reply> {
  const id = await saveDraft(call, proposed);
  const weighed = { ...call, community: await call.services.communities.byId(proposed.weighed ?? call.community.id) };
  const force = { ...choice(call, 'force-it', 'confirm', `${id} --force`), isDangerous: true };
  const choices = [force, choice(call, 'cancel-it', 'cancel', id)];
  return notice(call.language, {
    blocks: refusalBlocks(weighed, broken),
    question: call.say('refused-question'),
    choices,
    isPrivate: true,
  });
}

async function outcomeReply(call: Call, proposed: ProposedChange, outcome: CommitOutcome): Promise<Reply> {
  const { subject, message: pinMessage } = proposed;
  if (outcome.kind === 'overtaken') return overtaken(call, proposed);
  if (!outcome.act)
    return outcome.kind === 'gone'
      ? tell(call, 'no-draft')
      : { ...tell(call, 'nothing-changed', { subject }), pinMessage };
  const act = String(outcome.act.id);
  const forced =
    proposed.forced === undefined ? [] : [paragraph(text(call.say('act-forced', { regressions: proposed.forced })))];
  const isUndone = commandNamed(call.services, proposed.command)?.undoneBy === undefined;
  const undo = isUndone ? [choice(call, 'undo-it', 'undo', act)] : [];
  const reply = tell(call, `done-${proposed.command}`, { subject, act }, undo);
  return { ...reply, blocks: [...reply.blocks, ...forced], pinMessage };
}

/** Somebody else was quicker: the command runs again on the new state, so that the moderator can decide again. */
async function overtaken(call: Call, proposed: ProposedChange): Promise<Reply> {
  const command = commandNamed(call.services, proposed.command);
  const again = proposed.options && (await command?.run({ ...call, options: proposed.options, about: undefined }));
  if (!again) return tell(call, 'overtaken', { subject: proposed.subject });
  return { ...again, notes: [[text(call.say('overtaken-again', { subject: proposed.subject }))], ...again.notes] };
}

const choice = (call: Call, label: string, command: string, argument: string): Choice => ({
  label: call.say(label),
  command,
  argument,
});

/** Regressions that are listed; the rest is counted. */
const MOST_NAMED = 5;

/**
 * Says what a change would break.
 * @param call of the community in which it would break it
 */
export function refusalBlocks(call: Call, broken: readonly Regression[]): Block[] {
  const named = broken
    .slice(0, MOST_NAMED)
    .map((regression): Inline[] => [text(regressionWords(call, regression).trim())]);
  const more =
    broken.length > MOST_NAMED
      ? [paragraph(text(call.say('refused-more', { count: broken.length - MOST_NAMED })))]
      : [];
  return [paragraph(text(call.say('refused'))), list(named), ...more];
}

function regressionWords(call: Call, { question, entry, instead, check, isNew = false, isTaken }: Regression): string {
  if (isTaken) return call.say('regression-taken', { question, title: titleOf(call, entry) });
  const place = check ? call.say('regression-check', { file: check.file, line: String(check.line) }) : '';
  const other =
    instead === null ? '' : isPinsText(instead.id) ? `📌 ${titleIn(instead, call)}` : titleIn(instead, call);
  const named = isNew ? question : titleOf(call, entry);
  if (instead !== null && other === named) return call.say('regression-twin', { question, title: other, place });
  if (isNew)
    return instead === null
      ? call.say('regression-new-nothing', { question })
      : call.say('regression-new', { question, instead: other });
  const key = entry === null ? 'regression-silence' : instead === null ? 'regression-nothing' : 'regression-other';
  return call.say(key, { question, entry: named, instead: other, place });
}

/** Time for confirming a prepared change. */
const KEPT_MS = 60 * 60_000;

/**
 * Keeps a proposed change until it is confirmed. One that has a draft keeps its id.
 * @returns a short id
 */
async function saveDraft(call: Call, proposed: ProposedChange): Promise<string> {
  const { draft: id = call.services.code(), ...content } = proposed;
  await keepDraft(call, id, content);
  return id;
}

/**
 * Keeps data for its author, who may confirm it within an hour.
 * @param content becomes JSON
 */
export const keepDraft = (
  { services, community, person }: Pick<Call, 'services' | 'community' | 'person'>,
  id: string,
  content: object,
): Promise<void> =>
  services.attempt.write(({ drafts }) =>
    drafts.save({
      id,
      community: community.id,
      person,
      content: JSON.stringify(content),
      expires: momentAfter(services.now(), KEPT_MS),
    }),
  );

/** A draft of the caller, or a private reply that it is gone or somebody else's. */
type DraftMeant =
  | { readonly proposed: ProposedChange; readonly refusal?: undefined }
  | { readonly proposed?: undefined; readonly refusal: Reply };

/**
 * The caller's own draft. It is kept until it is carried out (see commit.ts) or dropped.
 * @param gone message if there is none
 */
export async function findDraft(call: Call, id: string, gone: 'no-draft' | 'nothing-to-cancel'): Promise<DraftMeant> {
  const { services, community, person } = call;
  const refusal = (key: string): DraftMeant => ({
    refusal: whisper(call, key),
  });
  const draft = await services.attempt.read(({ drafts }) => drafts.find(id, services.now()));
  if (!draft || draft.community !== community.id) return refusal(gone);
  if (draft.person !== person) return refusal('not-your-draft');
  return { proposed: { ...(JSON.parse(draft.content) as ProposedChange), draft: id } };
}

export const dropDraft = ({ services }: Call, id: string): Promise<void> =>
  services.attempt.write(({ drafts }) => drafts.remove(id));
