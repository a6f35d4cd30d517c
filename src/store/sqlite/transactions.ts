import {
  type CompiledQuery,
  type ConnectionProvider,
  type DatabaseConnection,
  DefaultQueryExecutor,
  type Dialect,
  Kysely,
  type KyselyPlugin,
  type QueryResult,
  type TransactionSettings,
} from 'kysely';
import type { Durability } from '../../bot/ports/store.ts';
import type { Base } from '../base.ts';
import type { Schema } from '../tables/schema.ts';
import type { Connection } from './connection.ts';

/**
 * Transactions over a driver, as Kysely's own, but each statement goes straight to the connection: Kysely asks for it
 * anew for each statement, through a dozen promises, and an answer has some ten statements.
 */
export function createTransactions(sqlite: Connection, dialect: Dialect): Pick<Base, 'transaction' | 'reading'> {
  const driver = dialect.createDriver();
  const [compiler, adapter] = [dialect.createQueryCompiler(), dialect.createAdapter()];
  const over = (connection: DatabaseConnection): Kysely<Schema> =>
    new Kysely({
      config: { dialect },
      dialect,
      driver,
      executor: new DirectExecutor({ compiler, adapter, connection }),
    });
  const transact = async <T>(settings: TransactionSettings, work: (db: Kysely<Schema>) => Promise<T>): Promise<T> => {
    const connection = await driver.acquireConnection();
    await driver.beginTransaction(connection, settings);
    try {
      const result = await work(over(connection));
      await driver.commitTransaction(connection);
      return result;
    } catch (error) {
      await driver.rollbackTransaction(connection);
      throw error;
    }
  };
  let current: Durability | undefined;
  const demand = (durability: Durability): void => {
    if (durability !== current) sqlite.set(`synchronous = ${LEVELS[durability]}`);
    current = durability;
  };
  return {
    transaction: async (work, durability = 'synced') => {
      demand(durability);
      return transact({}, work);
    },
    reading: (work) => transact({ accessMode: 'read only' }, work),
  };
}

/** In the mode with a log beside the file, both survive the end of the process. */
const LEVELS: Readonly<Record<Durability, string>> = { synced: 'FULL', written: 'NORMAL' };

interface Parts {
  readonly compiler: ReturnType<Dialect['createQueryCompiler']>;
  readonly adapter: ReturnType<Dialect['createAdapter']>;
  readonly connection: DatabaseConnection;
}

/** Transactions do not nest. */
const NO_MORE: ConnectionProvider = {
  provideConnection: () => Promise.reject(new Error('a transaction has its one connection')),
};

class DirectExecutor extends DefaultQueryExecutor {
  readonly #parts: Parts;

  constructor(parts: Parts, plugins: KyselyPlugin[] = []) {
    super(parts.compiler, parts.adapter, NO_MORE, plugins);
    this.#parts = parts;
  }

  /** Plugins look at what is asked, and leave what comes of it. */
  override executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    return this.#parts.connection.executeQuery(query);
  }

  override withPlugin(plugin: KyselyPlugin): DirectExecutor {
    return new DirectExecutor(this.#parts, [...this.plugins, plugin]);
  }
}
