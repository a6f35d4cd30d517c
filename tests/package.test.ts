import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { lacksBuilt } from './helpers/lacks.ts';
import { temporaryFolder } from './helpers/temporary-folder.ts';

const { version, bin, dependencies, ...manifest } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  version: string;
  bin: { wenda: string };
  dependencies: Record<string, string>;
  scripts: Record<string, string>;
};

/** The files of the released package; without scripts, as the program is built already. */
const [{ files }] = JSON.parse(
  execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { encoding: 'utf8' }),
) as [{ files: readonly { path: string }[] }];
const packed = files.map(({ path }) => path);

/** An empty folder in which the package is installed. */
function installed(): string {
  const folder = temporaryFolder({});
  symlinkSync(join(HOME, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

const isMissing = lacksBuilt('dist/app/wenda.js');
/** Nothing changes it. */
const HOME = mkdtempSync(join(tmpdir(), 'wenda-package-'));
beforeAll(() => {
  if (!isMissing) install(HOME);
});
afterAll(() => rmSync(HOME, { recursive: true }));

/** As npm does, with nothing but its dependencies beside it. */
function install(folder: string): void {
  const home = join(folder, 'node_modules/wenda');
  for (const path of packed) cpSync(path, join(home, path));
  for (const name of Object.keys(dependencies)) {
    mkdirSync(dirname(join(folder, 'node_modules', name)), { recursive: true });
    symlinkSync(resolve('node_modules', name), join(folder, 'node_modules', name));
  }
  mkdirSync(join(folder, 'node_modules/.bin'));
  chmodSync(join(home, bin.wenda), 0o755);
  symlinkSync(join('../wenda', bin.wenda), join(folder, 'node_modules/.bin/wenda'));
}

/** Runs the installed command. @param cwd Default: the folder in which it is installed */
async function wenda(folder: string, args: readonly string[], { cwd = folder, path = process.env.PATH } = {}) {
  const child = spawn(join(folder, 'node_modules/.bin/wenda'), args, {
    cwd,
    env: { PATH: path, WEB_PORT: 'off' },
  });
  child.stdin.end();
  const [out, errors, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { out, errors, code };
}

/** Builds a small program in place of the whole one. */
const BUILD =
  "import { cpSync } from 'node:fs';\n" +
  "cpSync(new URL('../src/program.js', import.meta.url), new URL('../dist/app/wenda.js', import.meta.url));\n";

describe('the package', () => {
  it.skipIf(isMissing)('holds what runs, and neither sources nor tests', () => {
    expect(packed).toEqual(expect.arrayContaining([bin.wenda, 'locales/en/messages.ftl', 'LICENSE', '.env.example']));
    expect(packed.filter((path) => /^(?:tests|eval|dist\/(?:tests|eval))\/|\.ts$|\.map$|^data\//.test(path))).toEqual(
      [],
    );
  });

  it.skipIf(isMissing)('holds nearly all of its program in letters of one byte, as it is kept in memory', () => {
    const program = packed.filter((path) => path.startsWith('dist/app/')).map((path) => readFileSync(path, 'utf8'));
    // Templates of the pages are escaped by nobody.
    const wide = program.filter((code) => /[^\0-\xff]/.test(code));
    expect(wide.join('').length).toBeLessThan(program.join('').length / 10);
  });

  it('builds nothing for those who install it from the registry', () => {
    expect(Object.keys(manifest.scripts)).not.toEqual(expect.arrayContaining([expect.stringMatching(/install/)]));
  });

  it('is built where it is installed from a repository', async () => {
    // A small program in its place, because the whole one takes a minute and a hundred megabytes of packages.
    const folder = temporaryFolder({
      'wenda/package.json': JSON.stringify({
        name: 'wenda',
        version: '1.0.0',
        type: 'module',
        bin: { wenda: 'dist/app/wenda.js' },
        files: ['dist'],
        scripts: { prepare: manifest.scripts.prepare },
        devDependencies: { typescript: 'file:typescript' },
      }),
      'wenda/typescript/package.json': '{ "name": "typescript", "version": "1.0.0", "main": "index.js" }',
      'wenda/typescript/index.js': '',
      'wenda/src/program.js': '#!/usr/bin/env node\nconsole.log("built");',
      'wenda/commands/index.ts': '',
      'wenda/ops/bundle.js': '',
      'wenda/ops/build.js': BUILD,
      'wenda/ops/prepare.js': readFileSync('ops/prepare.js'),
      'wenda/ops/build-if-new.js': readFileSync('ops/build-if-new.js'),
      'wenda/package-lock.json': '',
      'wenda/tsconfig.json': '',
      'wenda/.gitignore': 'dist\nnode_modules\n',
      'bot/package.json': '{ "private": true }',
    });
    const run = (cwd: string, program: string, ...args: string[]) =>
      execFileSync(program, args, { cwd: join(folder, cwd), encoding: 'utf8', stdio: 'pipe' });
    rmSync(join(folder, 'wenda/package-lock.json'));
    run('wenda', 'npm', 'install', '--package-lock-only', '--ignore-scripts', '--offline');
    for (const args of [
      ['init', '-q'],
      ['add', '-A'],
      ['-c', 'user.name=a', '-c', 'user.email=a@b', 'commit', '-qm', 'a'],
    ])
      run('wenda', 'git', ...args);
    run('bot', 'npm', 'install', '--offline', `git+file://${join(folder, 'wenda')}`);
    expect(run('bot', 'npx', 'wenda')).toBe('built\n');
  });
});

describe.skipIf(isMissing)('the installed command', () => {
  it('makes a pack, checks it and answers from it', async () => {
    const folder = installed();
    expect(await wenda(folder, ['--version'])).toEqual({ out: `${version}\n`, errors: '', code: 0 });
    const made = await wenda(folder, ['new', 'club']);
    expect([made.errors, made.code]).toEqual(['', 0]);
    expect(made.out).toMatch(/^3\. check {3}npx wenda check club\n4\. start {3}npx wenda$/m);
    const checked = await wenda(folder, ['check']);
    expect([checked.out, checked.code]).toEqual([
      expect.stringMatching(
        /^club en: 1 of 1 entries\n[\s\S]*the answer is still that of the example \(write your own; [\s\S]*no problems/,
      ),
      0,
    ]);
    expect((await wenda(folder, ['ask', 'how can I join'])).out).toContain('This is an example.');
  });

  it('answers from the example if there is nothing else, and serves its pages', async () => {
    const folder = installed();
    const child = spawn(join(folder, 'node_modules/.bin/wenda'), [], {
      cwd: folder,
      env: { PATH: process.env.PATH, WEB_PORT: '0' },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (words) => {
      said += String(words);
    });
    child.stdin.write('What is Ernie Bot?\n');
    expect(String(await once(child.stdout, 'data'))).toContain('Baidu');
    await expect.poll(() => said).toMatch(/http:\S+/);
    const page = await (await fetch(/http:\S+/.exec(said)?.[0] ?? '')).text();
    expect(page).toContain(`Wenda ${version}</footer>`);
    child.kill();
    await once(child, 'close');
  });
});

describe.skipIf(isMissing)('wenda init', () => {
  it('makes a folder in which the bot is started, changed and checked', async () => {
    const folder = installed();
    writeFileSync(join(folder, 'wenda-1.2.0.tgz'), 'packed');
    const made = await wenda(folder, ['init', 'my-bot', '--title', 'Our club', '--package', 'wenda-1.2.0.tgz']);
    expect([made.errors, made.code]).toEqual(['', 0]);
    const bot = join(folder, 'my-bot');
    const read = (path: string) => readFileSync(join(bot, path), 'utf8');
    expect(JSON.parse(read('package.json'))).toMatchObject({ dependencies: { wenda: 'file:wenda-1.2.0.tgz' } });
    // Everything that builds it has the file: who clones it, the workflow, and the image.
    expect(read('wenda-1.2.0.tgz')).toBe('packed');
    expect(read('compose.yaml')).toContain('COPY package*.json *.tgz ./\n        RUN npm install');
    expect(read('.github/workflows/knowledge.yml')).toContain('"*.tgz"');
    expect(read('README.md')).not.toMatch(/TITLE|ENTRY|UPGRADE/);
    expect(read('.gitignore')).toContain('.env');
    expect(parse(read('compose.yaml'))).toMatchObject({ services: { bot: { env_file: '.env' } } });
    const { jobs } = parse(read('.github/workflows/knowledge.yml')) as {
      jobs: { check: { steps: { run?: string }[] } };
    };
    const [, call = ''] = /npx wenda (.+) > report/.exec(jobs.check.steps.map(({ run }) => run).join('\n')) ?? [];
    const [, entry = ''] = /Begin with `(\S+)`/.exec(read('README.md')) ?? [];
    cpSync(join(bot, 'knowledge'), join(folder, 'before/knowledge'), { recursive: true });
    const checked = () =>
      wenda(folder, call.replace('"$RUNNER_TEMP', `${folder}`).replace('"', '').split(' '), { cwd: bot });
    expect((await checked()).code).toBe(0);
    // Another entry takes the words by which this one was found.
    const text = read(entry);
    writeFileSync(join(bot, dirname(entry), 'other.md'), text.replace(/^# .*/m, '# How can I join?'));
    const { out, code } = await checked();
    expect([out, code]).toEqual([
      expect.stringMatching(/^breaks: en "how can I join" led to questions\/[\w-]+, and now/m),
      1,
    ]);
    expect(await wenda(folder, ['init', 'my-bot'])).toMatchObject({ code: 2 });
  });

  /** An npm that answers as the registry does. @returns the path on which it is found first */
  function npmSaying(folder: string, words: string, code: number): string {
    const npm = join(folder, 'bin/npm');
    mkdirSync(dirname(npm), { recursive: true });
    writeFileSync(npm, `#!/bin/sh\necho "$@" > "${folder}/asked"\necho '${words}'\nexit ${code}\n`);
    chmodSync(npm, 0o755);
    return `${dirname(npm)}:${process.env.PATH}`;
  }

  it('takes a version that the registry has, and refuses one that it lacks', async () => {
    const folder = installed();
    const init = (name: string, words: string, status: number, ...more: string[]) =>
      wenda(folder, ['init', name, ...more], { path: npmSaying(folder, words, status) });
    const lacking = '{ "error": { "code": "E404", "summary": "Not Found" } }';
    const { errors, code } = await init('one', lacking, 1);
    expect([errors, code]).toEqual([
      expect.stringMatching(/^npm's registry has no wenda \d\S+, so nobody could install this bot \(.*npm pack/),
      2,
    ]);
    expect(existsSync(join(folder, 'one'))).toBe(false);
    expect((await init('one', '', 0, '--package', '9.9.9')).errors).toContain("npm's registry has no wenda 9.9.9");
    expect(readFileSync(join(folder, 'asked'), 'utf8')).toBe('view wenda@9.9.9 version --json\n');
    expect(await init('one', `"${version}"`, 0)).toMatchObject({ errors: '', code: 0 });
    expect(JSON.parse(readFileSync(join(folder, 'one/package.json'), 'utf8')).dependencies).toEqual({ wenda: version });
    const offline = await init('two', '{ "error": { "code": "ENOTFOUND" } }', 1);
    expect([offline.out, offline.code]).toEqual([expect.stringContaining('could not be asked'), 0]);
  });

  it('refuses what others do not have, and installs git where the bot comes from a repository', async () => {
    const folder = installed();
    mkdirSync(join(folder, 'wenda'));
    const from = (spec: string) => wenda(folder, ['init', 'bot', '--package', spec]);
    expect(await from('file:wenda')).toMatchObject({ code: 2, errors: expect.stringContaining('npm pack') });
    expect(await from('none.tgz')).toMatchObject({ code: 2, errors: expect.stringContaining('no such file') });
    expect(await from('git+https://git.example.org/wenda.git')).toMatchObject({ code: 0, errors: '' });
    expect(readFileSync(join(folder, 'bot/compose.yaml'), 'utf8')).toContain('FROM node:24-bookworm\n');
  });
});

describe('a clone', () => {
  it('builds what is new before it runs, and nothing otherwise', () => {
    const folder = temporaryFolder({
      'package.json': JSON.stringify({
        type: 'module',
        scripts: { start: 'node ops/run.js' },
      }),
      'src/program.js': 'console.log("one", process.argv[2]);',
      'src/more/old.js': '',
      'commands/index.ts': '',
      'ops/bundle.js': '',
      'ops/build.js': BUILD,
      'ops/run.js': readFileSync('ops/run.js'),
      'ops/build-if-new.js': readFileSync('ops/build-if-new.js'),
      'package-lock.json': '',
      'tsconfig.json': '',
    });
    const start = (program = 'npm', args = ['start', '--silent', 'ask'], path = process.env.PATH) => {
      const env = { PATH: path };
      const { stdout, stderr } = spawnSync(program, args, { cwd: folder, env, encoding: 'utf8' });
      return [stdout, stderr];
    };
    const built = 'building the program…\n';
    expect(start()).toEqual(['one ask\n', built]);
    expect(start()).toEqual(['one ask\n', '']);
    writeFileSync(join(folder, 'src/program.js'), 'console.log("two", process.argv[2]);');
    expect(start()).toEqual(['two ask\n', built]);
    rmSync(join(folder, 'src/more/old.js'));
    // Where there is no npm, too.
    expect(start(process.execPath, ['ops/run.js', 'ask'], folder)).toEqual(['two ask\n', built]);
  });
});

describe('release notes', () => {
  const notes = (changelog: string, ...asked: string[]) => {
    const folder = temporaryFolder({ 'package.json': '{"version": "1.2.0"}', 'CHANGELOG.md': changelog });
    mkdirSync(join(folder, 'ops'));
    cpSync('ops/release-notes.js', join(folder, 'ops/release-notes.mjs'));
    const { status, stdout } = spawnSync(process.execPath, [join(folder, 'ops/release-notes.mjs'), ...asked], {
      encoding: 'utf8',
    });
    return [status, stdout];
  };

  it('are the part of the changelog; without one, or of another version, nothing is released', () => {
    const changelog =
      '# Changelog\n\n## Unreleased\n\n- Later\n\n## 1.2.0 (2027-01-05)\n\n### Pages\n\n- New\n\n## 1.1.0\n\n- Old\n';
    expect(notes(changelog, '1.2.0')).toEqual([0, '### Pages\n\n- New\n']);
    expect(notes(changelog, '1.1.0')).toEqual([1, '']);
    // As `npm version` asks, before it commits and tags.
    expect(manifest.scripts.version).toMatch(/^node ops\/release-notes\.js && /);
    expect(notes('# Changelog\n\n## Unreleased\n\n- Later\n')).toEqual([1, '']);
  });
});
