import { describe, expect, it } from 'vitest';
import { StoreError } from '../../src/bot/ports/store.ts';
import { openStore, readDatabaseUrl } from '../../src/store/index.ts';

describe('a database URL', () => {
  it.each([
    ['sqlite:./data/wenda.db', './data/wenda.db'],
    ['sqlite:/var/lib/a b.db', '/var/lib/a b.db'],
    ['SQLITE::memory:', ':memory:'],
  ])('%s names a file', (url, path) => expect(readDatabaseUrl(url)).toEqual({ dialect: 'sqlite', path }));

  it.each([
    ['postgres://user:password@db:5433/wenda', 'the PostgreSQL database wenda at db:5433'],
    ['postgresql://db/wenda?sslmode=require', 'the PostgreSQL database wenda at db:5432'],
    ['postgres://user:p%40ss%2Fword@[::1]/wenda', 'the PostgreSQL database wenda at [::1]:5432'],
    ['postgres:///wenda?host=/var/run/postgresql', 'the PostgreSQL database wenda at /var/run/postgresql:5432'],
  ])('%s names a server', (url, where) => expect(readDatabaseUrl(url)).toEqual({ dialect: 'postgres', url, where }));

  it.each([
    '',
    'wenda.db',
    './data/wenda.db',
    'mysql://user:secret@db/wenda',
    'sqlite',
    'sqlite:',
    'sqlite:///data/wenda.db',
    'sqlite://wenda.db',
    'postgres:wenda',
    'file:wenda.db',
    'sqlite:a\0b',
  ])('%j is refused with examples', async (url) => {
    await expect(openStore(url)).rejects.toThrow(StoreError);
    await expect(openStore(url)).rejects.toThrow(/DATABASE_URL.*sqlite:\.\/data\/wenda\.db.*postgres:\/\//);
  });

  it.each(['monk@tree/y', 'monk/tree@y', '12/monk@tree', '12?monk@tree', '12#monktree', 'monk#fi@sh', 'monk%tree'])(
    'with the password %s shows nothing of it',
    (password) => {
      const message = messageOf(() => readDatabaseUrl(`postgres://user:${password}@db/wenda`));
      expect(message).toMatch(/DATABASE_URL.*%40/);
      expect(message).not.toMatch(/monk|tree/);
    },
  );
});

function messageOf(work: () => unknown): string {
  try {
    return JSON.stringify(work());
  } catch (error) {
    expect(error).toBeInstanceOf(StoreError);
    expect(error).not.toHaveProperty('cause');
    return error instanceof Error ? error.message : '';
  }
}
