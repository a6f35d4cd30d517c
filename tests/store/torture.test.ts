import { type ExecFileException, execFile, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { powerDisk } from '../../eval/power-disk.ts';
import { type DiskEvent, readTrace } from '../../eval/power-trace.ts';
import { type Kept, perform, problemsOf, read } from '../../eval/torture-acts.ts';
import { openStore } from '../../src/store/index.ts';
import { lacks } from '../helpers/lacks.ts';
import { describePostgres } from '../helpers/postgres.ts';
import { transpile } from '../helpers/transpile.ts';
import { actOf, editOf } from './samples.ts';

function torture(...options: readonly string[]): Promise<{ code: number | string; output: string }> {
  const program = join(transpile('eval/torture.ts', 'eval/torture-writer.ts'), 'eval/torture.js');
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...options], (error: ExecFileException | null, output, errors) =>
      resolve({ code: error ? (error.code ?? 'killed') : 0, output: `${errors}${output}` }),
    );
  });
}

/** A few of each; `npm run torture` does hundreds. */
describe('torture', () => {
  it('finds nothing lost after kills of a writer to SQLite', async () => {
    const { code, output } = await torture('--cycles', '16');
    expect(output).toMatch(
      /^SQLite: 16 kills \(\d+ before the first act\), [1-9]\d* acts acknowledged, \d+ more kept whole: nothing lost, \d+ s\n$/,
    );
    expect(code).toBe(0);
  });

  it.skipIf(lacks('strace', spawnSync('strace', ['-V']).status === 0))(
    'finds nothing lost after power cuts, and sees losses where nothing is synced',
    async () => {
      // 1 in 5 cuts loses nothing by chance; that none of ten is seen does not happen.
      const { code, output } = await torture('--power', '--cuts', '10');
      expect(output).toMatch(
        /^Power: 10 cuts under [1-9]\d* acknowledged acts \(on a disk that syncs no log, [1-9]\d* of 10 cuts are seen to lose acts\): nothing lost, \d+ s\n$/,
      );
      expect(code).toBe(0);
    },
  );
});

describePostgres('torture', () => {
  it('finds nothing lost after kills of PostgreSQL, and the writer back at once', async () => {
    const { code, output } = await torture('--postgres', '--kills', '1', '--patience', '180');
    expect(output).toMatch(
      /^PostgreSQL: 1 kills, [1-9]\d* acts acknowledged, \d+ more kept whole, 0 rejected, back after at most \d+ ms: nothing lost, \d+ s\n$/,
    );
    expect(code).toBe(0);
  });
});

describe('what torture looks for', () => {
  const kept = async (): Promise<Kept> => {
    const store = await openStore('sqlite::memory:');
    for (const n of [1, 2, 8, 9, 10, 11]) await perform(store, `w-${n}`);
    const found = await read(store);
    await store.close();
    return found;
  };

  it('is not there in a whole log', async () => {
    const found = await kept();
    expect(problemsOf(found, new Map(found.acts.map(({ why, id }) => [why, id])))).toEqual([]);
    expect(found.acts.some(({ changes }) => changes.length > 100)).toBe(true);
  });

  it.each<[string, (found: Kept) => Kept]>([
    ['lost', ({ acts, ...rest }) => ({ ...rest, acts: acts.slice(0, -1) })],
    [
      'half',
      ({ acts, ...rest }) => ({ ...rest, acts: acts.map((act) => ({ ...act, changes: act.changes.slice(0, 150) })) }),
    ],
    ['twice', ({ acts, ...rest }) => ({ ...rest, acts: [...acts, ...acts.slice(0, 1)] })],
    ['the records do not follow', ({ records, ...rest }) => ({ ...rest, records: records.slice(1) })],
    ['acts and outbox differ', ({ messages, ...rest }) => ({ ...rest, messages: messages.slice(1) })],
  ])('is found: %s', async (words, spoil) => {
    const found = await kept();
    const problems = problemsOf(spoil(found), new Map(found.acts.map(({ why, id }) => [why, id])));
    expect(problems.join('\n')).toContain(words);
  });

  it('is found where a record was changed beside the log', async () => {
    const store = await openStore('sqlite::memory:');
    await perform(store, 'w-1');
    await store.transact(({ log }) => log.append(actOf([editOf('stranger')], { why: 'w-2' })));
    expect(problemsOf(await read(store), new Map()).join()).toContain('half: w-2');
    await store.close();
  });
});

describe('a disk that loses what is not synced', () => {
  const write = (path: string, offset: number, text: string): DiskEvent => ({
    did: 'write',
    path,
    offset,
    bytes: Buffer.from(text),
  });
  const diskAfter = (...events: readonly DiskEvent[]) => {
    const disk = powerDisk('/d');
    for (const event of events) disk.take(event);
    return (chance: number) =>
      Object.fromEntries([...disk.cut(() => chance)].map(([path, bytes]) => [path, bytes.toString()]));
  };
  const made: readonly DiskEvent[] = [
    { did: 'create', path: '/d/a' },
    { did: 'sync', path: '/d' },
  ];

  it('keeps what was synced, and of the rest what chance leaves', () => {
    const cut = diskAfter(...made, write('/d/a', 0, 'safe'), { did: 'sync', path: '/d/a' }, write('/d/a', 4, ' loose'));
    expect([cut(0.9), cut(0.1)]).toEqual([{ '/d/a': 'safe\0\0\0\0\0\0' }, { '/d/a': 'safe loose' }]);
  });

  it('keeps names only once their folder is synced', () => {
    expect(diskAfter(made[0] ?? write('', 0, ''), write('/d/a', 0, 'x'), { did: 'sync', path: '/d/a' })(0)).toEqual({});
    expect(diskAfter(...made, { did: 'unlink', path: '/d/a' })(0)).toEqual({ '/d/a': '' });
    expect(diskAfter(...made, { did: 'unlink', path: '/d/a' })(0.9)).toEqual({});
  });

  it('loses sectors one by one', () => {
    const disk = powerDisk('/d');
    for (const event of [...made, write('/d/a', 0, 'x'.repeat(2048))]) disk.take(event);
    let turn = 0;
    const bytes = disk.cut(() => (turn++ % 2 === 0 ? 0.1 : 0.9)).get('/d/a');
    const sectors = [0, 1, 2, 3].map((n) => bytes?.subarray(n * 512, n * 512 + 512).every((byte) => byte === 120));
    expect(sectors.filter(Boolean)).toHaveLength(2);
  });

  it('is fed with what strace writes', () => {
    const hex = (text: string) =>
      [...Buffer.from(text)].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('');
    const trace = [
      `7  openat(AT_FDCWD<${hex('/')}>, "${hex('/d/a')}", O_RDWR|O_CREAT|O_CLOEXEC, 0600) = 18<${hex('/d/a')}>`,
      `7  pwrite64(18<${hex('/d/a')}>, "${hex('ab')}", 2, 56 <unfinished ...>`,
      `8  write(9<${hex('anon_inode:[eventfd]')}>, "${hex('x')}", 8) = 8`,
      `7  <... pwrite64 resumed>)           = 2`,
      `7  fsync(18<${hex('/d/a')}>)             = 0`,
      `7  ftruncate(18<${hex('/d/a')}>, 0)       = 0`,
      `7  pwrite64(19<${hex('/d/a-shm')}>, "${hex('ab')}", 2, 0) = 2`,
      `7  unlink("${hex('/d/b')}")              = -1 ENOENT (No such file or directory)`,
      `7  unlink("${hex('/d/a')}")              = 0`,
      `7  write(1<${hex('pipe:[1]')}>, "${hex('ack w 1\n')}", 8) = 8`,
      '7  +++ exited with 0 +++',
    ];
    expect(readTrace(trace.join('\n'), '/d')).toEqual([
      { did: 'create', path: '/d/a' },
      { did: 'write', path: '/d/a', offset: 56, bytes: Buffer.from('ab') },
      { did: 'sync', path: '/d/a' },
      { did: 'truncate', path: '/d/a', size: 0 },
      { did: 'unlink', path: '/d/a' },
      { did: 'print', text: 'ack w 1\n' },
    ]);
  });
});
