import type { Context as Request } from 'hono';
import { getCookie } from 'hono/cookie';
import type { Say } from '../../../bot/answers/messages.ts';
import { type Call, callOf } from '../../../bot/command.ts';
import type { Community } from '../../../bot/community/community.ts';
import { INSTALLATION, keyOfPlace, placeOfKey } from '../../../bot/conversation/place.ts';
import { DAY_MS, dayOf, daysBefore } from '../../../bot/moment.ts';
import { NAME, type PageReader, type WebContext } from '../context.ts';
import { PAGES, type Speaker } from '../receive.ts';
import { keepCookie } from '../session.ts';

/** The community and days that the dashboard shows. */
export interface Scope {
  readonly community: Community;
  readonly communities: readonly { readonly id: string; readonly title: string }[];
  /** First and last day, inclusive: `2026-11-25`. */
  readonly from: string;
  readonly to: string;
}

const COMMUNITY = 'wenda_community';
const DEFAULT_DAYS = 30;
const MOST_DAYS = 366;
const MOST_COMMUNITIES = 50;

/** @param only id of the only community that the person may see. Default: all */
export async function scopeOf(context: WebContext, request: Request, only?: string): Promise<Scope> {
  const { services } = context;
  const today = dayOf(services.now());
  const to = dayIn(request.req.query('to')) ?? today;
  const asked = dayIn(request.req.query('from')) ?? dayBefore(to, DEFAULT_DAYS - 1);
  const [, from = to] = [asked, to, dayBefore(to, MOST_DAYS - 1)].sort((a, b) => a.localeCompare(b));
  const communities =
    only === undefined ? await communitiesOf(context, dayBefore(today, MOST_DAYS)) : [await nowOf(context, only)];
  const wished = request.req.query('community') ?? getCookie(request, COMMUNITY);
  const id = communities.find((one) => one.id === wished)?.id ?? communities[0]?.id ?? keyOfPlace(PAGES);
  // Stored, as the playground asks the community that was chosen last.
  if (request.req.query('community') === id && getCookie(request, COMMUNITY) !== id) keepCookie(request, COMMUNITY, id);
  const community = await (await services.communities.byId(id)).prepared();
  return { community, communities, from, to };
}

/** A community's title. */
export const nameIn = (communities: Scope['communities'], id: string, say: Say): string =>
  id === keyOfPlace(PAGES) ? say('page-playground') : (communities.find((one) => one.id === id)?.title ?? id);

export const dayBefore = (day: string, days: number): string => dayOf(daysBefore(day, days));

/** Number of days shown. */
export const daysOf = ({ from, to }: Scope): number => (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;

export const queryOf = ({ community, from, to }: Scope): Record<string, string> => ({
  community: community.id,
  from,
  to,
});

/** URL of a page with the same community and days. */
export const addressOf = (path: string, scope: Scope, more: Readonly<Record<string, string>> = {}): string =>
  `${path}?${new URLSearchParams({ ...queryOf(scope), ...more }).toString()}`;

const dayIn = (words: string | undefined): string | undefined =>
  words !== undefined && /^20\d\d-\d\d-\d\d$/.test(words) && !Number.isNaN(Date.parse(words)) ? words : undefined;

/**
 * Communities with questions or changes, the busiest first, and the playground's. Communities of single visitors, from
 * earlier versions, are left out.
 */
async function communitiesOf({ services }: WebContext, since: string): Promise<{ id: string; title: string }[]> {
  await services.counter.flush();
  const { busiest, decided } = await services.attempt.read(async ({ tallies, log }) => ({
    busiest: (await tallies.busiest(since, MOST_COMMUNITIES)).map(({ community }) => community),
    decided: await log.communities('', MOST_COMMUNITIES * 2),
  }));
  const home = (await services.communities.of(PAGES)).id;
  const known = new Set(
    [...busiest, ...decided].filter(
      (id) => id !== '' && id !== INSTALLATION && (id === home || !id.startsWith(`${NAME}:`)),
    ),
  );
  const ids = new Set([...[...known].slice(0, MOST_COMMUNITIES), home]);
  return Promise.all([...ids].map(async (id) => ({ id, title: titleOf(await services.communities.byId(id)) })));
}

/** The community itself, or the one that it was merged into. */
async function nowOf({ services }: WebContext, id: string): Promise<{ id: string; title: string }> {
  const community = await services.communities.of(placeOfKey(id));
  return { id: community.id, title: titleOf(community) };
}

function titleOf({ id, state }: Community): string {
  const titles = state.all('place').flatMap(([, { title }]) => (title === '' ? [] : [title]));
  return titles.length > 0 ? `${titles.join(' + ')} (${id})` : id;
}

/** All that a page needs: the reader, the community and days, and the person. */
export interface View {
  readonly context: WebContext;
  readonly reader: PageReader;
  readonly scope: Scope;
  readonly speaker: Speaker;
}

/** A call on behalf of the person who signed in, as commands need it. */
export function callIn({
  context: { services },
  reader: { language },
  scope: { community },
  speaker: { person, place, isModerator, isEditor, isOperator },
}: View): Call {
  const may = { isModerator: async () => isModerator, mayAppoint: async () => isOperator, isEditor, isOperator };
  const who = { person: services.hash(person), ...may };
  return callOf(services, { ...who, community, language, place });
}
