import * as http from 'node:http';
import * as https from 'node:https';

/** Posts JSON to one server and reads JSON. */
export type Post = (url: string, body: unknown, signal?: AbortSignal) => Promise<unknown>;

/**
 * Over Node's own client: grammY's makes a web request, a response and three streams of each call, and takes as long
 * for that as for the call. Rejects where the server was not reached, sent something else, or took too long. @param
 * root http or https. @param timeout milliseconds
 */
export function createPost(root: string, timeout: number): Post {
  const { Agent, request } = new URL(root).protocol === 'https:' ? https : http;
  const agent = new Agent({ keepAlive: true });
  return (url, body, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(new Error('stopped'));
      const words = Buffer.from(JSON.stringify(body));
      const call = request(url, {
        method: 'POST',
        agent,
        headers: { 'content-type': 'application/json', 'content-length': words.length },
      });
      const end = (): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', cut);
      };
      const fail = (error: Error): void => {
        end();
        reject(error);
      };
      // A call that was destroyed before tells nothing more, such as one whose server offered another protocol.
      const giveUp = (why: string): void => {
        call.destroy();
        fail(new Error(why));
      };
      const cut = (): void => giveUp('stopped');
      const timer = setTimeout(() => giveUp('no answer'), timeout);
      signal?.addEventListener('abort', cut);
      call.on('error', fail);
      call.on('response', (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', fail);
        response.on('end', () => {
          end();
          try {
            resolve(JSON.parse(Buffer.concat(chunks).toString()));
          } catch (error) {
            reject(error);
          }
        });
      });
      call.end(words);
    });
}
