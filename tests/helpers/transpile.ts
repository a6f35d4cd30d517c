import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import ts from 'typescript';
import { onTestFinished } from 'vitest';

const COMPILER: ts.CompilerOptions = {
  module: ts.ModuleKind.ESNext,
  target: ts.ScriptTarget.ES2022,
  verbatimModuleSyntax: true,
  rewriteRelativeImportExtensions: true,
};

/**
 * Makes programs of the present sources that Node can run, whatever is in dist. @param entries paths of files
 * @returns the folder, gone when the test is over
 */
export function transpile(...entries: readonly string[]): string {
  // Below node_modules, so that packages are found.
  mkdirSync('node_modules/.cache/wenda', { recursive: true });
  const folder = mkdtempSync(join('node_modules/.cache/wenda', 'tests-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  const files = new Set(entries);
  // The set grows while it is gone through.
  for (const file of files) for (const imported of transpileFile(file, folder)) files.add(imported);
  return folder;
}

/** @returns the files that it imports */
function transpileFile(file: string, folder: string): string[] {
  const { outputText } = ts.transpileModule(readFileSync(file, 'utf8'), { compilerOptions: COMPILER, fileName: file });
  const target = join(folder, file.replace(/\.ts$/, '.js'));
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, outputText);
  const imports = [...outputText.matchAll(/\b(?:from|import)[ (]+['"](\.[^'"]+)\.js['"]/g)].map(
    ([, path = '']) => path,
  );
  return imports.map((path) => relative('.', normalize(join(dirname(file), `${path}.ts`))));
}
