import { placeOfKey } from '../../../bot/conversation/place.ts';
import type { Report } from '../../../bot/delivery/report.ts';
import type { Context } from '../context.ts';
import { controlsOf } from '../outbound/controls.ts';
import { renderReply } from '../outbound/render.ts';

/** Posts what moderators want to be told in the channel that they chose; a server as such has none to write in. */
export async function postReport(context: Context, { place, channel, reply }: Report): Promise<void> {
  if (channel === '') return;
  const controls = await controlsOf(context, reply, { place: { ...placeOfKey(place), channel }, person: '' });
  for (const message of renderReply(reply, controls)) await context.out.post(channel, message);
}
