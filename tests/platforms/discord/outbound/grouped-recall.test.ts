import { describe, expect, it } from 'vitest';
import { plainReply } from '../../../../src/bot/answers/reply.ts';
import { createRecall } from '../../../../src/bot/conversation/recall.ts';
import { groupedRecall } from '../../../../src/platforms/discord/outbound/grouped-recall.ts';
import { servicesOf } from '../../../helpers/services.ts';

const services = await servicesOf([]);
const fail = (error: unknown): void => {
  throw error;
};
const post = (message: string) => ({ place: 'discord:1', channel: '2', message, asked: '', person: 'p' });
const reply = (entry: string) => ({ ...plainReply('en', ''), answer: { entry, question: 'why?' } });
const kept = (message: string) => services.store.transact(({ answers }) => answers.find('discord:1', message));

describe('what is noted in a moment', () => {
  it('is known at once, and on disk soon', async () => {
    const recall = groupedRecall(createRecall(services), services.store, fail);
    for (const message of ['1', '2', '3']) recall.later(post(message), reply(`questions/${message}`));
    recall.later(post('4'), plainReply('en', 'no answer'));
    expect(await recall.about('discord:1', '2')).toEqual({ entry: 'questions/2', question: 'why?', message: '2' });
    expect(await kept('2')).toBeUndefined();
    await recall.flush();
    expect((await kept('2'))?.entry).toBe('questions/2');
    expect(await kept('4')).toBeUndefined();
    expect(await recall.about('discord:1', '2')).toEqual({ entry: 'questions/2', question: 'why?', message: '2' });
  });

  it('holds up no transaction that asks for it, though it waits for that very transaction', async () => {
    const recall = groupedRecall(createRecall(services), services.store, fail);
    recall.later(post('5'), reply('questions/5'));
    let flushed: Promise<void> | undefined;
    const found = await services.store.transact(async () => {
      // As the timer would: outside of this transaction, and behind it.
      await new Promise<void>((resolve) => setTimeout(resolve, 150));
      flushed = recall.flush();
      return [
        await recall.about('discord:1', '5'),
        await recall.about('discord:1', '6'),
        await recall.to('discord:1', 'x'),
      ];
    });
    await flushed;
    expect(found).toEqual([{ entry: 'questions/5', question: 'why?', message: '5' }, undefined, []]);
  });

  it('is forgotten where the message is removed meanwhile', async () => {
    const recall = groupedRecall(createRecall(services), services.store, fail);
    recall.later(post('7'), reply('questions/7'));
    await recall.removed('discord:1', '7');
    await recall.flush();
    expect(await kept('7')).toBeUndefined();
    recall.later(post('8'), reply('questions/8'));
    const flushed = recall.flush();
    await recall.removed('discord:1', '8');
    await flushed;
    expect(await kept('8')).toBeUndefined();
  });
});
