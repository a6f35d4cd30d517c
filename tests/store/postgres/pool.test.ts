import type { Pool } from 'pg';
import { describe, expect, it } from 'vitest';
import { LostConnection, translate } from '../../../src/store/errors.ts';
import { guardedPool } from '../../../src/store/postgres/index.ts';

/** A pool of one client. @param answer to each statement */
async function clientThat(answer: (statement: string) => Promise<unknown>) {
  const released: unknown[] = [];
  const pool = {
    connect: async () => ({ query: answer, release: (destroy: unknown) => released.push(destroy) }),
  } as unknown as Pool;
  const client = await guardedPool(pool, (error) => translate(error, 'the database')).connect();
  return { client, released };
}

describe('a client of the pool', () => {
  it('sends one statement at a time', async () => {
    let now = 0;
    let most = 0;
    const { client } = await clientThat(async () => {
      now += 1;
      most = Math.max(most, now);
      await new Promise((resolve) => setTimeout(resolve, 2));
      now -= 1;
    });
    await Promise.all(['a', 'b', 'c'].map((statement) => client.query(statement, [])));
    expect(most).toBe(1);
  });

  it('is thrown away when its server no longer answers, without waiting for a rollback', async () => {
    const { client, released } = await clientThat((statement) =>
      statement === 'rollback' ? new Promise(() => undefined) : Promise.reject(new Error('Query read timeout')),
    );
    await expect(client.query('select 1', [])).rejects.toThrow(LostConnection);
    await expect(client.query('rollback', [])).rejects.toThrow(LostConnection);
    client.release();
    expect(released).toEqual([true]);
  });

  it('lets nothing through after the end of its transaction, but what gives a lock back', async () => {
    const sent: string[] = [];
    const { client } = await clientThat(async (statement) => {
      sent.push(statement);
    });
    const commit = client.query('commit', []);
    await expect(client.query('insert', [])).rejects.toThrow('has ended');
    await commit;
    await expect(client.query('insert', [])).rejects.toThrow('has ended');
    await client.query('select pg_advisory_unlock(1)', []);
    expect(sent).toEqual(['commit', 'select pg_advisory_unlock(1)']);
  });
});
