import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openStore } from '../src/store/index.ts';
import { lacksBuilt } from './helpers/lacks.ts';
import { temporaryFolder } from './helpers/temporary-folder.ts';

const PACK = {
  'knowledge/pack/pack.json': JSON.stringify({
    title: { en: 'Office' },
    defaultLanguage: 'en',
    licence: 'CC-BY-4.0',
    sources: { rules: { title: 'Rules' } },
  }),
  'knowledge/pack/en/questions/hours.md':
    '---\nsources: [rules]\n---\n# When is the office open?\n\n> - opening hours of the office\n\nFrom nine to five.\n',
  'knowledge/pack/en/questions/refund.md':
    '---\nsources: [rules]\n---\n# Can I get a refund for my subscription?\n\n> - money back for my subscription\n\nYes, within a month.\n',
  file: '',
};

const environmentOf = (folder: string, cache = 'cache') => ({
  PATH: process.env.PATH ?? '',
  KNOWLEDGE_DIR: join(folder, 'knowledge'),
  DATABASE_URL: 'sqlite::memory:',
  WENDA_CACHE: join(folder, cache),
});

/** Runs a built program over the pack, with what is typed. @param cache its folder, in the pack's */
async function run(folder: string, cache: string, args: readonly string[], typed = '') {
  const environment = { ...environmentOf(folder, cache), WEB_PORT: 'off' };
  const child = spawn(process.execPath, args, { env: environment });
  child.stdin.end(typed);
  const [out, words, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  // How often progress is told depends on how busy the machine is.
  return { out, errors: words.replace(/^learning \d\/\d\n/gm, ''), code };
}

/** A program that starts on a busy machine takes long. */
const PATIENT = { timeout: 120_000 };

const MAIN = ['dist/app/main.js'];
const PREPARE = ['dist/app/cli.js', 'knowledge', 'prepare'];
const DOCTOR = ['dist/app/cli.js', 'doctor'];
const QUESTION = 'when is the office open?\n';

// `npm ci` builds; without a build there is nothing to start.
describe.skipIf(lacksBuilt('dist/app/main.js'))('the program', () => {
  it('answers what is piped in as it does once it has learned', async () => {
    const folder = temporaryFolder(PACK);
    const { out, errors, code } = await run(folder, 'cache', MAIN, QUESTION);
    expect(out).toContain('From nine to five.');
    expect([errors, code]).toEqual(['', 0]);
    // Nothing is learned again: what was asked was learned before it was answered.
    expect(readdirSync(join(folder, 'cache')).filter((name) => name !== 'weights')).toHaveLength(1);
  });

  it('says that pages are not served while questions are piped in, unless they are turned off', async () => {
    const folder = temporaryFolder(PACK);
    const child = spawn(process.execPath, MAIN, { env: environmentOf(folder) });
    child.stdin.end(QUESTION);
    const [words, [code]] = await Promise.all([text(child.stderr), once(child, 'close')]);
    expect(words).toContain('Pages are not served while questions are piped in. Set WEB_PORT to serve them, too.');
    expect(code).toBe(0);
  });

  it('serves pages beside what is piped in where a port is set, also once all was answered', async () => {
    const child = spawn(process.execPath, MAIN, { env: { ...environmentOf(temporaryFolder(PACK)), WEB_PORT: '0' } });
    child.stdin.end(QUESTION);
    let said = '';
    child.stderr.on('data', (words) => {
      said += String(words);
    });
    const [out] = await once(child.stdout, 'data');
    expect(String(out)).toContain('From nine to five.');
    await expect.poll(() => said, PATIENT).toContain('http://');
    const [address = ''] = /http:\S+/.exec(said) ?? [];
    expect((await fetch(`${address}healthz`)).status).toBe(200);
    child.kill('SIGTERM');
    expect(await once(child, 'close')).toEqual([0, null]);
  });

  it('says so where there is nothing to serve', async () => {
    const child = spawn(process.execPath, MAIN, {
      env: { ...environmentOf(temporaryFolder(PACK)), WEB_PORT: 'off' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const [words, [code]] = await Promise.all([text(child.stderr), once(child, 'close')]);
    expect([words, code]).toEqual([
      expect.stringContaining('Nothing is served: there is no input, no token, and WEB_PORT is off.'),
      0,
    ]);
  });

  it.each([
    // At once, however much there is to learn.
    [
      'an address of a database that cannot be read',
      { DATABASE_URL: 'mysql://x', KNOWLEDGE_DIR: 'knowledge' },
      2,
      /^(?![\s\S]*learning)[\s\S]*DATABASE_URL begins neither/,
    ],
    ['a file that is no database', { DATABASE_URL: 'sqlite:FOLDER/no.db' }, 2, /is no SQLite database/],
    ['a folder of the database that cannot be made', { DATABASE_URL: 'sqlite:/proc/none/w.db' }, 2, /cannot be made/],
    ['a setting that is wrong', { WEB_PORT: 'x' }, 2, /WEB_PORT is no port/],
    ['a setting that does not exist', { WEB_PORTS: '0' }, 2, /WEB_PORTS is no setting \(did you mean WEB_PORT\?\)/],
    ['a folder that is missing', { KNOWLEDGE_DIR: 'FOLDER/knowlege' }, 2, /knowlege:1: .*did you mean .*knowledge\?/],
    ['a host that does not exist', { WEB_PORT: '0', WEB_HOST: 'none.invalid' }, 2, /WEB_HOST/],
  ])('ends with a code that tells whether to begin again helps: %s', async (_, more, code, words) => {
    const folder = temporaryFolder({ ...PACK, 'no.db': '{ "is": "no database" }' });
    const settings = Object.entries(more).map(([name, value]) => [name, value.replace('FOLDER', folder)]);
    const env = { ...environmentOf(folder), ...Object.fromEntries(settings) };
    const child = spawn(process.execPath, MAIN, { env });
    child.stdin.end(QUESTION);
    const [said, [status]] = await Promise.all([text(child.stderr), once(child, 'close')]);
    expect(said).toMatch(words);
    expect(said).toMatch(/^The bot did not start:\n\S/m);
    expect(status).toBe(code);
  });

  it('does not serve from a file from which another process does, and helps if it ends', async () => {
    const folder = temporaryFolder(PACK);
    const url = `sqlite:${join(folder, 'wenda.db')}`;
    const other = await openStore(url, { isServing: true });
    onTestFinished(() => other.close());
    const child = spawn(process.execPath, MAIN, {
      env: { ...environmentOf(folder), WEB_PORT: 'off', DATABASE_URL: url },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const [said, [status]] = await Promise.all([text(child.stderr), once(child, 'close')]);
    expect([said, status]).toEqual([expect.stringContaining('already serves another bot'), 1]);
  });

  it('is looked into without making a database, and says which one is meant', async () => {
    const folder = temporaryFolder(PACK);
    const path = join(folder, 'data', 'wenda.db');
    const look = () => {
      const child = spawn(process.execPath, DOCTOR, {
        env: { ...environmentOf(folder), DATABASE_URL: `sqlite:${path}` },
      });
      return Promise.all([text(child.stdout), once(child, 'close')]);
    };
    const [said, [code]] = await look();
    expect([said, code]).toEqual([expect.stringContaining(`⚠ There is no database ${path} yet.`), 0]);
    expect(existsSync(join(folder, 'data'))).toBe(false);
    await (await openStore(`sqlite:${path}`)).close();
    expect((await look())[0]).toContain(`✓ The database ${path} can be read and written.`);
  });

  it('ends with 2 where knowledge is wrong from the start, and says where', async () => {
    const folder = temporaryFolder({ ...PACK, 'knowledge/pack/en/questions/hours.md': '# When?\n' });
    const { errors, code } = await run(folder, 'cache', MAIN, QUESTION);
    expect([errors, code]).toEqual([expect.stringMatching(/^The bot did not start:\n[^\n]*hours\.md:1: /), 2]);
  });

  it.each([
    [
      'Telegram',
      { TELEGRAM_TOKEN: '123456:abcdefghijklmnopqrstuvwxyz' },
      'TELEGRAM_API_ROOT',
      { ok: false, error_code: 401, description: 'Unauthorized' },
    ],
    [
      'Discord',
      { DISCORD_TOKEN: `${'a'.repeat(24)}.abcdef.${'b'.repeat(27)}` },
      'DISCORD_API_URL',
      { message: '401: Unauthorized', code: 0 },
    ],
  ])('ends with 2 where %s does not take its token, and nothing else is served', async (_, token, address, answer) => {
    const refusing = createHttpServer((_request, response) =>
      response.writeHead(401, { 'content-type': 'application/json' }).end(JSON.stringify(answer)),
    ).listen(0, '127.0.0.1');
    await once(refusing, 'listening');
    const { port } = refusing.address() as AddressInfo;
    const env = {
      ...environmentOf(temporaryFolder(PACK)),
      WEB_PORT: 'off',
      ...token,
      [address]: `http://127.0.0.1:${port}`,
    };
    const child = spawn(process.execPath, MAIN, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    const [said, [status]] = await Promise.all([text(child.stderr), once(child, 'close')]);
    refusing.close();
    expect(said).toMatch(new RegExp(`^The bot did not start:\\n.*${Object.keys(token).join()}`, 'm'));
    expect(status).toBe(2);
    expect(said).not.toMatch(/\n {4}at /);
  });

  it('is not begun again by systemd where it ended with 2', () => {
    const unit = readFileSync('ops/wenda.service', 'utf8');
    expect(unit).toMatch(/^Restart=on-failure$/m);
    expect(unit).toMatch(/^RestartPreventExitStatus=2$/m);
  });

  it('ends where pages are all there is and their port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const child = spawn(process.execPath, MAIN, {
      env: { ...environmentOf(temporaryFolder(PACK)), WEB_PORT: String(port) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const [said, [status]] = await Promise.all([text(child.stderr), once(child, 'close')]);
    other.close();
    expect([said, status]).toEqual([
      expect.stringMatching(/^The bot did not start:\n.*EADDRINUSE\): another program uses this port/m),
      1,
    ]);
  });

  it('ends quietly where nobody reads its answers', async () => {
    const folder = temporaryFolder(PACK);
    const environment = { ...environmentOf(folder), WEB_PORT: 'off' };
    const child = spawn(process.execPath, MAIN, { env: environment });
    child.stdout.destroy();
    child.stdin.end(QUESTION);
    const [words, [code]] = await Promise.all([text(child.stderr), once(child, 'close')]);
    expect([words.replace(/^learning \d\/\d\n/gm, ''), code]).toEqual(['', 0]);
  });

  it('tells people and operators what is refused in a changed text, and that it is right again', async () => {
    const folder = temporaryFolder(PACK);
    const child = spawn(process.execPath, MAIN, { env: { ...environmentOf(folder), WEB_PORT: '0' } });
    const said = { out: '', errors: '' };
    child.stdout.on('data', (words) => {
      said.out += String(words);
    });
    child.stderr.on('data', (words) => {
      said.errors += String(words);
    });
    const tells = (where: keyof typeof said, words: RegExp | string) =>
      expect.poll(() => said[where], PATIENT).toMatch(words);
    child.stdin.write(QUESTION);
    await tells('out', 'From nine to five.');
    await tells('errors', /http:\S+/);
    const [address = ''] = /http:\S+/.exec(said.errors) ?? [];
    const read = async (path: string) => (await fetch(address + path)).text();
    expect(await read('metrics')).toContain('\nwenda_knowledge_refused 0\n');
    const file = 'knowledge/pack/en/questions/hours.md';
    writeFileSync(join(folder, file), '# When?\n');
    await tells('out', 'I did not load the new knowledge');
    await tells('errors', /I did not load the new knowledge[\s\S]*hours\.md:1: /);
    expect(JSON.parse(await read('readyz'))).toMatchObject({
      knowledge: true,
      refused: [expect.stringContaining('hours.md:1: '), expect.stringContaining('hours.md:1: ')],
    });
    expect(await read('metrics')).toContain('\nwenda_knowledge_refused 1\n');
    writeFileSync(join(folder, file), PACK[file]);
    await tells('out', 'The knowledge has not changed.');
    await tells('errors', 'The knowledge has no problems any more.');
    expect(JSON.parse(await read('readyz'))).not.toHaveProperty('refused');
    expect(await read('metrics')).toContain('\nwenda_knowledge_refused 0\n');
    child.kill('SIGTERM');
    await once(child, 'close');
  });

  it('helps instead of starting', async () => {
    const helped = await run(temporaryFolder(PACK), 'cache', [...MAIN, '--help']);
    expect(helped).toEqual({ out: expect.stringContaining('docs/settings.md'), errors: '', code: 0 });
    expect((await run(temporaryFolder(PACK), 'cache', [...MAIN, '--port', '80'])).code).toBe(2);
  });

  it('learns for the next start when it is told to prepare', async () => {
    const folder = temporaryFolder(PACK);
    expect(await run(folder, 'data/cache', PREPARE)).toEqual({ out: '', errors: '', code: 0 });
    const models = readdirSync(join(folder, 'data/cache'));
    expect(models).toHaveLength(1);
    const { out } = await run(folder, 'data/cache', MAIN, QUESTION);
    expect(out).toContain('From nine to five.');
    expect(readdirSync(join(folder, 'data/cache'))).toEqual(models);
  });

  it.each([
    ['answers', MAIN, 0],
    ['cannot prepare anything', PREPARE, 1],
  ])('tells once that it cannot keep what it learns, and %s', async (_, program, code) => {
    const folder = temporaryFolder(PACK);
    const ran = await run(folder, 'file', program, QUESTION);
    expect(ran.errors).toMatch(
      /^what is learned cannot be kept in \S+: EEXIST \(.*WENDA_CACHE.*\); until then every start learns again\n$/,
    );
    expect(ran.code).toBe(code);
  });
});
