import { once } from 'node:events';
import { createServer } from 'node:http';
import type { TestProject } from 'vitest/node';
import { type PostgresServer, startPostgres } from './postgres-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Port at which test files ask for a PostgreSQL database of their own. */
    postgresBroker: number;
  }
}

/** One PostgreSQL for the whole run, started when the first file asks for it. @returns what ends it */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let server: Promise<PostgresServer> | undefined;
  let made = 0;
  const makeDatabase = async (options: string) => {
    server ??= startPostgres(['fsync=off', 'shared_buffers=32MB', 'max_connections=100']);
    made += 1;
    const name = `test${made}`;
    const { run, url } = await server;
    await run(`create database ${name} ${options}`);
    return url(name);
  };
  const broker = createServer((request, response) => {
    // A connection that is kept would be closed after seconds, perhaps while the next file asks through it.
    response.setHeader('connection', 'close');
    const options = decodeURIComponent(request.url?.slice(1) ?? '');
    makeDatabase(options).then(
      (url) => response.end(url),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  }).listen(0, '127.0.0.1');
  await once(broker, 'listening');
  const address = broker.address();
  project.provide('postgresBroker', typeof address === 'object' && address ? address.port : 0);
  return async () => {
    broker.close();
    await (await server)?.stop();
  };
}
