import { createInterface } from 'node:readline/promises';
import type { Call } from '../bot/command.ts';
import { editOf } from '../bot/community/records.ts';
import { commit } from '../bot/moderation/commit.ts';
import { propose, regressionsOfChange } from '../bot/moderation/proposed-change.ts';
import { readConfig } from '../config.ts';
import { type ImportPlan, planImport } from '../knowledge/import/plan-import.ts';
import { readImport } from '../knowledge/import/read-import.ts';
import { showProgress } from '../progress.ts';
import { communityState } from './community-state.ts';
import { importIntoFolder } from './import-folder.ts';
import { reportLines } from './import-report.ts';
import { openApp } from './open-app.ts';
import { operatorCall, readPlace } from './operator.ts';
import type { ValuesOf } from './usage.ts';

/** `wenda knowledge import`: shows the changes, and makes all of them or none. @returns 0, or 1 if it was refused */
export async function importCommand(
  sources: readonly string[],
  options: ValuesOf<'knowledge import'>,
): Promise<number> {
  if (options.into !== undefined) return importIntoFolder(sources, options.into, options);
  const place = readPlace(options.community);
  const config = readConfig();
  const source = { title: options.source, url: options['source-url'] };
  const progress = showProgress(process.stderr);
  const { services, close } = await openApp(config);
  try {
    const call = await operatorCall(services, place);
    const detect = (words: string) => (services.detect(words).sure ? services.detect(words).languages[0] : undefined);
    const language =
      options.language === undefined ? { language: config.defaultLanguage, detect } : { language: options.language };
    const imported = await readImport(sources, {
      ...language,
      source,
      pack: options.pack,
      strict: options.strict,
      onProgress: progress.show,
    });
    progress.clear();
    const plan = planImport(await communityState(config.knowledgeDir, call.community, services), imported);
    process.stdout.write(`${reportLines(imported, plan).join('\n')}\n`);
    if (plan.problems.some(({ level }) => level === 'error')) return refused('nothing was imported');
    if (imported.skipped.length > 0 && imported.packs.length === 0) return refused('nothing was imported');
    if (plan.edits.length === 0 || options['dry-run']) return 0;
    if (!options.yes && !process.stdin.isTTY)
      return refused('nothing was imported: add --into FOLDER for a pack, or --yes for the community');
    if (!options.yes && !(await isAgreed())) return refused('nothing was imported');
    return await apply(call, plan, options);
  } finally {
    await close();
  }
}

async function isAgreed(): Promise<boolean> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await lines.question('Import this? (y/n) ');
  lines.close();
  return /^y(?:es)?$/i.test(answer.trim());
}

async function apply(call: Call, plan: ImportPlan, { force }: ValuesOf<'knowledge import'>): Promise<number> {
  const edits = plan.edits.map(({ kind, key, value }) => editOf(call.community.id, kind, key, value));
  const proposed = propose(call, { command: 'import', subject: `${plan.added.length + plan.changed.length}`, edits });
  const broken = await regressionsOfChange(call, proposed);
  for (const { question, entry, instead, check } of broken) {
    const found = instead === null ? 'nothing' : instead.id;
    const place = check ? `${check.file}:${check.line}: ` : '';
    process.stdout.write(`${place}“${question}” would find ${found} instead of ${entry ?? 'nothing'}\n`);
  }
  if (broken.length > 0 && !force)
    return refused('nothing was imported, because other answers would break (sharpen the phrasings, or add --force)');
  const forced = broken.length > 0 ? { forced: broken.map(({ question }) => question).join('; ') } : {};
  const outcome = await commit(call, { ...proposed, ...forced });
  if (outcome.kind !== 'done') return refused('nothing was imported: somebody made a change meanwhile (repeat it)');
  process.stdout.write(`imported, as change #${outcome.act.id}\n`);
  return 0;
}

function refused(message: string): number {
  process.stdout.write(`${message}\n`);
  return 1;
}
