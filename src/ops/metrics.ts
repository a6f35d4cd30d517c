import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Respond } from '../bot/bot.ts';
import type { Counter as Tallies } from '../bot/community/counting.ts';
import type { Presence } from '../bot/platform/platform.ts';
import type { Route } from '../bot/ports/route.ts';
import type { Services } from '../bot/services.ts';

/** Metrics for operators. Labels are only platforms, languages and outcomes, never text or ids. */
export interface Metrics {
  /** A responder that is measured. */
  readonly measured: (respond: Respond) => Respond;
  /** Tallies that are counted here, too. */
  readonly counted: (counter: Tallies) => Tallies;
  readonly route: Route;
}

/** Buckets of histograms in seconds; platforms wait for three. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

export function createMetrics(
  services: Pick<Services, 'knowledge' | 'languages'> & { readonly version: string },
  platforms: readonly Presence[],
): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry, prefix: 'wenda_' });
  const questions = new Counter({
    name: 'wenda_questions_total',
    help: 'Questions by what came of them',
    labelNames: ['what', 'language', 'platform'],
    registers,
  });
  const calls = new Counter({
    name: 'wenda_calls_total',
    help: 'Calls of the bot by outcome',
    labelNames: ['platform', 'outcome'],
    registers,
  });
  const seconds = new Histogram({
    name: 'wenda_respond_seconds',
    help: 'Time until a reply is composed',
    labelNames: ['platform'],
    buckets: BUCKETS,
    registers,
  });
  gauges(services, platforms, registers);
  return {
    measured: (respond) => async (incoming, within) => {
      const { platform } = incoming.place;
      const done = seconds.startTimer({ platform });
      try {
        const reply = await respond(incoming, within);
        calls.inc({
          platform,
          outcome: reply === undefined ? 'silence' : reply.kind === 'answer' ? 'answer' : 'other',
        });
        return reply;
      } catch (error) {
        calls.inc({ platform, outcome: 'error' });
        throw error;
      } finally {
        done();
      }
    },
    counted: (counter) => ({
      ...counter,
      count: (tally) => {
        const { what, platform } = tally;
        questions.inc({ what, platform, language: services.languages.has(tally.language) ? tally.language : 'other' });
        counter.count(tally);
      },
    }),
    route: {
      method: 'GET',
      path: '/metrics',
      handle: async () => ({
        status: 200,
        body: await registry.metrics(),
        headers: { 'content-type': registry.contentType, 'cache-control': 'no-store' },
      }),
    },
  };
}

function gauges(
  { knowledge, version }: Parameters<typeof createMetrics>[0],
  platforms: readonly Presence[],
  registers: Registry[],
): void {
  const gauge = (name: string, help: string, value: () => number) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(value());
      },
    });
  new Gauge({ name: 'wenda_info', help: 'Always 1; the version', labelNames: ['version'], registers }).set(
    { version },
    1,
  );
  gauge('wenda_entries', 'Entries that can be answered', () => knowledge.current().entries.size);
  gauge('wenda_knowledge_version', 'Grows whenever knowledge is taken over', () => knowledge.current().version);
  gauge('wenda_knowledge_refused', 'Whether changed knowledge is refused, so that older answers go on', () =>
    knowledge.refused().length > 0 ? 1 : 0,
  );
  new Gauge({
    name: 'wenda_connected',
    help: 'Whether a platform is connected',
    labelNames: ['platform'],
    registers,
    collect() {
      for (const { name, isConnected } of platforms) this.set({ platform: name }, isConnected?.() === false ? 0 : 1);
    },
  });
}
