import { titleOf } from '../src/bot/answers/compose.ts';
import { sayDate, sayShare } from '../src/bot/answers/messages.ts';
import { list, notice, paragraph, type Reply, tell, text, whisper } from '../src/bot/answers/reply.ts';
import type { Call, Command } from '../src/bot/command.ts';
import { type Counts, type Statistics, shareOf, statisticsFor } from '../src/bot/community/statistics.ts';
import type { Block } from '../src/core/entry/blocks.ts';

const DEFAULT_DAYS = 30;
const MOST_DAYS = 366;
const SUGGESTED_DAYS = [1, 7, DEFAULT_DAYS, 90, 365];
/** Most days listed separately. */
const SHOWN_DAYS = 10;
const SHOWN_ENTRIES = 5;

/** Shows how often the bot was asked, with what results, and which entries helped. */
export const stats: Command = {
  name: 'stats',
  group: 'review',
  options: [
    {
      name: 'days',
      kind: 'text',
      suggest: ({ say }) =>
        SUGGESTED_DAYS.map((days) => ({ value: String(days), label: say('stats-title', { days }) })),
    },
  ],
  readOnly: true,
  forModerators: true,
  forEditors: true,
  run: async (call): Promise<Reply> => {
    const days = Number(call.options.days ?? DEFAULT_DAYS);
    if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS)
      return whisper(call, 'stats-days', { most: MOST_DAYS });
    const found = await statisticsFor(call, days);
    const blocks =
      found.days.length + found.helpful + found.unhelpful === 0
        ? tell(call, 'stats-none').blocks
        : blocksOf(call, found);
    return notice(call.language, { title: call.say('stats-title', { days }), blocks, isPrivate: true });
  },
};

function blocksOf(call: Call, { all, days, given, worst, ...votes }: Statistics): Block[] {
  const { say } = call;
  const shown = days
    .slice(0, SHOWN_DAYS)
    .map(({ day, counts, helpful, votes: cast }) =>
      say('stats-day', { day: sayDate(day, say.locale), ...counts, helpful, votes: cast }),
    );
  const earlier = days.slice(SHOWN_DAYS).map(({ counts }) => counts);
  const rest = earlier.length > 0 ? [say('stats-earlier', sumOf(earlier))] : [];
  const top = given
    .slice(0, SHOWN_ENTRIES)
    .map(({ entry, count }) => say('stats-entry', { title: titleOf(call, entry), count }));
  const bad = worst.slice(0, SHOWN_ENTRIES).map((one) =>
    say('stats-worst-entry', {
      title: titleOf(call, one.entry),
      unhelpful: one.unhelpful,
      votes: one.helpful + one.unhelpful,
      share: sayShare(shareOf(one), call.language),
    }),
  );
  return [
    ...lines(summary(call, all, votes)),
    ...lines([...shown, ...rest], say('stats-by-day')),
    ...lines(top, say('stats-top')),
    ...lines(bad, say('stats-worst')),
  ];
}

function summary(
  { say, language }: Call,
  all: Counts,
  { helpful, unhelpful }: Pick<Statistics, 'helpful' | 'unhelpful'>,
): string[] {
  const share = (count: number) => (all.asked === 0 ? '' : sayShare(count / all.asked, language));
  const votes = helpful + unhelpful;
  return [
    say('stats-asked', { count: all.asked }),
    say('stats-answered', { count: all.answered, share: share(all.answered) }),
    say('stats-offered', { count: all.offered, share: share(all.offered) }),
    say('stats-unanswered', { count: all.unanswered, share: share(all.unanswered) }),
    votes === 0
      ? say('stats-no-votes')
      : say('stats-helpful', { helpful, votes, share: sayShare(helpful / votes, language) }),
    ...(all.shadow > 0 ? [say('stats-shadow', { count: all.shadow })] : []),
  ];
}

const sumOf = (counts: readonly Counts[]): Counts =>
  counts.reduce((a, b) => ({
    asked: a.asked + b.asked,
    answered: a.answered + b.answered,
    offered: a.offered + b.offered,
    unanswered: a.unanswered + b.unanswered,
    shadow: a.shadow + b.shadow,
  }));

function lines(items: readonly string[], title?: string): Block[] {
  if (items.length === 0) return [];
  return [...(title === undefined ? [] : [paragraph(text(title))]), list(items.map((item) => [text(item)]))];
}
