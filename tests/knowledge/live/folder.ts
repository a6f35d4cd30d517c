import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { nameWeights } from '../../../src/core/calibration/features.ts';
import { plainText } from '../../../src/core/entry/blocks.ts';
import { languageDetector } from '../../../src/core/language/detect.ts';
import { answerFrom } from '../../../src/core/search/engine.ts';
import type { Learned } from '../../../src/core/search/learn.ts';
import { NO_BACKGROUND } from '../../../src/core/text/background.ts';
import { formatProblem } from '../../../src/knowledge/format/problem.ts';
import type { Locales } from '../../../src/knowledge/languages/locales.ts';
import { bytesOf, dataIn } from '../../../src/knowledge/learned/model-file.ts';
import { type Learn, type Lesson, type LessonResult, learn } from '../../../src/knowledge/live/learn.ts';
import { type LiveKnowledge, type OpenOptions, openKnowledge } from '../../../src/knowledge/live/live-knowledge.ts';
import type { StageResult } from '../../../src/knowledge/live/stage.ts';
import { EN } from '../../helpers/languages.ts';
import { entryText, PACK_JSON } from '../../helpers/memory-files.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';

/** One language without background lines, so that learning takes no time. */
export const LOCALES: Locales = {
  languages: new Map([['en', EN]]),
  background: new Map([['en', NO_BACKGROUND]]),
  messages: new Map(),
  detect: languageDetector([EN]),
  glosses: () => undefined,
  problems: [],
};

export const BANNED = 'pack/en/questions/why-banned.md';
export const REFUND = 'pack/en/questions/refund.md';
export const CHECKS = 'pack/en/checks.md';

export const FILES: Readonly<Record<string, string>> = {
  'pack/pack.json': PACK_JSON,
  [BANNED]: entryText({
    title: 'Why was my account banned?',
    phrasings: ['why did they ban my account', 'my account got suspended', 'reason for account suspension'],
    answer: 'You broke a rule.',
  }),
  [REFUND]: entryText({
    title: 'Can I get a refund for my subscription?',
    phrasings: ['money back for subscription', 'chargeback through my bank', 'refund policy of paid plans'],
    answer: 'Within 14 days.',
  }),
  'pack/en/questions/phone.md': entryText({
    title: 'Which phone numbers can verify a user?',
    phrasings: ['virtual phone numbers', 'phone verification with google voice'],
    answer: 'All of them.',
  }),
  [CHECKS]:
    '## questions/why-banned\n- why did they ban my account\n\n## questions/refund\n- money back for my subscription please\n',
};

/** A folder with one pack; `put` writes, and takes away where there is no text. */
export function knowledgeFolder(files: Readonly<Record<string, string>> = FILES): {
  dir: string;
  put: (path: string, text: string | undefined) => void;
} {
  const dir = temporaryFolder(files);
  return { dir, put: (path, text) => put(join(dir, path), text) };
}

/** As careful editors save: another file takes the old one's place. */
function put(path: string, text: string | undefined): void {
  if (text === undefined) {
    rmSync(path);
    return;
  }
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.part`, text);
  renameSync(`${path}.part`, path);
}

/** Learns when it is told to. */
export interface Teacher {
  readonly learn: Learn;
  readonly lessons: { readonly lesson: Lesson; readonly signal: AbortSignal }[];
  /** Ends the latest lesson, with what is learned from it or with an error. */
  readonly finish: (change?: (result: LessonResult) => LessonResult) => Promise<void>;
  readonly fail: (error: Error) => void;
}

function createTeacher(): Teacher {
  const lessons: {
    lesson: Lesson;
    signal: AbortSignal;
    resolve: (result: LessonResult) => void;
    reject: (error: unknown) => void;
  }[] = [];
  return {
    lessons,
    learn: (lesson, signal) =>
      new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => reject(new Error('given up')));
        lessons.push({ lesson, signal, resolve, reject });
      }),
    finish: async (change = (result) => result) => {
      const last = lessons.at(-1);
      if (last) last.resolve(change(await learn(last.lesson)));
    },
    fail: (error) => lessons.at(-1)?.reject(error),
  };
}

/** Opened on a folder, with its own place for what is learned; closed when the test is over. */
export async function opened(
  dir: string,
  options: Partial<OpenOptions> = {},
): Promise<{ live: LiveKnowledge; teacher: Teacher; errors: unknown[] }> {
  const errors: unknown[] = [];
  const teacher = createTeacher();
  const live = await openKnowledge({
    dir,
    root: temporaryFolder({}),
    cacheDir: temporaryFolder({}),
    locales: LOCALES,
    learn: teacher.learn,
    onError: (error) => void errors.push(error),
    ...options,
  });
  onTestFinished(() => live.close());
  return { live, teacher, errors };
}

/** The next snapshot. */
export const nextSwap = (live: LiveKnowledge) =>
  new Promise<ReturnType<LiveKnowledge['current']>>((resolve) => {
    const end = live.onSwap((shared) => {
      end();
      resolve(shared);
    });
  });

/** What is answered outright: an entry's id and its answer; else `unsure` or `unknown`. */
export function ask(live: LiveKnowledge, question: string): string {
  const { library, overlay } = live.current();
  const { kind, candidates } = answerFrom(library, question, 'en', overlay);
  const text = candidates[0]?.entry.texts.get('en');
  return kind === 'sure' && text ? `${candidates[0]?.entry.id}: ${plainText(text.answer)}` : kind;
}

/** Problems as people read them, with paths in the folder. */
export const told = (result: StageResult, dir: string): string[] =>
  result.kind === 'refused' ? result.problems.map((problem) => formatProblem(problem).replaceAll(`${dir}/`, '')) : [];

/** Learned so that nothing is ever sure. */
export function useless(result: LessonResult): LessonResult {
  const one = dataIn(result.model) as Learned;
  return { ...result, model: bytesOf({ ...one, weights: { ...one.weights, confidence: nameWeights([-100]) } }) };
}
