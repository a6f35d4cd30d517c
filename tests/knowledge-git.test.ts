import { readdirSync, readFileSync, statSync, symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { ReloadResult } from '../src/bot/ports/knowledge.ts';
import { KnowledgeError } from '../src/knowledge/format/problem.ts';
import { GitError } from '../src/knowledge/git/program.ts';
import { goodFolder } from '../src/knowledge/git/repository.ts';
import type { Learn } from '../src/knowledge/live/learn.ts';
import { type GitSettings, gitSource } from '../src/knowledge-git.ts';
import type { LiveSource } from '../src/knowledge-source.ts';
import { ENVIRONMENT, GIT_TOKEN, gitHost, holdFetch, status, workplace } from './helpers/git-host.ts';
import { temporaryFolder } from './helpers/temporary-folder.ts';
import { FILES, LOCALES, REFUND } from './knowledge/live/folder.ts';

const LONG = { timeout: 120_000 };
const answering = (days: number): string => (FILES[REFUND] ?? '').replace('14', String(days));
const inFolder = (files: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [`knowledge/${path}`, text]));
const IN_FOLDER = `knowledge/${REFUND}`;
const READABLE = { ...inFolder(FILES), 'README.md': '# Club\n' };

type Settings = GitSettings & { readonly place: string };

const settingsOf = (url: string, more: Partial<GitSettings> = {}): Settings => ({
  url,
  folder: 'knowledge',
  place: join(temporaryFolder({}), 'git'),
  environment: ENVIRONMENT,
  every: 3_600_000,
  ...more,
});

/** What is read serves unlearned. */
const neverLearns: Learn = (_, signal) =>
  new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('given up'))));

/** Opened, and watched. */
async function opened(settings: Settings) {
  const errors: unknown[] = [];
  const source = await gitSource(
    {
      dir: [goodFolder(settings)],
      root: temporaryFolder({}),
      cacheDir: temporaryFolder({}),
      locales: LOCALES,
      learn: neverLearns,
      onError: (error) => void errors.push(error),
    },
    settings,
  );
  onTestFinished(() => source.close());
  const results: ReloadResult[] = [];
  source.watch(
    (result) => void results.push(result),
    (error) => void errors.push(error),
  );
  return { source, results, errors };
}

/** Days in which the bot says that money comes back. */
const days = (source: LiveSource): string | undefined => {
  const text = source.current().entries.get('questions/refund')?.texts.get('en');
  return /Within (\d+) days/.exec(JSON.stringify(text?.answer))?.[1];
};

const wordsOf = (errors: readonly unknown[]): string[] => errors.map((error) => (error as Error).message);

/** Everything below a folder. */
const contents = (folder: string): string =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .map((path) => `${path}\n${statSync(path).isFile() ? readFileSync(path, 'latin1') : ''}`)
    .join('\n');

describe('knowledge from a repository', () => {
  it('is fetched, goes live when it changes, is refused while it is broken, and answers while the host is away', async () => {
    const club = workplace(READABLE);
    const host = await gitHost(club, GIT_TOKEN);
    const settings = settingsOf(host.url, { token: GIT_TOKEN });
    const { source, results, errors } = await opened(settings);
    expect(days(source)).toBe('14');
    club.commit({ [IN_FOLDER]: answering(30) });
    await source.repository?.fetch();
    await expect.poll(() => days(source), LONG).toBe('30');
    expect(source.repository?.pageOf('pack', 'en', 'questions/refund')).toBe(
      `${host.url.replace('.git', '')}/blob/HEAD/${IN_FOLDER}`,
    );
    expect(source.repository?.pageOf('pack', 'en', 'questions/none')).toBeUndefined();

    club.commit({ [IN_FOLDER]: 'no heading' });
    expect((await source.reload()).kind).toBe('refused');
    expect(source.refused()).toContainEqual(expect.stringMatching(`^${IN_FOLDER}:1: `));
    expect(days(source)).toBe('30');
    expect(await source.fileOf('pack', 'en', 'questions/refund')).toBe(answering(30));

    // A start in the meantime goes on with the last good one, and says again what is wrong.
    const second = await opened(settings);
    expect(days(second.source)).toBe('30');
    expect((await second.source.reload()).kind).toBe('refused');
    await second.source.close();

    club.commit({ [IN_FOLDER]: answering(60) });
    expect(await source.reload()).toMatchObject({ kind: 'live', changed: ['questions/refund'] });
    expect([days(source), source.refused()]).toEqual(['60', []]);
    expect(results[0]).toEqual({ kind: 'live', added: [], changed: ['questions/refund'], removed: [] });

    host.answer = status(503);
    expect(await source.reload()).toEqual({ kind: 'unreached', why: expect.stringContaining('503') });
    expect(days((await opened(settings)).source)).toBe('60');
    expect(wordsOf(errors)).toEqual([expect.stringContaining('503')]);
    host.answer = () => false;
    expect(await source.reload()).toEqual({ kind: 'unchanged' });
    expect(source.repository?.unreached()).toBeUndefined();

    const secrets = [GIT_TOKEN, Buffer.from(`git:${GIT_TOKEN}`).toString('base64')];
    for (const told of [contents(settings.place), ...wordsOf(errors), JSON.stringify(results)])
      expect(secrets.filter((secret) => told.includes(secret))).toEqual([]);
  });

  it('that is broken at the first start starts once it is mended, and is asked again and again for what is new', async () => {
    const club = workplace({ ...READABLE, [IN_FOLDER]: 'no heading' });
    const settings = settingsOf((await gitHost(club)).url, { every: 2000 });
    await expect(opened(settings)).rejects.toThrow(KnowledgeError);
    club.commit({ [IN_FOLDER]: answering(30) });
    const { source } = await opened(settings);
    expect(days(source)).toBe('30');
    club.commit({ [IN_FOLDER]: answering(60) });
    await expect.poll(() => days(source), LONG).toBe('60');
  });

  it('that was damaged on the disk since is fetched again', async () => {
    const settings = settingsOf((await gitHost(workplace(READABLE))).url);
    const { source } = await opened(settings);
    const path = join(goodFolder(settings), REFUND);
    await expect.poll(() => statSync(path, { throwIfNoEntry: false })?.isFile(), LONG).toBe(true);
    await source.close();
    truncateSync(path);
    expect(days((await opened(settings)).source)).toBe('14');
  });

  it('of a branch is that of the branch, and a fetch that is cut off leaves what was there', async () => {
    const club = workplace({ ...READABLE, [IN_FOLDER]: answering(1) });
    club.git('checkout', '--quiet', '-b', 'ready');
    club.commit({ [IN_FOLDER]: answering(2) });
    const host = await gitHost(club);
    const settings = settingsOf(host.url, { branch: 'ready' });
    const { source } = await opened(settings);
    await source.repository?.fetch();
    expect(days(source)).toBe('2');
    const before = readdirSync(settings.place).sort();
    club.commit({ [IN_FOLDER]: answering(3) });
    holdFetch(host);
    void source.repository?.fetch();
    await expect.poll(() => readdirSync(settings.place).join(), LONG).toContain('fetching');
    await source.close();
    await expect.poll(() => readdirSync(settings.place).sort(), LONG).toEqual(before);
    host.answer = () => false;
    const next = await opened(settings);
    await next.source.reload();
    expect(days(next.source)).toBe('3');
  });

  it('leads to no file outside of it, and its token to no other host', async () => {
    const outside = temporaryFolder({ 'secret.md': answering(30).replace('refund', 'discount') });
    const club = workplace(READABLE);
    symlinkSync(join(outside, 'secret.md'), join(club.dir, 'knowledge/pack/en/questions/secret.md'));
    club.commit({});
    const host = await gitHost(club, GIT_TOKEN);
    await expect(opened(settingsOf(host.url, { token: GIT_TOKEN }))).rejects.toThrow(
      /questions\/secret\.md:1: this link leads out of the pack/,
    );
    const other = await gitHost(club);
    host.answer = (request, response) =>
      status(301, { location: other.url.replace('/club.git', request.url ?? '') })(request, response);
    await expect(opened(settingsOf(host.url, { token: GIT_TOKEN }))).rejects.toThrow(GitError);
    expect(other.asked).toEqual([]);
  });

  it.each([
    ['a missing program', { environment: { PATH: '/nonexistent' } }, true, /git is not installed/],
    ['a wrong token', { token: 'wrong' }, false, /KNOWLEDGE_GIT_TOKEN/],
    ['no such branch', { token: GIT_TOKEN, branch: 'none' }, false, /no branch none/],
    ['no host', { url: 'http://127.0.0.1:9/club.git' }, false, /127\.0\.0\.1/],
  ])('names what is wrong at the first start: %s', async (_, more, isLasting, words) => {
    const host = await gitHost(workplace(READABLE), GIT_TOKEN);
    const error: unknown = await opened(settingsOf(host.url, more)).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(GitError);
    expect(error).toMatchObject({ isLasting, message: expect.stringMatching(words) });
  });
});
