import { readConfig } from '../config.ts';
import { planFolder, writeFolder } from '../knowledge/import/into-folder.ts';
import { readImport } from '../knowledge/import/read-import.ts';
import { readLocales } from '../knowledge/languages/locales.ts';
import { ROOT } from '../package.ts';
import { logProgress } from '../progress.ts';
import { reportLines } from './import-report.ts';
import { quotedPath } from './quoted-path.ts';
import { typedAs } from './typed-as.ts';
import type { ValuesOf } from './usage.ts';

/** `wenda knowledge import … --into FOLDER`: without database and bot. @returns 0, or 1 if nothing was imported */
export async function importIntoFolder(
  sources: readonly string[],
  into: string,
  options: ValuesOf<'knowledge import'>,
): Promise<number> {
  const progress = logProgress(process.stderr);
  const locales = await readLocales(`${ROOT}locales`);
  const detect = (words: string) => {
    const { languages, sure } = locales.detect(words);
    return sure ? languages[0] : undefined;
  };
  const language =
    options.language === undefined
      ? { language: readConfig().defaultLanguage, detect }
      : { language: options.language };
  const imported = await readImport(sources, {
    ...language,
    source: { title: options.source, url: options['source-url'] },
    strict: options.strict,
    onProgress: progress.show,
  });
  const plan = await planFolder(into, imported, { force: options.force }).finally(progress.clear);
  const changed = options.force ? plan.changed : [];
  const files = [...plan.files.keys()].filter((path) => !path.endsWith('.md'));
  print(
    reportLines(imported, {
      ...plan,
      changed,
      unchanged: [...plan.unchanged, ...(options.force ? [] : plan.changed)],
      files,
    }),
  );
  const count = plan.added.length + plan.changed.length + plan.unchanged.length;
  if (plan.problems.some(({ level }) => level === 'error') || count === 0) {
    print(['nothing was imported']);
    return 1;
  }
  if (options['dry-run']) return 0;
  await writeFolder(into, plan, (done, total) => progress.show('writing', done, total)).finally(progress.clear);
  print([
    `written into ${into}: ${plan.files.size} files`,
    `next: ${typedAs('knowledge -- phrasings')} ${quotedPath(into)}`,
    `then: ${typedAs('knowledge -- check')} ${quotedPath(into)}`,
    `then: KNOWLEDGE_DIR=${quotedPath(into)} ${typedAs('start')}`,
  ]);
  return 0;
}

function print(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}
