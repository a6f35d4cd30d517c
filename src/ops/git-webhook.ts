import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { KnowledgeRepository } from '../bot/ports/knowledge.ts';
import type { Route } from '../bot/ports/route.ts';

export const GIT_WEBHOOK = '/git';

/**
 * A repository's host calls it when there is something new. The body must be signed with the secret, as GitHub, Gitea,
 * Forgejo and Bitbucket do; GitLab sends the secret itself. What the body says does not matter: the bot asks the host.
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
      // Hosts wait ten seconds for an answer; a fetch may take longer.
      void fetch();
      return { status: 202, body: '' };
    },
  };
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Takes as long for each wrong word, however much of it is right. */
const isSame = (given: string | undefined, right: string): boolean =>
  given !== undefined && timingSafeEqual(digest(given), digest(right));
