import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { keyedHash } from '../src/secrets.ts';

describe('the keyed hash', () => {
  it.each(['k', 'f'.repeat(64), 'long '.repeat(40)])(
    'is HMAC with SHA-256, as earlier versions made it, under the secret %j',
    (secret) => {
      const hash = keyedHash(secret);
      for (const text of ['', 'telegram:7', 'кто ты?', 'a'.repeat(200)])
        expect(hash(text)).toBe(createHmac('sha256', secret).update(text).digest('hex').slice(0, 32));
    },
  );
});
