import type { Hono, Context as Request } from 'hono';
import type { WebContext } from './context.ts';
import { addressOf, type View } from './dashboard/scope.ts';
import { outcomeFor, showAt, viewOf } from './dashboard/view.ts';
import { LASTS, MYSELF, madeLink, peoplePage } from './pages/people.ts';
import {
  addModerator,
  endAllKeys,
  lastUse,
  type Moderator,
  moderatorsIn,
  personOf,
  ROLES,
  removeModerator,
  renewLink,
} from './people.ts';
import type { Fields } from './receive.ts';
import type { Html } from './render/html.ts';
import { fieldsOf } from './responder.ts';

const LONGEST_NAME = 60;

/** The page of moderators: owners see and manage all, others only themselves. */
export function servePeople(app: Hono, context: WebContext): void {
  app.get('/dashboard/people', async (request) => {
    const view = await viewOf(context, request, '/dashboard/people');
    const people = moderatorsIn(context.services).map(async (one) => ({
      ...one,
      used: await lastUse(context.services, one),
    }));
    return request.html(peoplePage(view, await Promise.all(people), outcomeFor(view, request)));
  });
  app.post('/dashboard/people', async (request) => {
    const view = await viewOf(context, request, '/dashboard/people');
    const { services } = context;
    const fields = await fieldsOf(request);
    const { person, isOperator } = view.speaker;
    if (fields.everywhere === MYSELF) {
      await endAllKeys(services, person, services.hash(person));
      return request.redirect('/dashboard', 303);
    }
    if (!isOperator) return request.notFound();
    if (fields.everywhere !== undefined)
      await endAllKeys(services, personOf({ id: fields.everywhere }), services.hash(person));
    if (fields.remove !== undefined) await removeModerator(services, fields.remove, services.hash(person));
    const link = await linkFrom(request, view, fields, services.hash(person));
    return link === undefined
      ? request.redirect(addressOf('/dashboard/people', view.scope), 303)
      : showAt(view, request, '/dashboard/people', link);
  });
}

/** A link to be shown once: for a new moderator, or in place of a lost link. */
async function linkFrom(
  request: Request,
  view: View,
  { name = '', renew, ...fields }: Fields,
  by: string,
): Promise<Html | undefined> {
  const { services } = view.context;
  const called =
    renew === undefined
      ? name.replace(/\s+/g, ' ').trim().slice(0, LONGEST_NAME)
      : (moderatorsIn(services).find(({ id }) => id === renew)?.name ?? '');
  if (called === '') return undefined;
  const secret =
    renew === undefined
      ? await addModerator(services, { name: called, ...grantedBy(view, fields) }, by)
      : await renewLink(services, renew, by);
  const scheme = request.req.header('x-forwarded-proto') === 'https' ? 'https' : 'http';
  const origin = `${scheme}://${request.req.header('host') ?? ''}`;
  return secret === undefined
    ? undefined
    : madeLink(view.reader, { name: called, address: `${origin}/dashboard/link#${secret}` });
}

/** The requested role, days and community; the least privileges by default. */
function grantedBy({ scope }: View, { role, days, community }: Fields): Pick<Moderator, 'role' | 'days' | 'community'> {
  return {
    role: ROLES.find((one) => one === role) ?? 'editor',
    days: LASTS.find((one) => String(one) === days) ?? LASTS[0],
    community: scope.communities.find(({ id }) => id === community)?.id ?? '',
  };
}
