import { beforeEach, describe, expect, it } from 'vitest';
import { createPrivateChat, type PrivateChat } from '../../../src/bot/platform/private-chat.ts';
import type { Services } from '../../../src/bot/services.ts';
import { servicesOf } from '../../helpers/services.ts';

const HOUR_MS = 60 * 60_000;
const [OLD, MILL] = [{ id: 'old' }, { id: 'mill' }];
let services: Services;
let chat: PrivateChat<{ readonly id: string }>;
let isIn: readonly { readonly id: string }[];
let at: number;

beforeEach(async () => {
  at = Date.parse('2026-11-25T12:00:00.000Z');
  isIn = [OLD, MILL];
  services = await servicesOf([], { now: () => new Date(at).toISOString() });
  chat = createPrivateChat(services, { communitiesOf: async () => isIn });
});

describe('a private chat is answered', () => {
  it('by the only community that its person is in, and by none of several', async () => {
    expect(await chat.knowledgeFor('p')).toBeUndefined();
    isIn = [MILL];
    expect(await chat.knowledgeFor('p')).toEqual(MILL);
    expect(await chat.chosen('p')).toBeUndefined();
  });

  it('by the one that they chose, as long as they are in it', async () => {
    await chat.choose('p', 'old');
    expect(await chat.knowledgeFor('p')).toEqual(OLD);
    expect(await chat.knowledgeFor('q')).toBeUndefined();
    isIn = [MILL];
    expect(await chat.knowledgeFor('p')).toBeUndefined();
    expect(await chat.chosen('p')).toBeUndefined();
  });

  it('by the packs alone if they chose that', async () => {
    isIn = [MILL];
    await chat.choose('p', undefined);
    expect(await chat.knowledgeFor('p')).toBeUndefined();
  });
});

describe('a choice', () => {
  it('holds for the time that the platform says', async () => {
    const brief = createPrivateChat(services, { communitiesOf: async () => isIn, holdsMs: HOUR_MS });
    await brief.choose('p', 'old');
    at += HOUR_MS - 1;
    expect(await brief.chosen('p')).toEqual(OLD);
    at += 1;
    expect(await brief.chosen('p')).toBeUndefined();
  });

  it('follows a community that has another id now', async () => {
    await chat.choose('p', 'before');
    const moved = createPrivateChat(services, {
      communitiesOf: async () => isIn,
      idNow: async (id) => (id === 'before' ? 'mill' : id),
    });
    expect(await moved.chosen('p')).toEqual(MILL);
  });

  it('is erased with its person', async () => {
    await chat.choose('p', 'old');
    await services.store.transact(({ people }) => people.erase('p', 'test:dm-p'));
    expect(await chat.chosen('p')).toBeUndefined();
  });
});
