import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Community } from './bot/community/community.ts';
import { editOf } from './bot/community/records.ts';
import type { Edit } from './bot/ports/changes.ts';
import type { Flaw } from './bot/ports/editor.ts';
import type { Choices, Exchange, ExchangeOptions, ImportNote, Upload } from './bot/ports/exchange.ts';
import type { Services } from './bot/services.ts';
import { communityState } from './cli/community-state.ts';
import { editor } from './knowledge/export/entry-text.ts';
import { exportFiles } from './knowledge/export/export-files.ts';
import { flawOf, mendedOf } from './knowledge/export/flaws.ts';
import type { KnowledgeEdit } from './knowledge/export/records.ts';
import { inFile, type Problem } from './knowledge/format/problem.ts';
import { countQuestions } from './knowledge/import/count-questions.ts';
import { type Import, importsTogether, refusedImport } from './knowledge/import/imported.ts';
import { type ImportPlan, planImport } from './knowledge/import/plan-import.ts';
import { readImport } from './knowledge/import/read-import.ts';
import { isZip, unzip } from './knowledge/import/unzip.ts';
import type { Folders } from './knowledge/packs/find-packs.ts';

/** Import and export for the pages, with the same readers and plans as the command line. */
export function knowledgeExchange(services: Services, knowledgeDir: Folders): Exchange {
  return {
    files: async (community) => exportFiles(await communityState(knowledgeDir, community, services)),
    preview: async (community, uploads, options) => {
      const { imported, shorten } = await read(services, uploads, options);
      const plan = planImport(await communityState(knowledgeDir, community, services), imported);
      const noteOf = ({ file, line }: Pick<Problem, 'file' | 'line'>, { key, values }: Flaw): ImportNote => ({
        where: shorten(`${file}:${line}`),
        flaw: {
          key,
          values: Object.fromEntries(
            Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? shorten(value) : value]),
          ),
        },
      });
      const told = (problems: readonly Problem[]): ImportNote[] =>
        problems.map((problem) => noteOf(problem, flawOf(problem)));
      const isRefused =
        plan.problems.some(({ level }) => level === 'error') ||
        (imported.packs.length === 0 && imported.skipped.length > 0);
      return {
        entries: isRefused ? [] : entriesOf(plan),
        unchanged: plan.unchanged.length,
        questions: countQuestions(imported),
        repaired: imported.repaired.map((one) => noteOf(one, mendedOf(one.what))),
        skipped: told(imported.skipped),
        problems: told(plan.problems),
        isRefused,
        editsFor: (keys) => editsFor(plan, keys, community),
      };
    },
  };
}

/**
 * Writes uploads into a temporary folder, as readers read files.
 * @returns also a function that removes the folder's name from messages
 */
async function read(
  { detect }: Services,
  uploads: readonly Upload[],
  { language }: ExchangeOptions,
): Promise<{ readonly imported: Import; readonly shorten: (words: string) => string }> {
  const folder = await mkdtemp(join(tmpdir(), 'wenda-import-'));
  const names = new Map<string, string>();
  const shorten = (words: string): string =>
    [...names].reduce((said, [own, name]) => said.replaceAll(`${own}/`, '').replaceAll(own, name), words);
  try {
    const groups = new Map<string, { readonly choices: Choices; readonly paths: string[] }>();
    const problems: Problem[] = [];
    for (const { name, bytes, choices = {} } of uploads) {
      const own = await mkdtemp(join(folder, 'file-'));
      names.set(own, plainName(name));
      const path = join(own, plainName(name));
      const unpacked = isZip(bytes) ? unzip(bytes) : { files: new Map([[plainName(name), bytes]]) };
      if ('finding' in unpacked) problems.push(...inFile(path, [unpacked.finding]));
      else await writeFiles(own, unpacked.files);
      const key = JSON.stringify([choices.language, choices.source, choices.pack]);
      const group = groups.get(key) ?? { choices, paths: [] };
      group.paths.push(isZip(bytes) ? own : path);
      groups.set(key, group);
    }
    if (problems.length > 0) return { imported: refusedImport(problems), shorten };
    const told = (words: string): string | undefined => (detect(words).sure ? detect(words).languages[0] : undefined);
    const imports: Import[] = [];
    for (const { choices, paths } of groups.values())
      imports.push(
        await readImport(paths, {
          ...(choices.language === undefined ? { language, detect: told } : { language: choices.language }),
          source: choices.source === undefined ? undefined : { title: choices.source },
          pack: choices.pack,
        }),
      );
    return { imported: importsTogether(imports), shorten };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function writeFiles(folder: string, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  for (const [name, bytes] of files) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), bytes, { flag: 'wx' });
  }
}

/** A safe name for an uploaded file: without folders, not hidden, and not too long. */
function plainName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const clean = last.replace(/[^\p{L}\p{N}._ -]/gu, '_').replace(/^\.+/, '');
  return clean.length > 60 ? clean.slice(-60) : clean || 'file';
}

function entriesOf({ added, changed, edits }: ImportPlan) {
  const texts = new Map(
    edits.flatMap((edit) => (edit.kind === 'entry' && edit.value ? [[edit.key, edit.value.text] as const] : [])),
  );
  const told = (isNew: boolean) => (key: string) => {
    const { title, answer } = editor.split(texts.get(key) ?? '');
    return { key, title: title || key, answer, isNew };
  };
  return [...added.map(told(true)), ...changed.map(told(false))];
}

/** The edits for chosen entries and the sources that they name; for all entries, everything that was imported. */
function editsFor(plan: ImportPlan, keys: ReadonlySet<string>, { id: community }: Community): Edit[] {
  const isWhole = [...plan.added, ...plan.changed].every((key) => keys.has(key));
  const ids = new Set([...keys].map((key) => key.slice(key.indexOf('/') + 1)));
  const named = new Set(
    plan.edits.flatMap((edit) =>
      edit.kind === 'entry' && edit.value && keys.has(edit.key)
        ? editor.sourceIds(edit.value.text).map((id) => `${edit.value?.pack}/${id}`)
        : [],
    ),
  );
  const isMeant = ({ kind, key }: KnowledgeEdit): boolean => {
    if (isWhole) return true;
    if (kind === 'entry' || kind === 'phrasings') return keys.has(key);
    return kind === 'retired' ? ids.has(key) : kind === 'source' && named.has(key);
  };
  return plan.edits.filter(isMeant).map(({ kind, key, value }) => editOf(community, kind, key, value));
}
