import type { Hono, Context as Request } from 'hono';
import type { WebContext } from './context.ts';
import { addressOfCaller } from './guard.ts';

/**
 * The Model Context Protocol, for members' own assistants: each call is by itself, and nothing of it is kept. The
 * name of the request and calls from other sites are checked before, as for every page.
 */
export function serveMcp(app: Hono, context: WebContext): void {
  let handler: Promise<(request: Request['req']['raw']) => Promise<Response>> | undefined;
  let underWay = 0;
  app.all('/mcp', async (request) => {
    const { mcp, atOnce } = context.pace;
    if (mcp(addressOfCaller(context, request)) !== 'go' || underWay >= atOnce) return tooMany(request);
    underWay++;
    try {
      // The library takes its time to be read, so it waits for the first call.
      handler ??= import('./mcp-server.ts').then(({ mcpHandler }) => mcpHandler(context));
      return await (await handler)(request.req.raw);
    } finally {
      underWay--;
    }
  });
}

const tooMany = (request: Request): Response =>
  request.json({ jsonrpc: '2.0', id: null, error: { code: -32_000, message: 'Too many calls. Try later.' } }, 429, {
    'retry-after': '5',
  });
