import { strToU8, zipSync } from 'fflate';
import type { Hono, Context as Request } from 'hono';
import { OWN_PACK } from '../../bot/community/own-entries.ts';
import { keepDraft } from '../../bot/moderation/perform.ts';
import { propose } from '../../bot/moderation/proposed-change.ts';
import type { Choices, Upload } from '../../bot/ports/exchange.ts';
import type { WebContext } from './context.ts';
import { callIn, type View } from './dashboard/scope.ts';
import { outcomeFor, performed, showAt, viewOf } from './dashboard/view.ts';
import { CHOICES, exchangePage, LONGEST_SOURCE, MOST_TICKS, packsIn } from './pages/exchange.ts';
import { html } from './render/html.ts';
import { formOf } from './responder.ts';

/** Exports a community's knowledge as an archive, and imports files of many kinds. */
export function serveExchange(app: Hono, context: WebContext): void {
  app.get('/dashboard/exchange', async (request) => {
    const view = await viewOf(context, request, '/dashboard/exchange');
    return request.html(exchangePage(view, { outcome: outcomeFor(view, request) }));
  });
  app.get('/dashboard/export', async (request) => {
    const { scope } = await viewOf(context, request);
    const files = await context.config.exchange.files(scope.community);
    const texts = Object.fromEntries([...files].map(([path, text]) => [path, strToU8(text)]));
    // ZIP's earliest time, so that the same files always give the same bytes.
    return request.body(zipSync(texts, { mtime: new Date(1980, 0, 1) }), 200, {
      'content-type': 'application/zip',
      'content-disposition': 'attachment; filename="wenda-knowledge.zip"',
    });
  });
  app.post('/dashboard/import', async (request) => {
    const { fields, files } = await formOf(request);
    const view = await viewOf(context, request, '/dashboard/exchange');
    if (fields.kept !== undefined) return goOn(request, view, fields.kept[0] ?? '', fields);
    if (files.length > 0) return show(request, view, await Promise.all(files.map(uploadOf)), context.services.code());
    const outcome = html`<p class="trouble">${view.reader.say('exchange-no-file')}</p>`;
    return request.html(exchangePage(view, { outcome }), 403);
  });
}

const uploadOf = async (file: File): Promise<Upload> => ({ name: file.name, bytes: await file.bytes() });

/** Shows a preview. The files are stored until the import is confirmed, as another process may get the confirmation. */
async function show(request: Request, view: View, uploads: readonly Upload[], kept: string): Promise<Response> {
  const { context, reader, scope } = view;
  const preview = await context.config.exchange.preview(scope.community, uploads, { language: reader.language });
  const content = uploads.map(({ bytes, ...rest }) => ({ ...rest, bytes: Buffer.from(bytes).toString('base64') }));
  await keepDraft(callIn(view), kept, content);
  return request.html(exchangePage(view, { preview, kept, uploads }));
}

type Sent = Readonly<Record<string, readonly string[]>>;

/** Imports the ticked entries. If choices for a file were changed, the preview is shown again first. */
async function goOn(request: Request, view: View, kept: string, fields: Sent): Promise<Response> {
  const { context, reader, scope } = view;
  const { services } = context;
  const draft = await services.attempt.read(({ drafts }) => drafts.find(kept, services.now()));
  if (!draft || draft.community !== scope.community.id || draft.person !== callIn(view).person) {
    const outcome = html`<p class="trouble">${reader.say('no-draft')}</p>`;
    return request.html(exchangePage(view, { outcome }));
  }
  const uploads = (JSON.parse(draft.content) as (Omit<Upload, 'bytes'> & { bytes: string })[]).map(
    ({ bytes, ...rest }): Upload => ({ ...rest, bytes: Buffer.from(bytes, 'base64') }),
  );
  const chosen = uploads.map((upload, at): Upload => ({ ...upload, choices: choicesIn(view, fields, at) }));
  const isSame = chosen.every(({ choices = {} }, at) =>
    CHOICES.every((name) => choices[name] === uploads[at]?.choices?.[name]),
  );
  return isSame && fields.do?.[0] !== 'look'
    ? take(request, view, { kept, uploads }, fields)
    : show(request, view, chosen, kept);
}

/** Choices for one of the files; unknown languages and packs are ignored. */
function choicesIn(view: View, fields: Sent, at: number): Choices {
  const { services } = view.context;
  const [language = '', source = '', pack = ''] = CHOICES.map((name) => fields[`${name}-${at}`]?.[0]?.trim() ?? '');
  return {
    language: services.languages.has(language) ? language : undefined,
    source: source === '' ? undefined : source.slice(0, LONGEST_SOURCE),
    pack: pack === OWN_PACK ? undefined : packsIn(view).find((name) => name === pack),
  };
}

/** Imports like any other change: it is checked for regressions, logged, and one press undoes it. */
async function take(
  request: Request,
  view: View,
  { kept, uploads }: { readonly kept: string; readonly uploads: readonly Upload[] },
  { key = [], rest }: Sent,
): Promise<Response> {
  const { context, reader, scope } = view;
  const preview = await context.config.exchange.preview(scope.community, uploads, { language: reader.language });
  const others = rest === undefined ? [] : preview.entries.slice(MOST_TICKS).map((entry) => entry.key);
  const keys = new Set([...key, ...others]);
  if (keys.size === 0 || preview.isRefused) return request.html(exchangePage(view, { preview, kept, uploads }));
  const edits = preview.editsFor(keys);
  // `command` is also the key of the success message, `done-import`.
  const proposed = propose(callIn(view), { command: 'import', subject: String(keys.size), edits, draft: kept });
  return showAt(view, request, '/dashboard/exchange', await performed(view, 'imported', proposed));
}
