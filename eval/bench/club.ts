import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mock } from 'node:test';
import type { App } from '../../src/app.ts';
import { plainText } from '../../src/core/entry/blocks.ts';
import { readLines } from '../datasets.ts';
import { ROOT } from '../place.ts';
import { line } from '../table.ts';
import { withApp } from './measuring.ts';
import { DISCORD, MODERATOR, openPlaces, type Places } from './month-places.ts';

/** A small pack, and questions of its members that it lacks. */
const [PACK, LACKING] = ['eval/small/held-out/chess-club/pack', 'eval/club/chess-club.jsonl'];
const MEMBERS = 40;
/** A Monday morning. */
const BEGIN = Date.UTC(2026, 5, 1, 9);
const WEEK_MS = 7 * 24 * 3_600_000;
/** Assumed seconds of the moderator: for reading a question, and for answering it with words that are at hand. */
const [READING, ANSWERING] = [4, 16];

/** A question of the club, another one with the same meaning, and the moderator's answer. */
interface Lacking {
  readonly question: string;
  readonly other: string;
  readonly answer: string;
}

/**
 * A week of a small club whose members each ask something that its pack lacks, and what its moderator gets to see of
 * that, as Markdown.
 */
export async function clubTable(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'wenda-club-'));
  cpSync(join(ROOT, PACK), join(folder, 'knowledge', 'chess-club'), { recursive: true });
  mock.timers.enable({ apis: ['Date'], now: BEGIN });
  try {
    return await withApp({ knowledgeDir: join(folder, 'knowledge'), cacheDir: join(folder, 'cache') }, async (app) => {
      const places = await openPlaces(app);
      try {
        return await play(app, places, readLines<Lacking>(join(ROOT, LACKING)));
      } finally {
        await places.stop();
      }
    });
  } finally {
    mock.timers.reset();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function play(app: App, places: Places, lacking: readonly Lacking[]): Promise<string> {
  const place = (at: number) => (at % 2 === 0 ? places.discord : places.telegram);
  const counts = { answered: 0, offered: 0, 'not known': 0 };
  for (const [at, { question }] of lacking.entries()) {
    mock.timers.setTime(BEGIN + Math.floor((at * WEEK_MS) / lacking.length));
    const { kind } = (await app.services.communities.of(DISCORD)).answer(question, 'en');
    counts[kind === 'sure' ? 'answered' : kind === 'unsure' ? 'offered' : 'not known'] += 1;
    await place(at).ask(1000 + (at % MEMBERS), question);
  }
  mock.timers.setTime(BEGIN + WEEK_MS);
  const { seen, taught } = await sitting(app, places, lacking);
  let [same, others] = [0, 0];
  mock.timers.setTime(BEGIN + WEEK_MS + 24 * 3_600_000);
  for (const { question, other, answer } of lacking) {
    if (await isAnswered(app, question, answer)) same += 1;
    if (await isAnswered(app, other, answer)) others += 1;
  }
  const minutes = (seen * READING + taught * ANSWERING) / 60;
  const rows = [
    ['asked once each by members of two linked places', `${lacking.length}`],
    ['answered, offered choices, not known', Object.values(counts).join(', ')],
    ['seen by the moderator on Monday', `${seen}`],
    ['taught in one sitting', `${taught}`],
    [`minutes at ${READING} s to read one and ${ANSWERING} s to answer it`, minutes.toFixed(1)],
    ['answered the week after, in the same words', `${same} of ${lacking.length}`],
    ['answered the week after, in other words', `${others} of ${lacking.length}`],
  ];
  return line(['a week of a club', '']) + line(['---', '---']) + rows.map((row) => line(row)).join('');
}

/** The moderator goes through the list until it has no more question to which the club knows an answer. */
async function sitting(app: App, places: Places, lacking: readonly Lacking[]) {
  const seen = new Set<string>();
  let taught = 0;
  for (let isMore = true; isMore; ) {
    const list = await places.moderate('questions');
    const lines = [...list.words.matchAll(/#(\d+) “(.+?)” ·/g)];
    isMore = false;
    for (const [, id = '', text = ''] of lines) {
      const known = lacking.find(({ question }) =>
        app.services.questions.areAlike({ text: question, language: 'en' }, { text, language: 'en' }),
      );
      if (!known || seen.has(known.question)) continue;
      seen.add(known.question);
      isMore = true;
      const form = await list.press(`#${id}: teach`, MODERATOR);
      const preview = await form.submit({ answer: known.answer });
      const done = await preview.press('Save', MODERATOR);
      if (done.has('Undo')) taught += 1;
    }
  }
  return { seen: seen.size, taught };
}

async function isAnswered(app: App, question: string, answer: string): Promise<boolean> {
  const { kind, candidates } = (await app.services.communities.of(DISCORD)).answer(question, 'en');
  const [best] = candidates;
  const given = best?.entry.texts.get('en');
  return kind === 'sure' && given !== undefined && plainText(given.answer).includes(wordsOf(answer));
}

/** The beginning of an answer, up to the first markup. */
const wordsOf = (answer: string): string => /^[^*[_`<"\\]{0,40}/.exec(answer)?.[0] ?? answer;
