import type { Hono } from 'hono';
import type { Context } from './context.ts';
import { viewOf } from './dashboard/view.ts';
import { isOurForm } from './guard.ts';
import { type MadeLink, peoplePage } from './pages/people.ts';
import { addModerator, removeModerator } from './people.ts';
import { fieldsOf, sendPage } from './responder.ts';

const LONGEST_NAME = 60;

/** Who moderates on the pages: the owner's page. */
export function servePeople(app: Hono, context: Context): void {
  app.get('/dashboard/people', async (request) => {
    const view = await viewOf(context, request, '/dashboard/people');
    return view.speaker.isOperator ? sendPage(request, peoplePage(view)) : request.notFound();
  });
  app.post('/dashboard/people', async (request) => {
    const view = await viewOf(context, request, '/dashboard/people');
    const { csrf, name = '', role, remove } = await fieldsOf(request);
    if (!view.speaker.isOperator) return request.notFound();
    if (!isOurForm(context, request, csrf)) return sendPage(request, peoplePage(view), 403);
    const by = context.services.hash(view.speaker.person);
    const called = name.replace(/\s+/g, ' ').trim().slice(0, LONGEST_NAME);
    if (remove !== undefined) await removeModerator(context.services, remove, by);
    const made: MadeLink | undefined =
      remove === undefined && called !== '' ? { name: called, path: `/dashboard/link/${await addModerator(context.services, called, role === 'owner', by)}` } : undefined;
    const origin = `${request.req.header('x-forwarded-proto') === 'https' ? 'https' : 'http'}://${request.req.header('host') ?? ''}`;
    return sendPage(request, peoplePage(view, made && { ...made, path: origin + made.path }));
  });
}
