import type { Hono } from 'hono';
import type { Context } from './context.ts';
import type { View } from './dashboard/scope.ts';
import { viewOf } from './dashboard/view.ts';
import { pick } from './entries/pick.ts';
import { type Picking, pickPage } from './pages/pick.ts';

const MOST_LETTERS = 500;

/** Where an entry is chosen among all: for an unanswered question (`group`), or for one that is pinned. */
export function servePick(app: Hono, context: Context): void {
  app.get('/dashboard/pick', async (request) => {
    const view = await viewOf(context, request, '/dashboard/pick');
    const asked = (name: string): string => (request.req.query(name) ?? '').trim().slice(0, MOST_LETTERS);
    const picking = await pickingIn(view, asked('group'), asked('question'));
    if (!picking) return request.notFound();
    const words = asked('q') || picking.question;
    return request.html(pickPage(view, { ...picking, words, found: await pick(view, words) }));
  });
}

/** Undefined if the question waits for nobody any more. */
async function pickingIn(
  { context, scope }: View,
  group: string,
  question: string,
): Promise<Pick<Picking, 'group' | 'question'> | undefined> {
  if (group === '') return { group: undefined, question };
  const open = await context.services.questions.list(scope.community.id);
  const found = open.find(({ id }) => String(id) === group);
  return found && { group, question: found.text };
}
