import { strToU8, zipSync } from 'fflate';
import type { Hono, Context as Request } from 'hono';
import type { Reply } from '../../bot/answers/reply.ts';
import { attempt, servicesIn } from '../../bot/attempt.ts';
import { perform } from '../../bot/moderation/perform.ts';
import { propose } from '../../bot/moderation/proposed-change.ts';
import type { Upload } from '../../bot/ports/exchange.ts';
import type { Context } from './context.ts';
import { callIn, type View } from './dashboard/scope.ts';
import { outcomeFor, outcomeOf, showAt, viewOf } from './dashboard/view.ts';
import { exchangePage, MOST_TICKS } from './pages/exchange.ts';
import { type Html, html } from './render/html.ts';
import { formOf } from './responder.ts';

/** Time in which files that were shown can be taken over. */
const KEPT_MS = 60 * 60_000;

/** Knowledge as files: what a community knows as an archive, and files of many kinds taken over. */
export function serveExchange(app: Hono, context: Context): void {
  app.get('/dashboard/exchange', async (request) => {
    const view = await viewOf(context, request, '/dashboard/exchange');
    return request.html(exchangePage(view, { outcome: outcomeFor(view, request) }));
  });
  app.get('/dashboard/export', async (request) => {
    const { scope } = await viewOf(context, request);
    const files = await context.config.exchange.files(scope.community);
    const texts = Object.fromEntries([...files].map(([path, text]) => [path, strToU8(text)]));
    // The first day of the format: the same files make the same bytes.
    return request.body(zipSync(texts, { mtime: new Date(1980, 0, 1) }), 200, {
      'content-type': 'application/zip',
      'content-disposition': 'attachment; filename="wenda-knowledge.zip"',
    });
  });
  app.post('/dashboard/import', async (request) => {
    const { fields, files } = await formOf(request);
    const view = await viewOf(context, request, '/dashboard/exchange');
    if (fields.kept !== undefined)
      return take(request, view, fields.kept[0] ?? '', { keys: fields.key ?? [], isRest: fields.rest !== undefined });
    if (files.length > 0) return show(request, view, files);
    const outcome = html`<p class="trouble">${view.reader.say('exchange-no-file')}</p>`;
    return request.html(exchangePage(view, { outcome }), 403);
  });
}

/** Outcome of the files; they are kept until it is confirmed, by any process. */
async function show(request: Request, view: View, files: readonly File[]): Promise<Response> {
  const { context, reader, scope, speaker } = view;
  const { services, config } = context;
  const uploads = await Promise.all(
    files.map(async (file): Promise<Upload> => ({ name: file.name, bytes: await file.bytes() })),
  );
  const preview = await config.exchange.preview(scope.community, uploads, { language: reader.language });
  const kept = services.code();
  const content = JSON.stringify(
    uploads.map(({ name, bytes }) => ({ name, bytes: Buffer.from(bytes).toString('base64') })),
  );
  const expires = new Date(Date.parse(services.now()) + KEPT_MS).toISOString();
  if (preview.entries.length > 0)
    await services.attempt.write(({ drafts }) =>
      drafts.save({ id: kept, community: scope.community.id, person: services.hash(speaker.person), content, expires }),
    );
  return request.html(exchangePage(view, { preview, kept }));
}

/** Takes over what was ticked, as any other change: looked ahead on, written down, undone by one press. */
async function take(
  request: Request,
  view: View,
  kept: string,
  ticked: { readonly keys: readonly string[]; readonly isRest: boolean },
): Promise<Response> {
  const { context, reader, scope } = view;
  const { services, config } = context;
  const call = callIn(view);
  const draft = await services.attempt.read(({ drafts }) => drafts.find(kept, services.now()));
  const say = (outcome: Html): Promise<Response> | Response => request.html(exchangePage(view, { outcome }));
  if (!draft || draft.community !== scope.community.id || draft.person !== call.person)
    return say(html`<p class="trouble">${reader.say('no-draft')}</p>`);
  const uploads = (JSON.parse(draft.content) as { name: string; bytes: string }[]).map(({ name, bytes }) => ({
    name,
    bytes: Buffer.from(bytes, 'base64'),
  }));
  const preview = await config.exchange.preview(scope.community, uploads, { language: reader.language });
  const rest = ticked.isRest ? preview.entries.slice(MOST_TICKS).map(({ key }) => key) : [];
  const keys = new Set([...ticked.keys, ...rest]);
  if (keys.size === 0 || preview.isRefused) return request.html(exchangePage(view, { preview, kept }));
  const edits = preview.editsFor(keys);
  // The message once it is done is `done-import`.
  const reply = await attempt(
    services.store,
    (own): Promise<Reply> =>
      perform(
        { ...call, services: servicesIn(services, own) },
        propose(call, { command: 'import', subject: String(keys.size), edits, draft: kept }),
      ),
  );
  return showAt(view, request, '/dashboard/exchange', await outcomeOf(view, { message: 'imported', reply }));
}
