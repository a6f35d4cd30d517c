import type { Hono, Context as Request } from 'hono';
import { DEFAULT, HERE } from '../../bot/settings/kinds.ts';
import { hasScope, isWorded, rowOf, type Setting } from '../../bot/settings/table.ts';
import type { WebContext } from './context.ts';
import type { View } from './dashboard/scope.ts';
import { settingsIn, settingsOf, viewOfPlace } from './dashboard/settings.ts';
import { outcomeOf, renewed, viewOf } from './dashboard/view.ts';
import { settingsPage, settingsPart } from './pages/settings.ts';
import { type Fields, OPTION, receive } from './receive.ts';
import { formOf, wantsPart } from './responder.ts';

const PATH = '/dashboard/settings';

/** The command `/settings` as a page: for the community, and for each of its channels. */
export function serveSettings(app: Hono, context: WebContext): void {
  const placeOf = async (request: Request): Promise<View> =>
    viewOfPlace(
      await viewOf(context, request, PATH),
      request.req.query('place') ?? '',
      (request.req.query('channel') ?? '').replace(/^#/, '').trim(),
    );
  app.get(PATH, async (request) => {
    const view = await placeOf(request);
    const now = await settingsIn(view);
    return request.html(wantsPart(request) ? settingsPart(view, now) : settingsPage(view, now));
  });
  app.post(PATH, async (request) => {
    const { fields } = await formOf(request);
    const view = await placeOf(request);
    const said = saidIn(view, fields);
    if (!said) return request.notFound();
    const outcome = await outcomeOf(view, await receive(context, view.speaker, view.reader, said));
    if (wantsPart(request)) return request.html(outcome);
    const now = await renewed(view);
    return request.html(settingsPage(now, await settingsIn(now), outcome));
  });
}

/** The command that a form stands for; undefined if there is no such setting. */
function saidIn(view: View, fields: Readonly<Record<string, readonly string[]>>): Fields | undefined {
  const { place } = view.speaker;
  const setting = settingsOf(view.context.config, place).find((one) => one === fields.setting?.at(-1));
  if (setting === undefined) return undefined;
  const own = fields.own?.at(-1)?.trim() ?? '';
  if (isWorded(setting) && own !== '') return { command: 'settings', [OPTION + setting]: own };
  const value = (fields.value ?? [])
    .map((one) => typed(setting, one.trim()))
    .join(', ')
    .trim();
  const where = place.channel !== undefined && hasScope(setting, 'channel') ? ` ${HERE}` : '';
  return { command: 'settings', [`${OPTION}setting`]: setting, [`${OPTION}value`]: (value || DEFAULT) + where };
}

/** People type the number of a channel. */
const typed = (setting: Setting, value: string): string =>
  ['channel', 'faq'].includes(rowOf(setting).kind) && /^#?\d+$/.test(value) ? `<#${value.replace('#', '')}>` : value;
