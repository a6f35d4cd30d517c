import { expect, it } from 'vitest';
import { createLog, forPeople } from '../src/log.ts';

function logged(write: (log: ReturnType<typeof createLog>) => void, logLevel: 'warn' | 'silent' = 'warn'): string {
  const lines: string[] = [];
  write(createLog({ logLevel }, { write: (line) => lines.push(line) }));
  return lines.join('');
}

it.each(['token', 'authorization', 'text', 'question', 'url'])('a log hides %s at every depth', (key) => {
  const line = logged((log) =>
    log.warn({ [key]: 'SECRET', a: { [key]: 'SECRET', b: { [key]: 'SECRET' } }, kept: 'plain' }, 'said'),
  );
  expect(line).not.toContain('SECRET');
  expect(line.match(/\[removed\]/g)).toHaveLength(3);
  expect(line).toContain('"kept":"plain"');
});

it('a log hides what errors and children carry', () => {
  const error = Object.assign(new Error('broken'), { url: 'https://SECRET', request: { authorization: 'SECRET' } });
  expect(logged((log) => log.error(error))).not.toContain('SECRET');
  expect(logged((log) => log.child({ token: 'SECRET' }).warn('said'))).not.toContain('SECRET');
});

it('a log says no more than its level allows', () => {
  expect(logged((log) => log.info('said'))).toBe('');
  expect(logged((log) => log.fatal('said'), 'silent')).toBe('');
  expect(logged((log) => log.warn('said'))).toContain('said');
});

it('a log at a terminal is a line that people read, without JSON and the stack of a library', () => {
  const lines: string[] = [];
  const log = createLog({ logLevel: 'warn' }, forPeople({ write: (line) => lines.push(line) }));
  const err = new TypeError('broken\nin two');
  err.stack = `TypeError: broken\n    at inside (/x/node_modules/grammy/out.js:1:2)\n    at ours (/x/dist/a.js:3:4)`;
  log.error({ err, update: 7 }, 'an update could not be handled');
  log.warn({ token: 'SECRET' }, 'said');
  expect(lines.map((line) => line.replace(/^\d\d:\d\d:\d\d /, ''))).toEqual([
    'error an update could not be handled - TypeError: broken in two (at ours (/x/dist/a.js:3:4)) update=7\n',
    'warn said token=[removed]\n',
  ]);
});
