import type { Context as Request } from 'hono';
import type { Fields } from './receive.ts';

/** What a form sent; of what stands there twice the last, and no files. */
export async function fieldsOf(request: Request): Promise<Fields> {
  const body = await request.req.parseBody();
  return Object.fromEntries(Object.entries(body).filter((one): one is [string, string] => typeof one[1] === 'string'));
}
