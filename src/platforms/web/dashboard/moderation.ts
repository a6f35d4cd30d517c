import { sayMoment } from '../../../bot/answers/formats.ts';
import type { Choice } from '../../../bot/answers/reply.ts';
import type { Call } from '../../../bot/command.ts';
import { isOfOnePlace, undoneIn, waitingIn } from '../../../bot/community/lineage.ts';
import { sayRecord } from '../../../bot/moderation/act-words.ts';
import { sayPerson } from '../../../bot/moderation/person.ts';
import type { Act } from '../../../bot/ports/changes.ts';
import { moderatorsIn, personOf } from '../people.ts';
import { callOf } from './call.ts';
import type { View } from './scope.ts';
import type { Table } from './table.ts';
import { titleIn } from './use.ts';

/** Rows of a history. */
export const MOST_ACTS = 30;
const MOST_RECORDS = 4;

export async function unansweredTable({ context: { services }, reader, scope: { community } }: View): Promise<Table> {
  const { say, language } = reader;
  const groups = await services.questions.list(community.id);
  const rows = groups.map(({ id, text, count, first, last, language: asked }) => ({
    cells: [text, services.languages.get(asked)?.name ?? asked, count, sayMoment(first, language), sayMoment(last, language)],
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
    cells: [question, entry === undefined ? say('pin-own-text') : titleIn(view, entry), nameOf(call, by), sayMoment(at, language)],
    actions: [{ label: say('dash-unpin'), command: 'unpin', argument: `question: ${key}` }],
  }));
  return { name: 'pins', title: say('dash-pins'), columns: [say('dash-question'), say('dash-answer'), say('dash-who'), say('dash-when')], rows, empty: say('no-pins') };
}

/** Changes that wait for another moderator, the oldest first: all of them, for those behind stand here once those before are dealt with. */
export function waitingTable(view: View, acts: readonly Act[]): Table {
  const { say, language } = view.reader;
  const call = callOf(view);
  const waiting = waitingIn(acts).filter((act) => act.community === view.scope.community.id);
  const rows = waiting.map((act) => {
    const argument = String(act.id);
    const actions = [
      { label: say('dash-approve'), command: 'approve', argument },
      { label: say('work-drop'), command: 'undo', argument },
    ];
    return { cells: [`#${act.id}`, `/${act.command}`, recordsOf(call, act), nameOf(call, act.person), sayMoment(act.at, language), act.why], actions };
  });
  const columns = [say('dash-number'), say('dash-command'), say('dash-what'), say('dash-who'), say('dash-when'), say('dash-why')];
  return { name: 'waiting', title: say('held-title'), columns, rows, empty: say('none-held') };
}

/** @param acts all that a community comes from. @param isMeant default: all */
export function historyTable(view: View, acts: readonly Act[], isMeant: (act: Act) => boolean = () => true): Table {
  const { say, language } = view.reader;
  const call = callOf(view);
  const rows = acts
    .filter(isMeant)
    .slice(-MOST_ACTS)
    .reverse()
    .map((act) => ({ cells: [`#${act.id}`, `/${act.command}`, recordsOf(call, act), nameOf(call, act.person), sayMoment(act.at, language), act.why], actions: actionsFor(call, act, acts) }));
  const columns = [say('dash-number'), say('dash-command'), say('dash-what'), say('dash-who'), say('dash-when'), say('dash-why')];
  return { name: 'history', title: say('history-title'), columns, rows, empty: say('no-history') };
}

function recordsOf(call: Call, { changes }: Act): string {
  const names = [...new Set(changes.map(({ kind, key, before, after }) => sayRecord(call, kind, key, after ?? before)))];
  return [...names.slice(0, MOST_RECORDS), ...(names.length > MOST_RECORDS ? ['…'] : [])].join(call.say('list-semicolon'));
}

/** Nothing where it is done already. */
function actionsFor({ say }: Call, act: Act, acts: readonly Act[]): Choice[] {
  const argument = String(act.id);
  const undo = { label: say('dash-undo'), command: 'undo', argument };
  if (waitingIn(acts).some(({ id }) => id === act.id)) return [{ label: say('dash-approve'), command: 'approve', argument }, undo];
  return act.held || undoneIn(acts).has(act.id) || act.changes.length === 0 || !isOfOnePlace(act) ? [] : [undo];
}

/** Moderators of the pages by their names, all others as the log tells them apart. */
function nameOf(call: Call, hash: string): string {
  const { services, person } = call;
  const known = hash === person ? undefined : moderatorsIn(services).find((one) => services.hash(personOf(one)) === hash);
  return known?.name ?? sayPerson(call, hash);
}
