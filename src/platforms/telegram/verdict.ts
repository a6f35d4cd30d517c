import { movePlace } from '../../bot/community/moving.ts';
import type { Sent } from '../../bot/delivery/sender.ts';
import { StoreError } from '../../bot/ports/store.ts';
import type { Services } from '../../bot/services.ts';
import { ApiError } from './api.ts';
import type { Context, Desk } from './context.ts';
import type { Parcel, Target } from './parcels.ts';
import { laneOf, PLATFORM } from './place.ts';
import type { Rich } from './rich.ts';

const REFUSED: Sent = { kind: 'refused' };

/** What becomes of a parcel that was not taken. @throws StoreError: what could not be noted is tried again */
export async function verdict(desk: Desk, parcel: Parcel, error: unknown): Promise<Sent> {
  if (error instanceof StoreError) throw error;
  if (!(error instanceof ApiError)) {
    desk.log.error({ err: error, kind: parcel.kind }, 'a parcel could not be made');
    return REFUSED;
  }
  const { code, retryAfter, migratedTo } = error;
  const chat = 'target' in parcel ? parcel.target.chat : undefined;
  desk.log.info({ method: error.method, code, reason: error.description, chat }, 'not sent');
  if (code === 429) {
    const after = (retryAfter ?? 1) * 1000;
    if (chat !== undefined) desk.queue.hold(chat, after);
    return { kind: 'later', after };
  }
  // A token that was taken back is noticed where updates are fetched; until then nothing is lost.
  if (code === 0 || code === 401 || code === 404 || code >= 500) return { kind: 'later' };
  if (migratedTo !== undefined && chat !== undefined) return followTo(desk, parcel, migratedTo);
  return refused(desk, parcel, error);
}

async function refused(desk: Desk, parcel: Parcel, { code, description }: ApiError): Promise<Sent> {
  if (parcel.kind === 'edit' && /not modified/i.test(description)) return { kind: 'sent' };
  if (parcel.kind === 'edit' && /message to edit not found/i.test(description)) await desk.recall.removed(parcel.target.place, String(parcel.message));
  if (parcel.kind === 'pin') await instead(desk, parcel.target, parcel.otherwise);
  if (parcel.kind === 'file' && parcel.otherwise) await instead(desk, parcel.otherwise.target, parcel.otherwise.rich);
  // Blocked by the person, or put out of the group: nothing is sent there until somebody speaks there again.
  else if (code === 403 && 'target' in parcel && parcel.kind === 'message') desk.muted.add(parcel.target.chat);
  return REFUSED;
}

const instead = (desk: Desk, target: Target, rich: Rich): Promise<void> =>
  desk.post({ lane: laneOf({ key: target.place, thread: target.thread }), person: '', payload: JSON.stringify({ kind: 'message', target, rich, keyboard: [] } satisfies Parcel) });

/** The group goes on under another number, and so does what is said in it; its old messages cannot be reached. */
async function followTo(desk: Desk, parcel: Parcel, chat: number): Promise<Sent> {
  if (!('target' in parcel)) return REFUSED;
  const place = await moveChat(desk, parcel.target.chat, chat);
  if (parcel.kind !== 'message') return REFUSED;
  const target: Target = { place, chat };
  await desk.post({ lane: laneOf({ key: place, thread: undefined }), person: '', payload: JSON.stringify({ ...parcel, target, keyboard: [] } satisfies Parcel) });
  return { kind: 'sent' };
}

/** A group has become a supergroup with another number: its community goes along. @returns the new place's key */
export async function moveChat({ services, moderators, log }: Pick<Context, 'moderators' | 'log'> & { readonly services: Services }, from: number, to: number): Promise<string> {
  await movePlace(services, { platform: PLATFORM, id: String(from) }, { platform: PLATFORM, id: String(to) });
  moderators.forget(from);
  log.info({ from, to }, 'group moved');
  return `${PLATFORM}:${to}`;
}
