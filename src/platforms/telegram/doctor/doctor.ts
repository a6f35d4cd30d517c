import type { Api } from 'grammy';
import type { Place } from '../../../bot/conversation/place.ts';
import { diagnoseFaq } from '../../../bot/faq-channel/diagnose.ts';
import { diagnoseClock } from '../../../bot/platform/diagnose.ts';
import { type Diagnosis, good, trouble } from '../../../bot/ports/diagnosis.ts';
import type { Services } from '../../../bot/services.ts';
import { ApiError, createApi } from '../api.ts';
import type { TelegramConfig } from '../config.ts';
import { PLATFORM } from '../config.ts';
import { groupChecks } from './groups.ts';

const NAME = 'Telegram';
/** Milliseconds for which a webhook's last error is worth reporting. */
const NEWS_MS = 3_600_000;

/**
 * Checks for frequent faults: the token, privacy mode, guest mode, the webhook, rights in groups, the clock.
 * @param place the only place that the results may name. Default: all
 * @throws ApiError if Telegram cannot be reached
 */
export async function checks(
  config: TelegramConfig,
  services: Pick<Services, 'store'>,
  place?: Place,
): Promise<readonly Diagnosis[]> {
  const api = createApi(config);
  try {
    const me = await api.getMe();
    const privacy = me.can_read_all_group_messages
      ? good('diagnosis-reads-all')
      : trouble('warning', { key: 'diagnosis-privacy' }, { key: 'cure-privacy' });
    const clock = await diagnoseClock(config.apiRoot ?? 'https://api.telegram.org', NAME);
    return [
      good('diagnosis-token-good', { name: NAME }),
      privacy,
      good(me.supports_guest_queries ? 'diagnosis-guest-on' : 'diagnosis-guest-off'),
      await webhook(api, config),
      ...(await groupChecks(api, me.id, services.store, place)),
      ...(await diagnoseFaq(services, PLATFORM, place)),
      ...clock,
    ];
  } catch (error) {
    const isToken = error instanceof ApiError && [401, 404].includes(error.code);
    if (!isToken) throw error;
    return [trouble('bad', { key: 'diagnosis-token', values: { name: NAME } }, { key: 'cure-telegram-token' })];
  }
}

async function webhook(api: Api, config: TelegramConfig): Promise<Diagnosis> {
  const {
    url = '',
    last_error_date: date = 0,
    last_error_message: why = '',
    pending_update_count: count,
  } = await api.getWebhookInfo();
  const wanted = config.webhook?.url ?? '';
  if (url !== wanted)
    return wanted === ''
      ? trouble('warning', { key: 'diagnosis-webhook-other' }, { key: 'cure-webhook-other' })
      : trouble('bad', { key: 'diagnosis-webhook-none' }, { key: 'cure-webhook-none' });
  if (wanted === '') return good('diagnosis-polling');
  if (Date.now() - date * 1000 < NEWS_MS)
    return trouble('bad', { key: 'diagnosis-webhook-bad', values: { why, count } }, { key: 'cure-webhook-bad' });
  return good('diagnosis-webhook');
}
