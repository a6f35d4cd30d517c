import { spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, it, onTestFinished } from 'vitest';
import { ENVIRONMENT, GIT_TOKEN, gitHost, holdFetch, status, workplace } from './helpers/git-host.ts';
import { lacksBuilt } from './helpers/lacks.ts';
import { entryText, PACK_JSON } from './helpers/memory-files.ts';
import { temporaryFolder } from './helpers/temporary-folder.ts';

const PATIENT = { timeout: 120_000 };
const SECRET = 'secret-of-the-webhook';
const MAIN = 'dist/app/main.js';
const HOURS = 'club/en/questions/hours.md';
const until = (hour: string) =>
  entryText({
    title: 'When is the office open?',
    phrasings: ['opening hours of the office'],
    answer: `From nine to ${hour}.`,
  });

it.skipIf(lacksBuilt(MAIN))(
  'a program that is killed during a fetch which its host called for answers from what it had, without the host',
  async () => {
    const club = workplace({ 'club/pack.json': PACK_JSON, [HOURS]: until('five') });
    const host = await gitHost(club, GIT_TOKEN);
    const folder = temporaryFolder({});
    const cache = join(folder, 'cache');
    const environment = {
      ...ENVIRONMENT,
      KNOWLEDGE_GIT: host.url,
      KNOWLEDGE_GIT_TOKEN: GIT_TOKEN,
      KNOWLEDGE_GIT_SECRET: SECRET,
      DATABASE_URL: `sqlite:${join(folder, 'wenda.db')}`,
      WENDA_CACHE: cache,
      WEB_PORT: '0',
    };
    // A group of its own: the program and the git that it runs are killed together.
    const child = spawn(process.execPath, [MAIN], {
      env: environment,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const group = -(child.pid ?? Number.NaN);
    onTestFinished(() => {
      if (child.exitCode === null && child.signalCode === null) process.kill(group, 'SIGKILL');
    });
    let said = '';
    child.stderr.on('data', (words) => {
      said += String(words);
    });
    await expect.poll(() => said, PATIENT).toContain('http://');
    const [address = ''] = /http:\S+/.exec(said) ?? [];
    // The first look at the host is over.
    await expect.poll(() => host.asked.length, PATIENT).toBeGreaterThanOrEqual(7);
    await expect.poll(() => readdirSync(join(cache, 'git')), PATIENT).toContain('good');
    holdFetch(host);
    club.commit({ [HOURS]: until('six') });
    const signature = `sha256=${createHmac('sha256', SECRET).update('{}').digest('hex')}`;
    const call = (headers: Readonly<Record<string, string>>) =>
      fetch(`${address}git`, { method: 'POST', body: '{}', headers });
    expect((await call({ 'x-hub-signature-256': 'sha256=0' })).status).toBe(401);
    expect((await call({ 'x-hub-signature-256': signature })).status).toBe(202);
    await expect.poll(() => readdirSync(join(cache, 'git')).join(), PATIENT).toContain('fetching');
    process.kill(group, 'SIGKILL');
    await once(child, 'close');

    host.answer = status(503);
    const next = spawn(process.execPath, [MAIN], {
      env: { ...environment, KNOWLEDGE_GIT_SECRET: '', WEB_PORT: 'off' },
    });
    next.stdin.end('when is the office open?\n');
    const [out, words, [code]] = await Promise.all([text(next.stdout), text(next.stderr), once(next, 'close')]);
    expect(out).toContain('From nine to five.');
    expect(code).toBe(0);
    expect(said + words).not.toContain(GIT_TOKEN);
  },
  180_000,
);
