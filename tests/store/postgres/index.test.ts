import { openStore } from '../../../src/store/index.ts';
import { describePostgres, freshDatabase } from '../../helpers/postgres.ts';
import { storeContract } from '../contract.ts';

describePostgres('with PostgreSQL', () => {
  storeContract('PostgreSQL', async (options) => openStore(await freshDatabase(), options));
});
