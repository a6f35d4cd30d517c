import { readFile, writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { PhrasingPrompt } from '../bot/phrasings/prompt.ts';
import { ExportError } from '../knowledge/export/write-export.ts';
import { reasonOf } from '../knowledge/format/files.ts';

/**
 * Writes each prompt into a file of its own: `prompt.txt` for one, `prompt-en-2.txt` if there are more.
 * @throws ExportError if something else is there, or the disk refuses
 */
export async function writePrompts(
  file: string,
  prompts: readonly PhrasingPrompt[],
): Promise<{ readonly path: string; readonly prompt: PhrasingPrompt }[]> {
  const languages = new Set(prompts.map(({ language }) => language));
  const named = prompts.map((prompt) => {
    const own = prompts.filter(({ language }) => language === prompt.language);
    const marks = [
      ...(languages.size > 1 ? [prompt.language] : []),
      ...(own.length > 1 ? [String(own.indexOf(prompt) + 1)] : []),
    ];
    const ending = extname(file);
    return { prompt, path: [file.slice(0, file.length - ending.length), ...marks].join('-') + ending };
  });
  for (const { path } of named) await refuseOther(path, prompts);
  for (const { path, prompt } of named)
    await writeFile(path, prompt.prompt).catch((error: unknown) => {
      throw new ExportError(`${path}: this cannot be written: ${reasonOf(error)} (choose another file)`);
    });
  return named;
}

/** A prompt of before may be written over, and nothing else. */
async function refuseOther(path: string, [first]: readonly PhrasingPrompt[]): Promise<void> {
  const there = await readFile(path, 'utf8').catch(() => '');
  const [line = ''] = (first?.prompt ?? '').split('\n');
  if (there !== '' && !there.startsWith(line))
    throw new ExportError(`${path}: there is a file that is no prompt (choose another name)`);
}
