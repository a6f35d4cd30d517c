import { createHmac } from 'node:crypto';
import { expect, it, vi } from 'vitest';
import { gitWebhook } from '../../src/ops/git-webhook.ts';

const SECRET = 'secret-of-the-tests';
const BODY = '{"ref":"refs/heads/main"}';
const signed = (body: string, secret = SECRET) => `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;

it.each([
  ['GitHub, Gitea and Forgejo', { 'x-hub-signature-256': signed(BODY) }, 202],
  ['Bitbucket', { 'x-hub-signature': signed(BODY) }, 202],
  ['GitLab', { 'x-gitlab-token': SECRET }, 202],
  ['nobody', {}, 401],
  ['somebody without the secret', { 'x-hub-signature-256': signed(BODY, 'other') }, 401],
  ['somebody with the signature of another body', { 'x-hub-signature-256': signed('{}') }, 401],
  ['somebody with a wrong secret', { 'x-gitlab-token': 'other' }, 401],
  ['somebody with an empty signature and the secret', { 'x-hub-signature-256': '', 'x-gitlab-token': SECRET }, 401],
])('a call of %s', async (_, headers, status) => {
  const fetch = vi.fn(() => Promise.resolve());
  const route = gitWebhook(SECRET, { fetch });
  expect((await route.handle(BODY, headers)).status).toBe(status);
  expect(fetch).toHaveBeenCalledTimes(status === 202 ? 1 : 0);
});
