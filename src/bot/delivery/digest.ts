import type { EntryText } from '../../core/entry/entry.ts';
import { titleOf } from '../answers/compose.ts';
import { sayDate } from '../answers/messages.ts';
import { type Choice, list, notice, type Reply, text } from '../answers/reply.ts';
import { type Call, callOf } from '../command.ts';
import { type Liked, sayReasons, shareOf, statisticsOf } from '../community/statistics.ts';
import { homeLanguage } from '../conversation/choose-language.ts';
import { placeOfKey } from '../conversation/place.ts';
import { unlearned } from '../handover/solve.ts';
import type { Moment } from '../kinds.ts';
import { suggestionsFor } from '../learning/suggestions.ts';
import { DAY_MS, dayOf, daysBefore, momentAfter } from '../moment.ts';
import { stillOpen } from '../questions/closing.ts';
import { inOrder, openChoices } from '../questions/listed.ts';
import type { Services } from '../services.ts';
import { choiceOf } from '../settings/chosen.ts';
import type { ChoiceOf } from '../settings/table.ts';
import { spotsOf, tellAt } from './report.ts';

/** Most lines of each kind. */
const MOST = 3;
/** The time of day, in UTC, from which digests are posted. */
const HOUR_MS = 8 * 3_600_000;
/** Days before the period with which its votes are compared. */
const COMPARED = 90;
/** Longer than any period, after which the record that its digest was posted is no longer needed. */
const KEPT_DAYS = 30;

/** Something that needs a moderator's attention, with the actions for it. */
interface Line {
  readonly words: string;
  readonly choices: readonly Choice[];
}

/** The first day that a digest covers, and the day on which it is due: `2026-11-25`. */
interface Period {
  readonly from: string;
  readonly due: string;
}

/**
 * Posts the digests that are due, each once, by whichever process is first. If one fails, the others are posted.
 * @param onError called with each failure
 */
export async function postDigests(services: Services, onError: (error: unknown) => void): Promise<void> {
  // While indexes are being built, questions may look open that have an answer.
  if (services.knowledge.learning().isLearning) return;
  const chosen = await services.store.read(({ log }) => log.records({ kind: 'setting', key: 'digest' }));
  for (const { community } of chosen) await postDigest(services, community).catch(onError);
}

async function postDigest(services: Services, id: string): Promise<void> {
  const { attempt, communities, now } = services;
  const community = await (await communities.byId(id)).prepared();
  const [spots, often] = [spotsOf(community), choiceOf(community, 'digest')];
  const [first] = spots;
  if (!first || often === 'off') return;
  const period = periodAt(now(), often);
  const key = `digest ${id}`;
  const last = await attempt.read(({ kept }) => kept.find(key, now()));
  if (last && readPosted(last.content).due >= period.due) return;
  const language = homeLanguage(community, services);
  const call = callOf(services, { person: '', place: placeOfKey(first.place), community, language });
  const reply = await digestFor(call, period);
  const said = reply ? services.hash(JSON.stringify(reply)) : '';
  await attempt.write(async (unit) => {
    const before = await unit.kept.find(key, now());
    const posted = before && readPosted(before.content);
    if (posted && posted.due >= period.due) return;
    const content: Posted = { due: period.due, said };
    const expires = momentAfter(now(), KEPT_DAYS * DAY_MS);
    await unit.kept.save({ key, place: id, person: '', content: JSON.stringify(content), expires });
    if (reply && posted?.said !== said) await tellAt(unit, spots, reply, { person: '', now: now() });
  });
}

/** The last digest: when it was due, and a hash of its words; empty if there was nothing to say. */
interface Posted {
  readonly due: string;
  readonly said: string;
}

const readPosted = (content: string): Posted => JSON.parse(content) as Posted;

/**
 * A weekly digest is due on Mondays.
 */
export function periodAt(now: Moment, often: Exclude<ChoiceOf<'digest'>, 'off'>): Period {
  const today = new Date(Date.parse(now) - HOUR_MS);
  const sinceMonday = (today.getUTCDay() + 6) % 7;
  const due = daysBefore(today.toISOString(), often === 'weekly' ? sinceMonday : 0);
  return { from: dayOf(daysBefore(due, often === 'weekly' ? 7 : 1)), due: dayOf(due) };
}

/** @returns undefined if there is nothing to say */
async function digestFor(call: Call, period: Period): Promise<Reply | undefined> {
  const parts = [openLines, suggestionLines, solvedLines, fallenLines, overdueLines];
  const lines: Line[] = [];
  for (const part of parts) lines.push(...(await part(call, period)));
  if (lines.length === 0) return undefined;
  return notice(call.language, {
    title: call.say('digest-title'),
    blocks: [list(lines.map(({ words }) => [text(words)]))],
    choices: once(lines.flatMap(({ choices }) => choices)),
  });
}

/** Two lines may have the same button. */
const once = (choices: readonly Choice[]): readonly Choice[] => [
  ...new Map(choices.map((choice) => [`${choice.command} ${choice.argument}`, choice])).values(),
];

/** Questions that were asked in the period and have no answer yet. */
async function openLines({ services, community, say }: Call, { from }: Period): Promise<Line[]> {
  const open = inOrder(await stillOpen(services, community)).filter(({ last }) => dayOf(last) >= from);
  if (open.length === 0) return [];
  const all = { label: say('questions-title'), command: 'questions', argument: '' };
  const first = open.slice(0, MOST).map((one) => ({
    words: say('report-open', { text: one.text, count: one.count }),
    choices: openChoices(say, one),
  }));
  return [{ words: say('digest-questions', { count: open.length }), choices: [all] }, ...first];
}

async function suggestionLines(call: Call): Promise<Line[]> {
  const { length: count } = await suggestionsFor(call);
  if (count === 0) return [];
  const choices = [{ label: call.say('suggestions-title'), command: 'suggestions', argument: '' }];
  return [{ words: call.say('digest-suggestions', { count }), choices }];
}

/** Helpers' answers that were not accepted as entries, without data about the askers. */
async function solvedLines(call: Call): Promise<Line[]> {
  const { services, say } = call;
  return (await unlearned(call))
    .map(({ id, text: asked, language }) => ({ id, title: services.questions.keptText(asked, language) }))
    .filter(({ title }) => title !== '')
    .slice(0, MOST)
    .map(({ id, title }) => ({
      words: say('report-solution', { title }),
      choices: [{ label: say('digest-learn', { title }), command: 'human', argument: `learn ${id}` }],
    }));
}

/** Entries with a larger share of unhelpful votes than before, by unhelpful votes. */
async function fallenLines(call: Call, { from, due }: Period): Promise<Line[]> {
  const { services, community, say } = call;
  const since = dayOf(daysBefore(`${from}T00:00:00Z`, COMPARED));
  const [votes, reasons] = await services.attempt.read(async (unit) => [
    await unit.votes.count(community.id, since),
    await unit.votes.reasons(community.id, from),
  ]);
  const likedIn = (begin: string, end: string): readonly Liked[] =>
    statisticsOf(
      [],
      votes.filter(({ day }) => begin <= day && day < end),
    ).liked;
  const before = new Map(likedIn(since, from).map((liked) => [liked.entry, liked]));
  const hasFallen = (now: Liked): boolean => {
    const then = before.get(now.entry);
    return shareOf(now) > (then ? shareOf(then) : 0);
  };
  return likedIn(from, due)
    .filter((liked) => community.knowledge().entries.has(liked.entry) && hasFallen(liked))
    .sort((a, b) => b.unhelpful - a.unhelpful || shareOf(b) - shareOf(a))
    .slice(0, MOST)
    .map(({ entry, helpful, unhelpful }) => {
      const title = titleOf(call, entry);
      return {
        words: [
          say('digest-unhelpful', { title, count: unhelpful, votes: helpful + unhelpful }),
          ...sayReasons(say, reasons, entry),
        ].join(' · '),
        choices: [{ label: title, command: 'show', argument: entry }],
      };
    });
}

/** Entries whose review date has come, the longest overdue first. */
function overdueLines(call: Call): Line[] {
  const { services, community, say } = call;
  const today = dayOf(services.now());
  const reviewOf = (texts: Iterable<EntryText>): string | undefined =>
    [...texts].flatMap(({ reviewBy }) => (reviewBy !== undefined && reviewBy <= today ? [reviewBy] : [])).sort()[0];
  return [...community.knowledge().entries.values()]
    .flatMap(({ id, texts }) => {
      const date = reviewOf(texts.values());
      return date === undefined ? [] : [{ id, date }];
    })
    .sort((a, b) => (a.date < b.date ? -1 : 1))
    .slice(0, MOST)
    .map(({ id, date }) => {
      const title = titleOf(call, id);
      return {
        words: say('digest-overdue', { title, date: sayDate(date, say.locale) }),
        choices: [{ label: title, command: 'show', argument: id }],
      };
    });
}
