import type { RawApi } from 'grammy';
import type { Respond } from '../../bot/bot.ts';
import { createButtons } from '../../bot/buttons.ts';
import { createPace, type Pace } from '../../bot/pace.ts';
import type { Host } from '../../bot/platform.ts';
import { createRecall } from '../../bot/recall.ts';
import { oncePerThought } from '../../bot/thought.ts';
import type { Context } from './context.ts';
import { createModerators } from './moderators.ts';
import { createMuted } from './muted.ts';
import { createReplies } from './replies.ts';

/** Messages that may come at once, and milliseconds after which one more may: of a person alone with the bot, of one in a group, and of a group. */
const PACES = { alone: { burst: 30, every: 2000 }, person: { burst: 15, every: 4000 }, chat: { burst: 40, every: 3000 } };

/** What the parts of the platform share from a start on. */
export function createContext({ services, log }: Host, api: RawApi, me: Context['me'], respond: Respond): Context {
  const now = () => Date.now();
  const paces = new Map(Object.entries(PACES).map(([kind, pace]) => [kind, createPace(pace, now)]));
  const pace = (who: string): Pace => oncePerThought(`pace ${who}`, () => paces.get(who.split(' ', 1)[0] ?? '')?.(who) ?? 'go');
  const memory = { recall: createRecall(services), replies: createReplies(), moderators: createModerators(api, now), muted: createMuted() };
  return { services, log, api, me, respond, buttons: createButtons(services), pace, ...memory };
}
