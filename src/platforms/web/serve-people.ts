import type { Hono, Context as Request } from 'hono';
import type { Services } from '../../bot/services.ts';
import type { Context } from './context.ts';
import { viewOf } from './dashboard/view.ts';
import { type MadeLink, MYSELF, peoplePage } from './pages/people.ts';
import { addModerator, endAllKeys, moderatorsIn, personOf, removeModerator, renewLink } from './people.ts';
import type { Fields } from './receive.ts';
import { fieldsOf } from './responder.ts';

const LONGEST_NAME = 60;

/** Who moderates on the pages: owners see and change all of it, everybody else themselves. */
export function servePeople(app: Hono, context: Context): void {
  app.get('/dashboard/people', async (request) =>
    request.html(peoplePage(await viewOf(context, request, '/dashboard/people'))),
  );
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
    return request.html(peoplePage(view, await linkFrom(request, services, fields, services.hash(person))));
  });
}

/** The link that was asked for: of somebody new, or in the place of one that was lost. */
async function linkFrom(
  request: Request,
  services: Services,
  { name = '', role, renew }: Fields,
  by: string,
): Promise<MadeLink | undefined> {
  const called =
    renew === undefined
      ? name.replace(/\s+/g, ' ').trim().slice(0, LONGEST_NAME)
      : (moderatorsIn(services).find(({ id }) => id === renew)?.name ?? '');
  if (called === '') return undefined;
  const secret =
    renew === undefined
      ? await addModerator(services, called, role === 'owner', by)
      : await renewLink(services, renew, by);
  const scheme = request.req.header('x-forwarded-proto') === 'https' ? 'https' : 'http';
  const origin = `${scheme}://${request.req.header('host') ?? ''}`;
  return secret === undefined ? undefined : { name: called, address: `${origin}/dashboard/link/${secret}` };
}
