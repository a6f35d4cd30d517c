import { sayMoment } from '../../../bot/answers/formats.ts';
import type { Choice } from '../../../bot/answers/reply.ts';
import type { Call } from '../../../bot/command.ts';
import { isOfOnePlace, recentLineage, undoneIn } from '../../../bot/community/lineage.ts';
import { actsAround, isAbout } from '../../../bot/moderation/about-entry.ts';
import { sayRecord } from '../../../bot/moderation/act-words.ts';
import { sayPerson } from '../../../bot/moderation/person.ts';
import type { Act } from '../../../bot/ports/changes.ts';
import { moderatorsIn, personOf } from '../people.ts';
import { callOf } from './call.ts';
import type { View } from './scope.ts';
import type { Table } from './table.ts';
import { titleIn } from './use.ts';

/** Rows of a history. */
const MOST_ACTS = 30;
const MOST_RECORDS = 4;

export async function unansweredTable({ context: { services }, reader, scope: { community } }: View): Promise<Table> {
  const { say, language } = reader;
  const groups = await services.questions.list(community.id);
  const rows = groups.map(({ id, text, count, first, last, language: asked }) => ({
    cells: [
      text,
      services.languages.get(asked)?.name ?? asked,
      count,
      sayMoment(first, language),
      sayMoment(last, language),
    ],
    actions: [
      { label: say('dash-assign'), command: 'assign', argument: String(id) },
      { label: say('dash-teach'), command: 'answer', argument: String(id) },
      { label: say('dash-ignore'), command: 'ignore', argument: String(id) },
    ],
  }));
  const columns = [say('dash-question'), say('dash-language'), say('dash-people'), say('dash-first'), say('dash-last')];
  return { name: 'unanswered', title: say('unanswered-title'), columns, rows, empty: say('none-unanswered') };
}

export function pinsTable(view: View): Table {
  const { say, language } = view.reader;
  const call = callOf(view);
  const newest = [...view.scope.community.state.all('pin')].sort(([, a], [, b]) => b.at.localeCompare(a.at));
  const rows = newest.map(([key, { question, entry, by, at }]) => ({
    cells: [
      question,
      entry === undefined ? say('pin-own-text') : titleIn(view, entry),
      nameOf(call, by),
      sayMoment(at, language),
    ],
    actions: [{ label: say('dash-unpin'), command: 'unpin', argument: `question: ${key}` }],
  }));
  return {
    name: 'pins',
    title: say('dash-pins'),
    columns: [say('dash-question'), say('dash-answer'), say('dash-who'), say('dash-when')],
    rows,
    empty: say('no-pins'),
  };
}

/**
 * Changes that wait for another moderator, the oldest first: all of them, for those behind stand here once those before
 * are dealt with.
 */
export function waitingTable(view: View, waiting: readonly Act[]): Table {
  const { say, language } = view.reader;
  const call = callOf(view);
  const rows = waiting.map((act) => {
    const argument = String(act.id);
    const actions = [
      { label: say('dash-approve'), command: 'approve', argument },
      { label: say('work-drop'), command: 'undo', argument },
    ];
    return {
      cells: [
        `#${act.id}`,
        `/${act.command}`,
        recordsOf(call, act),
        nameOf(call, act.person),
        sayMoment(act.at, language),
        act.why,
      ],
      actions,
    };
  });
  const columns = [
    say('dash-number'),
    say('dash-command'),
    say('dash-what'),
    say('dash-who'),
    say('dash-when'),
    say('dash-why'),
  ];
  return { name: 'waiting', title: say('held-title'), columns, rows, empty: say('none-held') };
}

/** The newest acts that a community comes from. @param entry id of the one that they are about. Default: all */
export async function historyTable(view: View, entry?: string): Promise<Table> {
  const { say, language } = view.reader;
  const call = callOf(view);
  const { acts, waiting } = await view.context.services.store.transact(async ({ log }) => ({
    acts:
      entry === undefined
        ? await recentLineage(log, view.scope.community.id)
        : await actsAround(call, log, entry, MOST_ACTS),
    waiting: new Set((await log.waiting(view.scope.community.id)).map(({ id }) => id)),
  }));
  const undone = undoneIn(acts);
  const rows = acts
    .filter(({ changes }) => entry === undefined || changes.some(isAbout(entry)))
    .slice(-MOST_ACTS)
    .reverse()
    .map((act) => ({
      cells: [
        `#${act.id}`,
        `/${act.command}`,
        recordsOf(call, act),
        nameOf(call, act.person),
        sayMoment(act.at, language),
        act.why,
      ],
      actions: actionsFor(call, act, undone.has(act.id), waiting.has(act.id)),
    }));
  const columns = [
    say('dash-number'),
    say('dash-command'),
    say('dash-what'),
    say('dash-who'),
    say('dash-when'),
    say('dash-why'),
  ];
  return { name: 'history', title: say('history-title'), columns, rows, empty: say('no-history') };
}

function recordsOf(call: Call, { changes }: Act): string {
  const names = [
    ...new Set(changes.map(({ kind, key, before, after }) => sayRecord(call, kind, key, after ?? before))),
  ];
  return [...names.slice(0, MOST_RECORDS), ...(names.length > MOST_RECORDS ? ['…'] : [])].join(
    call.say('list-semicolon'),
  );
}

/** Nothing where it is done already. */
function actionsFor({ say }: Call, act: Act, isUndone: boolean, isWaiting: boolean): Choice[] {
  const argument = String(act.id);
  const undo = { label: say('dash-undo'), command: 'undo', argument };
  if (isWaiting) return [{ label: say('dash-approve'), command: 'approve', argument }, undo];
  return act.held || isUndone || act.changes.length === 0 || !isOfOnePlace(act) ? [] : [undo];
}

/** Moderators of the pages by their names, all others as the log tells them apart. */
function nameOf(call: Call, hash: string): string {
  const { services, person } = call;
  const known =
    hash === person ? undefined : moderatorsIn(services).find((one) => services.hash(personOf(one)) === hash);
  return known?.name ?? sayPerson(call, hash);
}
