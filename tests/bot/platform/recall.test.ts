import { beforeAll, describe, expect, it } from 'vitest';
import { createRecall } from '../../../src/bot/platform/recall.ts';
import type { Services } from '../../../src/bot/services.ts';
import { servicesOf } from '../../helpers/services.ts';

let services: Services;
const post = (message: string, asked = '') => ({ place: 'test:here', channel: '', message, asked, person: 'p' });
const answer = { about: { entry: 'questions/refund', question: 'money back?' }, language: 'en' };

beforeAll(async () => {
  services = await servicesOf([]);
});

describe('what was posted', () => {
  it('is remembered with its question, which no store keeps', async () => {
    const recall = createRecall(services);
    await recall.posted(post('m1', 'q1'), answer);
    expect(await recall.about('test:here', 'm1')).toEqual({
      entry: 'questions/refund',
      question: 'money back?',
      message: 'm1',
      asker: 'p',
    });
    expect(await recall.about('test:there', 'm1')).toBeUndefined();
    expect((await recall.to('test:here', 'q1')).map(({ message }) => message)).toEqual(['m1']);
    expect(await createRecall(services).about('test:here', 'm1')).toEqual({
      entry: 'questions/refund',
      question: undefined,
      message: 'm1',
      asker: 'p',
    });
  });

  it('can be removed', async () => {
    const recall = createRecall(services);
    await recall.posted(post('m3'), answer);
    await recall.removed('test:here', 'm3');
    expect(await recall.about('test:here', 'm3')).toBeUndefined();
  });
});
