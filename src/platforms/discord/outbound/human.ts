import type { Choice } from '../../../bot/answers/reply.ts';
import type { Place } from '../../../bot/conversation/place.ts';
import { wantsReports } from '../../../bot/delivery/report.ts';
import type { Context } from '../context.ts';
import { isServer } from '../inbound/receive.ts';
import { HUMAN } from './controls.ts';

/** Whether people who found nothing can ask those who look after a server: these have named a channel for it. */
export const asksHumans = async ({ services }: Pick<Context, 'services'>, place: Place): Promise<boolean> =>
  isServer(place) && wantsReports(await services.communities.of(place), place);

/** The button for that. The message itself holds the question, or replies to it: to keep it would take time. */
export const humanChoice = ({ services }: Pick<Context, 'services'>, language: string): Choice => ({
  label: `🙋 ${services.speak(language)('button-human')}`,
  command: HUMAN,
  argument: '',
});
