import { describe, expect, it } from 'vitest';
import { createRecall, createReplies } from '../../../src/bot/platform/recall.ts';
import { servicesOf } from '../../helpers/services.ts';

const HERE = 'test:here';

describe('the replies to a message', () => {
  it('are those that gave an entry, whoever posted them, and all others of this process', async () => {
    const recall = createRecall(await servicesOf([]));
    const replies = createReplies();
    const given = { about: { entry: 'questions/refund' }, language: 'en' };
    await recall.posted({ place: HERE, channel: '', message: 'm1', asked: 'q', person: 'p' }, given);
    replies.note(HERE, 'q', 'm1');
    replies.note(HERE, 'q', 'm2');
    expect([...(await replies.to(HERE, 'q', recall))].sort()).toEqual(['m1', 'm2']);
    expect(await createReplies().to(HERE, 'q', recall)).toEqual(['m1']);
    expect(await replies.to('test:there', 'q', recall)).toEqual([]);
    expect([replies.has(HERE, 'q', 'm2'), replies.has(HERE, 'q', 'm3')]).toEqual([true, false]);
    replies.forget(HERE, 'q');
    expect(await replies.to(HERE, 'q', recall)).toEqual(['m1']);
  });

  it('are expected from when it was taken in, and promised until they are posted or given up', () => {
    const replies = createReplies();
    replies.promise(HERE, 'q');
    expect([replies.isExpected(HERE, 'q'), replies.isPromised(HERE, 'q')]).toEqual([false, false]);
    replies.expect(HERE, 'q');
    expect([replies.isExpected(HERE, 'q'), replies.isPromised(HERE, 'q')]).toEqual([true, false]);
    replies.promise(HERE, 'q');
    expect(replies.isPromised(HERE, 'q')).toBe(true);
    replies.note(HERE, 'q', 'm1');
    expect(replies.isPromised(HERE, 'q')).toBe(false);
    replies.promise(HERE, 'q');
    replies.giveUp(HERE, 'q');
    expect(replies.isPromised(HERE, 'q')).toBe(false);
  });
});
