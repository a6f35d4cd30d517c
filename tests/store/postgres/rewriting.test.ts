import { expect, it, onTestFinished } from 'vitest';
import { openStore } from '../../../src/store/index.ts';
import { describePostgres, freshDatabase } from '../../helpers/postgres.ts';
import { runOn } from '../../helpers/postgres-server.ts';
import { actOf, editOf, homeOf, keptOf, voteOf } from '../samples.ts';

const [ERASED, OTHER] = ['b1946ac92492d2347c6235b4d2611184', '591785b794601e212b260e25925636fd'];

describePostgres('rewriting a database of PostgreSQL', () => {
  it('leaves nothing of an erased person in any file: no dead row, no sample, no index', async () => {
    const url = await freshDatabase();
    const store = await openStore(url, { trimAfter: 50 });
    onTestFinished(() => store.close());
    for (const person of [ERASED, OTHER])
      await store.transact(async ({ people, log, kept, votes }) => {
        await people.setLanguage(person, 'de');
        for (let at = 0; at < 40; at += 1) {
          await log.append(actOf([editOf(`k${at}`, JSON.stringify({ by: person }))], { person, why: 'words' }));
          await kept.save(keptOf({ key: `${person}${at}`, person }));
          await votes.cast(voteOf({ person, answer: `a${at}` }));
        }
      });
    await runOn(url, 'analyze');
    expect(await filesWith(url, OTHER)).toContain('acts');
    expect(await filesWith(url, OTHER)).not.toContain('pg_statistic');
    await store.transact(({ people }) => people.erase(ERASED, homeOf(ERASED)));
    await expect.poll(() => runOn(url, "select * from meta where name = 'erased'"), { timeout: 20_000 }).toEqual([]);
    expect(await filesWith(url, ERASED)).toEqual([]);
    expect((await store.read(({ people }) => people.export(OTHER, homeOf(OTHER)))).votes).toHaveLength(40);
  });
});

/** Tables and indexes, those of the server's own included, in whose files a text is. */
async function filesWith(url: string, text: string): Promise<readonly string[]> {
  await runOn(url, 'checkpoint');
  const found = await runOn(
    url,
    `select relname as name from pg_class where relkind in ('r', 'i', 't') and position('${text}'::bytea in
      pg_read_binary_file(pg_relation_filepath(oid), 0, pg_relation_size(oid), true)) > 0`,
  );
  return found.map(({ name }) => String(name));
}
