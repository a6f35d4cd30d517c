import type { Compilable, CompiledQuery, DialectAdapter, Kysely, QueryResult } from 'kysely';
import type { Schema } from './schema.ts';

/** Stands in a statement for a value that is known only when it is run. */
class Gap {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

interface Prepared {
  readonly query: CompiledQuery;
  readonly fill: (given: Readonly<Record<string, unknown>>) => unknown[];
}

/**
 * A statement that is built and put into SQL once for each database: that takes longer than to run it.
 * @param build is handed a gap for each value, to be used as that value under its name; it must not look at it
 */
export function prepared<G extends object, R>(
  build: (db: Kysely<Schema>, given: G) => Compilable<R>,
): (db: Kysely<Schema>, given: G) => Promise<QueryResult<R>> {
  const gaps = new Proxy({} as G, { get: (_, name) => new Gap(String(name)) });
  const known = new WeakMap<DialectAdapter, Prepared>();
  const prepare = (db: Kysely<Schema>): Prepared => {
    const query = build(db, gaps).compile();
    const values = [...query.parameters];
    return { query, fill: (given) => values.map((value) => (value instanceof Gap ? given[value.name] : value)) };
  };
  return (db, given) => {
    const executor = db.getExecutor();
    let made = known.get(executor.adapter);
    if (!made) {
      made = prepare(db);
      known.set(executor.adapter, made);
    }
    // A transaction that only reads refuses here what would write.
    executor.transformQuery(made.query.query, made.query.queryId);
    return executor.executeQuery<R>({
      ...made.query,
      parameters: made.fill(given as Readonly<Record<string, unknown>>),
    });
  };
}
