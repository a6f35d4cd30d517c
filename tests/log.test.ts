import { expect, it } from 'vitest';
import { createLog } from '../src/log.ts';

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
