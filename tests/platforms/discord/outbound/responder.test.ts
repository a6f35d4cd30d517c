import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { requestResponder } from '../../../../src/platforms/discord/outbound/responder.ts';
import type { Out } from '../../../../src/platforms/discord/outbound/send.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('what follows a response waits until Discord has made a message of it, and no longer', async () => {
  const said: string[] = [];
  const say = (name: string) => async () => {
    said.push(name);
    return '1';
  };
  const out = { followUp: say('further'), editAnswer: say('later') } as unknown as Out;
  const calls = { removePressed: say('taken back') } as never;
  const responder = requestResponder(out, calls, { id: '1', application: '1', token: 't' }, () =>
    said.push('response'),
  );
  await responder.first({ kind: 'defer-update' });
  const both = [responder.further({ components: [] }), responder.later({ components: [] }), responder.takeBack()];
  await vi.advanceTimersByTimeAsync(400);
  expect(said).toEqual(['response']);
  await vi.advanceTimersByTimeAsync(200);
  await Promise.all(both);
  expect(said).toEqual(['response', 'further', 'later', 'taken back']);
  await responder.further({ components: [] });
  expect(said).toHaveLength(5);
});
