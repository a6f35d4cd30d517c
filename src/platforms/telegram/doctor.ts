import type { RawApi } from 'grammy';
import { diagnoseClock } from '../../bot/diagnose.ts';
import { placeOfKey } from '../../bot/place.ts';
import { type Diagnosis, good, trouble } from '../../bot/ports/diagnosis.ts';
import type { Services } from '../../bot/services.ts';
import { ApiError, createApi } from './api.ts';
import type { TelegramConfig } from './config.ts';
import { PLATFORM } from './place.ts';

const NAME = 'Telegram';
/** Groups that are looked into: each is a call. */
const MOST_GROUPS = 20;
/** Milliseconds for which a webhook's trouble is news. */
const NEWS_MS = 3_600_000;

/** What is often wrong: the token, privacy mode, the webhook, rights in groups, the clock. @throws where Telegram cannot be reached */
export async function checks(config: TelegramConfig, services: Pick<Services, 'store'>): Promise<readonly Diagnosis[]> {
  const api = createApi(config);
  try {
    const me = await api.getMe();
    const privacy = me.can_read_all_group_messages ? good('diagnosis-reads-all') : trouble('warning', { key: 'diagnosis-privacy' }, { key: 'cure-privacy' });
    const clock = await diagnoseClock(config.apiRoot ?? 'https://api.telegram.org', NAME);
    return [good('diagnosis-token-good', { name: NAME }), privacy, await webhook(api, config), ...(await rights(api, me.id, services)), ...clock];
  } catch (error) {
    const isToken = error instanceof ApiError && [401, 404].includes(error.code);
    if (!isToken) throw error;
    return [trouble('bad', { key: 'diagnosis-token', values: { name: NAME } }, { key: 'cure-telegram-token' })];
  }
}

async function webhook(api: RawApi, config: TelegramConfig): Promise<Diagnosis> {
  const { url = '', last_error_date: date = 0, last_error_message: why = '', pending_update_count: count } = await api.getWebhookInfo();
  const wanted = config.webhook?.url ?? '';
  if (url !== wanted)
    return wanted === '' ? trouble('warning', { key: 'diagnosis-webhook-other' }, { key: 'cure-webhook-other' }) : trouble('bad', { key: 'diagnosis-webhook-none' }, { key: 'cure-webhook-none' });
  if (wanted === '') return good('diagnosis-polling');
  if (Date.now() - date * 1000 < NEWS_MS) return trouble('bad', { key: 'diagnosis-webhook-bad', values: { why, count } }, { key: 'cure-webhook-bad' });
  return good('diagnosis-webhook');
}

/** Whether it may write and pin, and open topics' messages, where its community is known. */
async function rights(api: RawApi, me: number, { store }: Pick<Services, 'store'>): Promise<Diagnosis[]> {
  const records = await store.transact(({ log }) => log.records({ kind: 'place' }));
  const groups = [
    ...new Set(
      records
        .map(({ key }) => placeOfKey(key))
        .filter(({ platform, id }) => platform === PLATFORM && /^-\d+$/.test(id))
        .map(({ id }) => Number(id)),
    ),
  ].slice(0, MOST_GROUPS);
  if (groups.length === 0) return [];
  const members = await Promise.all(groups.map((chat_id) => api.getChatMember({ chat_id, user_id: me }).catch(() => undefined)));
  const lacking = members.filter((member) => !member || member.status === 'left' || member.status === 'kicked' || (member.status === 'restricted' && !member.can_send_messages)).length;
  const unpinning = members.filter((member) => member?.status !== 'administrator' || !member.can_pin_messages).length;
  return [
    lacking === 0 ? good('diagnosis-groups', { count: groups.length }) : trouble('bad', { key: 'diagnosis-groups-lack', values: { count: lacking, all: groups.length } }, { key: 'cure-groups' }),
    ...(unpinning > 0 ? [trouble('warning', { key: 'diagnosis-no-pin', values: { count: unpinning, all: groups.length } }, { key: 'cure-no-pin' })] : []),
  ];
}
