import { line } from '../table.ts';

/** Acts of a moderator, and the seconds that each is assumed to take. */
export const SECONDS = {
  'a suggested phrasing added': 8,
  'a suggested phrasing dropped': 8,
  "a helper's answer learned as it is": 20,
  "a helper's answer mended and learned": 40,
  "a helper's answer passed over, for an entry says it": 8,
  'a weekly digest read': 30,
} as const;
export type Act = keyof typeof SECONDS;

const COUNTED = [
  'asked',
  'answered',
  'of these wrongly',
  'offered',
  'of these pressed',
  'not known',
  'handed over',
  'answered by helpers',
] as const;
type Count = (typeof COUNTED)[number];

/** The results of a month's questions by week, and the acts of the moderator. */
export class MonthCounts {
  readonly #weeks: readonly Map<Count, number>[];
  readonly #acts = new Map<Act, number>();
  #week: Map<Count, number> | undefined;

  constructor(weeks: number) {
    this.#weeks = Array.from({ length: weeks }, () => new Map<Count, number>());
  }

  /** @param week from 0 */
  begin(week: number): void {
    this.#week = this.#weeks[week];
  }

  count(what: Count): void {
    this.#week?.set(what, (this.#week.get(what) ?? 0) + 1);
  }

  did(act: Act): void {
    this.#acts.set(act, (this.#acts.get(act) ?? 0) + 1);
  }

  /** The counts as Markdown tables. */
  tables(): string {
    const weeks = this.#weeks.map((week, at) =>
      line([`${at + 1}`, ...COUNTED.map((what) => `${week.get(what) ?? 0}`)]),
    );
    const acts = Object.entries(SECONDS).map(([act, seconds]) => {
      const times = this.#acts.get(act as Act) ?? 0;
      return { minutes: (times * seconds) / 60, cells: [act, `${times}`, `${seconds} s`] };
    });
    const minutes = acts.reduce((sum, one) => sum + one.minutes, 0);
    const head = ['what the moderator did', 'times', 'each', 'minutes'];
    return [
      line(['week', ...COUNTED]) + line(['---', ...COUNTED.map(() => '---')]) + weeks.join(''),
      line(head) +
        line(head.map(() => '---')) +
        acts.map((one) => line([...one.cells, one.minutes.toFixed(1)])).join('') +
        line(['all', '', '', minutes.toFixed(1)]),
    ].join('\n');
  }
}
