import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LONGEST_ID, slugOf } from '../../../src/knowledge/export/slug.ts';
import { hostileText } from '../../helpers/markdown-words.ts';
import { runs } from '../../helpers/runs.ts';

const NONE: ReadonlySet<string> = new Set();

describe('the id of a new entry', () => {
  it.each([
    ['Why was my account banned?', 'questions/why-was-my-account-banned'],
    ["What's Łódź's Ünïcode?", 'questions/whats-łodzs-unicode'],
    ['为什么我的账号被封了？', 'questions/为什么我的账号被封了'],
    ['چرا حساب من مسدود شد؟', 'questions/چرا-حساب-من-مسدود-شد'],
    ['हिन्दी में?', 'questions/हिन्दी-में'],
    ['ＦＵＬＬ　width', 'questions/full-width'],
    ['../../etc/passwd', 'questions/etc-passwd'],
    ['C# or C++?', 'questions/c-or-c'],
  ])('of %j is %j', (title, id) => expect(slugOf(title, NONE)).toBe(id));

  it('is cut at the end of a word', () => {
    expect(slugOf('How do I delete my whole conversation history for good?', NONE)).toBe(
      'questions/how-do-i-delete-my-whole-conversation',
    );
    expect(slugOf('How can somebody change every setting?', NONE)).toBe(
      'questions/how-can-somebody-change-every-setting',
    );
    expect(slugOf('How could somebody change every setting?', NONE)).toBe('questions/how-could-somebody-change-every');
    expect(slugOf('x'.repeat(99), NONE)).toBe(`questions/${'x'.repeat(38)}`);
    expect(slugOf('为'.repeat(99), NONE)).toBe(`questions/${'为'.repeat(12)}`);
  });

  it('is a hash where no letter is left, or where Windows has a device of that name', () => {
    expect(slugOf('🙂?', NONE)).toMatch(/^questions\/q-[0-9a-f]{8}$/);
    expect(slugOf('🙂?', NONE)).not.toBe(slugOf('🙃?', NONE));
    expect(slugOf('CON', NONE)).toMatch(/^questions\/q-[0-9a-f]{8}$/);
  });

  it('is another where it is taken, in whatever letter case', () => {
    expect(slugOf('Why?', new Set(['questions/Why', 'questions/why-2']))).toBe('questions/why-3');
    expect(slugOf('x'.repeat(99), new Set([`questions/${'x'.repeat(38)}`]))).toBe(`questions/${'x'.repeat(36)}-2`);
  });

  it('is short, new, composed, in lower case and fit for a file', () => {
    fc.assert(
      fc.property(fc.array(hostileText(), { maxLength: 5 }), (titles) => {
        const taken = new Set<string>();
        for (const title of [...titles, ...titles]) {
          const id = slugOf(title, taken);
          expect(taken.has(id)).toBe(false);
          expect(Buffer.byteLength(id)).toBeLessThanOrEqual(LONGEST_ID);
          expect(id).toMatch(/^questions\/[\p{L}\p{N}][\p{L}\p{M}\p{N}-]*$/u);
          expect(id.normalize('NFC').toLowerCase()).toBe(id);
          taken.add(id);
        }
      }),
      runs(300),
    );
  });
});
