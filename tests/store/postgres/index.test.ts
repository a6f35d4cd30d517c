import { openStore } from '../../../src/store/index.ts';
import { describePostgres, freshDatabase } from '../../helpers/postgres.ts';
import { storeContract } from '../contract.ts';

let template: Promise<string> | undefined;
/** The name of a database that has its tables: a copy of it is made in a fraction of the time. */
const withTables = (): Promise<string> =>
  (template ??= freshDatabase().then(async (url) => {
    await (await openStore(url)).close();
    return new URL(url).pathname.slice(1);
  }));

describePostgres('with PostgreSQL', () => {
  storeContract('PostgreSQL', async (options) =>
    openStore(await freshDatabase(`template ${await withTables()}`), options),
  );
});
