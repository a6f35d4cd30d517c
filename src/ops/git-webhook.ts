import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { KnowledgeRepository } from '../bot/ports/knowledge.ts';
import type { Route } from '../bot/ports/route.ts';

export const GIT_WEBHOOK = '/git';

/**
 * The webhook that the repository's host calls after a push. The body must be signed with the secret, as GitHub, Gitea,
 * Forgejo and Bitbucket do; GitLab sends the secret itself. What the body says is ignored, as the bot fetches from the
 * host.
 */
export function gitWebhook(secret: string, { fetch }: Pick<KnowledgeRepository, 'fetch'>): Route {
  return {
    method: 'POST',
    path: GIT_WEBHOOK,
    handle: async (rawBody, headers) => {
      const signature = `sha256=${createHmac('sha256', secret).update(rawBody).digest('hex')}`;
      const signed = headers['x-hub-signature-256'] ?? headers['x-hub-signature'];
      const isTheirs = signed === undefined ? isSame(headers['x-gitlab-token'], secret) : isSame(signed, signature);
      if (!isTheirs) return { status: 401, body: '' };
      // Not awaited: hosts wait ten seconds for a response, and fetching may take longer.
      void fetch();
      return { status: 202, body: '' };
    },
  };
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

const isSame = (given: string | undefined, right: string): boolean =>
  given !== undefined && timingSafeEqual(digest(given), digest(right));
