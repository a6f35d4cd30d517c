import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type App, IN_MEMORY } from '../src/app.ts';
import { isQuestion } from '../src/bot/conversation/follow-up.ts';
import { openApp } from '../src/cli/open-app.ts';
import { readConfig } from '../src/config.ts';
import { ROOT } from '../src/package.ts';

/** Lines that members write to each other, about the subject of the included pack. */
interface Lines {
  readonly questions: readonly string[];
  readonly statements: readonly string[];
  /**
   * Lines with the form of a question that ask the bot nothing: opinions, rhetoric, and questions that answer
   * themselves.
   */
  readonly opinions: readonly string[];
}

/** How the bot treated a line that did not address it. */
interface Heard {
  readonly text: string;
  readonly asks: boolean;
  readonly isAnswered: boolean;
}

const FOLDER = path.join(ROOT, 'eval/asks');
/** The rules were chosen on the first half. Mistakes are listed for that one only. */
const HALVES = ['tuned', 'held-out'] as const;
const HEAD = [
  'language',
  'half',
  'questions lost',
  'statements taken for questions',
  'statements answered',
  'opinions taken for questions',
  'opinions answered',
];

/**
 * A Markdown table: how often a line that does not address the bot is mistaken for a question or a statement, and how
 * many statements are answered in the mode `questions`. The mistakes of the tuned half are below it.
 */
export async function askTable(): Promise<string> {
  const app = await openApp({
    ...readConfig(),
    knowledgeDir: [path.join(ROOT, 'knowledge')],
    databaseUrl: IN_MEMORY,
  });
  const rows: (readonly string[])[] = [HEAD, HEAD.map(() => '---')];
  const mistakes: string[] = [];
  for (const file of readdirSync(path.join(FOLDER, HALVES[0])).sort()) {
    const language = path.basename(file, '.json');
    const hear = await listener(app, language);
    for (const half of HALVES) {
      const lines = JSON.parse(readFileSync(path.join(FOLDER, half, file), 'utf8')) as Lines;
      const hearAll = (all: readonly string[]): Promise<Heard[]> => Promise.all(all.map(hear));
      const [asked, said] = [await hearAll(lines.questions), await hearAll(lines.statements)];
      const meant = await hearAll(lines.opinions);
      const lost = asked.filter(({ asks }) => !asks);
      const taken = [...said, ...meant].filter(({ asks }) => asks);
      rows.push([language, half, of(lost, asked), ...mistakesOf(said), ...mistakesOf(meant)]);
      if (half === 'tuned')
        mistakes.push(
          ...lost.map(({ text }) => `${language}: lost: ${text}\n`),
          ...taken.map(({ text, isAnswered }) => `${language}: ${isAnswered ? 'answered' : 'taken'}: ${text}\n`),
        );
    }
  }
  await app.close();
  return `${rows.map((cells) => `| ${cells.join(' | ')} |\n`).join('')}\n${mistakes.join('')}`;
}

const mistakesOf = (said: readonly Heard[]): string[] => [
  of(
    said.filter(({ asks }) => asks),
    said,
  ),
  of(
    said.filter(({ isAnswered }) => isAnswered),
    said,
  ),
];

const of = (some: readonly unknown[], all: readonly unknown[]): string => `${some.length} of ${all.length}`;

/**
 * A function that says lines in a group of its own, which speaks the language and lets the bot listen. Each line is
 * from another person.
 */
async function listener({ respond, services }: App, language: string): Promise<(text: string) => Promise<Heard>> {
  const place = { platform: 'eval', id: language };
  const isModerator = async () => true;
  for (const setting of [`language ${language}`, 'mode questions'])
    await respond(
      { person: 'moderator', place, text: `/settings ${setting}`, addressed: true, isModerator },
      undefined,
    );
  return async (text) => ({
    text,
    asks: isQuestion({ services, language }, text),
    isAnswered: (await respond({ person: `stranger ${text}`, place, text, addressed: false }, undefined)) !== undefined,
  });
}
